/// Puts open verdicts together that make one card: they ask for the same thing of the same person (rules.md §4a.17).
struct CardGroups {
    let evaluated: Evaluated
    private var facts: Facts { evaluated.facts }

    init(evaluated: Evaluated) { self.evaluated = evaluated }

    /// The verdicts of each card, in the order in which the first of each comes.
    func groups(of verdicts: [Verdict]) -> [[Verdict]] {
        var groups: [Sameness: [Verdict]] = [:]
        var order: [Sameness] = []
        for verdict in verdicts {
            let key = sameness(verdict)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(verdict)
        }
        return order.flatMap { key -> [[Verdict]] in
            guard case .action = key, let group = groups[key] else { return groups[key].map { [$0] } ?? [] }
            return byCondition(group)
        }
    }

    /// The condition a verdict's rule puts on what it asks for.
    func condition(of verdict: Verdict) -> Condition {
        evaluated.rule(of: verdict).shape.asking?.condition ?? Condition()
    }

    // MARK: What makes verdicts one

    /// What makes two verdicts ask for the same thing.
    private enum Sameness: Hashable {
        case action(Action)
        case question(field: FieldID, record: Int32, line: Int32)
        case outcome(row: Int32)
        case plan(row: Int32, isPossible: Bool)
        case alone(rule: Int32, occasion: Int32, record: Int32)
    }

    private struct Action: Hashable {
        var kinds: Set<KindID>
        var person: Int32
        /// The record it is for, such as a path.
        let record: Int32
        /// The one occasion it is for, when it cannot be done for two at once.
        var occasion = Facts.none
        /// The episode it is about.
        var episode = Facts.none
        /// What both sides must agree in.
        var about: Value?
        let isPossible: Bool
    }

    private func sameness(_ verdict: Verdict) -> Sameness {
        if evaluated.belongsInPlan(verdict) {
            return .plan(row: verdict.occasion, isPossible: verdict.notBefore <= evaluated.now.seconds)
        }
        return switch verdict.status {
        case .cannotTell: verdict.missing.map { question($0, verdict) } ?? alone(verdict)
        case .due, .overdue:
            evaluated.rule(of: verdict).shape.asking.map { .action(action($0, verdict)) } ?? alone(verdict)
        default: alone(verdict)
        }
    }

    private func alone(_ verdict: Verdict) -> Sameness {
        .alone(rule: verdict.rule, occasion: verdict.occasion, record: verdict.record)
    }

    /// What a line does not say is missing for all its people; how an episode went is asked for each of them.
    private func question(_ fact: MissingFact, _ verdict: Verdict) -> Sameness {
        if verdict.reason == .outcomeUnknown { return .outcome(row: fact.row) }
        let line = fact.row == Facts.none ? Facts.none : facts.lines[Int(fact.row)]
        return .question(field: fact.field, record: fact.record, line: line)
    }

    /// What may be done with anyone is one thing to do when it is logged by the same word: that answers all of them.
    private func action(_ asking: Asking, _ verdict: Verdict) -> Action {
        let isPossible = verdict.notBefore <= evaluated.now.seconds
        var action = Action(
            kinds: Set(asking.kinds), person: verdict.person, record: verdict.record, isPossible: isPossible)
        guard verdict.occasion != Facts.none else { return action }
        let row = Int(verdict.occasion)
        if asking.isOfAnyone { (action.kinds, action.person) = (Set(asking.kinds.prefix(1)), Facts.none) }
        if asking.isOneToOne { action.occasion = verdict.occasion }
        if asking.about?.isEpisode == true || asking.kinds.contains(where: isLaterStep) {
            action.episode = facts.episodesOfRows[row]
        } else if let about = asking.about {
            action.about = facts.value(row, about.field)
        }
        return action
    }

    /// A confirmation, say, belongs to one episode; a new plan begins another.
    private func isLaterStep(_ kind: KindID) -> Bool {
        evaluated.rules.vocabulary[kind].stage.map { $0.step != .planned } ?? false
    }

    // MARK: Conditions

    /// Verdicts whose rules want the same thing in different ways are several cards; one that takes it in any way joins
    /// the first of them, so that what is done answers both.
    private func byCondition(_ verdicts: [Verdict]) -> [[Verdict]] {
        var order: [Condition] = []
        var groups: [Condition: [Verdict]] = [:]
        for verdict in verdicts {
            let condition = condition(of: verdict)
            if groups[condition] == nil { order.append(condition) }
            groups[condition, default: []].append(verdict)
        }
        if let strict = order.first(where: { !$0.isEmpty }), let lax = groups.removeValue(forKey: Condition()) {
            groups[strict, default: []] += lax
        }
        return order.compactMap { groups[$0] }
    }
}

extension Evaluated {
    /// Whether a verdict asks for a part that is missing from a plan: it is written into the plan; logging it would
    /// settle nothing.
    func belongsInPlan(_ verdict: Verdict) -> Bool {
        guard verdict.occasion != Facts.none, verdict.status == .due || verdict.status == .overdue else { return false }
        let stage = rules.vocabulary[facts.kinds[Int(verdict.occasion)]].stage
        return rule(of: verdict).timing == .during && stage?.step == .planned
    }
}
