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

    /// How long it is.
    public let unit: Unit
    /// Its first instant, in seconds; of a rolling one what it counts from.
    public let start: Int64
}

/// A count behind a verdict: so many of so many.
public struct Tally: Sendable, Hashable {
    /// How many there are.
    public let count: Int
    /// How many were wanted, or counted.
    public let total: Int
}
