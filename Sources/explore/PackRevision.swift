import RulesEngine

/// What changes for a person when one of their packs changes: in its examples, and in their own log.
struct PackRevision {
    let diff: BehaviourDiff
    /// The days of the person's own log it was tried on; nil when there is nothing in it.
    let days: Int?

    /// Compares the rules as they are with those that a candidate brings; nil when that cannot be said.
    init?(
        of id: String, from old: RuleSet, to new: RuleSet, in log: LogDocument, _ frame: TimeFrame, today: CalendarDay
    ) {
        let own = ReplayLog(name: "your log", document: log, frame: frame, until: today)
        let comparison = own.map { log in
            ReplayComparison([Replay(old).run(log)], [Replay(new).run(log)])
        }
        let diff = BehaviourDiff(of: id, from: old, to: new, zones: { SystemTimeZones.zone($0) }, replay: comparison)
        guard let diff else { return nil }
        self.diff = diff
        days = own?.dayCount
    }
}
