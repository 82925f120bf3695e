/// One thing that may be said in a message, in any of several ways.
struct WordingItem: Sendable {
    private(set) var phrases: [Phrase]
    /// How it is named in a message to people: `'soup' or 'cake'`.
    let spoken: String

    init(_ phrases: [Phrase], _ vocabulary: Vocabulary) {
        self.phrases = phrases
        spoken = Self.spoken(phrases.map { $0.spoken(vocabulary) })
    }

    /// The first three ways of saying it; a list of twenty tells nobody more.
    private static func spoken(_ words: [String]) -> String {
        var seen: Set<String> = []
        let words = words.filter { seen.insert($0).inserted }
        return words.count <= 4
            ? words.joined(separator: " or ") : words.prefix(3).joined(separator: ", ") + " or the like"
    }

    /// The same without one of the ways to say it.
    func without(_ place: Int) -> WordingItem {
        var copy = self
        copy.phrases.remove(at: place)
        return copy
    }

    var asksForKinds: Bool {
        phrases.contains { if case .kind = $0 { true } else { false } }
    }
}

extension RuleReader {
    /// The items under a key: phrases, kinds, slots, or several of them under `any:`.
    mutating func wordingItems(_ key: String, about kinds: [KindID]) -> [WordingItem] {
        guard let value = node[key] else { return [] }
        let nodes =
            value.kind == .scalar
            ? value.readWords("'\(key)'", &diagnostics) : value.readList("'\(key)'", &diagnostics)
        return (nodes ?? []).compactMap { wordingItem($0, key, kinds) }
    }

    private mutating func wordingItem(_ node: Node, _ key: String, _ kinds: [KindID]) -> WordingItem? {
        var nodes: [Node]? = [node]
        if node.kind == .sequence {
            nodes = node.readWords("each item of '\(key)'", &diagnostics)
        } else if node.kind == .mapping {
            let keyed = KeyedNode(node, of: "an item of '\(key)'", keys: ["any"], &diagnostics)
            nodes = keyed?.required("any", &diagnostics)?.readWords("'any'", &diagnostics)
        }
        let phrases = (nodes ?? []).compactMap { phrase($0, kinds) }
        return phrases.isEmpty ? nil : WordingItem(phrases, vocabulary)
    }

    private mutating func phrase(_ node: Node, _ kinds: [KindID]) -> Phrase? {
        guard let text = node.readText("a phrase", &diagnostics) else { return nil }
        if text.hasPrefix("<"), text.hasSuffix(">") {
            let name = String(text.dropFirst().dropLast())
            if let slot = Slot.read(name, about: kinds, in: vocabulary, at: node) { return .slot(slot) }
            diagnostics.report(
                .unknownPlaceholder(name, at: node.range, among: Slot.known(about: kinds, in: vocabulary)))
            return nil
        }
        if let kind = vocabulary.kind(named: text) {
            if !vocabulary[kind].phrases.isEmpty { return .kind(kind) }
            diagnostics.report(.noPhrases(text, at: node.range))
            return nil
        }
        if let saying = vocabulary.sayings.first(where: { $0.name == text }) {
            return .saying(saying, saying.phrases.map { FoldedText($0) })
        }
        if Self.looksLikeKind(text) {
            let known = vocabulary.kinds.filter { !$0.phrases.isEmpty }.map(\.name) + vocabulary.sayings.map(\.name)
            diagnostics.report(.unknownWord(text, is: "a kind of activity", at: node.range, among: known))
            return nil
        }
        return .words(text, FoldedText(text))
    }

    /// `noun.verb`: small letters with one point between them.
    private static func looksLikeKind(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "_") }
            }
    }
}
