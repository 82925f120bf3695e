import RulesEngine

/// What was decided about a card, as columns.
struct StoredDecision {
    /// snoozed, dismissed, acknowledged or shown.
    let name: String
    /// Why it was dismissed; nil for the others.
    let reason: String?
    /// Until when it was snoozed; null columns for the others.
    let until: StoredMoment

    /// The columns for a decision.
    init(_ action: Decision.Action) {
        switch action {
        case .snoozed(let moment): (name, reason, until) = ("snoozed", nil, StoredMoment(moment))
        case .dismissed(let because): (name, reason, until) = ("dismissed", because, StoredMoment(nil))
        case .acknowledged: (name, reason, until) = ("acknowledged", nil, StoredMoment(nil))
        case .shown: (name, reason, until) = ("shown", nil, StoredMoment(nil))
        }
    }

    /// The decision that columns stand for; nil for a word this version does not know.
    static func action(named name: String, reason: String?, until: Moment?) -> Decision.Action? {
        switch (name, until) {
        case ("snoozed", let until?): .snoozed(until: until)
        case ("dismissed", _): .dismissed(because: reason ?? "")
        case ("acknowledged", _): .acknowledged
        case ("shown", _): .shown
        default: nil
        }
    }
}
