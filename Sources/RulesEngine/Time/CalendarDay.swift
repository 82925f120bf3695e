/// A day of the Gregorian calendar in the years 1 to 9999, without a zone.
///
/// Arithmetic that would leave those years stops at their first or last day.
public struct CalendarDay: Comparable, Hashable, Sendable, CustomStringConvertible {
    /// 1 January of the year 1.
    public static let first = CalendarDay(number: .min)

    /// 31 December of the year 9999.
    public static let last = CalendarDay(number: .max)

    /// Days since 1970-01-01.
    public let number: Int32

    /// The day `number` days after 1970-01-01, brought into the years 1 to 9999.
    public init(number: Int32) {
        self.number = min(max(number, Self.bounds.lowerBound), Self.bounds.upperBound)
    }

    /// The day with this date, or nil when there is none (30 February, month 13, year 0).
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month else { return nil }
        guard 1...Self.length(ofMonth: month, year: year) ~= day else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// The year, 1 to 9999.
    public var year: Int { date.year }

    /// The month, 1 to 12.
    public var month: Int { date.month }

    /// The day of the month, 1 to 31.
    public var day: Int { date.day }

    /// The day of the week.
    public var weekday: Weekday {
        let sinceMonday = Int(number + 3) % 7
        return Weekday.allCases[sinceMonday < 0 ? sinceMonday + 7 : sinceMonday]
    }

    /// The date as ISO 8601 writes it: `2026-11-20`.
    public var description: String {
        let (year, month, day) = date
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// The day `days` later (earlier when negative).
    public func adding(days: Int) -> CalendarDay {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        guard !overflow else { return days < 0 ? .first : .last }
        return CalendarDay(number: Int32(clamping: sum))
    }

    /// The same day of the month `months` later, or that month's last day when it is shorter: 31 January + 1 month is
    /// 28 or 29 February.
    public func adding(months: Int) -> CalendarDay {
        let (year, month, day) = date
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, 12..<120_000 ~= total else { return months < 0 ? .first : .last }
        let reached = (year: total / 12, month: total % 12 + 1)
        let length = Self.length(ofMonth: reached.month, year: reached.year)
        return CalendarDay(validYear: reached.year, month: reached.month, day: min(day, length))
    }

    /// Whether `left` comes before `right`.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.number < right.number
    }

    /// How many days a month has; `month` is 1 to 12.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29 February.
    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Year, month and day, found together because each needs the others.
    ///
    /// The year is taken to begin in March, so that the leap day comes last (Howard Hinnant's `civil_from_days`).
    var date: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + Self.daysFromMarchOfYearZero
        let era = shifted / Self.daysIn400Years
        let dayOfEra = shifted % Self.daysIn400Years
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// Days from 1970-01-01 to a date of the Gregorian calendar in any year from 1 on, past 9999 too.
    static func number(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let days = marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear
        return days - daysFromMarchOfYearZero
    }

    /// The day with a date that is known to exist.
    private init(validYear year: Int, month: Int, day: Int) {
        self.init(number: Int32(clamping: Self.number(year: year, month: month, day: day)))
    }

    private static let bounds: ClosedRange<Int32> = -719_162...2_932_896
    private static let daysFromMarchOfYearZero = 719_468
    private static let daysIn400Years = 146_097
}

/// `number` in at least `width` digits, with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
