/// Looks a pack over for what makes advice weak though it can be read: no source, no reason, no examples, nothing to say.
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
        let reach = RuleReach(rules.vocabulary)
        let shadow = RuleShadow(rules)
        for rule in pack.rules {
            if let problem = reach.problem(rule) ?? shadow.problem(rule) { diagnostics.report(problem) }
        }
        checkDisputes(pack, &diagnostics)
    }

    /// A dispute has two sides at least, in this pack or in those it is used with.
    private func checkDisputes(_ pack: RuleSet.Pack, _ diagnostics: inout Diagnostics) {
        var sides: [String: Set<String>] = [:]
        for side in rules.packs.flatMap(\.rules).compactMap(\.dispute) {
            sides[side.dispute, default: []].insert(side.position)
        }
        for dispute in rules.packs.flatMap(\.manifest.disputes) {
            sides[dispute.id, default: []].formUnion(dispute.positions.map(\.name) + [dispute.preferred])
        }
        var places: [String: SourceRange] = [:]
        for rule in pack.rules {
            guard let side = rule.dispute, places[side.dispute] == nil else { continue }
            places[side.dispute] = rule.node.entries.first { $0.key.text == "dispute" }?.value.range
        }
        for dispute in pack.manifest.disputes { places[dispute.id] = dispute.range }
        for (dispute, place) in places.sorted(by: { $0.key < $1.key }) {
            guard let known = sides[dispute], known.count == 1, let only = known.first else { continue }
            diagnostics.report(.oneSidedDispute(dispute, position: only, at: place))
        }
    }

    private func check(_ rule: Rule, _ diagnostics: inout Diagnostics) {
        // What a rule lacks may stand in what could not be read.
        guard !rule.node.isUnfinished else { return }
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
