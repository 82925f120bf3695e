extension Evaluated {
    /// What rules keep a person from doing for now, each with the rule's place.
    private var holdBacks: [(hold: HoldBack, rule: Int32)] {
        let holding = rules.rules.map(\.shape.canHoldBack)
        guard holding.contains(true) else { return [] }
        return verdicts.compactMap { verdict in
            guard holding[Int(verdict.rule)], verdict.closing != .archived, verdict.status == .ok else { return nil }
            return rule(of: verdict).shape.holdBack(verdict, facts, rules.vocabulary).map { ($0, verdict.rule) }
        }
    }

    /// The verdicts, in which what is asked for while a rule keeps a person from doing it may not be done before that
    /// ends; its deadline stays (rules.md §4a.16).
    var heldBack: [Verdict] {
        let holds = Holds(holdBacks.map(\.hold))
        guard !holds.isEmpty else { return verdicts }
        return verdicts.map { verdict in
            guard isAsked(verdict), let kind = rule(of: verdict).shape.asking?.kinds.first else { return verdict }
            var verdict = verdict
            holds.forEach(kind, with: verdict.person) { hold in
                if forbids(hold, verdict) { verdict.notBefore = max(verdict.notBefore, hold.until) }
            }
            return verdict
        }
    }

    /// Why what a verdict asks for may not be done yet: a line for each rule that keeps it back.
    func heldBackLines(_ verdict: Verdict) -> [String] {
        guard isAsked(verdict), rule(of: verdict).shape.asking != nil else { return [] }
        return holdBacks.filter { forbids($0.hold, verdict) }.map { hold, rule in
            let end = hold.until == .max ? "for now" : "before \(narrator.start(hold.until))"
            return "not \(end): \(rules.rules[Int(rule)].id)"
        }
    }

    private func isAsked(_ verdict: Verdict) -> Bool { verdict.status == .due || verdict.status == .overdue }

    private func forbids(_ hold: HoldBack, _ verdict: Verdict) -> Bool {
        hold.forbids(rule(of: verdict).shape.asking?.kinds ?? [], for: verdict, facts, at: now.seconds)
    }
}

/// What is to be left for now, by kind and person, so that what is asked is held against nothing else.
private struct Holds {
    private struct Key: Hashable {
        let kind: KindID
        /// With whom; nil when it does not name one person.
        let person: Int32?
    }

    private var holds: [Key: [HoldBack]] = [:]

    var isEmpty: Bool { holds.isEmpty }

    init(_ all: [HoldBack]) {
        for hold in all {
            var person: Int32?
            if case .person(let one) = hold.target { person = one }
            for kind in Set(hold.kinds) { holds[Key(kind: kind, person: person), default: []].append(hold) }
        }
    }

    /// Hands over what concerns a kind with a person, or with people it does not name.
    func forEach(_ kind: KindID, with person: Int32, _ take: (HoldBack) -> Void) {
        holds[Key(kind: kind, person: nil)]?.forEach(take)
        holds[Key(kind: kind, person: person)]?.forEach(take)
    }
}
