import RulesEngine

/// The advice a person has put away, and why, rule by rule and occasion by occasion.
struct PutAwayAdvice {
    private var reasons: [Key: String] = [:]

    private struct Key: Hashable {
        let rule: String
        let occasion: String
    }

    /// What was put away by a moment; the latest decision about an occasion holds.
    init(_ decisions: [Decision], by now: Instant) {
        let made = decisions.filter { $0.at.start <= now }
        for decision in made.sorted(by: { $0.at.start < $1.at.start }) {
            let key = Key(rule: decision.rule, occasion: decision.occasion)
            switch decision.action {
            case .dismissed(let reason): reasons[key] = reason
            case .snoozed, .acknowledged: reasons[key] = nil
            case .shown: break
            }
        }
    }

    /// Why a verdict was put away; nil when it was not.
    func reason(for verdict: Verdict, _ evaluated: Evaluated) -> String? {
        guard !reasons.isEmpty, let occasion = evaluated.occasion(of: verdict)?.key else { return nil }
        return reasons[Key(rule: evaluated.rule(of: verdict).id, occasion: occasion)]
    }
}
