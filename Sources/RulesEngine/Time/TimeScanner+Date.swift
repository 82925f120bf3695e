extension TimeScanner {
    /// Reads a date as `2026-11-20`, and steps over it.
    ///
    /// Another form of date is an error that shows this one, and repairs the text when only one day can be meant.
    mutating func date() throws(WrittenTimeError) -> CalendarDay {
        let start = self
        guard let (year, month, day) = isoDate() else { throw start.notADate() }
        let range = start.position..<position
        guard let date = CalendarDay(year: year, month: month, day: day) else {
            throw noSuchDay(year: year, month: month, day: day, at: range)
        }
        return date
    }

    /// Steps over four, two and two digits with hyphens between them, and gives their numbers.
    private mutating func isoDate() -> (year: Int, month: Int, day: Int)? {
        let year = digits()
        guard year.count == 4, take("-") else { return nil }
        let month = digits()
        guard month.count == 2, take("-") else { return nil }
        let day = digits()
        guard day.count == 2 else { return nil }
        return (number(year), number(month), number(day))
    }

    /// The error for a day that its month does not have.
    func noSuchDay(year: Int, month: Int, day: Int, at range: Range<Int>) -> WrittenTimeError {
        guard year > 0 else {
            return WrittenTimeError("There is no year 0.", help: "Years go from 0001 to 9999.", at: range)
        }
        guard 1...12 ~= month else {
            return WrittenTimeError(
                "There is no month \(month).", help: "A date is written year-month-day: 2026-11-20.", at: range)
        }
        let name = MonthName.all[month - 1]
        let length = CalendarDay.length(ofMonth: month, year: year)
        return WrittenTimeError(
            "There is no \(day) \(name) \(year).", help: "\(name) \(year) has \(length) days.", at: range)
    }

    /// The error for a text that does not go on with a date.
    private func notADate() -> WrittenTimeError {
        guard let foreign = ForeignDate(at: self) else {
            return WrittenTimeError(
                "'\(text(rest))' is not a date.", help: "Write 2026-11-20, or 2026-11-20 10:00.", at: rest)
        }
        return foreignDate(foreign)
    }

    /// The error for a date in another form.
    func foreignDate(_ foreign: ForeignDate) -> WrittenTimeError {
        let written = text(foreign.range)
        switch foreign.days.count {
        case 0:
            if foreign.readings.count == 1, let only = foreign.readings.first, let year = only.year {
                return noSuchDay(year: year, month: only.month, day: only.day, at: foreign.range)
            }
            return WrittenTimeError(
                "'\(written)' is not a whole date.", help: "Write year, month and day: 2026-11-20.", at: foreign.range)
        case 1:
            let date = foreign.days[0].description
            return WrittenTimeError(
                "'\(written)' is not how a date is written.", help: "Write \(date).", at: foreign.range,
                replacement: replacing(foreign.range, with: date))
        default:
            let (one, other) = (foreign.days[0], foreign.days[1])
            return WrittenTimeError(
                "'\(written)' can mean \(one.inWords) or \(other.inWords).", help: "Write \(one) or \(other).",
                at: foreign.range, choices: [one.description, other.description])
        }
    }
}

extension CalendarDay {
    /// Day and month: `3 April`.
    var inWords: String {
        "\(day) \(MonthName.all[month - 1])"
    }
}
