/// Looks at what is left over of a typed line for what was surely meant as something else than text.
struct LogSentenceSlips {
    private let reader: LogSentenceReader
    private let text: [LogSentenceToken]
    private let kind: Kind

    /// `text` is what is left over.
    init(_ reader: LogSentenceReader, _ text: [LogSentenceToken], _ kind: Kind) {
        self.reader = reader
        self.text = text
        self.kind = kind
    }

    private var vocabulary: Vocabulary { reader.vocabulary }
    private var unquoted: [LogSentenceToken] { text.filter { !$0.isQuoted && !$0.isSign } }

    /// Throws a question when a time is vague or misspelt, or a number does not say of what.
    func check() throws(LogSentenceProblem) {
        let left = unquoted
        guard !left.isEmpty else { return }
        try checkVagueTime(left)
        try checkName(left)
        guard left.count <= 2, text.count(where: { !$0.isSign }) == left.count else { return }
        try checkNumber(left)
        guard left.count == 1 else { return }
        try checkDay(left[0])
    }

    private func checkVagueTime(_ left: [LogSentenceToken]) throws(LogSentenceProblem) {
        let words = left.map(\.lowered)
        guard words.allSatisfy(LogSentenceWords.vagueTimes.contains),
            words.contains(where: LogSentenceWords.vagueAlone.contains)
        else { return }
        throw LogSentenceProblem(
            "'\(LogSentenceTokens.text(of: left))' does not say when exactly",
            help: "write a day or a time, such as: yesterday, today 9:00, last friday 15:00, 2h ago", at: left.words)
    }

    /// `thank you ana`: somebody's name in a text about nobody.
    private func checkName(_ left: [LogSentenceToken]) throws(LogSentenceProblem) {
        guard reader.people.isEmpty, !kind.needsPerson, !reader.assignments.contains(where: { $0.name == "with" }),
            let name = left.first(where: {
                reader.sentence.names.isWordOfName($0.text) && !LogSentenceWords.isCommon($0.text)
            })
        else { return }
        throw LogSentenceProblem(
            "'\(name.text)' is somebody in your log",
            help: "if it was with them, write: with \(name.text); else put the text in quotes",
            at: name.word..<name.word + 1)
    }

    /// `26` or `1.5 hours` where a length could stand.
    private func checkNumber(_ left: [LogSentenceToken]) throws(LogSentenceProblem) {
        let text = LogSentenceTokens.text(of: left)
        let hasLength = kind.fields.contains { vocabulary[$0].type == .duration }
        guard hasLength, reader.length == nil, let first = text.first, "0"..."9" ~= first else { return }
        let isBare = left.count == 1 && text.allSatisfy { $0.isNumber || $0.isLetter || $0 == "." || $0 == "," }
        if case .failure(let problem) = Length.read(text), isBare || problem.replacement != nil {
            throw LogSentenceProblem(problem, at: left.words)
        }
    }

    private func checkDay(_ token: LogSentenceToken) throws(LogSentenceProblem) {
        guard token.text.count >= 6, reader.at == nil, reader.starts == nil,
            let day = nearestWord(to: token.text, among: LogSentenceWords.days)
        else { return }
        throw LogSentenceProblem(
            "'\(token.text)' looks like a day",
            help: "did you mean '\(day)'? Otherwise write it as text: note=\(token.text)",
            at: token.word..<token.word + 1, choices: [day])
    }
}
