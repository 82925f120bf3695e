extension LogSentenceReader {
    /// Takes a time: when it was, or, for what is planned or moved, when it starts.
    mutating func takeTime(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        guard let kind, !tokens[place].isQuoted else { return nil }
        let isTo = tokens[place].lowered == "to" && place + 1 < end
        switch kind.stage?.step {
        case .planned:
            let start = tokens[place].lowered == "for" && place + 1 < end ? place + 1 : place
            return try takeStart(start, end).map { $0 + start - place }
        case .moved where isTo: return try takeStart(place + 1, end).map { $0 + 1 }
        case .moved where starts == nil && !hasNewTime(after: place): return try takeStart(place, end)
        default: return try takePast(place, end)
        }
    }

    private mutating func takePast(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        guard let found = try time(at: place, .past, to: end), !isRatherName(place, found.used) else { return nil }
        let words = Array(tokens[place..<place + found.used]).words
        if at != nil { throw twoTimes(words) }
        if let first = text.first { try refuseClause(first, words) }
        at = (found.moment, words)
        return found.used + (try takeEnd(place + found.used, end, after: found.moment))
    }

    /// A time inside `to meet tue 10:00` may be that of the meeting, and not of what is logged.
    private func refuseClause(_ first: LogSentenceToken, _ words: Range<Int>?) throws(LogSentenceProblem) {
        guard !first.isQuoted, LogSentenceWords.clauses.contains(first.lowered) else { return }
        throw LogSentenceProblem(
            "it is not clear whether this is when it happened",
            help: "if so, write it before '\(first.text) …'; else put the text in quotes",
            at: words)
    }

    /// Takes the end of a time, such as `- 15:26` or `to 4pm`, as a length; gives how many pieces it is.
    private mutating func takeEnd(
        _ place: Int, _ end: Int, after start: Moment
    ) throws(LogSentenceProblem) -> Int {
        guard start.precision != .day, place + 1 < end, LogSentenceWords.untils.contains(tokens[place].lowered),
            Self.looksLikeClock(tokens[place + 1].lowered + (place + 2 < end ? tokens[place + 2].lowered : ""))
        else { return 0 }
        let day = sentence.zone.wallTime(at: start.start).day.description
        guard case .success(let phrase?) = read([day] + words(from: place + 1, to: end), .past),
            phrase.moment.precision != .day
        else { return 0 }
        let used = Array(tokens[place..<place + phrase.wordsUsed]).words
        let seconds = phrase.moment.start.seconds - start.start.seconds
        guard seconds > 0 else {
            throw LogSentenceProblem("it ends before it begins", help: "write the earlier time first", at: used)
        }
        if length != nil { throw twoLengths(used) }
        length = (Length(seconds: seconds).description, used)
        return phrase.wordsUsed
    }

    private func twoLengths(_ words: Range<Int>?) -> LogSentenceProblem {
        LogSentenceProblem("it says two lengths", help: "write one of them", at: words)
    }

    private mutating func takeStart(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        guard let found = try time(at: place, .future, to: end), !isRatherName(place, found.used) else { return nil }
        let words = Array(tokens[place..<place + found.used]).words
        if starts != nil { throw twoTimes(words) }
        starts = (found.moment, words)
        return found.used + (try takeEnd(place + found.used, end, after: found.moment))
    }

    private func twoTimes(_ words: Range<Int>?) -> LogSentenceProblem {
        LogSentenceProblem(
            "it says two times",
            help: "write one of them, the day before the time; put text that mentions the other in quotes", at: words)
    }

    /// Whether a new time comes later, after the word `to`.
    private func hasNewTime(after place: Int) -> Bool {
        tokens.indices.dropFirst(place).contains { index in
            tokens[index].lowered == "to" && index + 1 < tokens.count && (try? time(at: index + 1, .future)) != nil
        }
    }

    /// A word such as `sun` may be a day and the name of somebody in the log: then it is the name where one is due.
    private func isRatherName(_ place: Int, _ used: Int) -> Bool {
        used == 1 && mayName && people.isEmpty && sentence.names.isWordOfName(tokens[place].text)
    }

    /// The time that begins at a piece, and how many pieces say it; a wrong or doubtful one is thrown.
    func time(
        at place: Int, _ direction: TimePhrase.Direction, to end: Int? = nil
    ) throws(LogSentenceProblem) -> (moment: Moment, used: Int)? {
        let words = words(from: place, to: end ?? tokens.count)
        if let swapped = clockFirst(words, direction) { return swapped }
        switch TimePhrase.read(words, now: sentence.now, direction: direction, in: sentence.zone) {
        case .success(let phrase): return phrase.map { ($0.moment, $0.wordsUsed) }
        case .failure(let problem):
            guard !isRatherName(place, 1) else { return nil }
            throw LogSentenceProblem(problem, at: wordsOf(problem.characters, words, from: place))
        }
    }

    /// `15:00 yesterday`: the clock before the day.
    private func clockFirst(_ words: [String], _ direction: TimePhrase.Direction) -> (moment: Moment, used: Int)? {
        let at = words.first?.lowercased() == "at" ? 1 : 0
        guard words.count > at + 1 else { return nil }
        let isHalf = ["am", "pm"].contains(words[at + 1].lowercased())
        let clock = Array(words[at..<at + (isHalf ? 2 : 1)])
        guard Self.looksLikeClock(clock.joined()) else { return nil }
        let rest = Array(words.dropFirst(at + clock.count))
        guard case .success(let day?) = read(rest, direction), day.moment.precision == .day else { return nil }
        guard case .success(let both?) = read(Array(rest.prefix(day.wordsUsed)) + clock, direction) else { return nil }
        return (both.moment, at + both.wordsUsed)
    }

    private func read(
        _ words: [String], _ direction: TimePhrase.Direction
    ) -> Result<TimePhrase?, WrittenTimeError> {
        TimePhrase.read(words, now: sentence.now, direction: direction, in: sentence.zone)
    }

    private static func looksLikeClock(_ word: String) -> Bool {
        guard let first = word.first, "0"..."9" ~= first else { return false }
        let lowered = word.lowercased()
        return word.contains(":") || lowered.hasSuffix("am") || lowered.hasSuffix("pm")
    }

    /// The words in which some characters of the joined pieces stand.
    private func wordsOf(_ characters: Range<Int>, _ words: [String], from place: Int) -> Range<Int>? {
        var start = 0
        var found: [LogSentenceToken] = []
        for (index, word) in words.enumerated() {
            let end = start + word.unicodeScalars.count
            if start < max(characters.upperBound, characters.lowerBound + 1), end > characters.lowerBound {
                found.append(tokens[place + index])
            }
            start = end + 1
        }
        return found.words
    }

    // MARK: Lengths and ways

    /// Takes `26m`, `1 hour 30 minutes` or `for 20 minutes`.
    mutating func takeLength(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        let words = words(from: place, to: end)
        let skipped = words.first?.lowercased() == "for" ? 1 : 0
        let rest = Array(words.dropFirst(skipped).prefix(4))
        for count in stride(from: rest.count, to: 0, by: -1) {
            guard case .success(let read) = Length.read(rest.prefix(count).joined(separator: " ")) else { continue }
            let used = Array(tokens[place..<place + skipped + count]).words
            if length != nil { throw twoLengths(used) }
            length = (read.description, used)
            return skipped + count
        }
        return nil
    }

    /// Takes the way something was done, such as `by phone` or `in person`, when exactly one field has that choice.
    mutating func takeWay(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        guard let kind else { return nil }
        let words = words(from: place, to: end)
        let skipped = words.first.map { LogSentenceWords.beforeWays.contains($0.lowercased()) } == true ? 1 : 0
        for count in stride(from: min(3, words.count - skipped), to: 0, by: -1) where skipped == 1 || count > 1 {
            let written = words[skipped..<skipped + count].joined(separator: " ").withoutSigns
            let found = choices(written, of: kind)
            guard let first = found.first else { continue }
            guard found.count == 1, !ways.contains(where: { $0.name == first.name }) else {
                let several = found.map { "\($0.name.text)=\($0.values[0].text)" }.joined(separator: " or ")
                throw LogSentenceProblem(
                    "'\(words[skipped])' could be said of several things", help: "write one of: " + several,
                    at: Array(tokens[place..<place + skipped + count]).words)
            }
            ways.append(first)
            return skipped + count
        }
        return nil
    }

    private func choices(_ written: String, of kind: Kind) -> [FieldLine] {
        kind.fields.compactMap { id in
            guard case .choice(let words) = vocabulary[id].type,
                let word = words.first(where: { $0.withoutSigns == written })
            else { return nil }
            return FieldLine(WrittenText(vocabulary[id].name), [WrittenText(word)])
        }
    }
}
