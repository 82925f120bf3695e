extension PersonLink {
    /// Those a list of an activity names; an empty list names nobody.
    static func target(_ list: FieldID, of row: Int, _ facts: Facts) -> Target {
        guard let value = facts.value(row, list), value.tag != .dontKnow else {
            return .missing(MissingFact(field: list, row: Int32(row)))
        }
        return facts.elements(value).contains { $0.tag == .record } ? .oneOf(value) : .nobody
    }

    /// Hands over whom an occasion is to be answered with: one after the other for `each of`, else the one target.
    func forEachTarget(of row: Int, _ facts: Facts, _ vocabulary: Vocabulary, _ take: (Target) -> Void) {
        let target = target(of: row, facts, vocabulary)
        guard case .eachOf = self, case .oneOf(let list) = target else { return take(target) }
        for value in facts.elements(list) where value.tag == .record { take(.person(Int32(value.bits))) }
    }
}

extension Evaluation {
    /// Judges every row of a clause that the rule speaks about, once for each person its link means.
    mutating func judge(
        _ clause: ActivityClause, _ which: Which = .each, _ link: PersonLink,
        by verdict: (Int, PersonLink.Target, Evaluation) -> Verdict
    ) {
        for candidate in candidates(of: clause, which) {
            if let settled = settled(candidate) {
                add(settled)
                continue
            }
            guard case .eachOf = link else {
                add(verdict(candidate.row, link.target(of: candidate.row, facts, vocabulary), self))
                continue
            }
            var found: [Verdict] = []
            link.forEachTarget(of: candidate.row, facts, vocabulary) { target in
                var next = verdict(candidate.row, target, self)
                if case .person(let person) = target { next.person = person }
                found.append(next)
            }
            for verdict in found { add(verdict) }
        }
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
