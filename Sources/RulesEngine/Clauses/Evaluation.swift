/// One evaluation under way: what rules are held against, and the verdicts so far. It has no side effects.
struct Evaluation {
    let facts: Facts
    let vocabulary: Vocabulary
    let frame: TimeFrame
    private(set) var now: Int64
    /// Which step of which episode each kind is, by kind.
    private let stages: [Kind.Stage?]
    /// The breaks of the person whose log it is.
    let pauses: Pauses
    /// The episodes whose time has passed without a word on how they went.
    private var undecided: [Int]
    /// The rule being evaluated, by its place in the rule set.
    var rule: Int32 = 0
    /// What each of its verdicts has to pass.
    var gates: [Gate] = []
    /// The people whose turn it is, by their block in the index; nil for everybody.
    var block: Int?
    var verdicts: [Verdict] = []
    /// A buffer for the parts of one row, used again for every row.
    var parts: [Int32] = []
    /// The message under check; nil when none is.
    var message: Message?

    init(facts: Facts, vocabulary: Vocabulary, frame: TimeFrame, now: Instant) {
        self.facts = facts
        self.vocabulary = vocabulary
        self.frame = frame
        self.now = now.seconds
        stages = vocabulary.stages
        pauses = Pauses(facts, vocabulary, frame)
        undecided = (0..<facts.episodes.count).filter { facts.isUndecided($0, at: now.seconds) }
    }

    /// Holds what follows against the same facts at another moment.
    mutating func move(to now: Instant) {
        self.now = now.seconds
        undecided = (0..<facts.episodes.count).filter { facts.isUndecided($0, at: now.seconds) }
    }

    // MARK: Verdicts

    /// Adds a verdict.
    mutating func add(_ verdict: Verdict) { verdicts.append(closed(verdict)) }

    /// A verdict behind the gates of its rule; history and what is archived is closed (rules.md §4a.6–7).
    func closed(_ open: Verdict) -> Verdict {
        var verdict = open
        for gate in gates { verdict = gate.held(verdict, self) }
        if verdict.closing == .open { verdict.closing = closing(of: verdict) }
        return verdict
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
        if fact.row != Facts.none, fact.row != Int32(row) { verdict.evidence = fact.row }
        return verdict
    }

    /// A verdict that nobody said whether the episode of a row took place (rules.md §4a.3).
    func cannotTellOutcome(_ row: Int) -> Verdict {
        let link = stage(of: row).map { vocabulary.episodes[$0.episode].link } ?? .person
        var verdict = cannotTell(row, MissingFact(field: link, row: Int32(row)))
        verdict.reason = .outcomeUnknown
        return verdict
    }

    // MARK: Searching

    /// Whether a row has happened by now; what the plan under check contains counts as happened.
    func hasHappened(_ row: Int) -> Bool { facts.begins[row] <= now || facts.has(row, .planned) }

    /// A search for what answers a row.
    func answers(to row: Int, _ target: PersonLink.Target, _ about: AboutLink?) -> Answers {
        Answers(target: target, about: about, occasion: row, now: now)
    }

    /// Whether a clause's condition holds for a row, as of the row.
    func holds(_ condition: Condition, for row: Int) -> Truth {
        if condition.isEmpty { return .yes }
        return condition.holds(.init(row: Int32(row), record: Facts.none, moment: facts.begins[row]), in: facts)
    }

    // MARK: Time

    /// The last instant of a span after a moment, in seconds.
    func end(of span: Span, after moment: Int64) -> Int64 {
        frame.end(of: span, after: Instant(seconds: moment)).seconds
    }

    /// The first instant at which a span has passed since a moment, in seconds.
    func start(of span: Span, after moment: Int64) -> Int64 {
        frame.start(of: span, after: Instant(seconds: moment)).seconds
    }

    // MARK: Closing

    private func closing(of verdict: Verdict) -> Verdict.Closing {
        if facts.records.hasArchived, concernsArchived(verdict) { return .archived }
        guard verdict.occasion != Facts.none else { return .open }
        let row = Int(verdict.occasion)
        let moment = facts.moment(of: row)
        if facts.latestBegin(row) < facts.started, moment < facts.started { return .history }
        guard verdict.status == .cannotTell else { return .open }
        return now > end(of: Evaluation.patience, after: moment) ? .givenUp : .open
    }

    /// How long something is asked for when a rule does not say (rules.md §4a.6).
    static let patience = Span(count: 30, unit: .days)

    /// Whether the person of a verdict, or a record its occasion names, is archived by now.
    private func concernsArchived(_ verdict: Verdict) -> Bool {
        if isArchived(verdict.person) { return true }
        guard verdict.occasion != Facts.none else { return false }
        let row = Int(verdict.occasion)
        return isArchived(facts.persons[row]) || facts.namesRecord(row) { isArchived($0) }
    }

    private func isArchived(_ record: Int32) -> Bool {
        record != Facts.none && facts.records.archived[Int(record)] <= now
    }

    // MARK: Episodes

    /// What is asked about episodes whose time has passed while nobody said whether they took place, by rules about the
    /// kind that says so (rules.md §4a.3). Those a rule would not apply to anyway are left out; they come before everybody's
    /// turn.
    func outcomeQuestions(_ clause: ActivityClause) -> [Verdict] {
        guard block ?? 0 == 0 else { return [] }
        var questions: [Verdict] = []
        for number in undecided where clause.kinds.contains(vocabulary.episodes[Int(facts.episodes.kinds[number])].held)
        {
            let row = Int(facts.episodes.plannedRows[number])
            if holds(clause.condition, for: row) != .no { questions.append(cannotTellOutcome(row)) }
        }
        return questions
    }

    /// Which step of which episode a row is; nil when it stands alone.
    func stage(of row: Int) -> Kind.Stage? { stages[Int(facts.kinds[row].raw)] }
}

extension Facts {
    /// Whether an episode's time has passed without a word on how it went.
    func isUndecided(_ number: Int, at now: Int64) -> Bool {
        let planned = episodes.plannedRows[number]
        guard planned != Facts.none, !has(Int(planned), .planned) else { return false }
        return episodes.outcomes[number] == .open && episodes.ends[number] < now
    }

    /// When a row takes place: a plan at its latest start, `Int64.max` when nobody said; of a day the last second.
    func moment(of row: Int) -> Int64 {
        let episode = episodesOfRows[row]
        guard episode != Facts.none, episodes.plannedRows[Int(episode)] == Int32(row) else { return latestBegin(row) }
        return episodes.starts[Int(episode)]
    }

    /// Whether a field of a row names a record that passes a test.
    func namesRecord(_ row: Int, where test: (Int32) -> Bool) -> Bool {
        rows[row].fields.contains { place in
            elements(fieldValues[place]).contains { $0.tag == .record && test(Int32($0.bits)) }
        }
    }
}

extension TimeFrame {
    /// The first instant at which a span has passed since a moment: of a calendar span, the start of that day.
    func start(of span: Span, after moment: Instant) -> Instant {
        let end = end(of: span, after: moment)
        return span.isExact ? end : max(moment, zone.startOfDay(zone.wallTime(at: end).day))
    }
}
