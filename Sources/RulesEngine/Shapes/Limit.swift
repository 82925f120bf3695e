/// X's field is within limits: a range check.
///
/// What is planned and has not started can be mended, so it is overdue; afterwards, and for what was done, it is broken
/// (rules.md §4a.8).
struct Limit: Shape {
    static let name = "limit"
    static let signature = ["for_each", "check"]
    static let furtherKeys = ["at_least", "at_most", "between", "one_of", "not_one_of", "is_set"]

    private var forEach: ActivityClause
    private var path: FieldPath
    private var bounds: [Bound]
    private var excuse: Excuse?

    /// One thing that must hold for the field.
    private enum Bound: Sendable, Hashable {
        case compare(Condition.Comparison, [Value], spoken: String)
        case isSet(Bool)

        /// The same without its words.
        var limitation: Claim.Limitation {
            switch self {
            case .compare(let comparison, let values, _): .compare(comparison, values)
            case .isSet(let wanted): .isSet(wanted)
            }
        }

        /// Whether a fact, or its absence, keeps to it.
        func holds(_ fact: Result<Value, FieldPath.Missing>, _ facts: Facts) -> Truth {
            switch (self, fact) {
            case (.isSet(let wanted), .failure): wanted ? .no : .yes
            case (.isSet(let wanted), .success(let value)): (value.tag != .nothing) == wanted ? .yes : .no
            case (.compare, .failure(let missing)): .unknown(missing.fact)
            case (.compare(let comparison, let values, _), .success(let value)):
                comparison.holds(value, values, in: facts) ? .yes : .no
            }
        }
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
        if bounds.isEmpty, !Self.furtherKeys.contains(where: { reader.node[$0] != nil }) {
            reader.diagnostics.report(.noBounds(at: check.range, keys: Self.furtherKeys))
        }
        if bounds.isEmpty { return nil }
    }

    var kinds: [KindID] { forEach.kinds + (excuse?.clause.kinds ?? []) }
    var occasionKinds: [KindID] { forEach.kinds }
    var occasionClause: ActivityClause? { forEach }
    var isSteady: Bool { true }
    var isByPerson: Bool { true }
    var asksFor: [KindID] { [] }
    var claim: Claim? { .limits(forEach, path, bounds.map(\.limitation)) }
    var possibleVerdicts: [Verdict.Status] { [.doesNotApply, .ok, .overdue, .broken, .cannotTell] }

    // MARK: Reading

    private static func readBounds(_ reader: inout RuleReader, _ path: FieldPath) -> [Bound] {
        var bounds = readEnds(&reader, path)
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

    /// `at_least:` and `at_most:`, which need a field that has an order.
    private static func readEnds(_ reader: inout RuleReader, _ path: FieldPath) -> [Bound] {
        var bounds: [Bound] = []
        var least: Value?
        for (key, comparison) in [("at_least", Condition.Comparison.atLeast), ("at_most", .atMost)] {
            guard let value = reader.node[key], isOrdered(path, key, &reader),
                let bound = reader.value(value, for: path)
            else { continue }
            bounds.append(.compare(comparison, [bound], spoken: spoken(comparison) + value.text))
            if let least, let order = least.compared(to: bound), order > 0 {
                reader.diagnostics.report(.emptyRange(at: value.range))
            }
            least = least ?? bound
        }
        return bounds
    }

    private static func isOrdered(_ path: FieldPath, _ key: String, _ reader: inout RuleReader) -> Bool {
        let field = reader.vocabulary[path.field]
        if field.type.isOrdered { return true }
        if let place = reader.node.key(key) { reader.diagnostics.report(.notOrdered(field, at: place.range)) }
        return false
    }

    private static func spoken(_ comparison: Condition.Comparison) -> String {
        comparison == .atLeast ? "at least " : "at most "
    }

    /// `between: 15 and 20 minutes`: the unit of the second stands for both when the first has none.
    private static func readBetween(_ reader: inout RuleReader, _ path: FieldPath) -> [Bound] {
        guard let value = reader.node["between"], let text = value.readText("'between'", &reader.diagnostics),
            isOrdered(path, "between", &reader)
        else { return [] }
        let ends = text.split(separator: " and ", maxSplits: 1).map(String.init)
        guard ends.count == 2 else {
            reader.diagnostics.report(.notBetween(text, at: value.range))
            return []
        }
        let unit = ends[1].split(separator: " ").dropFirst().joined(separator: " ")
        let hasUnit = ends[0].contains(" ") || unit.isEmpty
        let lower = hasUnit ? ends[0] : ends[0] + " " + unit
        guard let least = reader.value(lower, at: value, for: path),
            let most = reader.value(ends[1], at: value, for: path)
        else { return [] }
        if let order = least.compared(to: most), order > 0 { reader.diagnostics.report(.emptyRange(at: value.range)) }
        return [
            .compare(.atLeast, [least], spoken: "at least " + lower),
            .compare(.atMost, [most], spoken: "at most " + ends[1]),
        ]
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        run.judge(forEach) { row, run in judge(row, run) }
    }

    private func judge(_ row: Int, _ run: Evaluation) -> Verdict {
        let excused = excuse?.search(for: row, through: run.facts.latestBegin(row), run) ?? Answers.Found()
        if let excuse, excused.row != Facts.none { return excuse.verdict(row, by: excused.row, run) }
        let fact = path.value(from: Int32(row), record: Facts.none, at: run.facts.begins[row], in: run.facts)
        var truth = Truth.yes
        for bound in bounds { truth = truth.and(bound.holds(fact, run.facts)) }
        switch truth {
        case .yes: return run.verdict(row, .ok)
        case .unknown(let fact): return run.cannotTell(row, fact)
        case .no:
            if let fact = excused.perhaps { return run.verdict(row, .cannotTell).cannotTell(fact, excused.perhapsRow) }
            return crossed(row, run)
        }
    }

    private func crossed(_ row: Int, _ run: Evaluation) -> Verdict {
        let starts = run.startOfPlan(row)
        guard run.facts.has(row, .planned) || starts.map({ run.now < $0 }) ?? false else {
            return run.verdict(row, .broken, .outsideLimits)
        }
        var verdict = run.verdict(row, .overdue, .outsideLimits)
        verdict.deadline = starts ?? run.facts.begins[row]
        return verdict
    }

    // MARK: Words

    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        guard facts.isPlanned(verdict.occasion), let first = path.hops.first else { return nil }
        let line = facts.source(verdict.occasion)
        let name = vocabulary[first].name
        return line.fields.first { $0.name.text == name }?.values.first?.range ?? facts.rangeInPlan(verdict.occasion)
    }

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "For \(forEach.anyNoun(vocabulary))\(forEach.remark), \(path.spoken(in: vocabulary)) "
        words += vocabulary[path.field].type.isList ? "are " : "is "
        words += bounds.map(spoken).joined(separator: " and ")
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "."
    }

    private func spoken(_ bound: Bound) -> String {
        switch bound {
        case .compare(_, _, let spoken): spoken
        case .isSet(let wanted): wanted ? "known" : "left open"
        }
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard verdict.occasion != Facts.none, verdict.status != .cannotTell else { return [] }
        let moment = narrator.facts.begins[Int(verdict.occasion)]
        let fact = path.value(from: verdict.occasion, record: Facts.none, at: moment, in: narrator.facts)
        guard case .success(let value) = fact else { return ["found: nothing written for it"] }
        let title = narrator.vocabulary[path.field].title
        return ["found: \(title) \(narrator.value(value, of: path.field))"]
    }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        bounds.indices.flatMap { edges(of: $0, words) } + mutants(of: \.excuse, words)
            + mutants(ofOccasion: \.forEach, words)
    }

    /// The limit left out, moved off its edge, or one of its words left out.
    private func edges(of place: Int, _ words: RuleWords) -> [Mutant] {
        let subject = path.spoken(in: words.vocabulary)
        let dropped = mutant("Does it matter that \(subject) is \(spoken(bounds[place]))?") {
            $0.bounds.remove(at: place)
        }
        guard case .compare(let comparison, let values, let spoken) = bounds[place] else { return [dropped] }
        return [dropped]
            + comparison.near(values, path, words).map { near in
                mutant("Is it right when \(subject) \(near.difference)?") {
                    $0.bounds[place] = .compare(near.comparison, near.values, spoken: spoken)
                }
            }
    }
}
