extension Narrator {
    /// A stretch of time as people say it: `the week from Mon 5 Jan 2026`.
    func period(_ period: Period) -> String {
        switch period.unit {
        case .day: day(period.start)
        case .week, .month: "the \(period.unit.word) from \(day(period.start))"
        case .rolling, .since: "since \(time(period.start))"
        }
    }

    /// Whom a verdict without an occasion is about: a name, or `you`.
    func owner(_ record: Int32) -> String { record == 0 ? "you" : name(record) }
}
