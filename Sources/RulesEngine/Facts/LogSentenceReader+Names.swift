extension LogSentenceReader {
    /// Takes the names that begin at a piece: `ana`, `"Tom Baker"`, `with ana, tom and maya`.
    mutating func takeNames(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        if let used = try takeOtherName(place, end) { return used }
        let isWith = ["with", "to", "from"].contains(tokens[place].lowered) && people.isEmpty
        guard let kind, mayName || isWith else { return nil }
        let skipped = LogSentenceWords.beforeNames.contains(tokens[place].lowered) && !tokens[place].isQuoted ? 1 : 0
        guard place + skipped < end else { return nil }
        let isSure = !kind.needsPerson && !isWith
        let isMeant = kind.needsPerson && (skipped == 0 || tokens[place].lowered == "with")
        guard var used = try takeName(place + skipped, end, isSure: isSure, isMeant: isMeant) else { return nil }
        used += skipped
        while let more = try takeNextName(place + used, end) { used += more }
        mayName = false
        return used
    }

    /// Takes what stands behind `to` where a kind has a name for it: `referral from maya to ana`, `maya referred me to ana`.
    private mutating func takeOtherName(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        guard let other = kind?.otherName, place > kindTokens.lowerBound, !tokens[place].isQuoted else { return nil }
        if tokens[place].lowered == "me" { return 1 }
        guard !other.isBefore, others.isEmpty, tokens[place].lowered == "to", place + 1 < end else { return nil }
        let first = people
        people = []
        defer {
            others += people
            people = first
        }
        return try takeName(place + 1, end, isSure: false, isMeant: true).map { $0 + 1 }
    }

    /// After `and` or a comma a name follows, or a question does.
    private mutating func takeNextName(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        var start = place
        while start < end, LogSentenceWords.betweenNames.contains(tokens[start].lowered) { start += 1 }
        guard start > place, start < end else { return nil }
        guard sentence.names.isWordOfName(tokens[start].text) || !begins(start, end) else { return nil }
        return try takeName(start, end, isSure: false, isMeant: true).map { $0 + start - place }
    }

    /// Takes one name. `isSure` wants a whole word of it, `isMeant` says that nothing but a name can stand here.
    private mutating func takeName(
        _ place: Int, _ end: Int, isSure: Bool, isMeant: Bool
    ) throws(LogSentenceProblem) -> Int? {
        guard !tokens[place].isSign else { return nil }
        let run = tokens[place].isQuoted ? [tokens[place].text] : nameRun(place, end)
        let person = person(run, isQuoted: tokens[place].isQuoted, isSure: isSure)
        switch person.found {
        case .one(let name):
            add(name)
            return person.used
        case .several(let names):
            let words = Array(tokens[place..<place + person.used])
            throw .severalPeople(LogSentenceTokens.text(of: words), names, at: words.words)
        case .none:
            return isMeant ? try takeUnknown(run, place) : nil
        }
    }

    private func person(
        _ run: [String], isQuoted: Bool, isSure: Bool
    ) -> (found: NameFinder.Found, used: Int) {
        guard isQuoted, let name = run.first else { return sentence.names.person(in: run, isSure: isSure) }
        return (sentence.names.find(name, vocabulary[RecordKindID.person]), 1)
    }

    /// A name that is not in the log: added when the line says so, else a question.
    private mutating func takeUnknown(_ run: [String], _ place: Int) throws(LogSentenceProblem) -> Int? {
        let guess = Self.newName(in: run)
        guard !guess.isEmpty else { return nil }
        let name = guess.joined(separator: " ")
        let words = Array(tokens[place..<place + guess.count]).words
        guard sentence.addsNew else {
            var nearest: String?
            if case .none(let near) = sentence.names.find(name, vocabulary[RecordKindID.person]) { nearest = near }
            throw .nobody(name, nearest, at: words)
        }
        add(name)
        if !newPeople.contains(name) { newPeople.append(name) }
        return guess.count
    }

    private mutating func add(_ name: String) {
        if !people.contains(where: { $0.lowercased() == name.lowercased() }) { people.append(name) }
    }

    /// The words from a piece on that may belong to one name: up to a time, a length, a way, a quotation or a comma.
    private func nameRun(_ place: Int, _ end: Int) -> [String] {
        var run: [String] = []
        for index in place..<end where !tokens[index].isQuoted {
            let isName = index == place || sentence.names.isWordOfName(tokens[index].text)
            if LogSentenceWords.betweenNames.contains(tokens[index].lowered) || tokens[index].isSign { break }
            if !isName, begins(index, end) { break }
            run.append(tokens[index].text)
            if index + 1 < end, tokens[index + 1].isQuoted { break }
        }
        return run
    }

    /// Whether something other than a name or text begins at a piece.
    func begins(_ place: Int, _ end: Int) -> Bool {
        var probe = self
        (probe.at, probe.starts, probe.length) = (nil, nil, nil)
        do throws(LogSentenceProblem) {
            return try probe.takeMeasure(place, end) != nil
        } catch {
            return true
        }
    }

    /// The words that most probably are a new name: those with capitals, else all up to a common word.
    private static func newName(in run: [String]) -> [String] {
        guard let first = run.first, !first.contains(where: \.isWhitespace) else { return run }
        guard !LogSentenceWords.isCommon(first) else { return [] }
        let isCapital = first.first?.isUppercase == true
        var name = run.prefix { word in
            isCapital
                ? word.first?.isUppercase == true || LogSentenceWords.insideNames.contains(word)
                : !LogSentenceWords.isCommon(word)
        }
        while let last = name.last, LogSentenceWords.insideNames.contains(last) { name.removeLast() }
        return Array(name.prefix(4))
    }
}
