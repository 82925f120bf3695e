/// What must be so for a rule to apply (`only_if:`), or what keeps it out (`unless:`), held against each of its verdicts.
struct Gate: Sendable, Hashable {
    /// Which of the two it is.
    enum Demand: String, Sendable, CaseIterable {
        case onlyIf = "only_if"
        case unless
    }

    /// What is looked for.
    enum Matter: Sendable, Hashable {
        /// Something that happened.
        case happened(Excuse)
        /// Something that is open.
        case open(Opening)
    }

    let demand: Demand
    let matter: Matter

    /// The kinds whose activities bear on it.
    var kinds: [KindID] {
        switch matter {
        case .happened(let excuse): excuse.clause.kinds
        case .open(let opening): opening.openedBy.kinds + opening.closedBy.kinds
        }
    }

    /// Whether the clock alone never opens or closes it.
    var isSteady: Bool {
        if case .open(let opening) = matter { return opening.lapsesAfter == nil }
        return true
    }

    /// The verdict behind the gate: the same, or why it does not apply, or what must be known first.
    func held(_ verdict: Verdict, _ run: Evaluation) -> Verdict {
        if verdict.status == .doesNotApply { return verdict }
        let found = search(verdict, run)
        switch (demand, found.row == Facts.none) {
        case (.unless, true), (.onlyIf, false): break
        case (.unless, false): return kept(verdict, .unless, found.row)
        case (.onlyIf, true) where found.perhaps == nil: return kept(verdict, .onlyIf, Facts.none)
        case (.onlyIf, true): break
        }
        guard found.row == Facts.none, let fact = found.perhaps, !verdict.isAnswered else { return verdict }
        return verdict.cannotTell(fact, found.perhapsRow)
    }

    private func kept(_ verdict: Verdict, _ reason: Reason, _ row: Int32) -> Verdict {
        var verdict = verdict.with(.doesNotApply, reason)
        verdict.evidence = row
        verdict.deadline = .max
        verdict.notBefore = .min
        return verdict
    }

    private func search(_ verdict: Verdict, _ run: Evaluation) -> Answers.Found {
        switch matter {
        case .open(let opening): opening.search(verdict, besidesItself: demand == .unless, run)
        case .happened(let excuse) where verdict.occasion == Facts.none: excuse.search(for: verdict, run)
        case .happened(let excuse):
            excuse.search(for: Int(verdict.occasion), through: verdict.decided(run) ?? .max, run)
        }
    }

    /// How it reads at the end of a sentence: ` Only if you have thanked them.`
    func spoken(_ vocabulary: Vocabulary) -> String {
        let word = demand == .unless ? "unless" : "only if"
        switch matter {
        case .open(let opening): return ", \(word) \(opening.spoken(vocabulary))"
        case .happened(let excuse):
            return ", "
                + (demand == .unless ? excuse.spoken(vocabulary) : "only if " + excuse.spoken(vocabulary).dropFirst(7))
        }
    }
}

extension Verdict {
    /// When an act was done that cannot be undone; what came later does not bear on it. Nil for anything else.
    fileprivate func decided(_ run: Evaluation) -> Int64? {
        guard status == .broken || reason == .plannedSo else { return nil }
        let act = evidence == Facts.none ? occasion : evidence
        return act == Facts.none ? nil : run.facts.latestBegin(Int(act))
    }
}

extension Excuse {
    /// The first activity that bears on a verdict on a record: with that person, or with anyone when it is nobody's.
    ///
    /// What `before` and `since` refer to is the start of the stretch of time the verdict is about.
    fileprivate func search(for verdict: Verdict, _ run: Evaluation) -> Answers.Found {
        let start = verdict.period?.start
        let from = timing == .since ? start ?? .min : .min
        let through = timing == .before ? start ?? run.now : Int64.max
        let person = link == .anyone || verdict.person == Facts.none ? nil : verdict.person
        return run.first(of: clause, with: person, from: from, through: through)
    }
}

extension Evaluation {
    /// The first activity of a clause by time, with a person or with anyone; of a clause that takes several of them, the
    /// one that makes up the number.
    func first(of clause: ActivityClause, with person: Int32?, from: Int64, through: Int64) -> Answers.Found {
        var found = Answers.Found()
        var count = 0
        var next = facts.index.first(of: clause.kinds, with: person, from: facts.earliestBegin(from))
        while let row = next, facts.begins[Int(row)] <= through {
            next = facts.index.next(of: clause.kinds, with: person, after: row)
            guard facts.latestBegin(Int(row)) >= from, hasHappened(Int(row)) else { continue }
            if clause.count > 1, isSetAside(Int(row), clause) { continue }
            switch holds(clause.condition, for: Int(row)) {
            case .no: continue
            case .unknown(let fact):
                if found.perhaps == nil { (found.perhaps, found.perhapsRow) = (fact, row) }
            case .yes:
                guard !clause.isOfDifferentPeople || isOfAnother(row, clause, from: from) else { continue }
                count += 1
                guard count == clause.count else { continue }
                found.row = row
                return found
            }
        }
        return found
    }

    /// Whether a row is with somebody, and the first of a clause's activities with them.
    private func isOfAnother(_ row: Int32, _ clause: ActivityClause, from: Int64) -> Bool {
        let person = facts.persons[Int(row)]
        if person == Facts.none { return false }
        var one = clause
        one.isOfDifferentPeople = false
        one.count = 1
        return first(of: one, with: person, from: from, through: facts.begins[Int(row)]).row == row
    }
}
