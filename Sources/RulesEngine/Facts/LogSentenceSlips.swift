/// Looks at what is left over of a typed line for what was surely meant as something else than text.
struct LogSentenceSlips {
    let reader: LogSentenceReader
    let text: [LogSentenceToken]
    let kind: Kind

    /// `text` is what is left over.
    init(_ reader: LogSentenceReader, _ text: [LogSentenceToken], _ kind: Kind) {
        self.reader = reader
        self.text = text
        self.kind = kind
    }

    var vocabulary: Vocabulary { reader.vocabulary }
    private var unquoted: [LogSentenceToken] { text.filter { !$0.isQuoted && !$0.isSign } }

    /// Throws a question when a time is vague or misspelt, a way or a name is none, or a number does not say of what.
    func check() throws(LogSentenceProblem) {
        try checkSecondName()
        let left = unquoted
        guard !left.isEmpty else { return }
        let head = Array(left.prefix { !LogSentenceWords.texts.contains($0.lowered) })
        try checkVagueTime(left)
        try checkVagueParts(head)
        try checkName(left)
        try checkCompany(head)
        try checkDays(left)
        try checkWays(head)
        try checkChoices(head)
        guard left.count <= 2, text.count(where: { !$0.isSign }) == left.count else { return }
        try checkNumber(left)
    }

    // MARK: Times

    private func checkVagueTime(_ left: [LogSentenceToken]) throws(LogSentenceProblem) {
        let words = left.map(\.lowered)
        guard words.allSatisfy(LogSentenceWords.vagueTimes.contains),
            words.contains(where: LogSentenceWords.vagueAlone.contains)
        else { return }
        throw vague(left)
    }

    /// `for coffee last week`: a vague time in a text that is not about something.
    private func checkVagueParts(_ head: [LogSentenceToken]) throws(LogSentenceProblem) {
        for (first, second) in zip(head, head.dropFirst())
        where LogSentenceWords.beforeVague.contains(first.lowered)
            && LogSentenceWords.vagueUnits.contains(second.lowered)
        {
            throw vague([first, second])
        }
        for edge in [head.first, head.last].compactMap({ $0 }) where LogSentenceWords.vagueEdges.contains(edge.lowered)
        {
            throw vague([edge])
        }
        for (first, second) in zip(head, head.dropFirst())
        where ["half", "quarter"].contains(first.lowered) && ["past", "to"].contains(second.lowered) {
            throw vague([first, second])
        }
    }

    private func vague(_ words: [LogSentenceToken]) -> LogSentenceProblem {
        let said = words.map(\.lowered)
        let isAhead = kind.stage?.step == .planned || kind.stage?.step == .moved
        let day = said.contains("this") || said == ["tonight"] || said.count == 1 && said != ["night"] ? "today" : nil
        let clock = said.last.flatMap { LogSentenceWords.dayParts[$0] } ?? (said == ["tonight"] ? "21:00" : nil)
        let isDayPart = clock != nil && day != nil
        let repairs: [LogSentenceProblem.Repair] =
            isDayPart && words.words?.count == words.count
            ? (isAhead ? [] : [.init(written: ["today"])]) + [.init(written: ["today", clock ?? ""])]
            : [.init(written: isAhead ? ["DAY", "15:00"] : ["DAY"], meaning: "such as friday or 2026-11-20")]
        return LogSentenceProblem(
            "'\(LogSentenceTokens.text(of: words))' does not say when exactly",
            help: isAhead
                ? "write a day and a time, such as: tomorrow 9:00, next friday 15:00"
                : "write a day or a time, such as: yesterday, today 9:00, last friday 15:00, 2h ago", at: words.words,
            repairs: repairs, instead: isDayPart ? [] : [asNote].compactMap { $0 })
    }

    /// A day that is misspelt, written in another language or as a number alone.
    private func checkDays(_ left: [LogSentenceToken]) throws(LogSentenceProblem) {
        for (place, token) in left.enumerated() {
            let word = token.lowered
            if word == "uhr", place > 0, let hour = Int(left[place - 1].text), 0...23 ~= hour {
                throw misspelt(Array(left[place - 1...place]), "\(hour):00")
            }
            if let day = LogSentenceWords.foreignDays[word] { throw misspelt([token], day) }
            if let day = Self.day(meantBy: word) { throw misspelt([token], day) }
            let beside = [place - 1, place + 1].filter(left.indices.contains)
            if beside.contains(where: { Self.isNumber(left[$0].text) }), let month = Self.month(meantBy: word) {
                throw misspelt([token], month)
            }
            if Self.isOrdinal(word) { throw ordinal(place, left) }
        }
    }

    private static func isNumber(_ word: String) -> Bool {
        word.first.map { "0"..."9" ~= $0 } == true && word.allSatisfy { $0.isNumber || "stndrh.".contains($0) }
    }

    private static func isOrdinal(_ word: String) -> Bool {
        guard let number = Int(word.dropLast(2)), 1...31 ~= number else { return false }
        return ["st", "nd", "rd", "th"].contains(word.suffix(2))
    }

    /// The day that a word of five letters or more misspells; a plural such as `mondays` is none.
    private static func day(meantBy word: String) -> String? {
        guard word.count >= 5, word.allSatisfy(\.isLetter) else { return nil }
        return nearest(word, LogSentenceWords.days.filter { $0 + "s" != word })
    }

    private static func month(meantBy word: String) -> String? {
        word.count < 5 ? nil : nearest(word, MonthName.all.map { $0.lowercased() })
    }

    /// The word that one slip, or in a long word two, turns into the other.
    private static func nearest(_ word: String, _ candidates: [String]) -> String? {
        candidates.first { slips(between: word, and: $0) <= ($0.count >= 8 ? 2 : 1) }
    }

    private func misspelt(_ words: [LogSentenceToken], _ day: String) -> LogSentenceProblem {
        LogSentenceProblem(
            "'\(LogSentenceTokens.text(of: words))' looks like a \(words.count == 1 ? "day" : "time")",
            help: "did you mean '\(day)'? Otherwise put the text in quotes", at: words.words, choices: [day],
            repairs: [.init(written: day.split(separator: " ").map(String.init))], instead: [asNote].compactMap { $0 })
    }

    private func ordinal(_ place: Int, _ left: [LogSentenceToken]) -> LogSentenceProblem {
        var start = place
        while start > 0, ["on", "the"].contains(left[start - 1].lowered) { start -= 1 }
        return LogSentenceProblem(
            "'\(left[place].text)' looks like a day of the month",
            help: "write on \(left[place].text) if it is one; else put the text in quotes",
            at: Array(left[start...place]).words, repairs: [.init(written: ["on", left[place].text])],
            instead: [asNote].compactMap { $0 })
    }

    // MARK: Names

    /// `thank you ana`: somebody's name in a text about nobody.
    private func checkName(_ left: [LogSentenceToken]) throws(LogSentenceProblem) {
        guard reader.people.isEmpty, !kind.needsPerson, !reader.assignments.contains(where: { $0.name == "with" }),
            let name = left.first(where: {
                reader.sentence.names.isWordOfName($0.text) && !LogSentenceWords.isCommon($0.text)
            })
        else { return }
        throw isSomebody(name.text, "if it was with them, write: with \(name.text)", at: [name])
    }

    /// `met jo ana`: a second name right behind the first.
    private func checkSecondName() throws(LogSentenceProblem) {
        guard !reader.people.isEmpty, let first = text.first, !first.isSign else { return }
        let tokens = first.isQuoted ? [first] : Array(text.prefix { !$0.isQuoted && !$0.isSign })
        let words = first.isQuoted ? first.text.split(separator: " ").map(String.init) : tokens.map(\.text)
        let (found, used) = reader.sentence.names.person(in: words, isSure: true)
        guard case .one(let name) = found, !reader.people.contains(name), !LogSentenceWords.isCommon(words[0]),
            !first.isQuoted || used == words.count
        else { return }
        let named = words.prefix(used).joined(separator: " ")
        throw isSomebody(
            named, "if it was with them too, write: with=\(named)",
            at: first.isQuoted ? tokens : Array(tokens.prefix(used)))
    }

    /// `ana at the office with tom`: whether he was there too is asked.
    private func checkCompany(_ head: [LogSentenceToken]) throws(LogSentenceProblem) {
        for (word, name) in zip(head, head.dropFirst()) where word.lowered == "with" && !reader.people.isEmpty {
            guard reader.sentence.names.isWordOfName(name.text), !LogSentenceWords.isCommon(name.text) else { continue }
            throw isSomebody(name.text, "if it was with them too, write: with=\(name.text)", at: [word, name])
        }
    }

    private func isSomebody(_ name: String, _ help: String, at tokens: [LogSentenceToken]) -> LogSentenceProblem {
        LogSentenceProblem(
            "'\(name)' is somebody in your log", help: help + "; else put the text in quotes", at: tokens.words,
            repairs: [.init(written: ["with=" + name])], instead: [asNote].compactMap { $0 })
    }

    /// The same line with what is left over as a text in quotes.
    var asNote: TypedLine? {
        guard let words = text.words, words.count > 1, Set(text.map(\.word)) == Set(words) else { return nil }
        var line = reader.typed
        line.replaceSubrange(words, with: [LogSentenceTokens.text(of: text)])
        return TypedLine(line, meaning: "as a note")
    }

    // MARK: Numbers

    /// `26` where a length could stand.
    private func checkNumber(_ left: [LogSentenceToken]) throws(LogSentenceProblem) {
        let text = LogSentenceTokens.text(of: left)
        let hasLength = kind.fields.contains { vocabulary[$0].type == .duration }
        guard hasLength, reader.length == nil, let first = text.first, "0"..."9" ~= first else { return }
        let isBare = left.count == 1 && text.allSatisfy { $0.isNumber || $0.isLetter || $0 == "." || $0 == "," }
        if case .failure(let problem) = Length.read(text), isBare || problem.replacement != nil {
            throw LogSentenceProblem(problem, at: left.words)
        }
    }
}
