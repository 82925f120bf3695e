extension Answers {
    /// Several answers together: the one that makes up the number, and the last of them all.
    struct Several {
        var first = Found()
        var last = Found()
    }

    /// The answers of a clause that takes several of them, by the same limits as one alone.
    func several(
        of clause: ActivityClause, in facts: Facts, from: Int64, through: Int64, excluding used: Set<Int32> = []
    ) -> Several {
        var several = Several()
        var count = 0
        var people: Set<Int32> = []
        for row in rows(of: clause, in: facts, from: from, through: through) where !used.contains(row) {
            switch matches(Int(row), clause, facts) {
            case .no: continue
            case .unknown(let fact):
                guard several.first.perhaps == nil else { continue }
                (several.first.perhaps, several.first.perhapsRow) = (fact, row)
                (several.last.perhaps, several.last.perhapsRow) = (fact, row)
            case .yes:
                let person = facts.persons[Int(row)]
                if clause.isOfDifferentPeople, person == Facts.none || !people.insert(person).inserted { continue }
                count += 1
                if count == clause.count { several.first.row = row }
                if count >= clause.count { several.last.row = row }
            }
        }
        return several
    }

    /// The rows of a clause's kinds within these limits, in time order.
    private func rows(of clause: ActivityClause, in facts: Facts, from: Int64, through: Int64) -> [Int32] {
        clause.kinds.flatMap { kind in
            candidates(kind, facts).lazy.map { Int32(candidate($0, facts)) }.filter { row in
                facts.begins[Int(row)] <= through && facts.latestBegin(Int(row)) >= from
            }
        }.sorted()
    }

    /// Whether a list names a person.
    func isNamed(_ person: Int32, in list: Value, _ facts: Facts) -> Bool {
        person != Facts.none && facts.elements(list).contains { $0.tag == .record && $0.bits == Int64(person) }
    }
}
