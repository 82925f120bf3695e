/// Asks the person at the keyboard; where nobody sits there, there is no answer.
struct Question {
    private let console: Console

    init(_ console: Console) { self.console = console }

    /// The line that was typed, without blanks around it; nil when nobody answered or nothing was typed.
    func ask(_ question: String) -> String? {
        guard console.isTerminal else { return nil }
        console.writeError(question)
        guard var answer = console.readLine()?[...] else { return nil }
        while answer.first?.isWhitespace == true { answer.removeFirst() }
        while answer.last?.isWhitespace == true { answer.removeLast() }
        return answer.isEmpty ? nil : String(answer)
    }
}
