/// The time in which something is counted (`per:`): a day, week or month of the calendar, or a span that moves along.
enum Stretch: Sendable, Hashable {
    case calendar(Period.Unit)
    case rolling(Span)

    /// The stretch of the calendar that contains a moment: its first and its last second, in the person's zone; weeks
    /// run from Monday to Sunday (rules.md §4a.13). Nil for one that moves along.
    func bounds(around moment: Int64, _ frame: TimeFrame) -> ClosedRange<Int64>? {
        guard case .calendar(let unit) = self else { return nil }
        let day = frame.zone.wallTime(at: Instant(seconds: moment)).day
        let first = Self.firstDay(unit, of: day)
        let start = frame.zone.startOfDay(first).seconds
        return start...max(start, frame.zone.endOfDay(Self.lastDay(unit, from: first)).seconds)
    }

    private static func firstDay(_ unit: Period.Unit, of day: CalendarDay) -> CalendarDay {
        switch unit {
        case .week: day.adding(days: 1 - day.weekday.rawValue)
        case .month: day.adding(days: 1 - day.day)
        case .day, .rolling, .since: day
        }
    }

    private static func lastDay(_ unit: Period.Unit, from first: CalendarDay) -> CalendarDay {
        switch unit {
        case .week: first.adding(days: 6)
        case .month: first.adding(months: 1).adding(days: -1)
        case .day, .rolling, .since: first
        }
    }

    /// How it reads behind a number of times: ` a week`, ` in any 30 days`.
    var spoken: String {
        switch self {
        case .calendar(let unit): " a \(unit.word)"
        case .rolling(let span): " in any \(span.description)"
        }
    }
}

extension RuleReader {
    /// `per: week`, `per: month`, `per: 30 days`; nil when it is not written or cannot be read.
    mutating func stretch() -> Stretch? {
        guard let value = node["per"], let text = value.readText("'per'", &diagnostics) else { return nil }
        if let unit = [Period.Unit.day, .week, .month].first(where: { $0.word == text }) { return .calendar(unit) }
        if case .success(let span) = Span.read(text), span.count > 0 { return .rolling(span) }
        diagnostics.report(.notAStretch(text, at: value.range))
        return nil
    }
}
