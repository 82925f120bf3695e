/// A day of every year, and the time on it at which the clocks change.
struct YearlyChange: Hashable, Sendable {
    /// Which day of the year.
    enum Day: Hashable, Sendable {
        /// `J60`: the 60th day when 29 February is never counted, 1 to 365.
        case ofCommonYear(Int)
        /// `59`: the day after 59 others, 0 to 365.
        case ofYear(Int)
        /// `M3.5.0`: a weekday (0 is Sunday) of a week of a month; week 5 is the last.
        case ofMonth(Int, week: Int, weekday: Int)
    }

    /// The day.
    let day: Day

    /// Seconds after 00:00 of that day, which may lie on days around it.
    let second: Int

    /// The instant of the change in a year, while the wall is `offset` seconds ahead of UTC.
    func instant(in year: Int, offset: Int32) -> Int64 {
        Int64(dayNumber(in: year)) * 86_400 + Int64(second) - Int64(offset)
    }

    /// Days from 1970-01-01 to the day in a year.
    private func dayNumber(in year: Int) -> Int {
        let newYear = CalendarDay.number(year: year, month: 1, day: 1)
        switch day {
        case .ofCommonYear(let day):
            return newYear + day - 1 + (day >= 60 && CalendarDay.isLeap(year) ? 1 : 0)
        case .ofYear(let days):
            return newYear + days
        case .ofMonth(let month, let week, let weekday):
            return dayNumber(year: year, month: month, week: week, weekday: weekday)
        }
    }

    private func dayNumber(year: Int, month: Int, week: Int, weekday: Int) -> Int {
        let first = CalendarDay.number(year: year, month: month, day: 1)
        // 1 January 1970 was a Thursday, number 4 when Sunday is 0.
        let firstWeekday = ((first + 4) % 7 + 7) % 7
        let firstMatch = first + (weekday - firstWeekday + 7) % 7
        let match = firstMatch + (week - 1) * 7
        let end = first + CalendarDay.length(ofMonth: month, year: year)
        return match < end ? match : match - 7
    }
}
