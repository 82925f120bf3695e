/// A moment as somebody wrote it: an instant, or only a day, which then is the whole of that day.
public struct Moment: Hashable, Sendable {
    /// How exactly a moment was written.
    public enum Precision: String, CaseIterable, Hashable, Sendable {
        /// To the second: the clock showed seconds other than 00.
        case second
        /// To the minute.
        case minute
        /// To the day.
        case day
    }

    /// The instant, or the first instant of the day.
    public let start: Instant

    /// The instant, or the last whole second of the day.
    public let end: Instant

    /// How exactly the moment was written.
    public let precision: Precision

    /// The moment of an instant, precise to the minute when the wall in `zone` shows a full minute, else to the second.
    public init(at instant: Instant, in zone: Zone) {
        let isFullMinute = zone.wallTime(at: instant).second == 0
        self.init(from: instant, until: instant, precision: isFullMinute ? .minute : .second)
    }

    /// The whole of a day in a zone.
    public init(day: CalendarDay, in zone: Zone) {
        let start = zone.startOfDay(day)
        self.init(from: start, until: max(start, zone.endOfDay(day)), precision: .day)
    }

    /// The moment with these parts, for one that was stored; nil when they contradict each other.
    public init?(start: Instant, end: Instant, precision: Precision) {
        guard precision == .day ? start <= end : start == end else { return nil }
        self.init(from: start, until: end, precision: precision)
    }

    /// The moment as people read it: `Tue 24 Nov 2026 10:00`, and the day alone when only that is known.
    public func spoken(in zone: Zone) -> String {
        let wall = zone.wallTime(at: start)
        return precision == .day ? wall.spokenDay : wall.spoken
    }

    /// Reads `2026-11-20`, `2026-11-20 10:00` or `2026-11-20T10:00:30`, with an optional `Z` or `+01:00` at its end.
    ///
    /// Without an offset the time is that of the wall in `zone`, the first of the two when it comes twice. What does not
    /// exist (30 February, 25:00, a time the clocks go forward over) is an error.
    public static func read(_ text: String, in zone: Zone) -> Result<Moment, WrittenTimeError> {
        Result { () throws(WrittenTimeError) in
            var reader = MomentReader(text, zone: zone)
            return try reader.moment()
        }
    }

    /// The moment in the form that ``read(_:in:)`` reads back to the same: `2026-11-20 10:00`.
    ///
    /// Seconds appear when they are not 00, the offset when the wall in `zone` shows this time twice. A day of another
    /// zone is written as its first instant.
    public func written(in zone: Zone) -> String {
        let wall = zone.wallTime(at: start)
        if precision == .day, self == Moment(day: wall.day, in: zone) { return wall.day.description }
        let seconds = wall.second == 0 ? "" : ":\(padded(wall.second, to: 2))"
        let offset = zone.resolve(wall) == .once(start) ? "" : WrittenOffset.text(zone.offset(at: start))
        return "\(wall.day) \(wall.clock)\(seconds)\(offset)"
    }

    private init(from start: Instant, until end: Instant, precision: Precision) {
        self.start = start
        self.end = end
        self.precision = precision
    }
}
