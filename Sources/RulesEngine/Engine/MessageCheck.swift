/// Holds a message against the rules as if it were sent now, on top of the real log.
///
/// Rules about wording look at its words; every other rule looks at the activity it becomes. Nothing of it is kept.
public struct MessageCheck: Sendable {
    let engine: Engine

    /// A check with these rules.
    public init(engine: Engine) { self.engine = engine }

    /// Checks one message against a log at a moment: findings in the order of its file, and what it does well.
    public func check(
        _ message: Message, against document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> PlanCheck.Outcome {
        let line = line(of: message, at: now)
        let evaluated = evaluate(message, line, document, at: now, &diagnostics)
        let verdicts = verdicts(on: message, evaluated)
        let plans = PlanCheck(engine: engine)
        var findings = Diagnostics()
        for finding in plans.unique(verdicts.flatMap { self.findings($0, message, line, evaluated, plans) }) {
            findings.report(finding)
        }
        return PlanCheck.Outcome(
            findings: findings.sorted(), stillToDo: [],
            followed: plans.unique(verdicts.filter { $0.status == .ok }.map { plans.followed($0, evaluated) }))
    }

    /// What the rules say about a message, with what they were held against.
    func evaluate(
        _ message: Message, against document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> Evaluated {
        evaluate(message, line(of: message, at: now), document, at: now, &diagnostics)
    }

    private func evaluate(
        _ message: Message, _ line: ActivityLine, _ document: LogDocument, at now: Instant,
        _ diagnostics: inout Diagnostics
    ) -> Evaluated {
        let facts = engine.facts(of: document, carryingOut: line, &diagnostics)
        return engine.evaluate(facts, at: now, message: message)
    }

    /// The verdicts about the message itself. Nothing is asked about people nobody named, nor where the message is right
    /// whatever the answer.
    func verdicts(on message: Message, _ evaluated: Evaluated) -> [Verdict] {
        evaluated.verdicts.filter { verdict in
            verdict.closing == .open && evaluated.concernsPlan(verdict)
                && (verdict.status != .cannotTell || !message.to.isEmpty && isToBeMended(verdict, message, evaluated))
        }
    }

    /// Whether the rule of a verdict, if it applied, would find something to mend.
    private func isToBeMended(_ verdict: Verdict, _ message: Message, _ evaluated: Evaluated) -> Bool {
        guard let wording = evaluated.rule(of: verdict).shape as? Wording else { return true }
        return !wording.findings(in: message, Int(verdict.occasion), evaluated.narrator).isEmpty
    }

    // MARK: The activity it becomes

    /// The message as an activity of this moment, with what its words say: how much time it asks for.
    private func line(of message: Message, at now: Instant) -> ActivityLine {
        var line = ActivityLine(
            at: Moment(at: now, in: engine.frame.zone), kind: message.kindInItsFile, with: message.to)
        guard let kind = engine.rules.vocabulary.kind(named: message.kind.text) else { return line }
        let fields = engine.rules.vocabulary[kind].fields.map { engine.rules.vocabulary[$0] }
        if let asked = AskedTime.find(in: message.text), let field = fields.first(where: \.isInText) {
            let value = WrittenText(asked.length.description, at: message.range(of: asked.place, in: .text))
            line.fields.append(FieldLine(WrittenText(field.name), [value]))
        }
        return line
    }

    // MARK: Findings

    private func findings(
        _ verdict: Verdict, _ message: Message, _ line: ActivityLine, _ evaluated: Evaluated, _ plans: PlanCheck
    ) -> [Diagnostic] {
        let rule = evaluated.rule(of: verdict)
        guard let wording = rule.shape as? Wording, verdict.status == .overdue else {
            return plans.finding(verdict, line, evaluated).map { [$0] } ?? []
        }
        let help = plans.help(verdict, rule, evaluated)
        let said = rule.say[.overdue]?.filled(verdict, evaluated.narrator).withoutFullStop
        let found = wording.findings(in: message, Int(verdict.occasion), evaluated.narrator)
        return found.prefix(Self.mostOfOneRule).enumerated().map { place, finding in
            let isLast = place == Self.mostOfOneRule - 1 && found.count > Self.mostOfOneRule
            let more = isLast ? " (and \(found.count - Self.mostOfOneRule) more like it)" : ""
            return Diagnostic(
                .finding, rule.strength.severity, (said ?? finding.text) + more,
                at: message.range(of: finding.place, in: finding.part), help: help, rule: rule.id)
        }
    }

    /// How many findings of one rule are shown; the last of them says how many there are beside them.
    private static let mostOfOneRule = 20
}

extension Message {
    /// The kind with a place in the file even where the head does not name it: the start of the message.
    fileprivate var kindInItsFile: WrittenText {
        if kind.range != nil { return kind }
        let start = range.map { SourceRange(file: $0.file, bytes: $0.bytes.lowerBound..<$0.bytes.lowerBound) }
        return WrittenText(kind.text, at: to.first?.range ?? start)
    }
}
