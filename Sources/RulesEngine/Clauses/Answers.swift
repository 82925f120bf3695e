/// Finds the activities that could answer an occasion: of the right kind, with the right person, about the right
/// thing (rules.md §4a.4).
///
/// The facts and the clause are handed in at each search and not kept: keeping them would count references for every
/// occasion.
struct Answers {
    let target: PersonLink.Target
    let about: AboutLink?
    /// The occasion; it never answers itself, nor does another row of its line.
    let occasion: Int
    /// What is dated later has not happened, unless it stands in the plan under check.
    let now: Int64

    /// What was found: the row that decides, and the first one that might have, had a fact not been missing.
    struct Found: Equatable {
        var row: Int32 = Facts.none
        var perhaps: MissingFact?
        var perhapsRow: Int32 = Facts.none
    }

    /// The first answer that may have begun at or after `from` and surely began by `through`.
    func first(
        of clause: ActivityClause, in facts: Facts, from: Int64, through: Int64, excluding used: Set<Int32> = []
    ) -> Found {
        if clause.count > 1 {
            return several(of: clause, in: facts, from: from, through: through, excluding: used).first
        }
        var found = Found()
        let early = facts.earliestBegin(from)
        for kind in clause.kinds {
            var strands = strands(of: kind, facts)
            strands.drop(before: early, facts.index)
            while let place = strands.popFirst(facts.index) {
                let (row, begins) = (facts.index[place], facts.index.begins(place))
                if begins > through { break }
                if found.row != Facts.none, begins >= facts.begins[Int(found.row)] { break }
                guard facts.latestBegin(row) >= from, !used.contains(Int32(row)) else { continue }
                note(row, clause, facts, in: &found)
            }
        }
        return found
    }

    /// The last answer that surely began by `through` and may have begun at or after `from`.
    func last(of clause: ActivityClause, in facts: Facts, from: Int64, through: Int64) -> Found {
        if clause.count > 1 { return several(of: clause, in: facts, from: from, through: through).last }
        var found = Found()
        let early = facts.earliestBegin(from)
        for kind in clause.kinds {
            var strands = strands(of: kind, facts)
            strands.drop(after: through, facts.index)
            while let place = strands.popLast(facts.index) {
                let (row, begins) = (facts.index[place], facts.index.begins(place))
                if begins < early { break }
                if found.row != Facts.none, begins <= facts.begins[Int(found.row)] { break }
                guard facts.latestBegin(row) >= from else { continue }
                note(row, clause, facts, in: &found)
            }
        }
        return found
    }

    /// The one person it must be with; nil when others come into question.
    var person: Int32? {
        if case .person(let person) = target { return person }
        return nil
    }

    /// The rows of a kind that come into question for whom it must be with.
    private func strands(of kind: KindID, _ facts: Facts) -> Strands {
        guard case .sharing(let field, let value, _) = target else {
            return Strands(facts.index.places(of: kind, with: person))
        }
        return Strands(
            facts.index.places(of: kind, sharing: field, value, facts),
            facts.index.places(of: kind, sharing: field, nil, facts))
    }

    private func note(_ row: Int, _ clause: ActivityClause, _ facts: Facts, in found: inout Found) {
        switch matches(row, clause, facts) {
        case .yes: found.row = Int32(row)
        case .no: break
        case .unknown(let fact):
            guard found.perhaps == nil else { return }
            found.perhaps = fact
            found.perhapsRow = Int32(row)
        }
    }

    // MARK: Whether a row answers

    /// Whether a row of the right kind answers the occasion.
    func matches(_ row: Int, _ clause: ActivityClause, _ facts: Facts) -> Truth {
        guard !isItself(row, facts), facts.begins[row] <= now || facts.has(row, .planned), isLinked(row, facts) else {
            return .no
        }
        let linked = concerns(row, facts).and(aboutTheSame(row, facts))
        guard linked != .no, !clause.condition.isEmpty else { return linked }
        let subject = Condition.Subject(row: Int32(row), record: Facts.none, moment: facts.begins[row])
        return linked.and(clause.condition.holds(subject, in: facts))
    }

    /// A row of the occasion's own line; what a plan says and what it would bring about are two things.
    private func isItself(_ row: Int, _ facts: Facts) -> Bool {
        facts.kinds[row] == facts.kinds[occasion] && facts.lines[row] == facts.lines[occasion]
    }

    private func concerns(_ row: Int, _ facts: Facts) -> Truth {
        if case .oneOf(let list) = target { return isNamed(facts.persons[row], in: list, facts) ? .yes : .no }
        guard case .sharing(let field, let value, let other) = target else { return .yes }
        let person = facts.persons[row]
        guard person != other, person != Facts.none else { return .no }
        guard let theirs = facts.records.value(person, field, at: facts.begins[row]), theirs != .dontKnow else {
            return .unknown(MissingFact(field: field, record: person))
        }
        return theirs == value ? .yes : .no
    }

    /// A link written in the log wins: what names another episode does not answer this one. Two people in one meeting
    /// are two episodes of one line.
    private func isLinked(_ row: Int, _ facts: Facts) -> Bool {
        let mine = facts.episodesOfRows[occasion]
        let theirs = facts.episodesOfRows[row]
        guard mine != Facts.none, theirs != Facts.none, mine != theirs else { return true }
        if facts.episodes.lines[Int(mine)] == facts.episodes.lines[Int(theirs)] { return true }
        return about?.isEpisode != true && facts.isEpisodeItself(row)
    }

    /// Whether a row is about the same as the occasion, in the field that counts.
    func aboutTheSame(_ row: Int, _ facts: Facts) -> Truth {
        guard let about, !about.isEpisode else { return .yes }
        guard let mine = facts.value(occasion, about.field), mine.tag != .dontKnow else {
            return .unknown(MissingFact(field: about.field, row: Int32(occasion)))
        }
        guard let theirs = facts.value(row, about.field), theirs.tag != .dontKnow else {
            return .unknown(MissingFact(field: about.field, row: Int32(row)))
        }
        if mine.tag != .list, theirs.tag != .list { return mine == theirs ? .yes : .no }
        return facts.elements(mine).contains { facts.elements(theirs).contains($0) } ? .yes : .no
    }
}

extension Facts {
    /// Whether a row is the plan or the account of its episode, rather than something linked to it.
    func isEpisodeItself(_ row: Int) -> Bool {
        let episode = episodesOfRows[row]
        guard episode != Facts.none else { return false }
        return episodes.plannedRows[Int(episode)] == Int32(row) || episodes.heldRows[Int(episode)] == Int32(row)
    }
}
