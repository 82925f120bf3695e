/// Reads a time phrase from the head of a list of words.
struct TimePhraseReader {
    /// What the phrase is relative to.
    let now: Instant

    /// Which way a day without `last` or `next` lies.
    let direction: TimePhrase.Direction

    /// Whose wall the times are on.
    let zone: Zone

    /// The words in lower case, and where they stand in the text that joins them.
    private let words: [(text: String, range: Range<Int>)]
    private let text: TimeScanner

    /// How many words are read.
    private var used = 0

    /// A reader at the first of `words`.
    init(_ words: [String], now: Instant, direction: TimePhrase.Direction, zone: Zone) {
        var start = 0
        self.words = words.map { word in
            let range = start..<start + word.unicodeScalars.count
            start = range.upperBound + 1
            return (word.lowercased(), range)
        }
        text = TimeScanner(words.joined(separator: " "))
        self.now = now
        self.direction = direction
        self.zone = zone
    }

    /// The day that `now` falls on.
    var today: CalendarDay { zone.wallTime(at: now).day }

    /// The time that the words begin with, or nil.
    mutating func phrase() throws(WrittenTimeError) -> TimePhrase? {
        guard let moment = try moment() else { return nil }
        return TimePhrase(moment: moment, wordsUsed: used)
    }

    private mutating func moment() throws(WrittenTimeError) -> Moment? {
        if take("now") { return Moment(at: now, in: zone) }
        if let moment = try elapsed() { return moment }
        if let moment = try namedDay() { return moment }
        if let moment = try date() { return moment }
        return try clockToday()
    }

    /// The next word in lower case; empty at the end.
    var nextWord: String {
        used < words.count ? words[used].text : ""
    }

    /// From the first word to the last one read.
    var rangeRead: Range<Int> {
        0..<(used > 0 ? words[used - 1].range.upperBound : 0)
    }

    /// Where the word read last stands.
    var rangeOfLastWord: Range<Int> { used > 0 ? words[used - 1].range : 0..<0 }

    /// Whether no noun follows that the words read could belong to: nothing more, a sign, a number, or a small word.
    var isEndOfPhrase: Bool {
        guard let first = nextWord.first else { return true }
        return !first.isLetter || Self.wordsAfterTimes.contains(nextWord) || Weekday(written: nextWord) != nil
    }

    private static let wordsAfterTimes: Set<String> = [
        "at", "by", "via", "for", "about", "with", "in", "on", "over", "from", "to", "through", "and", "until", "till",
        "sharp", "yesterday", "today", "tomorrow",
    ]

    /// Steps over the next word if it is one of `choices`.
    mutating func take(_ choices: String...) -> Bool {
        guard choices.contains(nextWord) else { return false }
        used += 1
        return true
    }

    /// Steps over the next word.
    mutating func step() {
        used += 1
    }

    /// What `read` gives; when that is nil, the words it stepped over count as not read.
    mutating func attempt<Value, Failure: Error>(
        _ read: (inout TimePhraseReader) throws(Failure) -> Value?
    ) throws(Failure) -> Value? {
        let start = used
        let value = try read(&self)
        if value == nil { used = start }
        return value
    }

    /// The rest of a phrase whose day is known: a clock time, or nothing more for the whole day.
    mutating func time(on day: CalendarDay) throws(WrittenTimeError) -> Moment {
        if let moment = try clock(on: day) { return moment }
        return try zone.written(day, at: rangeRead)
    }

    /// A clock time, with or without `at`, which ends with a word; nil when the words go on otherwise.
    mutating func clock(on day: CalendarDay) throws(WrittenTimeError) -> Moment? {
        try attempt { reader throws(WrittenTimeError) in
            let isAt = reader.take("at")
            if reader.take("noon", "midday") { return try reader.wholeHour(12, on: day) }
            guard let scanner = reader.scannerAtNextWord, !reader.isRatio else { return nil }
            if let moment = try reader.clock(on: day, scanner) { return moment }
            return isAt ? try reader.bareHour(on: day) : nil
        }
    }

    /// The clock time at the scanner's place, which ends with a word; nil when there is none.
    mutating func clock(on day: CalendarDay, _ scanner: TimeScanner) throws(WrittenTimeError) -> Moment? {
        var reader = MomentReader(scanner: scanner, zone: zone)
        guard let clock = try reader.scanner.clock() else { return nil }
        if clock.form == .dots { try scanner.requireColons(clock) }
        let moment = try reader.moment(clock.wall(on: day), writtenAt: clock.range)
        return end(at: reader.scanner.position) ? moment : nil
    }

    /// The text from the next word on; nil at the end.
    var scannerAtNextWord: TimeScanner? {
        guard used < words.count else { return nil }
        var scanner = text
        scanner.position = words[used].range.lowerBound
        return scanner
    }

    /// Whether the next word is a ratio such as `1:1` rather than a time.
    private var isRatio: Bool {
        let bytes = Array(nextWord.utf8)
        return bytes.count == 3 && bytes[1] == UInt8(ascii: ":")
    }

    /// Steps over the words up to `position`; false when it is not the end of one.
    mutating func end(at position: Int) -> Bool {
        guard let last = words[used...].firstIndex(where: { $0.range.upperBound == position }) else { return false }
        used = last + 1
        return true
    }
}
