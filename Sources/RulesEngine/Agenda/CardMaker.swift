/// Makes cards of open verdicts: those that ask for the same thing of the same person become one (rules.md §4a.17).
struct CardMaker {
    let evaluated: Evaluated

    /// The cards of these verdicts, in no particular order.
    func cards(of verdicts: [Verdict]) -> [Card] {
        var groups: [Sameness: [Verdict]] = [:]
        var order: [Sameness] = []
        for verdict in verdicts {
            let key = sameness(verdict)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(verdict)
        }
        return order.compactMap { groups[$0].flatMap(card) }
    }

    /// What makes two verdicts ask for the same thing.
    private enum Sameness: Hashable {
        case action(kinds: [KindID], person: Int32)
        case question(MissingFact, occasion: Int32)
        case alone(rule: Int32, occasion: Int32)
    }

    private func sameness(_ verdict: Verdict) -> Sameness {
        let kinds = evaluated.rule(of: verdict).shape.asksFor
        if verdict.status == .cannotTell, let fact = verdict.missing {
            return .question(fact, occasion: fact.record == Facts.none ? verdict.occasion : Facts.none)
        }
        if verdict.status == .due || verdict.status == .overdue, !kinds.isEmpty {
            return .action(kinds: kinds, person: verdict.person)
        }
        return .alone(rule: verdict.rule, occasion: verdict.occasion)
    }

    private func card(_ verdicts: [Verdict]) -> Card? {
        let ordered = verdicts.sorted { weight($0) < weight($1) }
        guard let first = ordered.first else { return nil }
        let rules = ordered.map { evaluated.rule(of: $0) }
        let deadline = ordered.map(\.deadline).min() ?? .max
        let strength = rules.map(\.strength).max() ?? .consider
        let effort = rules.compactMap(\.effort).first
        return Card(
            kind: kind(first), headline: headline(first), detail: evaluated.headline(of: first),
            because: rules[0].because, rules: unique(rules.map(\.id)),
            sources: unique(rules.compactMap { $0.source?.text }), strength: strength, status: first.status,
            deadline: deadline == .max ? nil : Instant(seconds: deadline), effort: effort,
            person: first.person == Facts.none ? nil : evaluated.narrator.name(first.person),
            logWord: logWord(first), plannedFor: plannedFor(first),
            occasions: ordered.map { key($0) }, dismissReasons: unique(rules.flatMap(\.dismissReasons)),
            terms: CardScore(now: evaluated.now).terms(
                status: first.status, strength: strength, deadline: deadline, effort: effort))
    }

    /// The highest strength first, then the earliest deadline, then the order of the rules.
    private func weight(_ verdict: Verdict) -> (Int, Int64, Int32) {
        let strength = Rule.Strength.allCases.firstIndex(of: evaluated.rule(of: verdict).strength) ?? 0
        return (-strength, verdict.deadline, verdict.rule)
    }

    private func key(_ verdict: Verdict) -> Card.Key {
        Card.Key(rule: evaluated.rule(of: verdict).id, occasion: evaluated.occasion(of: verdict)?.key ?? "")
    }

    private func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private func kind(_ verdict: Verdict) -> Card.Kind {
        switch verdict.status {
        case .cannotTell: .question
        case .broken: .notice
        default: .action
        }
    }

    private func headline(_ verdict: Verdict) -> String {
        let said = evaluated.headline(of: verdict)
        guard kind(verdict) == .action else { return shortened(said) }
        return shortened(evaluated.rule(of: verdict).action?.filled(verdict, evaluated.narrator) ?? said)
    }

    private func shortened(_ text: String) -> String { text.count < 120 ? text : String(text.prefix(118)) + "…" }

    private func logWord(_ verdict: Verdict) -> String? {
        guard kind(verdict) == .action, let kind = evaluated.rule(of: verdict).shape.asksFor.first else { return nil }
        return evaluated.rules.vocabulary[kind].words.first ?? evaluated.rules.vocabulary[kind].name
    }

    /// A plan is never taken as done, but the card says so (rules.md §4a.11).
    private func plannedFor(_ verdict: Verdict) -> Instant? {
        let facts = evaluated.facts
        let kinds = evaluated.rule(of: verdict).shape.asksFor
        let row = (0..<facts.count).first { row in
            facts.has(row, .intended) && kinds.contains(facts.kinds[row]) && facts.persons[row] == verdict.person
                && facts.begins[row] >= evaluated.now.seconds
        }
        return row.map { Instant(seconds: facts.begins[$0]) }
    }
}

/// The sum a card is ranked by, term by term.
struct CardScore {
    let now: Instant

    func terms(status: Verdict.Status, strength: Rule.Strength, deadline: Int64, effort: Length?) -> [Card.Term] {
        var terms = [Card.Term(label: "strength '\(strength.rawValue)'", points: points(strength))]
        if let term = urgency(status, deadline) { terms.append(term) }
        if let effort, effort.seconds <= 600 { terms.append(Card.Term(label: "takes 10 minutes or less", points: 3)) }
        return terms
    }

    private func points(_ strength: Rule.Strength) -> Int {
        switch strength {
        case .must: 30
        case .should: 20
        case .consider: 10
        }
    }

    private func urgency(_ status: Verdict.Status, _ deadline: Int64) -> Card.Term? {
        switch status {
        case .overdue: Card.Term(label: "overdue", points: 20)
        case .broken: Card.Term(label: "cannot be mended", points: -10)
        case .cannotTell: Card.Term(label: "a question", points: -5)
        case .due where deadline - now.seconds <= 86_400: Card.Term(label: "due within a day", points: 15)
        case .due where deadline - now.seconds <= 3 * 86_400: Card.Term(label: "due within three days", points: 10)
        case .due where deadline - now.seconds <= 7 * 86_400: Card.Term(label: "due within a week", points: 5)
        default: nil
        }
    }
}
