/// Everything found wrong so far, in the order it was found.
public struct Diagnostics: Sendable {
    /// The diagnostics in the order they were reported.
    public private(set) var all: [Diagnostic] = []
    /// Lines of which nothing more is to be said until they are mended: what was read there is only what they most
    /// probably mean. By the name of the file.
    private var settled: [String: Set<Int>] = [:]

    /// Starts with nothing found.
    public init() {}

    /// Starts with what was found before.
    public init(_ all: [Diagnostic]) { self.all = all }

    /// Whether anything found is an error.
    public var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// Adds one diagnostic; not about a line of which nothing more is to be said.
    public mutating func report(_ diagnostic: Diagnostic) {
        if let range = diagnostic.range, settled[range.file.name]?.contains(range.start.line) == true { return }
        all.append(diagnostic)
    }

    /// Adds what somebody else found, and the lines of which nothing more is to be said.
    public mutating func append(contentsOf other: Diagnostics) {
        if settled.isEmpty { all.append(contentsOf: other.all) } else { other.all.forEach { report($0) } }
        settled.merge(other.settled) { $0.union($1) }
    }

    /// Leaves out whatever is reported from now on about some lines of a file, counted from 1.
    mutating func settle(_ lines: Set<Int>, of file: SourceFile) {
        settled[file.name, default: []].formUnion(lines)
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
