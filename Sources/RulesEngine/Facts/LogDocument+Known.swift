extension LogDocument {
    /// The log as it stood at a moment: what was done and written down by then. What has no date was always known.
    public func known(at moment: Instant) -> LogDocument {
        var known = self
        let isKnown = { (written: Moment?) in written.map { $0.start <= moment } ?? true }
        known.decisions = decisions.filter { isKnown($0.at) }
        known.activities = activities.filter { isKnown($0.at) }
        known.me = me.filter { isKnown($0.since) }
        for place in known.records.indices {
            known.records[place].fields.removeAll { !isKnown($0.since) }
            if !isKnown(known.records[place].archived) { known.records[place].archived = nil }
        }
        return known
    }
}
