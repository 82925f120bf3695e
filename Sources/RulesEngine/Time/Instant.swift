/// A point in time, to the second, the same everywhere.
///
/// Instants reach a little past the years 1 to 9999, so that every day of every zone fits; what lies further is brought
/// back to ``distantPast`` or ``distantFuture``. The difference of two instants therefore never overflows.
public struct Instant: Comparable, Hashable, Sendable {
    /// Earlier than every moment that can be written.
    public static let distantPast = Instant(seconds: .min)

    /// Later than every moment that can be written.
    public static let distantFuture = Instant(seconds: .max)

    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
    public let seconds: Int64

    /// The instant `seconds` after 1970-01-01T00:00:00Z, brought into the range that instants have.
    public init(seconds: Int64) {
        self.seconds = min(max(seconds, Self.bounds.lowerBound), Self.bounds.upperBound)
    }

    /// The instant `seconds` later (earlier when negative), stopping at the ends of time.
    public func adding(seconds: Int64) -> Instant {
        let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
        guard overflow else { return Instant(seconds: sum) }
        return seconds < 0 ? .distantPast : .distantFuture
    }

    /// Whether `left` comes before `right`.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.seconds < right.seconds
    }

    /// Two days more than the years 1 to 9999: no zone is further than a day from UTC.
    private static let bounds: ClosedRange<Int64> = -62_135_769_600...253_402_473_599
}
