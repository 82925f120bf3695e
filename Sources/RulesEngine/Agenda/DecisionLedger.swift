/// What a person decided about cards, asked verdict by verdict.
struct DecisionLedger {
    /// What becomes of an open verdict.
    enum Standing {
        case wanted
        case snoozed
        /// Dismissed, or acknowledged because it cannot be mended.
        case dismissed
    }

    private let now: Instant
    private var byKey: [Card.Key: Decision] = [:]

    /// The latest decision about an occasion holds; one that is dated later than now was not made yet.
    init(_ decisions: [Decision], now: Instant) {
        self.now = now
        let made = decisions.enumerated().filter { $0.element.at.start <= now }
        for (_, decision) in made.sorted(by: { ($0.element.at.start, $0.offset) < ($1.element.at.start, $1.offset) }) {
            byKey[Card.Key(rule: decision.rule, occasion: decision.occasion)] = decision
        }
    }

    /// Whether the person has put this verdict away for now or for good.
    ///
    /// A decision is lifted when its occasion's time changes; only a snooze outlives a move (rules.md §4a.3, 17).
    func standing(of verdict: Verdict, _ evaluated: Evaluated) -> Standing {
        if byKey.isEmpty { return .wanted }
        let rule = evaluated.rule(of: verdict).id
        if let decision = byKey[Card.Key(rule: rule, occasion: evaluated.key(of: verdict))] {
            return standing(decision, verdict)
        }
        let earlier = evaluated.earlierKeys(of: verdict).compactMap { byKey[Card.Key(rule: rule, occasion: $0)] }
        return earlier.contains { standing($0, verdict) == .snoozed } ? .snoozed : .wanted
    }

    private func standing(_ decision: Decision, _ verdict: Verdict) -> Standing {
        switch decision.action {
        case .snoozed(let until): now < until.start ? .snoozed : .wanted
        case .dismissed: .dismissed
        case .acknowledged: verdict.status == .broken ? .dismissed : .wanted
        }
    }
}
