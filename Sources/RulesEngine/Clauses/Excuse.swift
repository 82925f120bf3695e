/// An `unless:`: something that happened and closes the occasion (rules.md §4a.5).
struct Excuse: Sendable, Hashable {
    /// When it must have happened, seen from the occasion.
    enum Timing: String, Sendable, CaseIterable {
        case before
        case since
        case whenever
    }

    var clause: ActivityClause
    /// Whom it must concern; nil when the rule does not say: the person of the occasion, or nobody in particular.
    var link: PersonLink?
    var timing: Timing

    /// The first activity that excuses the occasion by `through`, and one that might.
    func search(for row: Int, through: Int64, _ run: Evaluation) -> Answers.Found {
        guard let link else { return searchUnlinked(row, through, run) }
        return search(row, link.target(of: row, run.facts, run.vocabulary), through, run)
    }

    /// The verdict of an occasion that was excused by an activity.
    func verdict(_ row: Int, by excused: Int32, _ run: Evaluation) -> Verdict {
        var verdict = run.verdict(row, .doesNotApply, .unless)
        verdict.evidence = excused
        return verdict
    }

    /// The earlier of what was done with the same person and what was done with nobody; without a person anything.
    private func searchUnlinked(_ row: Int, _ through: Int64, _ run: Evaluation) -> Answers.Found {
        let person = run.facts.persons[row]
        guard person != Facts.none else { return search(row, .anyone, through, run) }
        var found = search(row, .person(person), through, run)
        let alone = search(row, .person(Facts.none), through, run)
        if alone.row != Facts.none, found.row == Facts.none || alone.row < found.row { found.row = alone.row }
        if found.perhaps == nil { (found.perhaps, found.perhapsRow) = (alone.perhaps, alone.perhapsRow) }
        return found
    }

    private func search(_ row: Int, _ target: PersonLink.Target, _ through: Int64, _ run: Evaluation) -> Answers.Found {
        switch target {
        case .missing, .nobody: return Answers.Found()
        case .anyone, .person, .sharing, .oneOf: break
        }
        let from = timing == .since ? run.facts.begins[row] : Int64.min
        let limit = timing == .before ? min(through, run.facts.latestBegin(row)) : through
        return run.answers(to: row, target, nil).first(of: clause, in: run.facts, from: from, through: limit)
    }

    /// How it reads: `unless you have thanked them`.
    func spoken(_ vocabulary: Vocabulary) -> String {
        let when =
            switch timing {
            case .before: " before"
            case .since: " after that"
            case .whenever: ""
            }
        let needsPerson = clause.kinds.contains { vocabulary[$0].needsPerson }
        let linked = link ?? (needsPerson ? .samePerson : .anyone)
        return "unless \(clause.happens(vocabulary, with: linked))\(clause.remark)\(when)"
    }
}
