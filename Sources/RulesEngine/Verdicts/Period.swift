/// A stretch of time a verdict is about, such as a calendar week.
public struct Period: Sendable, Hashable {
    /// How long it is.
    public enum Unit: UInt8, Sendable {
        case day, week, month
        /// It moves along with the clock.
        case rolling
        /// It began with an activity and goes on.
        case since

        /// A word that stays the same between runs: `week`.
        var word: String {
            switch self {
            case .day: "day"
            case .week: "week"
            case .month: "month"
            case .rolling: "counted from"
            case .since: "since"
            }
        }
    }

    /// Its first instant, in seconds; of a rolling one what it counts from.
    public let start: Int64
    /// How long it is.
    public let unit: Unit

    init(unit: Unit, start: Int64) {
        self.start = start
        self.unit = unit
    }
}

/// A count behind a verdict: so many of so many.
public struct Tally: Sendable, Hashable {
    private let counted: Int32
    private let of: Int32

    /// How many there are.
    public var count: Int { Int(counted) }
    /// How many were wanted, or counted.
    public var total: Int { Int(of) }

    init(count: Int, total: Int) {
        counted = Int32(clamping: count)
        of = Int32(clamping: total)
    }
}
