/// Makes the agenda of a day from verdicts: what is open, merged, ranked and kept within a budget (rules.md §6).
public struct AgendaMaker: Sendable {
    /// How many cards are shown, 1 to 5.
    public let budget: Int

    /// The default of three cards is what a day bears; never more than five are shown.
    public init(budget: Int = 3) { self.budget = min(max(budget, 1), 5) }

    /// The agenda of these verdicts; decisions of the person are honoured.
    public func agenda(of evaluated: Evaluated, decisions: [Decision]) -> Agenda {
        var ledger = DecisionLedger(decisions, now: evaluated.now)
        let open = evaluated.verdicts.filter { isOpen($0, evaluated) }
        let possible = open.filter { $0.notBefore <= evaluated.now.seconds }
        let wanted = possible.filter { !ledger.hides($0, evaluated) }
        let cards = CardMaker(evaluated: evaluated).cards(of: wanted).sorted(by: Self.comesFirst)
        let (shown, held) = withinBudget(cards)
        return Agenda(
            cards: shown, heldBack: held, snoozed: ledger.snoozed, dismissed: ledger.dismissed,
            notYet: open.count - possible.count)
    }

    private static let broken: Int64 = 7 * 86_400

    /// Open verdicts ask for something; what is broken warns for seven days (rules.md §4a.8).
    private func isOpen(_ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        guard verdict.closing == .open else { return false }
        switch verdict.status {
        case .due, .overdue, .cannotTell: return true
        case .broken: return evaluated.now.seconds - evaluated.brokenSince(verdict) <= Self.broken
        case .doesNotApply, .ok, .late: return false
        }
    }

    /// By points, then by deadline, then by headline: a stable order.
    private static func comesFirst(_ left: Card, _ right: Card) -> Bool {
        let keys = { (card: Card) in (-card.score, card.deadline?.seconds ?? .max, card.headline) }
        return keys(left) < keys(right)
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
    /// When something that cannot be mended came about.
    func brokenSince(_ verdict: Verdict) -> Int64 {
        if verdict.deadline != .max { return verdict.deadline }
        guard verdict.occasion != Facts.none else { return now.seconds }
        return facts.begins[Int(verdict.occasion)]
    }
}

/// The person's decisions, asked verdict by verdict; it counts what it hides.
struct DecisionLedger {
    private let now: Instant
    private var byKey: [Card.Key: Decision] = [:]
    private(set) var snoozed = 0
    private(set) var dismissed = 0

    /// The latest decision about an occasion holds.
    init(_ decisions: [Decision], now: Instant) {
        self.now = now
        for decision in decisions.sorted(by: { $0.at.start < $1.at.start }) {
            byKey[Card.Key(rule: decision.rule, occasion: decision.occasion)] = decision
        }
    }

    /// Whether the person has put this verdict away for now or for good.
    mutating func hides(_ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        let occasion = evaluated.occasion(of: verdict)?.key ?? ""
        guard let decision = byKey[Card.Key(rule: evaluated.rule(of: verdict).id, occasion: occasion)] else {
            return false
        }
        switch decision.action {
        case .snoozed(let until):
            guard now < until.start else { return false }
            snoozed += 1
        case .dismissed: dismissed += 1
        case .acknowledged:
            guard verdict.status == .broken else { return false }
            dismissed += 1
        }
        return true
    }
}
