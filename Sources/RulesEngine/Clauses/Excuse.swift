/// An `unless:`: something that happened and closes the occasion (rules.md §4a.5).
struct Excuse: Sendable, Hashable {
    /// When it must have happened, seen from the occasion.
    enum Timing: String, Sendable, CaseIterable {
        case before
        case since
        case whenever
    }

    let clause: ActivityClause
    let link: PersonLink
    let timing: Timing

    /// The first activity that excuses the occasion by `through`; `Facts.none` when there is none.
    func first(for row: Int, through: Int64, _ run: Evaluation) -> Int32 {
        let target = link.target(of: row, run.facts, run.vocabulary)
        if case .missing = target { return Facts.none }
        let answers = Answers(target: target, about: nil, occasion: row)
        let begins = run.facts.begins[row]
        let from = timing == .since ? begins : Int64.min
        let limit = timing == .before ? min(through, run.facts.latestBegin(row)) : through
        return answers.first(of: clause, in: run.facts, from: from, through: limit).row
    }

    /// How it reads: `unless you have thanked them`.
    func spoken(_ vocabulary: Vocabulary) -> String {
        let when =
            switch timing {
            case .before: " before"
            case .since: " after that"
            case .whenever: ""
            }
        let whom = link == .anyone ? "" : " with \(link.spoken(vocabulary))"
        return "unless \(clause.happens(vocabulary))\(whom)\(when)"
    }
}
