/// Words people type that are no word of a kind: another way to say a line, or a question what is meant.
public struct Phrasing: Sendable, Hashable {
    /// What people type: `had a call with`, `emailed`.
    public let words: [String]
    /// The line that is meant; nil when it is not sure, and then it is asked.
    public let means: Line?
    /// What is said to somebody who types it; empty when `means` says everything.
    public let says: String
    /// The lines that may be meant.
    public let choices: [Line]

    /// A line with `…` where the rest of what was typed belongs: `asked … by email`.
    public struct Line: Sendable, Hashable {
        /// The words before the rest.
        public let head: [String]
        /// The words behind it.
        public let tail: [String]

        /// The line as written, with or without `…`.
        init(_ written: String) {
            let words = written.split(separator: " ").map(String.init)
            head = Array(words.prefix { $0 != "…" })
            tail = Array(words.dropFirst(head.count + 1))
        }
    }
}

/// Reads a phrasing from a vocabulary file.
enum PhrasingReader {
    static let keys = ["phrasing", "means", "says", "write"]

    /// Nil, with what is wrong reported, when it says neither what it means nor what to write.
    static func read(_ node: KeyedNode, _ diagnostics: inout Diagnostics) -> Phrasing? {
        guard let words = node.required("phrasing", &diagnostics)?.readWords("'phrasing'", &diagnostics) else {
            return nil
        }
        let means = node["means"]?.readText("what it means", &diagnostics)
        let says = means == nil ? node.required("says", &diagnostics) : node["says"]
        let choices = node["write"]?.readWords("'write'", &diagnostics) ?? []
        return Phrasing(
            words: words.map(\.text), means: means.map(Phrasing.Line.init),
            says: says?.readText("what is said", &diagnostics) ?? "", choices: choices.map { Phrasing.Line($0.text) })
    }
}
