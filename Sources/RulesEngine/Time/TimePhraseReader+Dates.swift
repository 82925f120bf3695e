extension TimePhraseReader {
    /// A date with or without a time: `2026-11-20`, `Nov 20`, `20.11.`, `11/20`, `the 20th`.
    ///
    /// One that can be several days, and one that is far away without its year, is an error that shows them.
    mutating func date() throws(WrittenTimeError) -> Moment? {
        try refuseDots()
        if let day = try foreignDay() { return try time(on: day) }
        if let day = try dayOfMonth() { return try time(on: day) }
        return try isoDate()
    }

    private mutating func isoDate() throws(WrittenTimeError) -> Moment? {
        guard nextWord.utf8.dropFirst(4).first == UInt8(ascii: "-"), Int(nextWord.prefix(4)) != nil,
            var scanner = scannerAtNextWord
        else { return nil }
        let day = try scanner.date()
        if end(at: scanner.position) { return try time(on: day) }
        guard scanner.take("T", "t", " ") else { return nil }
        return try clock(on: day, scanner)
    }

    /// A date in another form than `2026-11-20`, with or without `on`.
    private mutating func foreignDay() throws(WrittenTimeError) -> CalendarDay? {
        try attempt { reader throws(WrittenTimeError) in
            _ = reader.take("on")
            _ = reader.take("the")
            guard let scanner = reader.scannerAtNextWord, let foreign = ForeignDate(at: scanner),
                reader.end(at: foreign.range.upperBound),
                foreign.days.first?.description != scanner.text(foreign.range)
            else { return nil }
            return try reader.day(foreign, scanner)
        }
    }

    private func day(_ foreign: ForeignDate, _ scanner: TimeScanner) throws(WrittenTimeError) -> CalendarDay {
        let written = scanner.text(foreign.range)
        guard foreign.readings.contains(where: { $0.year == nil }) else { return try whole(foreign, scanner) }
        if written == "24/7" { throw roundTheClock(foreign.range) }
        var days: [CalendarDay] = []
        for reading in foreign.readings { if let day = nearest(reading) { days.append(day) } }
        if days.count > 1 { throw several(written, days, at: foreign.range) }
        guard let day = days.first, let reading = foreign.readings.first else { throw noSuchDay(foreign, scanner) }
        let reachable = abs(Int(day.number - today.number)) <= Self.halfAYear
        guard !reachable else { return day }
        throw several(written, around(reading), at: foreign.range, withYear: true)
    }

    /// The day of a date with its year, if it can be only one.
    private func whole(_ foreign: ForeignDate, _ scanner: TimeScanner) throws(WrittenTimeError) -> CalendarDay {
        guard foreign.days.count == 1, let day = foreign.days.first else { throw scanner.foreignDate(foreign) }
        return day
    }

    /// How far away a date without a year may be, in days, before it is asked for its year.
    private static var halfAYear: Int { 183 }

    /// The nearest such day in the direction that time is looked for; nil when no year nearby has it.
    private func nearest(_ reading: ForeignDate.Reading) -> CalendarDay? {
        let days = around(reading)
        return direction == .past ? days.last { $0 <= today } : days.first { $0 >= today }
    }

    private func around(_ reading: ForeignDate.Reading) -> [CalendarDay] {
        (today.year - 1...today.year + 1).compactMap {
            CalendarDay(year: $0, month: reading.month, day: reading.day)
        }
    }

    /// The day of a month alone: `the 20th`, `on the 3rd`; before another word, as in `the 2nd talk`, it is none.
    private mutating func dayOfMonth() throws(WrittenTimeError) -> CalendarDay? {
        attempt { reader -> CalendarDay? in
            let isOn = reader.take("on")
            _ = reader.take("the")
            guard var scanner = reader.scannerAtNextWord else { return nil }
            let digits = scanner.digits()
            guard 1...2 ~= digits.count, scanner.takeOrdinal(), reader.end(at: scanner.position),
                isOn || reader.isEndOfPhrase
            else { return nil }
            return reader.day(scanner.number(digits))
        }
    }

    /// The latest or the coming day with this number, in a month that has one.
    private func day(_ number: Int) -> CalendarDay? {
        let first = today.adding(days: 1 - today.day)
        let months = direction == .past ? stride(from: 0, through: -2, by: -1) : stride(from: 0, through: 2, by: 1)
        let days = months.compactMap { offset -> CalendarDay? in
            let month = first.adding(months: offset)
            return CalendarDay(year: month.year, month: month.month, day: number)
        }
        return days.first { direction == .past ? $0 <= today : $0 >= today }
    }

    /// `at 15`, `at 12`; an hour of the morning may as well be one of the evening.
    mutating func bareHour(on day: CalendarDay) throws(WrittenTimeError) -> Moment? {
        guard nextWord.count <= 2, let hour = Int(nextWord), 1...23 ~= hour else { return nil }
        step()
        let range = rangeOfLastWord
        _ = take("o'clock", "o’clock", "oclock", "sharp")
        guard isEndOfPhrase else { return nil }
        guard hour < 12 else { return try wholeHour(hour, on: day) }
        let (early, late) = ("\(hour):00", "\(hour + 12):00")
        throw WrittenTimeError(
            "'\(hour)' can be \(early) or \(late).", help: "Write \(early) or \(late).", at: range,
            choices: [early, late])
    }

    /// A moment on the hour.
    func wholeHour(_ hour: Int, on day: CalendarDay) throws(WrittenTimeError) -> Moment {
        let wall = WallTime(day: day, secondOfDay: Int32(hour * 3600))
        return Moment(at: try zone.written(wall, at: rangeRead), in: zone)
    }

    // MARK: Doubts

    /// `20.11` can be a time or a day, and neither is written so.
    private func refuseDots() throws(WrittenTimeError) {
        guard var scanner = scannerAtNextWord else { return }
        let start = scanner.position
        let first = scanner.digits()
        guard 1...2 ~= first.count, scanner.take(".") else { return }
        let second = scanner.digits()
        guard second.count == 2, scanner.isAtWordEnd, 1...31 ~= scanner.number(first),
            let day = nearest(
                ForeignDate.Reading(year: nil, month: scanner.number(second), day: scanner.number(first)))
        else { return }
        let range = start..<scanner.position
        let clock = "\(padded(scanner.number(first), to: 2)):\(scanner.text(second))"
        let choices = (scanner.number(first) < 24 ? [clock] : []) + [day.description]
        throw WrittenTimeError(
            "'\(scanner.text(range))' can be \(choices.count == 1 ? "\(day.inWords)" : "\(clock) or \(day.inWords)").",
            help: "Write \(choices.joined(separator: " or ")).", at: range, choices: choices)
    }

    private func several(
        _ written: String, _ days: [CalendarDay], at range: Range<Int>, withYear: Bool = false
    ) -> WrittenTimeError {
        let near = days.sorted { abs($0.number - today.number) < abs($1.number - today.number) }.prefix(2).sorted()
        let words = near.map { $0.inWords + (withYear ? " \($0.year)" : "") }
        return WrittenTimeError(
            "'\(written)' can mean \(words.joined(separator: " or ")).",
            help: "Write \(near.map(\.description).joined(separator: " or ")).", at: range,
            choices: near.map(\.description))
    }

    private func noSuchDay(_ foreign: ForeignDate, _ scanner: TimeScanner) -> WrittenTimeError {
        let reading = foreign.readings[0]
        return scanner.noSuchDay(year: today.year, month: reading.month, day: reading.day, at: foreign.range)
    }

    private func roundTheClock(_ range: Range<Int>) -> WrittenTimeError {
        WrittenTimeError(
            "'24/7' can mean 24 July or all the time.", help: "Write the date as 2026-07-24, or the text in quotes.",
            at: range)
    }
}
