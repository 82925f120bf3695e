/// Where a person's calendar lives: everything that counting days needs.
public struct TimeFrame: Hashable, Sendable {
    /// The zone whose days are counted.
    public let zone: Zone

    /// The days that are no business days.
    public let holidays: Holidays

    /// The calendar of a zone with these holidays.
    public init(zone: Zone, holidays: Holidays = .none) {
        self.zone = zone
        self.holidays = holidays
    }

    /// The last instant, inclusive, of `span` counted after `start`.
    ///
    /// Minutes and hours are exact; days, weeks and months end with that calendar day; business days start with the
    /// next one and end with their last. No days at all end with the day itself. It is never earlier than `start`.
    public func end(of span: Span, after start: Instant) -> Instant {
        if let seconds = span.seconds { return start.adding(seconds: seconds) }
        return max(start, zone.endOfDay(day(span, from: start, direction: 1)))
    }

    /// The latest instant that is at least `span` ahead of `start`.
    ///
    /// Minutes and hours are exact; otherwise it is the end of the calendar day that lies the span earlier, business
    /// days being counted backwards from the day before. It is never later than `start`.
    public func latest(_ span: Span, ahead start: Instant) -> Instant {
        if let seconds = span.seconds { return start.adding(seconds: -seconds) }
        return min(start, zone.endOfDay(day(span, from: start, direction: -1)))
    }

    /// The earliest instant that is no older than `span` before `start`.
    ///
    /// Minutes and hours are exact; otherwise it is the start of the calendar day that lies the span earlier, business
    /// days being counted backwards from the day before.
    public func earliest(_ span: Span, before start: Instant) -> Instant {
        if let seconds = span.seconds { return start.adding(seconds: -seconds) }
        return zone.startOfDay(day(span, from: start, direction: -1))
    }

    /// The calendar day that lies `span` after (`direction` 1) or before (-1) that of `start`.
    private func day(_ span: Span, from start: Instant, direction: Int) -> CalendarDay {
        let day = zone.wallTime(at: start).day
        let count = span.count * direction
        return switch span.unit {
        case .weeks: day.adding(days: count.multipliedClamping(by: 7))
        case .months: day.adding(months: count)
        case .businessDays: businessDay(span.count, from: day, direction: direction)
        case .minutes, .hours, .days: day.adding(days: count)
        }
    }

    /// The business day that is `count` business days away from `day`, which itself does not count.
    private func businessDay(_ count: Int, from day: CalendarDay, direction: Int) -> CalendarDay {
        var reached = day
        var left = count
        while left > 0, reached != (direction < 0 ? .first : .last) {
            reached = reached.adding(days: direction)
            if holidays.isBusinessDay(reached) { left -= 1 }
        }
        return reached
    }
}
