/// The clock rules of one place: when its wall clocks were, are and will be how far from UTC.
public struct Zone: Hashable, Sendable {
    /// Coordinated universal time, which never changes.
    public static let utc = Zone(name: "UTC", table: OffsetTable(offset: 0))

    /// The zone's name: `Europe/Berlin`.
    public let name: String

    private let table: OffsetTable

    /// Reads the bytes of a TZif file (versions 1 to 4), with the rule at its end for the years after its table.
    public init(name: String, tzif: [UInt8]) throws(ZoneError) {
        var reader = ZoneFileReader(bytes: tzif)
        self.init(name: name, table: try reader.table())
    }

    /// What the wall shows at an instant.
    public func wallTime(at instant: Instant) -> WallTime {
        WallTime(localSeconds: instant.seconds + Int64(table.offset(at: instant.seconds)))
    }

    /// An instant as RFC 3339 writes it, in this zone and with its offset from UTC: `2026-11-20T10:00:00-05:00`.
    public func timestamp(at instant: Instant) -> String {
        let wall = wallTime(at: instant)
        return "\(wall.day)T\(wall.clock):\(padded(wall.second, to: 2))\(WrittenOffset.text(offset(at: instant)))"
    }

    /// How many seconds the wall is ahead of UTC (east of it) at an instant.
    public func offset(at instant: Instant) -> Int {
        Int(table.offset(at: instant.seconds))
    }

    /// The instants at which a wall shows a time.
    public enum Resolution: Hashable, Sendable {
        /// It is shown once.
        case once(Instant)
        /// It is never shown, because the clocks go forward over it: `before` is the last second before they do, `after`
        /// the first second after.
        case skipped(before: Instant, after: Instant)
        /// It is shown twice, because the clocks go back over it.
        case twice(first: Instant, second: Instant)
    }

    /// The instants at which the wall shows `wall`.
    public func resolve(_ wall: WallTime) -> Resolution {
        table.resolve(wall.localSeconds)
    }

    /// The first instant at which the wall shows `wall`; when it never does, the first after the clocks go forward.
    public func instant(of wall: WallTime) -> Instant {
        table.firstInstant(showing: wall.localSeconds)
    }

    /// The first instant of a day, which is not always 00:00.
    ///
    /// A day that the zone left out altogether (Samoa, 30 December 2011) has no instant: its start is the next day's.
    public func startOfDay(_ day: CalendarDay) -> Instant {
        table.firstInstant(showing: Int64(day.number) * 86_400)
    }

    /// The last whole second of a day: one before the next day starts.
    ///
    /// Where the clocks went back over midnight (Newfoundland until 2011), what repeats belongs to the next day.
    public func endOfDay(_ day: CalendarDay) -> Instant {
        table.firstInstant(showing: (Int64(day.number) + 1) * 86_400).adding(seconds: -1)
    }

    /// Feeds the name only: zones of one name seldom differ.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }

    private init(name: String, table: OffsetTable) {
        self.name = name
        self.table = table
    }
}
