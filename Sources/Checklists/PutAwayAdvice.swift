import RulesEngine

/// The advice a person has put away, and why, or put off, and until when, rule by rule and occasion by occasion.
struct PutAwayAdvice {
    private var states: [Key: Checklist.State] = [:]

    private struct Key: Hashable {
        let rule: String
        let occasion: String
    }

    /// What was put away by a moment; the latest decision about an occasion holds.
    init(_ decisions: [Decision], by now: Instant, in zone: Zone) {
        let made = decisions.filter { $0.at.start <= now }
        for decision in made.sorted(by: { $0.at.start < $1.at.start }) {
            let key = Key(rule: decision.rule, occasion: decision.occasion)
            switch decision.action {
            case .dismissed(let reason): states[key] = .putAway(reason)
            case .snoozed(let until) where until.start > now:
                states[key] = .putOff(zone.wallTime(at: until.start).spokenDay)
            case .snoozed, .acknowledged: states[key] = nil
            case .shown: break
            }
        }
    }

    /// That a verdict was put away or put off; nil when it was not.
    func state(for verdict: Verdict, _ evaluated: Evaluated) -> Checklist.State? {
        guard !states.isEmpty, let occasion = evaluated.occasion(of: verdict)?.key else { return nil }
        return states[Key(rule: evaluated.rule(of: verdict).id, occasion: occasion)]
    }
}
