/// X's field is within limits: a range check.
///
/// What is planned and has not started can be mended, so it is overdue; afterwards, and for what was done, it is broken
/// (rules.md §4a.8).
struct Limit: Shape {
    static let name = "limit"
    static let signature = ["for_each", "check"]
    static let furtherKeys = ["at_least", "at_most", "between", "one_of", "not_one_of", "is_set"]

    private let forEach: ActivityClause
    private let path: FieldPath
    private let bounds: [Bound]
    private let excuse: Excuse?

    /// One thing that must hold for the field.
    private enum Bound: Sendable, Hashable {
        case compare(Condition.Comparison, [Value], spoken: String)
        case isSet(Bool)
    }

    init?(reading reader: inout RuleReader) {
        let forEach = reader.clause("for_each", where: "where")
        excuse = reader.excuse()
        guard let forEach, let check = reader.required("check"),
            let path = reader.path(check, about: forEach.kinds)
        else { return nil }
        self.forEach = forEach
        self.path = path
        bounds = Self.readBounds(&reader, path)
        if bounds.isEmpty {
            reader.diagnostics.report(.noBounds(at: check.range, keys: Self.furtherKeys))
            return nil
        }
    }

    var kinds: [KindID] { forEach.kinds }
    var occasionKinds: [KindID] { forEach.kinds }
    var asksFor: [KindID] { [] }
    var possibleVerdicts: [Verdict.Status] { [.doesNotApply, .ok, .overdue, .broken, .cannotTell] }

    // MARK: Reading

    private static func readBounds(_ reader: inout RuleReader, _ path: FieldPath) -> [Bound] {
        var bounds: [Bound] = []
        for (key, comparison) in [("at_least", Condition.Comparison.atLeast), ("at_most", .atMost)] {
            guard let value = reader.node[key], let bound = reader.value(value, for: path) else { continue }
            bounds.append(.compare(comparison, [bound], spoken: spoken(comparison) + value.text))
        }
        for (key, comparison) in [("one_of", Condition.Comparison.isOneOf), ("not_one_of", .isNot)] {
            guard let value = reader.node[key] else { continue }
            let words = value.readWords("'\(key)'", &reader.diagnostics) ?? []
            let values = words.compactMap { reader.value($0, for: path) }
            let spoken = (comparison == .isNot ? "not " : "") + words.map(\.text).joined(separator: " or ")
            bounds.append(.compare(comparison, values, spoken: spoken))
        }
        bounds += readBetween(&reader, path)
        if let value = reader.node["is_set"], let wanted = value.readYesNo("'is_set'", &reader.diagnostics) {
            bounds.append(.isSet(wanted))
        }
        return bounds
    }

    private static func spoken(_ comparison: Condition.Comparison) -> String {
        comparison == .atLeast ? "at least " : "at most "
    }

    /// `between: 15 and 20 minutes`: the unit of the second stands for both when the first has none.
    private static func readBetween(_ reader: inout RuleReader, _ path: FieldPath) -> [Bound] {
        guard let value = reader.node["between"], let text = value.readText("'between'", &reader.diagnostics) else {
            return []
        }
        let ends = text.split(separator: " and ", maxSplits: 1).map(String.init)
        guard ends.count == 2 else {
            reader.diagnostics.report(.notBetween(text, at: value.range))
            return []
        }
        let unit = ends[1].split(separator: " ").dropFirst().joined(separator: " ")
        let hasUnit = ends[0].contains(" ") || unit.isEmpty
        let lower = hasUnit ? ends[0] : ends[0] + " " + unit
        guard let least = reader.value(lower, at: value, for: path), let most = reader.value(ends[1], at: value, for: path)
        else { return [] }
        if let order = least.compared(to: most), order > 0 { reader.diagnostics.report(.emptyRange(at: value.range)) }
        return [
            .compare(.atLeast, [least], spoken: "at least " + lower),
            .compare(.atMost, [most], spoken: "at most " + ends[1]),
        ]
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        for row in run.occasions(of: forEach) { run.add(judge(Int(row), run)) }
    }

    private func judge(_ row: Int, _ run: Evaluation) -> Verdict {
        if run.facts.episodesOfRows[row] != Facts.none, run.facts.kinds[row] != heldKind(row, run) {
            let outcome = run.facts.episodes.outcomes[Int(run.facts.episodesOfRows[row])]
            if outcome == .cancelled || outcome == .missed { return run.verdict(row, .doesNotApply, .calledOff) }
        }
        switch run.holds(forEach.condition, for: row) {
        case .no: return run.verdict(row, .doesNotApply, .whereFails)
        case .unknown(let fact): return run.cannotTell(row, fact)
        case .yes: break
        }
        if let excused = excuse?.first(for: row, through: run.facts.latestBegin(row), run), excused != Facts.none {
            var verdict = run.verdict(row, .doesNotApply, .unless)
            verdict.evidence = excused
            return verdict
        }
        return check(row, run)
    }

    private func heldKind(_ row: Int, _ run: Evaluation) -> KindID? { run.vocabulary.episode(of: run.facts.kinds[row])?.held }

    private func check(_ row: Int, _ run: Evaluation) -> Verdict {
        for bound in bounds {
            switch holds(bound, row, run) {
            case .yes: continue
            case .unknown(let fact): return run.cannotTell(row, fact)
            case .no: return crossed(row, run)
            }
        }
        return run.verdict(row, .ok)
    }

    private func holds(_ bound: Bound, _ row: Int, _ run: Evaluation) -> Truth {
        let fact = path.value(from: Int32(row), record: Facts.none, at: run.facts.begins[row], in: run.facts)
        switch (bound, fact) {
        case (.isSet(let wanted), .failure): return wanted ? .no : .yes
        case (.isSet(let wanted), .success(let value)):
            return (value.tag != .dontKnow && value.tag != .nothing) == wanted ? .yes : .no
        case (.compare, .failure(let missing)): return .unknown(missing.fact)
        case (.compare(let comparison, let values, _), .success(let value)):
            if value.tag == .dontKnow { return .unknown(MissingFact(field: path.field, record: Facts.none)) }
            return comparison.holds(value, values[...], in: run.facts) ? .yes : .no
        }
    }

    private func crossed(_ row: Int, _ run: Evaluation) -> Verdict {
        guard let starts = run.startOfPlan(row), run.facts.has(row, .planned) || run.now < starts else {
            return run.verdict(row, .broken, .outsideLimits)
        }
        var verdict = run.verdict(row, .overdue, .outsideLimits)
        verdict.deadline = starts
        return verdict
    }

    // MARK: Words

    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        guard verdict.occasion != Facts.none, let first = path.hops.first else { return nil }
        let line = facts.sources[Int(facts.lines[Int(verdict.occasion)])]
        let name = vocabulary[first].name
        return line.fields.first { $0.name.text == name }?.values.first?.range ?? line.kind.range
    }

    func sentence(_ vocabulary: Vocabulary) -> String {
        let limits = bounds.map { bound -> String in
            switch bound {
            case .compare(_, _, let spoken): spoken
            case .isSet(let wanted): wanted ? "known" : "left open"
            }
        }
        var words = "For \(forEach.anyNoun(vocabulary)), \(path.spoken(in: vocabulary)) is "
        words += limits.joined(separator: " and ")
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "."
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard verdict.occasion != Facts.none, verdict.status != .cannotTell else { return [] }
        let moment = narrator.facts.begins[Int(verdict.occasion)]
        let fact = path.value(from: verdict.occasion, record: Facts.none, at: moment, in: narrator.facts)
        guard case .success(let value) = fact else { return ["found: nothing written for it"] }
        let title = narrator.vocabulary[path.field].title
        return ["found: \(title) \(narrator.value(value, of: path.field))"]
    }
}
