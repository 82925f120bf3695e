/// A time as people type it at the head of a line: `yesterday 15:00`, `last friday`, `2 hours ago`, `2026-11-20`.
public struct TimePhrase: Hashable, Sendable {
    /// Which way a day of the week without `last` or `next` lies.
    public enum Direction: Hashable, Sendable {
        /// What is logged has happened: `mon` is the latest Monday, today included.
        case past
        /// What is planned will happen: `mon` is the coming Monday, today included.
        case future
    }

    /// The moment that is meant.
    public let moment: Moment

    /// How many of the words say it; the others follow it.
    public let wordsUsed: Int

    /// Reads the time that `words` begin with; nil when they begin otherwise.
    ///
    /// `yesterday 15:00 26m` uses two words and leaves `26m`. A time that is doubtful (a clock time alone or on today's
    /// weekday that lies the wrong way) or wrong is an error, whose positions and repair refer to all words joined by
    /// single spaces.
    public static func read(
        _ words: [String], now: Instant, direction: Direction, in zone: Zone
    ) -> Result<TimePhrase?, WrittenTimeError> {
        Result { () throws(WrittenTimeError) in
            var reader = TimePhraseReader(words, now: now, direction: direction, zone: zone)
            return try reader.phrase()
        }
    }
}
