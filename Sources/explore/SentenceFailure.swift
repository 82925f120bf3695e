import RulesEngine

extension CommandFailure {
    /// A question about a typed line, with the words it is about underlined.
    init(_ problem: LogSentenceProblem, in words: [String]) {
        let excerpt = problem.words.flatMap { Self.excerpt($0, words) }.map { "\n" + $0 } ?? ""
        self.init(problem.message + excerpt, help: problem.help ?? "")
    }

    private static func excerpt(_ range: Range<Int>, _ words: [String]) -> String? {
        guard range.upperBound <= words.count, !range.isEmpty else { return nil }
        let shown = words.map { $0.contains(" ") ? "\"\($0)\"" : $0 }
        let before = shown[..<range.lowerBound].map { $0 + " " }.joined().count
        let marked = shown[range].joined(separator: " ").count
        let line = shown.joined(separator: " ")
        return "   \(line)\n   \(String(repeating: " ", count: before))\(String(repeating: "^", count: marked))"
    }
}

extension Result where Failure == LogSentenceProblem {
    /// What a typed line says, or the question it raises.
    func orFailure(in words: [String]) throws -> Success {
        do {
            return try get()
        } catch {
            throw CommandFailure(error, in: words)
        }
    }
}
