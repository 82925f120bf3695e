/// What the rules of a replay said about one log.
public struct ReplayRecord: Sendable {
    /// The log's name.
    public let log: String
    /// The log's first day.
    public let first: CalendarDay
    /// How many days there are.
    public let dayCount: Int
    /// The rules, by full id.
    public let rules: [String]
    /// What each rule said: for each rule a line for each occasion.
    public let timelines: [[ReplayTimeline]]
    /// For each rule what kept it from speaking.
    let silences: [ReplaySilence]

    /// The date of a day that is counted from the first.
    public func date(_ day: Int) -> CalendarDay { first.adding(days: day) }
}
