/// Finds rules that can never say anything, and rules that nobody can follow.
struct RuleReach {
    private let vocabulary: Vocabulary
    private let solver: ConditionSolver

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        solver = ConditionSolver(vocabulary)
    }

    /// Why a rule is idle; nil when it is not.
    func problem(_ rule: Rule) -> Diagnostic? {
        let lines = Lines(rule, vocabulary)
        return withoutKinds(lines) ?? withoutOccasion(lines) ?? withoutParts(lines) ?? withoutLimit(lines)
            ?? withoutAnswer(lines)
    }

    /// A rule with its lines, to be read again piece by piece; it has been read before, so nothing is reported.
    private struct Lines {
        let rule: Rule
        private let keyed: KeyedNode?
        private let vocabulary: Vocabulary

        init(_ rule: Rule, _ vocabulary: Vocabulary) {
            self.rule = rule
            self.vocabulary = vocabulary
            var ignored = Diagnostics()
            keyed = KeyedNode(rule.node, of: "a rule", keys: rule.node.entries.map(\.key.text), &ignored)
        }

        var shape: any Shape { rule.shape }

        func value(_ key: String) -> Node? { keyed?[key] }

        /// Where a key stands; the rule's id when it is not written.
        func place(_ key: String) -> SourceRange { keyed?.key(key)?.range ?? rule.idRange }

        func read<Result>(_ reading: (inout RuleReader) -> Result) -> Result? {
            guard let keyed else { return nil }
            var reader = RuleReader(
                vocabulary: vocabulary, node: keyed, literals: Literals(), diagnostics: Diagnostics())
            return reading(&reader)
        }

        func clause(_ key: String, where condition: String) -> ActivityClause? {
            value(key) == nil ? nil : read { $0.clause(key, where: condition) } ?? nil
        }
    }

    // MARK: Rules that never speak

    private func withoutKinds(_ lines: Lines) -> Diagnostic? {
        guard let clause = lines.shape.occasionClause, clause.kinds.isEmpty else { return nil }
        let group = clause.words(vocabulary, { $0.name }, { $0.name }).first ?? ""
        return .neverSpeaks(
            lines.rule, because: "the group '\(group)' has no kinds", at: lines.rule.idRange,
            help: "give the group kinds, or name another activity")
    }

    private func withoutOccasion(_ lines: Lines) -> Diagnostic? {
        guard let condition = condition(of: lines), !canHold(condition) else { return nil }
        return .neverSpeaks(
            lines.rule, because: "nothing can meet all of its conditions", at: lines.place("where"),
            help: "read them together: one of them excludes another")
    }

    /// `where:` on the occasion, or on the records a rule counts.
    private func condition(of lines: Lines) -> Condition? {
        guard let written = lines.value("where"), let clause = lines.shape.occasionClause else { return nil }
        return lines.read { $0.condition(written, about: clause.kinds) }
    }

    private func canHold(_ condition: Condition) -> Bool {
        solver.outcomes(of: [condition])?.contains([.yes]) ?? true
    }

    /// A part is looked for in what has no parts.
    private func withoutParts(_ lines: Lines) -> Diagnostic? {
        guard lines.rule.shapeName == PartOf.name, let clause = lines.shape.occasionClause,
            !clause.kinds.contains(where: hasParts), let kind = clause.kinds.first
        else { return nil }
        let noun = vocabulary[kind].noun
        let others = vocabulary.kinds.filter { hasParts($0.id) }.prefix(4).map(\.name).joined(separator: ", ")
        let help = others.isEmpty ? "name something that has a list of parts" : "what can have parts: " + others
        guard lines.value("avoid") == nil else {
            return .neverSpeaks(lines.rule, because: "a \(noun) has no parts", at: lines.place("in_each"), help: help)
        }
        return .neverFollowed(lines.rule, because: "a \(noun) has no parts", at: lines.place("in_each"), help: help)
    }

    private func hasParts(_ kind: KindID) -> Bool {
        let kind = vocabulary[kind]
        return kind.stage?.step == .held || kind.fields.contains { vocabulary[$0].type == .activities }
    }

    // MARK: Limits

    /// Limits that everything keeps, or nothing can, among what the rule is about.
    private func withoutLimit(_ lines: Lines) -> Diagnostic? {
        guard lines.rule.shapeName == Limit.name, let clause = lines.shape.occasionClause,
            let check = lines.value("check"), let limits = limits(of: lines, clause),
            let outcomes = solver.outcomes(of: [condition(of: lines) ?? Condition(), limits])
        else { return nil }
        let answers = Set(outcomes.filter { $0[0] == .yes }.map { $0[1] })
        if !answers.contains(.yes) {
            return .neverFollowed(
                lines.rule, because: "no '\(check.text)' it speaks of can be within its limits", at: check.range,
                help: "read 'where' and the limits together: one excludes the other")
        }
        guard !answers.contains(.no) else { return nil }
        return .neverSpeaks(
            lines.rule, because: "every '\(check.text)' it speaks of is within its limits", at: check.range,
            help: "narrow the limits, or remove the rule")
    }

    /// The limits of a rule as a condition on its field.
    private func limits(of lines: Lines, _ clause: ActivityClause) -> Condition? {
        lines.read { reader in
            guard let check = reader.node["check"], let path = reader.path(check, about: clause.kinds) else {
                return nil
            }
            var tests: [Condition.Test] = []
            for (key, comparison) in [("at_least", Condition.Comparison.atLeast), ("at_most", .atMost)] {
                guard let node = reader.node[key], let value = reader.value(node, for: path) else { continue }
                tests.append(.compare(path, comparison, .values([value])))
            }
            for (key, comparison) in [("one_of", Condition.Comparison.isOneOf), ("not_one_of", .isNot)] {
                guard let node = reader.node[key] else { continue }
                let words = node.readWords("", &reader.diagnostics) ?? []
                tests.append(.compare(path, comparison, .values(words.compactMap { reader.value($0, for: path) })))
            }
            if let node = reader.node["is_set"], let wanted = node.readYesNo("", &reader.diagnostics) {
                tests.append(.isSet(path, wanted))
            }
            // 'between' is checked for itself when it is read.
            return tests.isEmpty || reader.node["between"] != nil ? nil : Condition(tests: tests)
        } ?? nil
    }

    // MARK: Rules that nobody can follow

    /// What is asked for, or forbidden, can never be done as described.
    private func withoutAnswer(_ lines: Lines) -> Diagnostic? {
        for (key, condition) in [("expect", "expect_where"), ("avoid", "expect_where"), ("avoid", "avoid_where")] {
            guard lines.value(condition) != nil, let clause = lines.clause(key, where: condition),
                !canHold(clause.condition)
            else { continue }
            let because = "nothing can meet all conditions under '\(condition)'"
            let help = "read them together: one of them excludes another"
            return key == "avoid"
                ? .neverSpeaks(lines.rule, because: because, at: lines.place(condition), help: help)
                : .neverFollowed(lines.rule, because: because, at: lines.place(condition), help: help)
        }
        return nil
    }
}

extension Span {
    /// Whether it is surely longer than another, whatever months, weekends and holidays come.
    func isLonger(than other: Span) -> Bool {
        if unit == other.unit { return count > other.count }
        return shortest > other.longest
    }

    /// The fewest hours it can last: one that counts days may begin at the end of one.
    private var shortest: Double {
        switch unit {
        case .minutes: Double(count) / 60
        case .hours: Double(count)
        case .days, .businessDays: Double(count - 1) * 24
        case .weeks: Double(count * 7 - 1) * 24
        case .months: Double(count * 28 - 1) * 24
        }
    }

    /// The most hours it can last; for business days with two weeks of holidays on the way.
    private var longest: Double {
        switch unit {
        case .minutes: Double(count) / 60
        case .hours: Double(count)
        case .days: Double(count + 1) * 24
        case .weeks: Double(count * 7 + 1) * 24
        case .months: Double(count * 31 + 1) * 24
        case .businessDays: Double(count * 2 + 20) * 24
        }
    }
}
