/// The sum a card is ranked by, term by term.
struct CardScore {
    let now: Instant

    func terms(status: Verdict.Status, strength: Rule.Strength, deadline: Int64, effort: Length?) -> [Card.Term] {
        var terms = [Card.Term(label: "strength '\(strength.rawValue)'", points: points(strength))]
        if let term = urgency(status, strength, deadline) { terms.append(term) }
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

    private func urgency(_ status: Verdict.Status, _ strength: Rule.Strength, _ deadline: Int64) -> Card.Term? {
        let days = { (count: Int64) in deadline <= now.seconds + count * 86_400 }
        return switch status {
        // A mere suggestion stays below what is to be done, however long it has been waiting.
        case .overdue where strength == .consider: Card.Term(label: "overdue", points: 5)
        case .overdue: Card.Term(label: "overdue", points: 20)
        case .broken: Card.Term(label: "cannot be mended", points: -10)
        case .cannotTell: Card.Term(label: "a question", points: -5)
        case .due where days(1): Card.Term(label: "due within a day", points: 15)
        case .due where days(3): Card.Term(label: "due within three days", points: 10)
        case .due where days(7): Card.Term(label: "due within a week", points: 5)
        default: nil
        }
    }
}
