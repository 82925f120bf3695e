/// Looks a pack over for what makes advice weak though it can be read: no source, no reason, no examples.
public struct PackCheck: Sendable {
    let rules: RuleSet
    let zones: @Sendable (String) -> Zone?

    /// A check of packs loaded together.
    public init(rules: RuleSet, zones: @escaping @Sendable (String) -> Zone?) {
        self.rules = rules
        self.zones = zones
    }

    /// Reports everything found in one pack, as of a day.
    public func check(_ pack: RuleSet.Pack, today: CalendarDay, _ diagnostics: inout Diagnostics) {
        Contradictions(rules).check(pack, &diagnostics)
        if let due = pack.manifest.reviewBy, due < today {
            diagnostics.report(.reviewPassed(pack.manifest, at: nil))
        }
        for rule in pack.rules { check(rule, &diagnostics) }
    }

    private func check(_ rule: Rule, _ diagnostics: inout Diagnostics) {
        if rule.source == nil { diagnostics.report(.noSource(rule)) }
        if rule.because.isEmpty { diagnostics.report(.noReason(rule)) }
        let examples = ExampleReader(vocabulary: rules.vocabulary, zones: zones).read(rule, &diagnostics)
        if examples.isEmpty {
            diagnostics.report(.noExample(rule))
            return
        }
        let shown = Set(examples.flatMap(\.expected))
        let missing = rule.possibleVerdicts.filter { !shown.contains($0) }
        if !missing.isEmpty { diagnostics.report(.verdictWithoutExample(rule, missing)) }
    }
}
