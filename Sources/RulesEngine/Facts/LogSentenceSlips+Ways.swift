extension LogSentenceSlips {
    /// `on linkdin`, `by fax`: a way that is misspelt, or none of those the kind has.
    func checkWays(_ head: [LogSentenceToken]) throws(LogSentenceProblem) {
        let fields = kind.fields.map { vocabulary[$0] }.filter { isChoice($0) && !isGiven($0) }
        guard !fields.isEmpty else { return }
        for (place, word) in head.enumerated().dropLast() where LogSentenceWords.beforeWays.contains(word.lowered) {
            let way = head[place + 1]
            if let near = near(way.lowered, fields) { throw question([word, way], near) }
            let isSure = ["by", "via"].contains(word.lowered) && !LogSentenceWords.isCommon(way.text)
            let isLast = place + 2 == head.count || LogSentenceWords.isCommon(head[place + 2].text)
            if isSure, isLast { throw unknown([word, way], fields) }
        }
    }

    /// `booth jo company Acme`, `met jo phone video`: a choice at the beginning of a longer text.
    func checkChoices(_ head: [LogSentenceToken]) throws(LogSentenceProblem) {
        guard head.count > 1, let first = head.first else { return }
        let fields = kind.fields.map { vocabulary[$0] }.filter { !isGiven($0) }
        guard let field = fields.first(where: { $0.choices(said: first.text).count == 1 }),
            let choice = field.choices(said: first.text).first
        else { return }
        let written = "\(field.name)=\(choice.contains(" ") ? "'\(choice)'" : choice)"
        throw LogSentenceProblem(
            "'\(first.text)' may be the \(field.title), or the beginning of a text",
            help: "write \(written) if it is; else put the text in quotes", at: [first].words,
            repairs: [.init(written: ["\(field.name)=\(choice)"])], instead: [asNote].compactMap { $0 })
    }

    private func isChoice(_ field: Field) -> Bool {
        if case .choice = field.type { return !field.synonyms.isEmpty }
        return false
    }

    private func isGiven(_ field: Field) -> Bool {
        reader.ways.contains { $0.name.text == field.name } || reader.assignments.contains { $0.name == field.name }
    }

    /// The word for a way that one slip, or in a long word two, turns into the one that was typed.
    private func near(_ word: String, _ fields: [Field]) -> String? {
        guard word.count > 3, case let words = fields.flatMap(words) else { return nil }
        return words.first { slips(between: word, and: $0) <= ($0.count >= 7 ? 2 : 1) }
    }

    private func words(_ field: Field) -> [String] {
        guard case .choice(let choices) = field.type else { return [] }
        return choices + choices.flatMap { field.synonyms[$0] ?? [] }
    }

    private func question(_ words: [LogSentenceToken], _ near: String) -> LogSentenceProblem {
        LogSentenceProblem(
            "'\(LogSentenceTokens.text(of: words))' looks like a way of doing it", help: "did you mean '\(near)'?",
            at: words.words, choices: [near],
            repairs: [.init(written: [words[0].text] + near.split(separator: " ").map(String.init))],
            instead: [asNote].compactMap { $0 })
    }

    private func unknown(_ words: [LogSentenceToken], _ fields: [Field]) -> LogSentenceProblem {
        let ways = fields.map { field in
            guard case .choice(let choices) = field.type else { return "" }
            return "\(field.title): " + choices.joined(separator: ", ")
        }
        return LogSentenceProblem(
            "'\(LogSentenceTokens.text(of: words))' is no way that \(kind.anyNoun) can have",
            help: "write one of these, or put the text in quotes. " + ways.joined(separator: "; "), at: words.words,
            instead: [asNote].compactMap { $0 })
    }
}
