/// Holds a plan against the rules, on top of the real log, as if it were carried out (rules.md §4a.11).
public struct PlanCheck: Sendable {
    let engine: Engine

    /// A check with these rules.
    public init(engine: Engine) { self.engine = engine }

    /// What came out of a check.
    public struct Outcome: Sendable {
        /// What the plan contains that breaks a rule, or lacks, with the place in its file.
        public let findings: [Diagnostic]
        /// What remains to be done after or beside the plan.
        public let stillToDo: [String]
        /// What the plan does well: one sentence for each rule that is followed.
        public let followed: [String]
    }

    /// Checks one plan against a log at a moment; the clock stays the real one.
    public func check(
        _ plan: ActivityLine, against document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> Outcome {
        let facts = engine.facts(of: document, carryingOut: plan, &diagnostics)
        let evaluated = engine.evaluate(facts, at: now)
        let verdicts = evaluated.verdicts.filter { $0.closing == .open && evaluated.concernsPlan($0) }
        return Outcome(
            findings: unique(verdicts.compactMap { finding($0, plan, evaluated) }),
            stillToDo: unique(verdicts.filter { isToDo($0, evaluated) }.map { evaluated.headline(of: $0) }),
            followed: unique(verdicts.filter { $0.status == .ok }.map { followed($0, evaluated) }))
    }

    /// Everything is said once, however many people the plan is with.
    func unique<Said: Hashable>(_ said: [Said]) -> [Said] {
        var seen: Set<Said> = []
        return said.filter { seen.insert($0).inserted }
    }

    private func isToDo(_ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        verdict.status == .due || verdict.status == .overdue && !isFinding(verdict, evaluated)
    }

    /// A finding is something the plan contains that breaks a rule, a part missing from it, or a lead-up its own dates
    /// make impossible. What was done late is history, and what is late already no plan can make worse.
    func isFinding(_ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        switch verdict.status {
        case .ok, .due, .doesNotApply: false
        case .cannotTell, .broken: true
        case .overdue: evaluated.rule(of: verdict).shape.overdueIsFinding
        case .late:
            evaluated.facts.isPlanned(verdict.evidence)
                && (evaluated.facts.isPlanned(verdict.occasion) || verdict.deadline >= evaluated.now.seconds)
        }
    }

    func followed(_ verdict: Verdict, _ evaluated: Evaluated) -> String {
        let rule = evaluated.rule(of: verdict)
        return "\(rule.title) [\(rule.id)]"
    }

    func finding(_ verdict: Verdict, _ plan: ActivityLine, _ evaluated: Evaluated) -> Diagnostic? {
        guard isFinding(verdict, evaluated) else { return nil }
        let severity = verdict.status == .cannotTell ? .note : evaluated.rule(of: verdict).strength.severity
        return diagnostic(verdict, severity, plan, evaluated)
    }

    private func diagnostic(
        _ verdict: Verdict, _ severity: Diagnostic.Severity, _ plan: ActivityLine, _ evaluated: Evaluated
    ) -> Diagnostic {
        let rule = evaluated.rule(of: verdict)
        let range = rule.shape.place(of: verdict, evaluated.facts, evaluated.rules.vocabulary) ?? plan.kind.range
        return Diagnostic(
            .finding, severity, evaluated.headline(of: verdict).withoutFullStop, at: range,
            help: help(verdict, rule, evaluated), rule: rule.id)
    }

    /// What to do about a finding, why, who says so, and who says otherwise.
    func help(_ verdict: Verdict, _ rule: Rule, _ evaluated: Evaluated) -> String? {
        var lines: [String] = []
        if verdict.status != .cannotTell, let action = rule.action {
            lines.append(action.filled(verdict, evaluated.narrator))
        }
        if verdict.status == .cannotTell, let fact = verdict.missing, fact.row != Facts.none {
            lines.append("Write '\(evaluated.rules.vocabulary[fact.field].name):' and the answer beside it")
        }
        if !rule.because.isEmpty { lines.append("because: " + rule.because) }
        if let source = rule.source { lines.append("source: " + source.text) }
        lines += disputeLines(rule, evaluated.rules)
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// A disputed rule says so and names the other positions (rules.md §7).
    private func disputeLines(_ rule: Rule, _ rules: RuleSet) -> [String] {
        let others = rules.otherPositions(of: rule)
        guard let side = rule.dispute, !others.isEmpty else { return [] }
        return ["guides disagree on this: here '\(side.position)', elsewhere '\(others.joined(separator: "', '"))'"]
    }
}
