/// Before X, do Y at least D ahead: DECLARE's timed precedence.
///
/// Occasions are planned episodes; the deadline counts back from their latest start. Open until that start, it is then
/// broken (rules.md §4a.2, 8). What was done counts wherever it stands before the start, however early, unless
/// `no_older_than` says otherwise.
struct LeadUp: Shape {
    static let name = "lead-up"
    static let signature = ["before", "expect"]
    static let furtherKeys = ["expect_where", "to", "about", "ahead", "no_older_than", "which"]

    private let before: ActivityClause
    private let expect: ActivityClause
    private let to: PersonLink
    private let about: AboutLink?
    private let ahead: Span?
    private let noOlderThan: Span?
    private let which: Which
    private let excuse: Excuse?

    init?(reading reader: inout RuleReader) {
        let before = reader.clause("before", where: "where")
        let expect = reader.clause("expect", where: "expect_where")
        to = reader.link("to")
        about = reader.about()
        ahead = reader.span("ahead")
        noOlderThan = reader.span("no_older_than")
        which = reader.which()
        excuse = reader.excuse()
        guard let before, let expect else { return nil }
        self.before = before
        self.expect = expect
    }

    var kinds: [KindID] { before.kinds + expect.kinds + (excuse?.clause.kinds ?? []) }
    var timing: RuleTiming { .before }
    var occasionKinds: [KindID] { before.kinds }
    var asksFor: [KindID] { expect.kinds }

    var possibleVerdicts: [Verdict.Status] {
        ahead == nil ? [.doesNotApply, .ok, .due, .broken] : [.doesNotApply, .ok, .late, .due, .overdue, .broken]
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        for row in which.chosen(run.occasions(of: before), run.facts) { run.add(judge(Int(row), run)) }
    }

    private func judge(_ row: Int, _ run: Evaluation) -> Verdict {
        let episode = Int(run.facts.episodesOfRows[row])
        let isEpisode = episode >= 0
        if isEpisode, isCalledOff(run.facts.episodes.outcomes[episode]) {
            return run.verdict(row, .doesNotApply, .calledOff)
        }
        switch run.holds(before.condition, for: row) {
        case .no: return run.verdict(row, .doesNotApply, .whereFails)
        case .unknown(let fact): return run.cannotTell(row, fact)
        case .yes: break
        }
        let target = to.target(of: row, run.facts, run.vocabulary)
        if case .missing(let fact) = target { return run.cannotTell(row, fact) }
        let starts = isEpisode ? run.facts.episodes.starts[episode] : run.facts.begins[row]
        guard starts != .max else { return cannotTellWhen(row, run) }
        return verdict(row, starts: starts, episode, target, run)
    }

    private func isCalledOff(_ outcome: EpisodeTable.Outcome) -> Bool { outcome == .cancelled || outcome == .missed }

    private func cannotTellWhen(_ row: Int, _ run: Evaluation) -> Verdict {
        let field = run.vocabulary.episode(of: run.facts.kinds[row])?.starts ?? .person
        return run.cannotTell(row, MissingFact(field: field, record: Facts.none))
    }

    private func verdict(
        _ row: Int, starts: Int64, _ episode: Int, _ target: PersonLink.Target, _ run: Evaluation
    ) -> Verdict {
        let start = Instant(seconds: starts)
        let deadline = ahead.map { run.frame.latest($0, ahead: start).seconds } ?? starts
        let oldest = noOlderThan.map { run.frame.earliest($0, before: start).seconds } ?? .min
        var verdict = run.verdict(row, .ok)
        verdict.deadline = deadline
        if case .person(let person) = target { verdict.person = person }
        let answers = Answers(target: target, about: about, occasion: row)
        let inTime = answers.last(of: expect, in: run.facts, from: oldest, through: deadline)
        verdict.evidence = inTime.row
        if inTime.row != Facts.none { return verdict }
        if let excused = excuse?.first(for: row, through: starts, run), excused != Facts.none {
            verdict.status = .doesNotApply
            verdict.reason = .unless
            verdict.evidence = excused
            return verdict
        }
        let late = answers.first(of: expect, in: run.facts, from: deadline, through: starts)
        verdict.evidence = late.row
        if late.row != Facts.none {
            verdict.status = .late
            return verdict
        }
        if let fact = inTime.perhaps { return run.cannotTell(row, fact) }
        return open(verdict, starts, episode, run)
    }

    /// Nothing was done yet: what that means depends on where now is.
    private func open(_ verdict: Verdict, _ starts: Int64, _ episode: Int, _ run: Evaluation) -> Verdict {
        var verdict = verdict
        if run.now < starts {
            verdict.status = run.now <= verdict.deadline ? .due : .overdue
        } else if episode >= 0, run.isUndecided(episode) {
            verdict.status = .cannotTell
            verdict.reason = .outcomeUnknown
            verdict.missing = outcome(of: episode, run)
        } else {
            verdict.status = .broken
        }
        return verdict
    }

    private func outcome(of episode: Int, _ run: Evaluation) -> MissingFact {
        let link = run.vocabulary.episodes[Int(run.facts.episodes.kinds[episode])].link
        return MissingFact(field: link, record: Facts.none)
    }

    // MARK: Words

    /// A lead-up that cannot be done any more is caused by the time the plan starts.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        guard verdict.occasion != Facts.none else { return nil }
        let row = Int(verdict.occasion)
        let line = facts.sources[Int(facts.lines[row])]
        let starts = vocabulary.episode(of: facts.kinds[row]).map { vocabulary[$0.starts].name }
        return line.fields.first { $0.name.text == starts }?.values.first?.range ?? line.kind.range
    }

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "Before \(before.anyNoun(vocabulary)), \(expect.instruction(vocabulary))"
        if to != .anyone { words += " (\(to.spoken(vocabulary)))" }
        if let about { words += " \(about.spoken(vocabulary))" }
        if let ahead { words += " at least \(ahead.description) ahead" }
        if let noOlderThan { words += ", no more than \(noOlderThan.description) before it" }
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "." + which.remark
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        var lines: [String] = []
        if verdict.deadline != .max {
            let span = ahead.map { " (\($0.description) ahead of it)" } ?? " (when it starts)"
            lines.append("deadline: \(narrator.time(verdict.deadline))\(span)")
        }
        if verdict.evidence == Facts.none {
            lines.append("found: no \(expect.noun(narrator.vocabulary)) before it")
            lines += tooOld(verdict, narrator)
        } else {
            lines.append("found: " + narrator.activity(verdict.evidence))
        }
        return lines
    }

    private func tooOld(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard let noOlderThan, verdict.occasion != Facts.none else { return [] }
        let target = to.target(of: Int(verdict.occasion), narrator.facts, narrator.vocabulary)
        let answers = Answers(target: target, about: about, occasion: Int(verdict.occasion))
        let old = answers.last(of: expect, in: narrator.facts, from: .min, through: verdict.deadline).row
        guard old != Facts.none else { return [] }
        return ["nearest miss: \(narrator.activity(old)); that is more than \(noOlderThan.description) before it"]
    }
}
