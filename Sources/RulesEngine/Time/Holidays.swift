/// The days that are no business days, beside Saturdays and Sundays.
public struct Holidays: Hashable, Sendable {
    /// No holidays at all.
    public static let none = Holidays([])

    private let days: [CalendarDay]

    /// The holidays among `days`, which may come in any order and more than once.
    public init(_ days: [CalendarDay]) {
        var unique: [CalendarDay] = []
        for day in days.sorted() where unique.last != day {
            unique.append(day)
        }
        self.days = unique
    }

    /// Whether a day is one of the holidays.
    public func contains(_ day: CalendarDay) -> Bool {
        var candidates = days[...]
        while let middle = candidates.indices.dropFirst(candidates.count / 2).first {
            if days[middle] == day { return true }
            candidates = days[middle] < day ? candidates[(middle + 1)...] : candidates[..<middle]
        }
        return false
    }

    /// Whether people work on a day: neither Saturday, Sunday nor holiday.
    public func isBusinessDay(_ day: CalendarDay) -> Bool {
        !day.weekday.isWeekend && !contains(day)
    }
}
