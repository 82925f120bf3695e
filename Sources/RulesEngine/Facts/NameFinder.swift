/// Finds the person somebody means by part of a name; it asks rather than guesses.
public struct NameFinder: Sendable {
    private let names: [String]

    /// A finder among these names.
    public init(_ names: [String]) { self.names = names }

    /// What was found.
    public enum Found: Sendable, Hashable {
        /// Exactly this one.
        case one(String)
        /// Any of these could be meant.
        case several([String])
        /// None; the nearest name, if one is close.
        case none(nearest: String?)
    }

    /// The whole name in any letter case comes first, then the beginnings of its words: `ana r` finds Ana Ruiz.
    public func find(_ written: String) -> Found {
        let wanted = written.lowercased()
        if let exact = names.first(where: { $0.lowercased() == wanted }) { return .one(exact) }
        let fitting = names.filter { begins($0.lowercased(), wanted) }
        if fitting.count == 1 { return .one(fitting[0]) }
        return fitting.isEmpty ? .none(nearest: nearest(wanted)) : .several(fitting.sorted())
    }

    /// Whether the words written begin words of the name, in order.
    private func begins(_ name: String, _ wanted: String) -> Bool {
        var words = name.split(separator: " ")[...]
        for part in wanted.split(separator: " ") {
            guard let place = words.firstIndex(where: { $0.hasPrefix(part) }) else { return false }
            words = words[(place + 1)...]
        }
        return !wanted.isEmpty
    }

    private func nearest(_ wanted: String) -> String? {
        if let whole = nearestWord(to: wanted, among: names.map { $0.lowercased() }) {
            return names.first { $0.lowercased() == whole }
        }
        let firsts = names.map { $0.lowercased().split(separator: " ").first.map(String.init) ?? "" }
        guard let first = nearestWord(to: wanted, among: firsts), let place = firsts.firstIndex(of: first) else {
            return nil
        }
        return names[place]
    }
}
