import RulesEngine

extension CommandFailure {
    /// A question about a typed line of a command, with the words it is about underlined and whole lines to type instead.
    init(_ problem: LogSentenceProblem, of command: String) {
        let excerpt = problem.words.flatMap { Self.excerpt($0, problem.typed) }.map { "\n" + $0 } ?? ""
        let lines = Self.lines(problem.instead, of: command)
        self.init(problem.message + excerpt, help: lines.isEmpty ? problem.help ?? "" : lines)
    }

    /// The lines under one another, with what they mean behind them in the form of a shell's comment.
    private static func lines(_ lines: [TypedLine], of command: String) -> String {
        let written = lines.map { line in
            ["explore", line.command ?? command, line.text].filter { !$0.isEmpty }.joined(separator: " ")
        }
        guard lines.count > 1 else { return written.first.map { "write: " + $0 } ?? "" }
        let width = written.map(\.count).max() ?? 0
        let shown = zip(written, lines).map { text, line in
            let gap = String(repeating: " ", count: width - text.count)
            return line.meaning.isEmpty ? "  " + text : "  \(text)\(gap)   # \(line.meaning)"
        }
        return "write one of these:\n" + shown.joined(separator: "\n")
    }

    private static func excerpt(_ range: Range<Int>, _ words: [String]) -> String? {
        guard range.upperBound <= words.count, !range.isEmpty else { return nil }
        let shown = words.map { TypedLine([$0]).text }
        let before = shown[..<range.lowerBound].map { $0 + " " }.joined().count
        let marked = shown[range].joined(separator: " ").count
        let line = shown.joined(separator: " ")
        return "   \(line)\n   \(String(repeating: " ", count: before))\(String(repeating: "^", count: marked))"
    }
}

extension Result where Failure == LogSentenceProblem {
    /// What a typed line says, or the question it raises.
    func orFailure(of command: String) throws -> Success {
        do {
            return try get()
        } catch {
            throw CommandFailure(error, of: command)
        }
    }
}
