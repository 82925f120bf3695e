extension Evaluated {
    /// What a verdict without an activity is about: a record, and the stretch of time; nil when it is about nothing.
    func recordOccasion(of verdict: Verdict) -> Occasion? {
        guard verdict.record != Facts.none else { return nil }
        let kind = rules.vocabulary[facts.records.kinds[Int(verdict.record)]].name
        return Occasion(
            key: recordKey(of: verdict), text: recordText(of: verdict), kind: kind, at: nil, id: nil, line: nil)
    }

    /// The key of such an occasion, such as `week 2026-11-16 you`: another stretch of time is another occasion.
    func recordKey(of verdict: Verdict) -> String {
        guard verdict.record != Facts.none else { return "" }
        let owner = narrator.owner(verdict.record)
        guard let period = verdict.period else { return owner }
        return "\(period.unit.word) \(start(of: period)) \(owner)"
    }

    /// Stretches of the calendar are known by their first day in the person's zone, others by what they began with.
    private func start(of period: Period) -> String {
        let start = Instant(seconds: period.start)
        switch period.unit {
        case .day, .week, .month: return frame.zone.wallTime(at: start).day.description
        case .rolling, .since: return Moment(at: start, in: .utc).written(in: .utc)
        }
    }

    private func recordText(of verdict: Verdict) -> String {
        let period = verdict.period.map { narrator.period($0) }
        let owner = verdict.record == 0 && period != nil ? nil : narrator.owner(verdict.record)
        return [owner, period].compactMap { $0 }.joined(separator: ", ")
    }
}
