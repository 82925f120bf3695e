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
    mutating func judge(_ clause: ActivityClause, by verdict: (Int, Evaluation) -> Verdict) {
        // The evaluation stands still meanwhile, so that none of it is copied for an occasion.
        var added: [Verdict] = []
        swap(&added, &verdicts)
        let run = self
        run.forEachCandidate(of: clause, .each) { candidate in
            added.append(run.closed(run.settled(candidate) ?? verdict(candidate.row, run)))
        }
        swap(&added, &verdicts)
    }

    /// Hands over the rows of a clause's kinds, by person and time, each with its standing; of those that could apply,
    /// only the ones `which` asks for; those of the people whose turn it is.
    func forEachCandidate(
        of clause: ActivityClause, _ which: Which, _ order: RowMerge.Order = .byPerson, _ take: (Candidate) -> Void
    ) {
        var rows = RowMerge.rows(of: clause.kinds, order, facts, block: block)
        var ofPerson: [Candidate] = []
        while let row = rows.next(facts) {
            guard hasHappened(row), !isOtherStep(row, clause.kinds) else { continue }
            let candidate = Candidate(row: row, standing: standing(of: row, clause))
            if which == .each {
                take(candidate)
                continue
            }
            if let other = ofPerson.last, facts.persons[other.row] != facts.persons[row] {
                choose(which, of: &ofPerson, take)
            }
            ofPerson.append(candidate)
        }
        choose(which, of: &ofPerson, take)
    }

    /// The same in one list.
    func candidates(of clause: ActivityClause, _ which: Which) -> [Candidate] {
        var candidates: [Candidate] = []
        forEachCandidate(of: clause, which) { candidates.append($0) }
        return candidates
    }

    /// Hands over those of one person that count, and those that are kept out anyway; empties the buffer.
    private func choose(_ which: Which, of candidates: inout [Candidate], _ take: (Candidate) -> Void) {
        let count = candidates.count { $0.mayApply }
        var number = 0
        for candidate in candidates {
            if candidate.mayApply { number += 1 }
            if !candidate.mayApply || which.includes(number, of: count) { take(candidate) }
        }
        candidates.removeAll(keepingCapacity: true)
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

    /// Whether a row counts for nothing where rows are counted: its episode was called off, or another row speaks for it.
    func isSetAside(_ row: Int, _ clause: ActivityClause) -> Bool {
        isCalledOff(row) || isOtherStep(row, clause.kinds)
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

    /// Whether a step of an episode stands beside one of the same clause that says more: its account, else its plan. One
    /// row speaks for each episode (rules.md §4a.3).
    private func isOtherStep(_ row: Int, _ kinds: [KindID]) -> Bool {
        guard kinds.count > 1, let stage = stage(of: row), facts.episodesOfRows[row] != Facts.none, stage.step.isAhead
        else { return false }
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
