/// Holds a plan against the rules, on top of the real log, as if it were carried out (rules.md §4a.11).
public struct PlanCheck: Sendable {
    let engine: Engine

    /// A check with these rules.
    public init(engine: Engine) { self.engine = engine }

    /// What came out of a check.
    public struct Outcome: Sendable {
        /// What became of the meeting, when it lies behind: of a plan that is over nothing is checked. Nil else.
        public var over: String?
        /// What the plan contains that breaks a rule, or lacks, with the place in its file; the gravest first.
        public let findings: [Diagnostic]
        /// What remains to be done after or beside the plan, by when it must be.
        public let stillToDo: [String]
        /// What the plan does well: one sentence for each rule that is followed.
        public let followed: [String]
    }

    /// Checks one plan against a log at a moment; the clock stays the real one.
    public func check(
        _ plan: ActivityLine, against document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> Outcome {
        let facts = engine.facts(of: document, carryingOut: plan, &diagnostics)
        if let end = end(of: facts) { return over(end, facts, document, at: now) }
        let evaluated = engine.evaluate(facts, at: now)
        let verdicts = evaluated.verdicts.filter { $0.closing == .open && evaluated.concernsPlan($0) }
        let findings = unique(verdicts.compactMap { finding($0, plan, evaluated) })
        return Outcome(
            findings: Diagnostic.Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } },
            stillToDo: stillToDo(verdicts.filter { isToDo($0, evaluated) }, evaluated),
            followed: unique(verdicts.filter { $0.status == .ok }.map { followed($0, evaluated) }))
    }

    // MARK: Plans that are over

    /// The episode of a plan of which the log says how it ended; nil when it lies ahead, or with one of several people.
    private func end(of facts: Facts) -> Int? {
        let own = (0..<facts.episodes.count).filter { facts.isPlanned(facts.episodes.plannedRows[$0]) }
        return own.contains { facts.episodes.outcomes[$0] == .open } ? nil : own.first
    }

    private func over(_ episode: Int, _ facts: Facts, _ document: LogDocument, at now: Instant) -> Outcome {
        var ignored = Diagnostics()
        let evaluated = engine.evaluate(engine.facts(of: document, &ignored), at: now)
        let held = facts.episodes.heldRows[episode]
        let verdicts = evaluated.verdicts.filter { verdict in
            guard verdict.closing == .open, verdict.occasion != Facts.none, held != Facts.none else { return false }
            return evaluated.facts.source(verdict.occasion) == facts.source(held)
        }
        return Outcome(
            over: fate(of: episode, facts, at: now), findings: [],
            stillToDo: stillToDo(verdicts.filter { [.due, .overdue].contains($0.status) }, evaluated), followed: [])
    }

    /// What became of an episode, in words.
    private func fate(of episode: Int, _ facts: Facts, at now: Instant) -> String {
        let vocabulary = engine.rules.vocabulary
        let name = vocabulary.episodes[Int(facts.episodes.kinds[episode])].name
        switch facts.episodes.outcomes[episode] {
        case .cancelled: return "the \(name) was called off"
        case .missed: return "the \(name) did not take place"
        case .open, .held:
            let narrator = Narrator(facts: facts, vocabulary: vocabulary, frame: engine.frame, now: now.seconds)
            return "it took place: \(narrator.activity(facts.episodes.heldRows[episode]))"
        }
    }

    // MARK: What is still to do

    /// What is asked for, by its deadline.
    private func stillToDo(_ verdicts: [Verdict], _ evaluated: Evaluated) -> [String] {
        let order = verdicts.indices.sorted { (verdicts[$0].deadline, $0) < (verdicts[$1].deadline, $1) }
        return unique(order.map { toDo(verdicts[$0], evaluated) })
    }

    /// What is due is said as the rule says it; what is overdue by what can be done about it.
    private func toDo(_ verdict: Verdict, _ evaluated: Evaluated) -> String {
        guard verdict.status == .overdue, let action = evaluated.rule(of: verdict).action else {
            return evaluated.headline(of: verdict.status == .late ? verdict.with(.due) : verdict)
        }
        let due = verdict.deadline == .max ? "" : " (was due \(evaluated.narrator.time(verdict.deadline)))"
        return action.filled(verdict, evaluated.narrator) + due
    }

    /// Everything is said once, however many people the plan is with.
    func unique<Said: Hashable>(_ said: [Said]) -> [Said] {
        var seen: Set<Said> = []
        return said.filter { seen.insert($0).inserted }
    }

    private func isToDo(_ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        switch verdict.status {
        case .due: true
        case .overdue: !isFinding(verdict, evaluated)
        case .late: isStillInTime(verdict, evaluated)
        case .ok, .broken, .cannotTell, .doesNotApply: false
        }
    }

    /// Something of before the plan, for which there is time: the plan would see to it too late, and need not.
    private func isStillInTime(_ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        evaluated.facts.isPlanned(verdict.evidence) && !evaluated.facts.isPlanned(verdict.occasion)
            && verdict.deadline >= evaluated.now.seconds
    }

    /// A finding is something the plan contains that breaks a rule, a part missing from it, or a lead-up its own dates
    /// make impossible. What was done late is history, and what has nothing to do with the plan is no finding of it.
    func isFinding(_ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        switch verdict.status {
        case .ok, .due, .doesNotApply: false
        case .cannotTell, .broken: true
        case .overdue: evaluated.rule(of: verdict).shape.overdueIsFinding
        case .late: evaluated.facts.isPlanned(verdict.evidence) && evaluated.facts.isPlanned(verdict.occasion)
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
