/// Reads the time of an example in the forms of ``ExampleTime``.
struct ExampleTimeReader {
    private let zone: Zone
    private var scanner: TimeScanner

    /// A reader of a whole text.
    init(_ text: String, zone: Zone) {
        scanner = TimeScanner(text)
        self.zone = zone
    }

    /// The whole text as a moment.
    mutating func moment() throws(WrittenTimeError) -> Moment {
        let start = scanner
        let word = scanner.letters()
        guard !word.isEmpty, MonthName.month(named: scanner.text(word)) == nil else {
            var reader = MomentReader(scanner: start, zone: zone)
            do { return try reader.moment() } catch  where error.message.hasSuffix("is not a date.") {
                throw WrittenTimeError(error.message, help: Self.forms, at: error.characters)
            }
        }
        let day = try day(word)
        var reader = MomentReader(scanner: scanner, zone: zone)
        return try reader.time(on: day, writtenAt: word.lowerBound..<scanner.position)
    }

    private static let forms = "Write Mon 10:00, day 15 10:00 or 2026-01-05 10:00."

    /// The day that a word names, with the number after `day`.
    private mutating func day(_ word: Range<Int>) throws(WrittenTimeError) -> CalendarDay {
        let name = scanner.text(word)
        if name == "day" { return try numberedDay(word) }
        guard let weekday = Weekday(written: name) else {
            throw WrittenTimeError(
                "'\(name)' is not a day.", help: Self.forms, at: word)
        }
        guard name == weekday.shortName else {
            throw WrittenTimeError(
                "'\(name)' is not how an example names a day.", help: "Write \(weekday.shortName).", at: word,
                replacement: scanner.replacing(word, with: weekday.shortName))
        }
        return ExampleTime.firstDay.adding(days: weekday.rawValue - 1)
    }

    private mutating func numberedDay(_ word: Range<Int>) throws(WrittenTimeError) -> CalendarDay {
        scanner.skipSpaces()
        let digits = scanner.digits()
        guard !digits.isEmpty else {
            throw WrittenTimeError("'day' needs a number.", help: "Write day 1 for the first Monday.", at: word)
        }
        let number = scanner.number(digits)
        guard 1...ExampleTime.lastNumber ~= number else {
            throw WrittenTimeError(
                "There is no day \(scanner.text(digits)).", help: "Days go from 1, the first Monday, to 9999.",
                at: digits)
        }
        return ExampleTime.firstDay.adding(days: number - 1)
    }
}
