/// What a person decided about cards, asked verdict by verdict.
struct DecisionLedger {
    /// What becomes of an open verdict.
    enum Standing {
        case wanted
        case snoozed
        /// Dismissed, or acknowledged because it cannot be mended.
        case dismissed
        /// Shown lately; it rests until its rule's cooldown is over.
        case resting
    }

    private let now: Instant
    private var byKey: [Card.Key: Decision] = [:]
    private var shown: [Card.Key: Instant] = [:]

    /// The latest decision about an occasion holds; one that is dated later than now was not made yet.
    init(_ decisions: [Decision], now: Instant) {
        self.now = now
        let made = decisions.enumerated().filter { $0.element.at.start <= now }
        for (_, decision) in made.sorted(by: { ($0.element.at.start, $0.offset) < ($1.element.at.start, $1.offset) }) {
            let key = Card.Key(rule: decision.rule, occasion: decision.occasion)
            if decision.action == .shown { shown[key] = decision.at.start } else { byKey[key] = decision }
        }
    }

    /// Whether the person has put this verdict away for now or for good.
    ///
    /// A decision is lifted when its occasion's time changes; only a snooze outlives a move (rules.md §4a.3, 17).
    func standing(of verdict: Verdict, _ evaluated: Evaluated) -> Standing {
        if byKey.isEmpty && shown.isEmpty { return .wanted }
        let rule = evaluated.rule(of: verdict).id
        let key = Card.Key(rule: rule, occasion: evaluated.key(of: verdict))
        if let decision = byKey[key] {
            let standing = standing(decision, verdict)
            if standing != .wanted { return standing }
        } else if isSnoozedBeforeMove(verdict, rule, evaluated) {
            return .snoozed
        }
        return rests(key, verdict, evaluated) ? .resting : .wanted
    }

    private func isSnoozedBeforeMove(_ verdict: Verdict, _ rule: String, _ evaluated: Evaluated) -> Bool {
        let earlier = evaluated.earlierKeys(of: verdict).compactMap { byKey[Card.Key(rule: rule, occasion: $0)] }
        return earlier.contains { standing($0, verdict) == .snoozed }
    }

    /// Whether a card was shown, and left, so lately that it is not shown again: from the day after until its cooldown
    /// has passed. What has become overdue since then is shown at once.
    private func rests(_ key: Card.Key, _ verdict: Verdict, _ evaluated: Evaluated) -> Bool {
        guard let cooldown = evaluated.rule(of: verdict).cooldown, let shown = shown[key] else { return false }
        if verdict.deadline >= shown.seconds, verdict.deadline < now.seconds { return false }
        return !isSameDay(shown, evaluated.frame.zone) && now <= evaluated.frame.end(of: cooldown, after: shown)
    }

    private func isSameDay(_ shown: Instant, _ zone: Zone) -> Bool {
        zone.wallTime(at: shown).day == zone.wallTime(at: now).day
    }

    /// What is to be remembered of cards that are being shown: those whose rule has a cooldown, once a day.
    func showings(of cards: [Card], _ evaluated: Evaluated) -> [Decision] {
        let cooling = Set(evaluated.rules.rules.filter { $0.cooldown != nil }.map(\.id))
        guard !cooling.isEmpty else { return [] }
        let at = Moment(at: now, in: evaluated.frame.zone)
        return cards.flatMap(\.occasions).filter { key in
            cooling.contains(key.rule) && !(shown[key].map { isSameDay($0, evaluated.frame.zone) } ?? false)
        }.map { Decision(rule: $0.rule, occasion: $0.occasion, action: .shown, at: at) }
    }

    private func standing(_ decision: Decision, _ verdict: Verdict) -> Standing {
        switch decision.action {
        case .snoozed(let until): now < until.start ? .snoozed : .wanted
        case .dismissed: .dismissed
        case .acknowledged: verdict.status == .broken ? .dismissed : .wanted
        case .shown: .wanted
        }
    }
}
