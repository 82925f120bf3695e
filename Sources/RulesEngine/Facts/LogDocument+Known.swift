extension LogDocument {
    /// The log as it stood at a moment: what was done and written down by then. What has no date was always known.
    public func known(at moment: Instant) -> LogDocument {
        var known = self
        let isKnown = { (written: Moment?) in written.map { $0.start <= moment } ?? true }
        known.decisions = decisions.filter { isKnown($0.at) }
        known.activities = activities.filter { isKnown($0.at) }
        known.me = me.filter { isKnown($0.since) }
        known.records.removeAll { isFirstNamedLater($0, isKnown) }
        for place in known.records.indices {
            known.records[place].fields.removeAll { !isKnown($0.since) }
            if !isKnown(known.records[place].archived) { known.records[place].archived = nil }
        }
        return known
    }

    /// Whether a record, such as a path, is named by nothing but what was done later. People are known before anything is
    /// done with them.
    private func isFirstNamedLater(_ record: RecordLine, _ isKnown: (Moment?) -> Bool) -> Bool {
        guard record.kind != "person" else { return false }
        let name = record.name.text.lowercased()
        let names = { (field: FieldLine) in
            field.name.text == record.kind && field.values.contains { $0.text.lowercased() == name }
        }
        let lines = activities.filter { $0.fields.contains(where: names) }
        guard !lines.isEmpty, !lines.contains(where: { isKnown($0.at) }) else { return false }
        return !records.contains { $0.fields.contains(where: names) }
    }
}
