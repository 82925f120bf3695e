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
        var next = facts.index.first(of: clause.kinds, with: person, from: facts.earliestBegin(from))
        while let row = next, facts.begins[Int(row)] <= through {
            next = facts.index.next(of: clause.kinds, with: person, after: row)
            guard facts.latestBegin(Int(row)) >= from, !used.contains(row) else { continue }
            switch matches(Int(row), clause, facts) {
            case .no: continue
            case .unknown(let fact):
                several.note(fact, row)
            case .yes:
                guard !clause.isOfDifferentPeople || isOfAnother(row, clause, facts, from: from, excluding: used) else {
                    continue
                }
                count += 1
                if count == clause.count { several.first.row = row }
                if count >= clause.count { several.last.row = row }
            }
        }
        return several
    }

    /// The latest answers that make up the number a clause takes, in order of time; fewer when there are not so many.
    func latest(of clause: ActivityClause, in facts: Facts, from: Int64, through: Int64) -> [Int32] {
        var rows: [Int32] = []
        var next = facts.index.first(of: clause.kinds, with: person, from: facts.earliestBegin(from))
        while let row = next, facts.begins[Int(row)] <= through {
            next = facts.index.next(of: clause.kinds, with: person, after: row)
            guard facts.latestBegin(Int(row)) >= from, matches(Int(row), clause, facts) == .yes,
                !clause.isOfDifferentPeople || isOfAnother(row, clause, facts, from: from, excluding: [])
            else { continue }
            rows.append(row)
        }
        return rows.suffix(clause.count)
    }

    /// Whether a row is with somebody, and the first answer with them.
    private func isOfAnother(
        _ row: Int32, _ clause: ActivityClause, _ facts: Facts, from: Int64, excluding used: Set<Int32>
    ) -> Bool {
        let person = facts.persons[Int(row)]
        if person == Facts.none { return false }
        var next = facts.index.first(of: clause.kinds, with: person, from: facts.earliestBegin(from))
        while let other = next, other < row {
            next = facts.index.next(of: clause.kinds, with: person, after: other)
            if facts.latestBegin(Int(other)) >= from, !used.contains(other), matches(Int(other), clause, facts) == .yes
            {
                return false
            }
        }
        return true
    }

    /// Whether a list names a person.
    func isNamed(_ person: Int32, in list: Value, _ facts: Facts) -> Bool {
        person != Facts.none && facts.elements(list).contains { $0.tag == .record && $0.bits == Int64(person) }
    }
}

extension Answers.Several {
    /// The first row that would count if a fact were known.
    fileprivate mutating func note(_ fact: MissingFact, _ row: Int32) {
        guard first.perhaps == nil else { return }
        (first.perhaps, first.perhapsRow) = (fact, row)
        (last.perhaps, last.perhapsRow) = (fact, row)
    }
}
