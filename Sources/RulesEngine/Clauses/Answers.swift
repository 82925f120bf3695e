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

    /// What was found: the row that decides, and one that might have, had a fact not been missing.
    struct Found {
        var row: Int32 = Facts.none
        var perhaps: MissingFact?
    }

    /// The first answer that may have begun at or after `from` and surely began by `through`.
    func first(
        of clause: ActivityClause, in facts: Facts, from: Int64, through: Int64, excluding used: Set<Int32> = []
    ) -> Found {
        var found = Found()
        for kind in clause.kinds {
            let places = candidates(kind, facts)
            var place = firstPlace(in: places, from: from, facts)
            while place < places.upperBound {
                let row = candidate(place, facts)
                place += 1
                if facts.begins[row] > through { break }
                if found.row != Facts.none, facts.begins[row] >= facts.begins[Int(found.row)] { break }
                guard facts.latestBegin(row) >= from, !used.contains(Int32(row)) else { continue }
                note(row, clause, facts, in: &found)
            }
        }
        return found
    }

    /// The last answer that may have begun by `through` and not before `from`.
    func last(of clause: ActivityClause, in facts: Facts, from: Int64, through: Int64) -> Found {
        var found = Found()
        for kind in clause.kinds {
            let places = candidates(kind, facts)
            for place in places.reversed() {
                let row = candidate(place, facts)
                guard facts.begins[row] <= through else { continue }
                if facts.latestBegin(row) < from - Answers.longestDay { break }
                if found.row != Facts.none, facts.begins[row] <= facts.begins[Int(found.row)] { break }
                guard facts.latestBegin(row) >= from else { continue }
                note(row, clause, facts, in: &found)
            }
        }
        return found
    }

    /// A day may be an hour longer than most.
    private static let longestDay: Int64 = 25 * 3600

    private var person: Int32? {
        if case .person(let person) = target { return person }
        return nil
    }

    private func candidates(_ kind: KindID, _ facts: Facts) -> Range<Int> {
        person.map { facts.places(of: kind, with: $0) } ?? facts.places(of: kind)
    }

    private func candidate(_ place: Int, _ facts: Facts) -> Int {
        Int(person == nil ? facts.byTime[place] : facts.byPerson[place])
    }

    // A row known to the day only may have begun at any time of that day, so the search starts a day early.
    private func firstPlace(in places: Range<Int>, from: Int64, _ facts: Facts) -> Int {
        let early = from < Int64.min + Answers.longestDay ? from : from - Answers.longestDay
        return facts.firstPlace(in: places) { facts.begins[candidate($0, facts)] >= early }
    }

    private func note(_ row: Int, _ clause: ActivityClause, _ facts: Facts, in found: inout Found) {
        switch matches(row, clause, facts) {
        case .yes: found.row = Int32(row)
        case .unknown(let fact): found.perhaps = found.perhaps ?? fact
        case .no: break
        }
    }

    /// Whether a row of the right kind answers the occasion.
    func matches(_ row: Int, _ clause: ActivityClause, _ facts: Facts) -> Truth {
        guard row != occasion, facts.lines[row] != facts.lines[occasion] || facts.has(row, .planned) else { return .no }
        guard isLinked(row, facts) else { return .no }
        let subject = Condition.Subject(row: Int32(row), record: Facts.none, moment: facts.begins[row])
        let linked = concerns(row, facts).and(aboutTheSame(row, facts))
        return linked == .no ? .no : linked.and(clause.condition.holds(subject, in: facts))
    }

    private func concerns(_ row: Int, _ facts: Facts) -> Truth {
        guard case .sharing(let field, let value, let other) = target else { return .yes }
        let person = facts.persons[row]
        guard person != other, person != Facts.none else { return .no }
        guard let theirs = facts.records.value(person, field, at: facts.begins[row]) else {
            return .unknown(MissingFact(field: field, record: person))
        }
        return theirs == value ? .yes : .no
    }

    /// A link written in the log wins: what names another episode does not answer this one.
    private func isLinked(_ row: Int, _ facts: Facts) -> Bool {
        let mine = facts.episodesOfRows[occasion]
        let theirs = facts.episodesOfRows[row]
        guard mine != Facts.none, theirs != Facts.none, mine != theirs else { return true }
        let isOwnEpisode = facts.episodes.plannedRows[Int(theirs)] == row || facts.episodes.heldRows[Int(theirs)] == row
        return isOwnEpisode && about?.isEpisode != true
    }

    private func aboutTheSame(_ row: Int, _ facts: Facts) -> Truth {
        guard let about, !about.isEpisode else { return .yes }
        guard let mine = facts.value(occasion, about.field) else {
            return .unknown(MissingFact(field: about.field, record: Facts.none))
        }
        guard let theirs = facts.value(row, about.field) else {
            return .unknown(MissingFact(field: about.field, record: Facts.none))
        }
        return facts.elements(mine).contains { facts.elements(theirs).contains($0) } ? .yes : .no
    }
}
