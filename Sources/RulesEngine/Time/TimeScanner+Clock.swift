extension TimeScanner {
    /// Reads a time of day in one of its forms and steps over it; nil, without a step, when the text goes on otherwise.
    ///
    /// Something that begins like a time but is none (25:00, 10:5) is an error.
    mutating func clock() throws(WrittenTimeError) -> WrittenClock? {
        let start = self
        let hour = digits()
        guard 1...2 ~= hour.count else {
            self = start
            return nil
        }
        if next == ":" { return try colons(hour) }
        if let clock = try halfDay(hour, minute: 0) { return clock }
        if let clock = try dots(hour) { return clock }
        self = start
        return nil
    }

    /// Reads a time of day in the one form `9:30`; the others are errors that show it.
    mutating func strictClock() throws(WrittenTimeError) -> WrittenClock? {
        guard let clock = try clock() else { return nil }
        try requireColons(clock)
        return clock
    }

    /// Refuses a time in another form than `9:30`, and repairs it.
    func requireColons(_ clock: WrittenClock) throws(WrittenTimeError) {
        guard clock.form != .colons else { return }
        throw WrittenTimeError(
            "'\(text(clock.range))' is not how a time of day is written.", help: "Write \(clock.text).",
            at: clock.range, replacement: replacing(clock.range, with: clock.text))
    }

    /// `:30`, `:30:15`, `:30pm` after an hour.
    private mutating func colons(_ hour: Range<Int>) throws(WrittenTimeError) -> WrittenClock {
        let minute = try twoDigits("minute", after: hour)
        if let clock = try halfDay(hour, minute: minute) { return clock }
        let second = next == ":" ? try twoDigits("second", after: hour) : 0
        try refuseFraction(after: hour)
        return try clock(hour, minute: minute, second: second, form: .colons)
    }

    /// `.30` after an hour, when it is the end of a word and could be a time.
    private mutating func dots(_ hour: Range<Int>) throws(WrittenTimeError) -> WrittenClock? {
        guard take(".") else { return nil }
        let minute = digits()
        guard minute.count == 2, isAtWordEnd, number(hour) < 24, number(minute) < 60 else { return nil }
        return try clock(hour, minute: number(minute), second: 0, form: .dots)
    }

    /// `pm` or ` pm` after an hour.
    private mutating func halfDay(_ hour: Range<Int>, minute: Int) throws(WrittenTimeError) -> WrittenClock? {
        var after = self
        after.skipSpaces()
        let half = after.text(after.letters()).lowercased()
        guard half == "am" || half == "pm", after.isAtWordEnd else { return nil }
        let hours = number(hour)
        guard 1...12 ~= hours else {
            throw noSuchHalf(hours, minute: minute, half, at: hour.lowerBound..<after.position)
        }
        self = after
        let second = (hours % 12 + (half == "pm" ? 12 : 0)) * 3600 + minute * 60
        return WrittenClock(second: second, range: hour.lowerBound..<position, form: .halfDay)
    }

    private func noSuchHalf(_ hour: Int, minute: Int, _ half: String, at range: Range<Int>) -> WrittenTimeError {
        let time = "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
        let isSure = half == "pm" && 13...23 ~= hour
        return WrittenTimeError(
            "With '\(half)' the hours go from 1 to 12.", help: isSure ? "Write \(time)." : "Write 15:00 or 3pm.",
            at: range, replacement: isSure ? replacing(range, with: time) : nil)
    }

    /// Steps over a colon and the two digits of a minute or second.
    private mutating func twoDigits(_ unit: String, after hour: Range<Int>) throws(WrittenTimeError) -> Int {
        _ = take(":")
        let digits = digits()
        let range = hour.lowerBound..<position
        guard digits.count == 2 else {
            throw WrittenTimeError(
                "'\(text(range))' needs two digits for the \(unit).", help: "Write 09:05 or 15:00.", at: range)
        }
        guard number(digits) < 60 else {
            throw WrittenTimeError(
                "There is no \(unit) \(number(digits)).", help: "The \(unit)s go from 00 to 59.", at: range)
        }
        return number(digits)
    }

    private mutating func refuseFraction(after hour: Range<Int>) throws(WrittenTimeError) {
        var after = self
        guard after.take(".", ",") else { return }
        guard !after.digits().isEmpty else { return }
        let fraction = position..<after.position
        throw WrittenTimeError(
            "Times are whole seconds.", help: "Leave out '\(text(fraction))'.", at: fraction,
            replacement: replacing(fraction, with: ""))
    }

    private func clock(
        _ hour: Range<Int>, minute: Int, second: Int, form: WrittenClock.Form
    ) throws(WrittenTimeError) -> WrittenClock {
        let range = hour.lowerBound..<position
        let hours = number(hour)
        guard hours < 24 else {
            let isMidnight = hours == 24 && minute == 0 && second == 0
            let help = isMidnight ? "Write 23:59, or 00:00 of the next day." : "The hours go from 00:00 to 23:59."
            throw WrittenTimeError("A day has no \(text(range)).", help: help, at: range)
        }
        return WrittenClock(second: hours * 3600 + minute * 60 + second, range: range, form: form)
    }

    /// Whether a word ends here: at a space or at the end.
    var isAtWordEnd: Bool {
        next.map { $0.properties.isWhitespace } ?? true
    }
}
