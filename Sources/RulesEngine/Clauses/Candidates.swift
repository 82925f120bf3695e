/// A row a rule may speak about, and what keeps it out, if anything does.
struct Candidate {
    let row: Int
    let standing: Standing

    /// Whether the rule speaks about a row.
    enum Standing: Hashable {
        case applies
        /// Its episode was called off or missed.
        case calledOff
        /// A condition in `where` does not hold.
        case whereFails
        /// A condition in `where` needs a fact nobody has told.
        case unknown(MissingFact)
    }
}

extension Evaluation {
    /// Judges every row of a clause that the rule speaks about, by person and time.
    mutating func judge(_ clause: ActivityClause, _ which: Which = .each, by verdict: (Int, Evaluation) -> Verdict) {
        for candidate in candidates(of: clause, which) {
            add(settled(candidate) ?? verdict(candidate.row, self))
        }
    }

    /// The rows of a clause's kinds, by person and time, each with its standing; of those that could apply, only the
    /// ones `which` asks for.
    func candidates(of clause: ActivityClause, _ which: Which = .each) -> [Candidate] {
        let all = rows(of: clause).map { Candidate(row: Int($0), standing: standing(of: Int($0), clause)) }
        if which == .each { return all }
        var chosen: [Candidate] = []
        var start = 0
        while start < all.count {
            let person = facts.persons[all[start].row]
            let end = all[start...].firstIndex { facts.persons[$0.row] != person } ?? all.count
            chosen += self.chosen(all[start..<end], which)
            start = end
        }
        return chosen
    }

    private func chosen(_ candidates: ArraySlice<Candidate>, _ which: Which) -> [Candidate] {
        let places = candidates.indices.filter { candidates[$0].mayApply }
        let kept = Set(which.chosen(of: places))
        return candidates.indices.filter { kept.contains($0) || !candidates[$0].mayApply }.map { candidates[$0] }
    }

    /// The verdict on a row the rule does not speak about, or of which that cannot be told; nil when it applies.
    func settled(_ candidate: Candidate) -> Verdict? {
        switch candidate.standing {
        case .applies: nil
        case .calledOff: verdict(candidate.row, .doesNotApply, .calledOff)
        case .whereFails: verdict(candidate.row, .doesNotApply, .whereFails)
        case .unknown(let fact): cannotTell(candidate.row, fact)
        }
    }

    private func standing(of row: Int, _ clause: ActivityClause) -> Candidate.Standing {
        if isCalledOff(row) { return .calledOff }
        switch holds(clause.condition, for: row) {
        case .yes: return .applies
        case .no: return .whereFails
        case .unknown(let fact): return .unknown(fact)
        }
    }

    /// Whether a row plans an episode that was called off or missed. That it was is itself something done.
    private func isCalledOff(_ row: Int) -> Bool {
        guard facts.episodesOfRows[row] != Facts.none, stage(of: row)?.step.isAhead == true else { return false }
        let outcome = facts.episodes.outcomes[Int(facts.episodesOfRows[row])]
        return outcome == .cancelled || outcome == .missed
    }

    // MARK: Rows

    /// What has happened of a clause's kinds, by person and time; one row for each episode (rules.md §4a.3).
    private func rows(of clause: ActivityClause) -> [Int32] {
        if clause.kinds.count == 1, let kind = clause.kinds.first {
            return facts.byPerson[facts.places(of: kind)].filter { hasHappened(Int($0)) }
        }
        return merged(clause.kinds).filter { hasHappened(Int($0)) && !isOtherStep(Int($0), clause.kinds) }
    }

    /// The rows of several kinds, by person and time: each kind's are in that order already.
    private func merged(_ kinds: [KindID]) -> [Int32] {
        var merged: [Int32] = []
        for (place, kind) in kinds.enumerated() where !kinds[..<place].contains(kind) {
            merged = self.merged(merged[...], facts.byPerson[facts.places(of: kind)])
        }
        return merged
    }

    private func merged(_ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>) -> [Int32] {
        if left.isEmpty { return Array(right) }
        var (left, right) = (left, right)
        var rows: [Int32] = []
        rows.reserveCapacity(left.count + right.count)
        while let first = left.first, let second = right.first {
            if comes(first, before: second) {
                rows.append(first)
                left.removeFirst()
            } else {
                rows.append(second)
                right.removeFirst()
            }
        }
        return rows + left + right
    }

    private func comes(_ left: Int32, before right: Int32) -> Bool {
        (facts.persons[Int(left)], left) < (facts.persons[Int(right)], right)
    }

    /// Whether a step of an episode stands beside one of the same clause that says more: its account, else its plan.
    private func isOtherStep(_ row: Int, _ kinds: [KindID]) -> Bool {
        guard let stage = stage(of: row), facts.episodesOfRows[row] != Facts.none, stage.step.isAhead else {
            return false
        }
        let number = Int(facts.episodesOfRows[row])
        let episode = vocabulary.episodes[stage.episode]
        if kinds.contains(episode.held), facts.episodes.heldRows[number] != Facts.none { return true }
        return stage.step != .planned && kinds.contains(episode.planned)
            && facts.episodes.plannedRows[number] != Facts.none
    }
}

extension Candidate {
    fileprivate var mayApply: Bool {
        switch standing {
        case .applies, .unknown: true
        case .calledOff, .whereFails: false
        }
    }
}

extension Kind.Step {
    /// Whether it speaks of an episode that lies ahead.
    fileprivate var isAhead: Bool {
        switch self {
        case .planned, .confirmed, .moved: true
        case .held, .cancelled, .missed: false
        }
    }
}
