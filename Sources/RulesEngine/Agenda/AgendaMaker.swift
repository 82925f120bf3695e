/// Makes the agenda of a day from verdicts: what is open, merged, ranked and kept within a budget (rules.md §6).
public struct AgendaMaker: Sendable {
    /// How many cards are shown, 1 to 5.
    public let budget: Int
    /// How many cards a day bears unless a person says otherwise.
    public static let usualBudget = 3

    /// The default of three cards is what a day bears; never more than five are shown.
    public init(budget: Int = usualBudget) { self.budget = min(max(budget, 1), 5) }

    /// The agenda of these verdicts; decisions of the person are honoured, and while they take a break all is held back.
    public func agenda(of evaluated: Evaluated, decisions: [Decision]) -> Agenda {
        let ledger = DecisionLedger(decisions, now: evaluated.now)
        let maker = CardMaker(evaluated: evaluated)
        let open = Dictionary(grouping: evaluated.heldBack.filter { isOpen($0, evaluated) }) { verdict in
            ledger.standing(of: verdict, evaluated)
        }
        let cards = maker.cards(of: open[.wanted] ?? []).sorted(by: Self.comesFirst)
        let pausedUntil = evaluated.pausedUntil
        let possible = cards.filter { $0.notBefore == nil }
        let (shown, held) = pausedUntil == nil ? withinBudget(possible) : ([], possible)
        return Agenda(
            cards: shown, heldBack: held, later: cards.filter { $0.notBefore != nil },
            snoozed: maker.cards(of: open[.snoozed] ?? []).count,
            dismissed: maker.cards(of: open[.dismissed] ?? []).count,
            resting: maker.cards(of: open[.resting] ?? []).count,
            pausedUntil: pausedUntil)
    }

    /// What is to be remembered of cards that are shown now, so that they are not repeated within their cooldown.
    public func showings(of cards: [Card], in evaluated: Evaluated, decisions: [Decision]) -> [Decision] {
        DecisionLedger(decisions, now: evaluated.now).showings(of: cards, evaluated)
    }

    private static let broken: Int64 = 7 * 86_400

    /// Open verdicts ask for something; what is broken warns for seven days (rules.md §4a.8), and what a person does not
    /// know is not asked again (§4a.9).
    private func isOpen(_ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        guard verdict.closing == .open else { return false }
        switch verdict.status {
        case .due, .overdue: return true
        case .cannotTell: return verdict.missing.map { !evaluated.isKnownToBeUnknown($0) } ?? true
        case .broken: return evaluated.now.seconds <= evaluated.brokenSince(verdict) + Self.broken
        case .doesNotApply, .ok, .late: return false
        }
    }

    /// By points, then by deadline, headline and what it is about: a stable order.
    private static func comesFirst(_ left: Card, _ right: Card) -> Bool {
        let keys = { (card: Card) in (-card.score, card.deadline?.seconds ?? .max, card.headline) }
        if keys(left) != keys(right) { return keys(left) < keys(right) }
        return (left.occasions.first?.occasion ?? "") < (right.occasions.first?.occasion ?? "")
    }

    /// One card for each person, as many as the budget allows.
    private func withinBudget(_ cards: [Card]) -> (shown: [Card], held: [Card]) {
        var shown: [Card] = []
        var held: [Card] = []
        var people: Set<String> = []
        for card in cards {
            let isNew = card.person.map { !people.contains($0) } ?? true
            if shown.count < budget && isNew {
                shown.append(card)
                if let person = card.person { people.insert(person) }
            } else {
                held.append(card)
            }
        }
        return (shown, held)
    }
}

extension Evaluated {
    /// When something that cannot be mended came about: when its occasion took place, or what crossed it later.
    func brokenSince(_ verdict: Verdict) -> Int64 {
        let rows = [verdict.occasion, verdict.evidence].filter { $0 != Facts.none }
        let moments = rows.map { min(facts.moment(of: Int($0)), now.seconds) }
        return moments.max() ?? now.seconds
    }

    /// Whether the answer to a question is "don't know".
    func isKnownToBeUnknown(_ fact: MissingFact) -> Bool {
        if fact.row != Facts.none { return facts.value(Int(fact.row), fact.field) == .dontKnow }
        return facts.records.value(fact.record, fact.field, at: now.seconds) == .dontKnow
    }
}

extension Evaluated {
    /// When the break ends that the person is taking, `distantFuture` when they did not say; nil when they take none.
    package var pausedUntil: Instant? {
        Pauses(facts, rules.vocabulary, frame).stretch(at: now.seconds).map { Instant(seconds: $0.upperBound) }
    }
}
