/// Reads a moment in the forms of ``Moment/read(_:in:)``.
struct MomentReader {
    private let zone: Zone

    /// The text, and how far it is read.
    var scanner: TimeScanner

    /// A reader of a whole text.
    init(_ text: String, zone: Zone) {
        self.init(scanner: TimeScanner(text), zone: zone)
    }

    /// A reader that goes on where a scanner is.
    init(scanner: TimeScanner, zone: Zone) {
        self.scanner = scanner
        self.zone = zone
    }

    /// The whole rest of the text as a date, with or without a time.
    mutating func moment() throws(WrittenTimeError) -> Moment {
        guard !scanner.rest.isEmpty else {
            throw WrittenTimeError(
                "A date is missing here.", help: "Write 2026-11-20, or 2026-11-20 10:00.", at: scanner.rest)
        }
        let start = scanner.position
        let day = try scanner.date()
        return try time(on: day, writtenAt: start..<scanner.position)
    }

    /// The whole rest of the text as a time of a day that was written at `range`; without one, the whole day.
    mutating func time(on day: CalendarDay, writtenAt range: Range<Int>) throws(WrittenTimeError) -> Moment {
        let isSeparated = scanner.take("T", "t") || scanner.skipSpaces()
        guard !scanner.rest.isEmpty else { return try zone.written(day, at: range) }
        guard isSeparated, let clock = try scanner.strictClock() else { throw notATime() }
        scanner.skipSpaces()
        let moment = try moment(clock.wall(on: day), writtenAt: range.lowerBound..<clock.range.upperBound)
        scanner.skipSpaces()
        guard scanner.isAtEnd else { throw notTheEnd() }
        return moment
    }

    /// The moment of a wall time, and of the offset that may come next.
    mutating func moment(_ wall: WallTime, writtenAt range: Range<Int>) throws(WrittenTimeError) -> Moment {
        guard let offset = try scanner.offset() else {
            return Moment(at: try zone.written(wall, at: range), in: zone)
        }
        let instant = Instant(seconds: wall.localSeconds - Int64(offset))
        // The calendar stops at its first and last day; further out it no longer shows the instant.
        guard zone.wallTime(at: instant).localSeconds == instant.seconds + Int64(zone.offset(at: instant)) else {
            throw WrittenTimeError(
                "In \(zone.name) this lies outside the years 1 to 9999.", at: range.lowerBound..<scanner.position)
        }
        return Moment(at: instant, in: zone)
    }

    private func notATime() -> WrittenTimeError {
        WrittenTimeError(
            "'\(scanner.text(scanner.rest))' is not a time of day.", help: "Write 09:30 or 15:00.", at: scanner.rest)
    }

    private func notTheEnd() -> WrittenTimeError {
        WrittenTimeError(
            "'\(scanner.text(scanner.rest))' does not belong to a time.", help: "End after the time of day.",
            at: scanner.rest)
    }
}
