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
        try refuseDayPart(place, found.used, end, found.moment)
        at = (found.moment, words)
        return found.used + (try takeEnd(place + found.used, end, after: found.moment))
    }

    /// `monday morning` says about when, and so neither the whole day nor a time.
    private func refuseDayPart(
        _ place: Int, _ used: Int, _ end: Int, _ moment: Moment
    ) throws(LogSentenceProblem) {
        var next = place + used
        while next < end, ["in", "the"].contains(tokens[next].lowered) { next += 1 }
        guard moment.precision == .day, next < end, !tokens[next].isQuoted,
            let clock = LogSentenceWords.dayParts[tokens[next].lowered]
        else { return }
        let day = tokens[place..<place + used].map(\.text)
        let isAhead = kind?.stage?.step == .planned || kind?.stage?.step == .moved
        throw LogSentenceProblem(
            "'\(LogSentenceTokens.text(of: Array(tokens[place...next])))' does not say when exactly",
            help: isAhead ? "write the day with a time" : "write the day alone, or with a time",
            at: Array(tokens[place...next]).words,
            repairs: (isAhead ? [] : [.init(written: day)]) + [.init(written: day + [clock])])
    }

    /// A text in quotes that is a time or a length from its first to its last word says that, as without quotes.
    mutating func takeQuotedMeasure(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        let isBefore = ["to", "on", "at", "for", "in"].contains(tokens[place].lowered) && place + 1 < end
        let quoted = tokens[isBefore ? place + 1 : place]
        guard quoted.isQuoted, let step = kind.map({ $0.stage?.step }) else { return nil }
        return try takeMeasure(of: quoted, step) ? (isBefore ? 2 : 1) : nil
    }

    private mutating func takeMeasure(
        of quoted: LogSentenceToken, _ step: Kind.Step?
    ) throws(LogSentenceProblem) -> Bool {
        let pieces = quoted.text.split(separator: " ").map(String.init)
        let words = quoted.word..<quoted.word + 1
        if let said = Self.length(of: pieces) {
            if length != nil { throw twoLengths(words) }
            length = (said.description, words)
            return true
        }
        let isAhead = step == .planned || step == .moved
        guard case .success(let phrase?) = read(pieces, isAhead ? .future : .past), phrase.wordsUsed == pieces.count
        else { return false }
        if (isAhead ? starts : at) != nil { throw twoTimes(words) }
        if isAhead { starts = (phrase.moment, words) } else { at = (phrase.moment, words) }
        return true
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

    private mutating func takeStart(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        guard let found = try time(at: place, .future, to: end), !isRatherName(place, found.used) else { return nil }
        let words = Array(tokens[place..<place + found.used]).words
        if starts != nil { throw twoTimes(words) }
        try refuseDayPart(place, found.used, end, found.moment)
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
        guard Self.looksLikeClock(clock.joined()) || Self.noons.contains(clock[0].lowercased()) || at == 1 else {
            return nil
        }
        let rest = Array(words.dropFirst(at + clock.count))
        guard case .success(let day?) = read(rest, direction), day.moment.precision == .day else { return nil }
        let dayFirst = Array(rest.prefix(day.wordsUsed)) + (at == 1 ? ["at"] : []) + clock
        guard case .success(let both?) = read(dayFirst, direction), both.wordsUsed == dayFirst.count else { return nil }
        return (both.moment, dayFirst.count)
    }

    private func read(
        _ words: [String], _ direction: TimePhrase.Direction
    ) -> Result<TimePhrase?, WrittenTimeError> {
        TimePhrase.read(words, now: sentence.now, direction: direction, in: sentence.zone)
    }

    private static let noons: Set<String> = ["noon", "midday"]

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
}
