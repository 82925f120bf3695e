/// What must come about while an occasion goes on (`during: same meeting`): linked to it, or with the same person
/// between its start and its end (rules.md §4a.1).
struct During: Sendable, Hashable {
    /// The episode the occasion is, as the vocabulary names it.
    let episode: String

    /// The first activity of a clause that came about during a row, and one that might have; of a clause that takes
    /// several, the one that makes up the number.
    func search(_ clause: ActivityClause, in row: Int, _ target: PersonLink.Target, _ run: Evaluation) -> Answers.Found
    {
        var parts: [Int32] = []
        run.collectParts(of: row, .possible, into: &parts)
        let answers = run.answers(to: row, target, nil)
        var found = Answers.Found()
        var count = 0
        for part in parts where clause.kinds.contains(run.facts.kinds[Int(part)]) && isWith(target, part, run.facts) {
            switch answers.matches(Int(part), clause, run.facts) {
            case .no: continue
            case .yes:
                count += 1
                if count == clause.count { found.row = part }
            case .unknown(let fact):
                if found.perhaps == nil { (found.perhaps, found.perhapsRow) = (fact, part) }
            }
        }
        return found
    }

    private func isWith(_ target: PersonLink.Target, _ row: Int32, _ facts: Facts) -> Bool {
        guard case .person(let person) = target else { return true }
        return facts.persons[Int(row)] == person
    }

    /// How the sentence ends: ` during the same meeting`.
    var spoken: String { " during the same \(episode)" }
}

extension RuleReader {
    /// `during: same EPISODE`, of the episode whose account the occasion is; nil when it is not written.
    mutating func during(_ occasion: ActivityClause?) -> During? {
        guard let value = node["during"], let text = value.readText("'during'", &diagnostics), let occasion else {
            return nil
        }
        refuse(["within", "not_before", "counting_from", "give_up", "each", "restart"], beside: "during")
        let known = vocabulary.episodes.filter { Set(occasion.kinds) == [$0.held] }.map(\.name)
        if let name = known.first(where: { text == "same \($0)" || text == $0 }) { return During(episode: name) }
        diagnostics.report(.goesOnOtherwise(text, at: value.range, among: known.map { "same " + $0 }))
        return nil
    }

    /// Reports keys that make no sense beside another.
    mutating func refuse(_ keys: [String], beside other: String) {
        for key in keys.compactMap({ node.key($0) }) {
            diagnostics.report(.twoShapes([other, key.text], at: key.range))
        }
    }
}
