extension TimePhraseReader {
    /// `today`, `yesterday 15:00`, `mon`, `on monday at 10:00`, `last friday`, `next tue 14:00`.
    mutating func namedDay() throws(WrittenTimeError) -> Moment? {
        if take("today") { return try time(on: today) }
        if take("yesterday") { return try time(on: today.adding(days: -1)) }
        if take("tomorrow") { return try time(on: today.adding(days: 1)) }
        if let weekday = takeWeekday(after: "last") { return try time(on: day(weekday, daysAway: -7 ... -1)) }
        if let weekday = takeWeekday(after: "next") { return try time(on: day(weekday, daysAway: 1...7)) }
        guard let weekday = takeWeekday(after: nil) ?? takeWeekday(after: "on") else { return nil }
        let days = direction == .past ? -6...0 : 0...6
        let moment = try time(on: day(weekday, daysAway: days))
        return try requireDirection(moment, weekday.name)
    }

    /// A clock time alone, which is today's; one that lies the wrong way is an error that asks for the day.
    mutating func clockToday() throws(WrittenTimeError) -> Moment? {
        guard let moment = try clock(on: today) else { return nil }
        return try requireDirection(moment, nil)
    }

    /// Steps over a weekday, and over the word before it when there should be one.
    private mutating func takeWeekday(after word: String?) -> Weekday? {
        attempt { reader -> Weekday? in
            if let word, !reader.take(word) { return nil }
            guard let weekday = Weekday(written: reader.nextWord) else { return nil }
            reader.step()
            return weekday
        }
    }

    /// The only day of that name in a week's worth of days around today.
    private func day(_ weekday: Weekday, daysAway: ClosedRange<Int>) -> CalendarDay {
        let first = today.adding(days: daysAway.lowerBound)
        return first.adding(days: (weekday.rawValue - first.weekday.rawValue + 7) % 7)
    }

    /// Refuses a time of today that lies the wrong way, because then another day may be meant.
    private func requireDirection(_ moment: Moment, _ weekday: String?) throws(WrittenTimeError) -> Moment {
        let isWrong = direction == .past ? moment.start > now : moment.end < now
        guard isWrong, moment.precision != .day else { return moment }
        let clock = zone.wallTime(at: moment.start).clock
        let other = otherDay(weekday)
        throw WrittenTimeError(
            direction == .past ? "\(clock) is still to come today." : "\(clock) has passed today.",
            help: "Write \(other) \(clock) or today \(clock).", at: rangeRead,
            choices: ["\(other) \(clock)"])
    }

    /// How to name the day that is meant if it is not today.
    private func otherDay(_ weekday: String?) -> String {
        guard let weekday else { return direction == .past ? "yesterday" : "tomorrow" }
        return "\(direction == .past ? "last" : "next") \(weekday.lowercased())"
    }
}
