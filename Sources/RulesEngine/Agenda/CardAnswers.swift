extension Evaluated {
    /// How a question is answered; nil for what is no question, and for what only the line itself can say.
    func answer(to verdict: Verdict) -> Card.Answer? {
        guard verdict.status == .cannotTell, let fact = verdict.missing else { return nil }
        if verdict.reason == .outcomeUnknown { return outcomes(of: fact.row) }
        guard fact.record != Facts.none else { return nil }
        let field = rules.vocabulary[fact.field]
        var choices: [String] = []
        if case .choice(let words) = field.type.element { choices = words }
        return .field(field.name, of: fact.record == 0 ? nil : narrator.name(fact.record), choices: choices)
    }

    /// The words that say what became of something planned: it took place, it was missed, it was called off.
    private func outcomes(of row: Int32) -> Card.Answer? {
        guard row != Facts.none, let stage = rules.vocabulary[facts.kinds[Int(row)]].stage else { return nil }
        let person = facts.persons[Int(row)]
        let kinds = [Kind.Step.held, .missed, .cancelled].compactMap { step in
            rules.vocabulary.kinds.first { $0.stage == Kind.Stage(episode: stage.episode, step: step) }
        }
        return .outcome(kinds.compactMap(\.words.first), with: person == Facts.none ? nil : narrator.name(person))
    }

    /// Which line a question is about; empty when it is about a person rather than a line.
    func whatIsAskedAbout(_ verdict: Verdict) -> String {
        guard let row = verdict.missing?.row, row != Facts.none else { return "" }
        return "It is about: \(text(of: Int(row)))."
    }
}
