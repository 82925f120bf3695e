extension Span {
    /// The most of a unit that a span may count: a hundred years.
    static func limit(of unit: Unit) -> Int {
        switch unit {
        case .minutes: 36_525 * 1440
        case .hours: 36_525 * 24
        case .days, .businessDays: 36_525
        case .weeks: 5217
        case .months: 1200
        }
    }

    /// Reads `24 hours`, `1 hour`, `3 business days`.
    ///
    /// Other ways to write the same (`24 hour`, `10 mins`, `24h`, `two weeks`) are errors that carry the repair.
    public static func read(_ text: String) -> Result<Span, WrittenTimeError> {
        Result { () throws(WrittenTimeError) in
            var reader = SpanReader(text)
            return try reader.span()
        }
    }
}
