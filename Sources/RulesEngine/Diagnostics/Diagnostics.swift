/// Everything found wrong so far, in the order it was found.
public struct Diagnostics: Sendable {
    /// The diagnostics in the order they were reported.
    public private(set) var all: [Diagnostic] = []

    /// Starts with nothing found.
    public init() {}

    /// Starts with what was found before.
    public init(_ all: [Diagnostic]) { self.all = all }

    /// Whether anything found is an error.
    public var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// Adds one diagnostic.
    public mutating func report(_ diagnostic: Diagnostic) {
        all.append(diagnostic)
    }

    /// Adds what somebody else found.
    public mutating func append(contentsOf other: Diagnostics) {
        all.append(contentsOf: other.all)
    }

    /// All diagnostics by file name, offset and code; those without a place come first.
    public func sorted() -> [Diagnostic] {
        all.enumerated().sorted { Self.key($0.element, $0.offset) < Self.key($1.element, $1.offset) }.map(\.element)
    }

    private static func key(_ diagnostic: Diagnostic, _ order: Int) -> (String, Int, String, Int) {
        let range = diagnostic.range
        return (range?.file.name ?? "", range?.bytes.lowerBound ?? -1, diagnostic.code.rawValue, order)
    }
}
