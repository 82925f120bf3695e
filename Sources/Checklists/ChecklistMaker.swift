import RulesEngine

/// Makes checklists of the rules' verdicts on a plan: an item ticks itself when the log or the plan proves it.
public struct ChecklistMaker: Sendable {
    private let engine: Engine

    /// A maker for these rules.
    public init(engine: Engine) { self.engine = engine }

    /// The checklist of one plan, held against a log at a moment. Rules that do not apply to it add nothing; a plan no rule
    /// speaks of gives a checklist without sections.
    public func checklist(
        of plan: ActivityLine, in document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> Checklist {
        let facts = engine.facts(of: document, carryingOut: plan, &diagnostics)
        let evaluated = engine.evaluate(facts, at: now)
        let verdicts = evaluated.verdicts.filter(evaluated.concernsPlan)
        let sections = Checklist.Phase.allCases.compactMap { phase in
            section(phase, verdicts.filter { self.phase(of: evaluated.rule(of: $0)) == phase }, evaluated)
        }
        return Checklist(title: title(of: plan, verdicts, evaluated), sections: sections)
    }

    /// The title comes from a verdict on the plan itself, since that knows its latest time.
    private func title(of plan: ActivityLine, _ verdicts: [Verdict], _ evaluated: Evaluated) -> String {
        let occasion = verdicts.lazy.compactMap { evaluated.occasion(of: $0) }.first { $0.kind == plan.kind.text }
        return occasion?.text ?? plan.with.map(\.text).joined(separator: ", ")
    }

    private func section(
        _ phase: Checklist.Phase, _ verdicts: [Verdict], _ evaluated: Evaluated
    ) -> Checklist.Section? {
        let items = verdicts.compactMap { item($0, evaluated) }
        return items.isEmpty ? nil : Checklist.Section(phase: phase, items: items)
    }

    private func phase(of rule: Rule) -> Checklist.Phase {
        switch rule.timing {
        case .before: .before
        case .during: .during
        case .after: .after
        }
    }

    private func item(_ verdict: Verdict, _ evaluated: Evaluated) -> Checklist.Item? {
        let rule = evaluated.rule(of: verdict)
        let text = evaluated.action(of: verdict) ?? rule.title
        switch verdict.status {
        case .doesNotApply: return nil
        case .ok, .late: return Checklist.Item(text: text, proof: proof(verdict, evaluated), rule: rule.id)
        case .due, .overdue, .broken: return Checklist.Item(text: text, proof: nil, rule: rule.id)
        case .cannotTell: return Checklist.Item(text: evaluated.headline(of: verdict), proof: nil, rule: rule.id)
        }
    }

    private func proof(_ verdict: Verdict, _ evaluated: Evaluated) -> String {
        evaluated.evidenceText(of: verdict) ?? "the plan follows it"
    }
}
