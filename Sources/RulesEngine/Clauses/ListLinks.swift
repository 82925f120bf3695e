extension PersonLink {
    /// Those a list of an activity names; an empty list names nobody.
    static func target(_ list: FieldID, of row: Int, _ facts: Facts) -> Target {
        guard let value = facts.value(row, list), value.tag != .dontKnow else {
            return .missing(MissingFact(field: list, row: Int32(row)))
        }
        return facts.elements(value).contains { $0.tag == .record } ? .oneOf(value) : .nobody
    }
}

extension Evaluation {
    /// Judges every row of a clause that the rule speaks about, once for each person its link means.
    mutating func judge(
        _ clause: ActivityClause, _ which: Which = .each, _ link: PersonLink,
        by verdict: (Int, PersonLink.Target, Evaluation) -> Verdict
    ) {
        // The evaluation stands still meanwhile, so that none of it is copied for an occasion.
        var added: [Verdict] = []
        swap(&added, &verdicts)
        let run = self
        run.forEachCandidate(of: clause, which) { candidate in
            if let settled = run.settled(candidate) { return added.append(run.closed(settled)) }
            let target = link.target(of: candidate.row, run.facts, run.vocabulary)
            guard case .eachOf = link, case .oneOf(let list) = target else {
                return added.append(run.closed(verdict(candidate.row, target, run)))
            }
            for value in run.facts.elements(list) where value.tag == .record {
                var next = verdict(candidate.row, .person(Int32(value.bits)), run)
                next.person = Int32(value.bits)
                added.append(run.closed(next))
            }
        }
        swap(&added, &verdicts)
    }
}

extension RuleReader {
    /// `each of guests` and `any of guests`, for a list of people an activity may have; nil for anything else.
    func listLink(_ text: String) -> PersonLink? {
        for prefix in ["each of ", "any of "] where text.hasPrefix(prefix) {
            guard let field = vocabulary.field(named: String(text.dropFirst(prefix.count))),
                vocabulary[field].type == .list(.record(.person))
            else { return nil }
            return prefix == "each of " ? .eachOf(field) : .anyOf(field)
        }
        return nil
    }

    /// Every way to name the people of a list.
    var listLinks: [String] {
        let lists = vocabulary.fields.filter { $0.type == .list(.record(.person)) }.map(\.name)
        return lists.flatMap { ["each of " + $0, "any of " + $0] }
    }
}
