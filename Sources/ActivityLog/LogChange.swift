import RulesEngine

/// One thing to write into the log.
public enum LogChange: Sendable, Hashable {
    /// A setting of the whole log.
    case setting(LogSetting)
    /// A fact about the person themselves; with `since` it is a dated value, without it corrects the field.
    case me(FieldLine)
    /// A record and what is known about it. One that is known already is not made again, its fields are corrected.
    case addRecord(RecordLine)
    /// A field of a record: with `since` it adds a dated value, without it replaces everything the field held before.
    ///
    /// A field without values that is no list is not known any more.
    case change(kind: String, name: String, FieldLine)
    /// A record is no longer in use since `at`, or, when that is nil, in use again.
    case archive(kind: String, name: String, at: Moment?)
    /// Activities; one that has the id of an activity in the log corrects it.
    case activities([ActivityLine])
    /// What was decided about a card.
    case decide(Decision)
    /// Several changes that are one entry and are undone as one.
    case together([LogChange])
}

/// A setting of the whole log; the newest one counts.
public enum LogSetting: Sendable, Hashable {
    /// IANA name of the zone the person lives in; nil when it is not known any more.
    case timeZone(String?)
    /// The day the person began; nil when everything counts.
    case started(Moment?)
    /// All days that are no business days, beside Saturdays and Sundays.
    case holidays([CalendarDay])
}
