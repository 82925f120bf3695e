import ActivityLog
import RulesEngine

/// What a person decided about a card: recorded under each of its rules.
struct Decided {
    let card: Card
    let action: Decision.Action
    let workspace: Workspace
    let isTrial: Bool

    /// A decision for every occasion behind the card.
    var changes: [LogChange] {
        let at = Moment(at: workspace.now, in: workspace.zone)
        return card.occasions.map { key in
            .decide(Decision(rule: key.rule, occasion: key.occasion, action: action, at: at))
        }
    }

    /// Says what was decided.
    func show(isJSON: Bool, _ console: Console) {
        guard !isJSON else { return console.line(json) }
        console.line("\(words): \(card.headline)")
        console.line(isTrial ? "Nothing was recorded." : "Not right? Take it back with: explore undo")
    }

    private var words: String {
        switch action {
        case .snoozed(let until): "Put away until \(spoken(until))"
        case .dismissed(let because): "Put away for good (\(because))"
        case .acknowledged, .shown: "Seen"
        }
    }

    private func spoken(_ moment: Moment) -> String {
        ActivityText(vocabulary: workspace.rules.vocabulary, zone: workspace.zone).spoken(moment)
    }

    private var json: String {
        JSONLine([
            ("recorded", .flag(!isTrial)), ("decided", .text(words)), ("headline", .text(card.headline)),
            ("rules", .list(card.occasions.map { .text($0.rule) })),
            ("occasions", .list(card.occasions.map { .text($0.occasion) })),
        ]).text
    }
}
