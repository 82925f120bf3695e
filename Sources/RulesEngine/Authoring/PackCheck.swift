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
    ///
    /// A rule with a mistake in its lines may have lost some of them: what it lacks is not said until they are mended.
    public func check(_ pack: RuleSet.Pack, today: CalendarDay, _ diagnostics: inout Diagnostics) {
        Contradictions(rules).check(pack, &diagnostics)
        if let due = pack.manifest.reviewBy, due < today {
            diagnostics.report(.reviewPassed(pack.manifest, by: due))
        }
        let mistakes = diagnostics
        let ends = pack.rules.dropFirst().map { Optional($0.range) } + [nil]
        let whole = zip(pack.rules, ends).filter { !mistakes.hasErrors(from: $0.range, to: $1) }.map(\.0)
        for rule in whole { check(rule, &diagnostics) }
        let reach = RuleReach(rules.vocabulary)
        let shadow = RuleShadow(rules)
        for rule in whole {
            if let problem = reach.problem(rule) ?? shadow.problem(rule) { diagnostics.report(problem) }
        }
        checkDisputes(pack, &diagnostics)
        for rule in whole { checkPosition(rule, &diagnostics) }
    }

    /// A position that nobody else names, but that reads almost like one that is known, is most probably misspelt: the
    /// rule would rest unnoticed.
    private func checkPosition(_ rule: Rule, _ diagnostics: inout Diagnostics) {
        guard let side = rule.dispute,
            let value = rule.node.entries.first(where: { $0.key.text == "position" })?.value
        else { return }
        let known = positions(in: side.dispute, except: rule)
        // Another number is another position.
        let near = known.first {
            isSurelySlip(side.position, of: $0) && $0.filter(\.isNumber) == side.position.filter(\.isNumber)
        }
        guard !known.contains(side.position), let near else { return }
        diagnostics.report(.misspeltPosition(side, near, at: value.range))
    }

    /// The positions in a dispute that rules take and that packs list, in order; except what one rule takes.
    private func positions(in dispute: String, except rule: Rule? = nil) -> [String] {
        let taken = rules.packs.flatMap(\.rules).filter { $0.id != rule?.id }.compactMap(\.dispute)
        let listed = rules.packs.flatMap(\.manifest.disputes).filter { $0.id == dispute }
        return unique(
            taken.filter { $0.dispute == dispute }.map(\.position)
                + listed.flatMap { $0.positions.map(\.name) + [$0.preferred] })
    }

    /// Of two things that are done with people it has to be said whether they are with the same (rules.md §4).
    private func checkLink(_ rule: Rule, _ diagnostics: inout Diagnostics) {
        let keys = type(of: rule.shape).furtherKeys
        let written = Dictionary(
            rule.node.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
        guard let link = ["to", "by"].first(where: keys.contains), let occasion = rule.shape.occasionClause,
            ["to", "by", "about", "during"].allSatisfy({ written[$0] == nil }),
            let answer = ["expect", "avoid", "unless_first"].lazy.compactMap({ written[$0] }).first
        else { return }
        let named = answer.kind == .mapping ? answer.entries.first { $0.key.text == "happened" }?.value : answer
        let words = named.map { $0.kind == .scalar ? [$0.text] : $0.items.map(\.text) } ?? []
        let kinds = words.compactMap { rules.vocabulary.kind(named: $0) } + occasion.kinds
        guard kinds.count > occasion.kinds.count, kinds.allSatisfy({ rules.vocabulary[$0].needsPerson }) else { return }
        diagnostics.report(.noLink(rule, link, at: answer.range))
    }

    /// A dispute has two sides at least, in this pack or in those it is used with.
    private func checkDisputes(_ pack: RuleSet.Pack, _ diagnostics: inout Diagnostics) {
        var places: [String: SourceRange] = [:]
        for rule in pack.rules {
            guard let side = rule.dispute, places[side.dispute] == nil else { continue }
            places[side.dispute] = rule.node.entries.first { $0.key.text == "dispute" }?.value.range
        }
        for dispute in pack.manifest.disputes { places[dispute.id] = dispute.range }
        for (dispute, place) in places.sorted(by: { $0.key < $1.key }) {
            let known = positions(in: dispute)
            guard known.count == 1, let only = known.first else { continue }
            diagnostics.report(.oneSidedDispute(dispute, position: only, at: place))
        }
    }

    private func check(_ rule: Rule, _ diagnostics: inout Diagnostics) {
        // What a rule lacks may stand in what could not be read.
        guard !rule.node.isUnfinished else { return }
        if rule.source == nil { diagnostics.report(.noSource(rule)) }
        if rule.because.isEmpty { diagnostics.report(.noReason(rule)) }
        if let doubt = DayOrHours.doubt(in: rule) { diagnostics.report(doubt) }
        for doubt in PastedText.doubts(in: rule) { diagnostics.report(doubt) }
        checkLink(rule, &diagnostics)
        let examples = ExampleReader(vocabulary: rules.vocabulary, zones: zones).read(rule, &diagnostics)
        if diagnostics.hasErrors(from: rule.range, to: nil, until: rule.range.bytes.upperBound) { return }
        if examples.isEmpty {
            diagnostics.report(.noExample(rule))
            return
        }
        let shown = Set(examples.flatMap(\.expected))
        let missing = rule.possibleVerdicts.filter { !shown.contains($0) }
        if !missing.isEmpty { diagnostics.report(.verdictWithoutExample(rule, missing)) }
    }
}

extension Diagnostics {
    /// Whether an error was reported from the start of one place to the start of the next in its file, or to a place.
    fileprivate func hasErrors(from place: SourceRange, to next: SourceRange?, until end: Int = .max) -> Bool {
        let isSameFile = next?.file.name == place.file.name
        let limit = min(end, isSameFile ? next?.bytes.lowerBound ?? .max : .max)
        return all.contains { diagnostic in
            guard diagnostic.severity == .error, let range = diagnostic.range, range.file.name == place.file.name else {
                return false
            }
            return place.bytes.lowerBound <= range.bytes.lowerBound && range.bytes.lowerBound < limit
        }
    }
}
