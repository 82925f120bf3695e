/// What a calendar and a clock on the wall show: a day and a time of day, without a zone.
public struct WallTime: Comparable, Hashable, Sendable {
    /// The calendar day.
    public let day: CalendarDay

    /// Seconds since the clock showed 00:00, from 0 to 86 399.
    public let secondOfDay: Int32

    /// The wall time `secondOfDay` seconds after 00:00; seconds outside 0 to 86 399 become the nearest of these.
    public init(day: CalendarDay, secondOfDay: Int32) {
        self.day = day
        self.secondOfDay = min(max(secondOfDay, 0), 86_399)
    }

    /// The wall time with this hour, minute and second, or nil when no clock shows it.
    public init?(day: CalendarDay, hour: Int, minute: Int, second: Int = 0) {
        guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second else { return nil }
        self.init(day: day, secondOfDay: Int32(hour * 3600 + minute * 60 + second))
    }

    /// The hour, 0 to 23.
    public var hour: Int { Int(secondOfDay) / 3600 }

    /// The minute, 0 to 59.
    public var minute: Int { Int(secondOfDay) / 60 % 60 }

    /// The second, 0 to 59.
    public var second: Int { Int(secondOfDay) % 60 }

    /// The wall time as people read it, without seconds: `Tue 24 Nov 2026 10:00`.
    public var spoken: String { "\(spokenDay) \(clock)" }

    /// Its day as people read it: `Tue 24 Nov 2026`.
    public var spokenDay: String {
        let (year, month, dayOfMonth) = day.date
        return "\(day.weekday.shortName) \(dayOfMonth) \(MonthName.short(month)) \(year)"
    }

    /// Whether `left` is shown before `right`.
    public static func < (left: WallTime, right: WallTime) -> Bool {
        (left.day, left.secondOfDay) < (right.day, right.secondOfDay)
    }

    /// The time of day without seconds: `09:30`.
    var clock: String {
        "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
    }

    /// Seconds since 1970-01-01 00:00 on the same wall.
    var localSeconds: Int64 {
        Int64(day.number) * 86_400 + Int64(secondOfDay)
    }

    /// The wall time `localSeconds` after 1970-01-01 00:00, brought into the years 1 to 9999.
    init(localSeconds: Int64) {
        let dayNumber = (localSeconds >= 0 ? localSeconds : localSeconds - 86_399) / 86_400
        let day = CalendarDay(number: Int32(clamping: dayNumber))
        self.init(day: day, secondOfDay: Int32(clamping: localSeconds - Int64(day.number) * 86_400))
    }
}
