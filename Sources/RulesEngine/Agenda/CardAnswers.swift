extension Evaluated {
    /// How a question is answered; nil for what is no question, and for what only a plan can say.
    func answer(to verdict: Verdict) -> Card.Answer? {
        guard verdict.status == .cannotTell, let fact = verdict.missing else { return nil }
        if verdict.reason == .outcomeUnknown { return outcomes(of: fact.row) }
        let field = rules.vocabulary[fact.field]
        var choices: [String] = []
        if case .choice(let words) = field.type.element { choices = words }
        if fact.row != Facts.none {
            return words(of: Int(fact.row), with: fact.field).map { .more($0, field: field.name, choices: choices) }
        }
        guard fact.record != Facts.none else { return nil }
        return .field(field.name, of: fact.record == 0 ? nil : narrator.name(fact.record), choices: choices)
    }

    /// The line of a row as it is typed: word, names and time; nil for a plan, which a file says more of.
    private func words(of row: Int, with field: FieldID) -> [String]? {
        let kind = rules.vocabulary[facts.kinds[row]]
        let line = facts.source(Int32(row))
        guard let at = line.at, kind.fields.contains(field), kind.stage?.step != .planned else { return nil }
        let time = at.written(in: frame.zone).split(separator: " ").map(String.init)
        return [rules.vocabulary.loggingWord(kind.id)] + line.with.map(\.text) + time
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
