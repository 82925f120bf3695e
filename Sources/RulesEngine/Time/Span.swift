/// A stretch of time as a rule names it: `24 hours`, `3 business days`, `1 month`.
///
/// Minutes and hours are exact. The others count days of a calendar, so a ``TimeFrame`` says how long they last.
public struct Span: Hashable, Sendable, CustomStringConvertible {
    /// What a span counts.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        case minutes, hours, days, weeks, months
        case businessDays = "business days"

        /// The word for one of it: `business day`.
        public var singular: String {
            String(rawValue.dropLast())
        }
    }

    /// How many of the unit, 0 or more.
    public let count: Int

    /// What is counted.
    public let unit: Unit

    /// The span of `count` units; a count below 0 becomes 0.
    public init(count: Int, unit: Unit) {
        self.count = max(count, 0)
        self.unit = unit
    }

    /// Whether the span always lasts the same: minutes and hours do.
    public var isExact: Bool {
        unit == .minutes || unit == .hours
    }

    /// The span as it is written: `1 hour`, `3 business days`.
    public var description: String {
        "\(count) \(count == 1 ? unit.singular : unit.rawValue)"
    }

    /// The span as a sentence about its end: `1 day has passed`.
    var passed: String { "\(description) \(count == 1 ? "has" : "have") passed" }

    /// The span as a person says it: `23 hours 59 minutes` for 1439 minutes.
    var spoken: String { seconds.map { Length(seconds: $0).description } ?? description }

    /// The seconds of an exact span, as many as fit; nil for a span of calendar days.
    var seconds: Int64? {
        switch unit {
        case .minutes: Int64(clamping: count.multipliedClamping(by: 60))
        case .hours: Int64(clamping: count.multipliedClamping(by: 3600))
        case .days, .weeks, .months, .businessDays: nil
        }
    }
}
