extension TimePhraseReader {
    /// `3 days ago`, `2h ago`, `an hour ago`, `in 2 weeks`, `in 2 days at 15:00`.
    ///
    /// Minutes and hours are counted from `now`, to the second; the others from today, which gives a whole day unless a
    /// clock time follows.
    mutating func elapsed() throws(WrittenTimeError) -> Moment? {
        let amount = attempt { reader -> (count: Int, unit: Span.Unit)? in
            let isAhead = reader.take("in")
            guard let amount = reader.amount(), isAhead || reader.take("ago") else { return nil }
            return (isAhead ? amount.count : -amount.count, amount.unit)
        }
        guard let amount else { return nil }
        if let seconds = Span(count: abs(amount.count), unit: amount.unit).seconds {
            return try within(Moment(at: now.adding(seconds: amount.count < 0 ? -seconds : seconds), in: zone))
        }
        return try within(try time(on: day(amount.count, amount.unit)))
    }

    private func day(_ count: Int, _ unit: Span.Unit) -> CalendarDay {
        switch unit {
        case .months: today.adding(months: count)
        case .weeks: today.adding(days: count * 7)
        case .minutes, .hours, .days, .businessDays: today.adding(days: count)
        }
    }

    private func within(_ moment: Moment) throws(WrittenTimeError) -> Moment {
        let day = zone.wallTime(at: moment.start).day
        guard day > .first, day < .last else {
            throw WrittenTimeError("This lies outside the years 1 to 9999.", at: rangeRead)
        }
        return moment
    }

    /// `3 days`, `3d`, `a week`; nil when the words are no amount of time, and then it may have stepped.
    private mutating func amount() -> (count: Int, unit: Span.Unit)? {
        let digits = nextWord.prefix { "0"..."9" ~= $0 }
        guard !digits.isEmpty || nextWord == "a" || nextWord == "an" else { return nil }
        let attached = digits.isEmpty ? "" : String(nextWord.dropFirst(digits.count))
        guard let count = digits.isEmpty ? 1 : Int(digits), count < 1_000_000 else { return nil }
        step()
        if let unit = Self.unit(attached) { return (count, unit) }
        guard attached.isEmpty, let unit = Self.unit(nextWord) else { return nil }
        step()
        return (count, unit)
    }

    private static func unit(_ word: String) -> Span.Unit? {
        switch word {
        case "m", "min", "mins", "minute", "minutes": .minutes
        case "h", "hr", "hrs", "hour", "hours": .hours
        case "d", "day", "days": .days
        case "w", "wk", "wks", "week", "weeks": .weeks
        case "month", "months": .months
        default: nil
        }
    }
}
