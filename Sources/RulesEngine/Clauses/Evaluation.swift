/// One evaluation under way: what rules are held against, and the verdicts so far. It has no side effects.
struct Evaluation {
    let facts: Facts
    let vocabulary: Vocabulary
    let frame: TimeFrame
    let now: Int64
    /// The rule being evaluated, by its place in the rule set.
    var rule: Int32 = 0
    var verdicts: [Verdict] = []

    init(facts: Facts, vocabulary: Vocabulary, frame: TimeFrame, now: Instant) {
        self.facts = facts
        self.vocabulary = vocabulary
        self.frame = frame
        self.now = now.seconds
    }

    /// Adds a verdict on a row; history and what is archived is closed (rules.md §4a.6–7).
    mutating func add(_ verdict: Verdict) {
        var verdict = verdict
        if verdict.closing == .open { verdict.closing = closing(of: verdict) }
        verdicts.append(verdict)
    }

    /// A verdict on a row that is still to be filled in.
    func verdict(_ row: Int, _ status: Verdict.Status, _ reason: Reason = .none) -> Verdict {
        var verdict = Verdict(rule: rule, occasion: Int32(row), person: facts.persons[row], status: status)
        verdict.reason = reason
        return verdict
    }

    /// A verdict that a fact is missing.
    func cannotTell(_ row: Int, _ fact: MissingFact) -> Verdict {
        var verdict = verdict(row, .cannotTell)
        verdict.missing = fact
        return verdict
    }

    /// Rows of a clause's kinds by person and time.
    func occasions(of clause: ActivityClause) -> [Int32] {
        if clause.kinds.count == 1, let kind = clause.kinds.first { return Array(facts.byPerson[facts.places(of: kind)]) }
        return clause.kinds.flatMap { facts.byPerson[facts.places(of: $0)] }.sorted { left, right in
            (facts.persons[Int(left)], left) < (facts.persons[Int(right)], right)
        }
    }

    /// Whether a clause's condition holds for a row, as of the row.
    func holds(_ condition: Condition, for row: Int) -> Truth {
        condition.holds(.init(row: Int32(row), record: Facts.none, moment: facts.begins[row]), in: facts)
    }

    /// The last instant of a span after a moment, in seconds.
    func end(of span: Span, after moment: Int64) -> Int64 {
        frame.end(of: span, after: Instant(seconds: moment)).seconds
    }

    /// The first instant at which a span has passed since a moment: of a calendar span, the start of that day.
    func start(of span: Span, after moment: Int64) -> Int64 {
        let end = frame.end(of: span, after: Instant(seconds: moment))
        if span.isExact { return end.seconds }
        return frame.zone.startOfDay(frame.zone.wallTime(at: end).day).seconds
    }

    private func closing(of verdict: Verdict) -> Verdict.Closing {
        if verdict.person != Facts.none, facts.records.archived[Int(verdict.person)] <= now { return .archived }
        guard verdict.occasion != Facts.none else { return .open }
        let row = Int(verdict.occasion)
        return facts.latestBegin(row) < facts.started && moment(of: row) < facts.started ? .history : .open
    }

    // A meeting that was arranged before the person began but lies after it is no history.
    private func moment(of row: Int) -> Int64 {
        let episode = facts.episodesOfRows[row]
        return episode == Facts.none ? facts.latestBegin(row) : facts.episodes.starts[Int(episode)]
    }

    /// Episodes whose time has passed while nobody said whether they took place, asked for by rules about the kind
    /// that says so (rules.md §4a.3).
    mutating func askForOutcomes(of clause: ActivityClause) {
        for number in 0..<facts.episodes.count {
            let episode = vocabulary.episodes[Int(facts.episodes.kinds[number])]
            guard clause.kinds.contains(episode.held), isUndecided(number) else { continue }
            var verdict = cannotTell(
                Int(facts.episodes.plannedRows[number]), MissingFact(field: episode.link, record: Facts.none))
            verdict.reason = .outcomeUnknown
            add(verdict)
        }
    }

    /// Whether an episode's time has passed without a word on how it went.
    func isUndecided(_ number: Int) -> Bool {
        let planned = facts.episodes.plannedRows[number]
        guard planned != Facts.none, !facts.has(Int(planned), .planned) else { return false }
        return facts.episodes.outcomes[number] == .open && facts.episodes.ends[number] < now
            && facts.episodes.starts[number] != .max
    }
}
