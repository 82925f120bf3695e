/// Before X, do Y at least D ahead: DECLARE's timed precedence.
///
/// Occasions are planned episodes; the deadline counts back from their latest start. Open until that start, it is then
/// broken (rules.md §4a.2, 8). What was done counts wherever it stands before the start, however early, unless
/// `no_older_than` says otherwise.
struct LeadUp: Shape {
    static let name = "lead-up"
    static let signature = ["before", "expect"]
    static let furtherKeys = ["expect_where", "to", "about", "ahead", "no_older_than", "which"]

    private var before: ActivityClause
    private var expect: ActivityClause
    private var to: PersonLink
    private var about: AboutLink?
    private var ahead: Span?
    private var noOlderThan: Span?
    private var which: Which
    private var excuse: Excuse?

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
        if let value = reader.node["no_older_than"], isBlocked {
            reader.diagnostics.report(.emptyWindow("make 'no_older_than' longer than 'ahead'", at: value.range))
        }
    }

    /// Whether everything that is in time is too old.
    private var isBlocked: Bool {
        guard let ahead, let noOlderThan else { return false }
        let frame = TimeFrame(zone: .utc)
        let noon = frame.zone.startOfDay(ExampleTime.firstDay.adding(days: 400)).adding(seconds: 43_200)
        return frame.latest(ahead, ahead: noon) < frame.earliest(noOlderThan, before: noon)
    }

    var kinds: [KindID] { before.kinds + expect.kinds + (excuse?.clause.kinds ?? []) }
    var timing: RuleTiming { .before }
    var occasionKinds: [KindID] { before.kinds }
    var occasionClause: ActivityClause? { before }
    var isSteady: Bool { true }
    var isByPerson: Bool { true }
    var asksFor: [KindID] { expect.kinds }
    var claim: Claim? { .does(Claim.Demand(.before(before), expect, to, about, ahead)) }
    var asking: Asking? { Asking(kinds: expect.kinds, condition: expect.condition, about: about) }

    var possibleVerdicts: [Verdict.Status] {
        ahead == nil ? [.doesNotApply, .ok, .due, .broken] : [.doesNotApply, .ok, .late, .due, .overdue, .broken]
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        run.judge(before, which, to) { row, target, run in judge(row, target, run) }
    }

    private func judge(_ row: Int, _ target: PersonLink.Target, _ run: Evaluation) -> Verdict {
        switch target {
        case .nobody: return run.verdict(row, .doesNotApply, .nobody)
        case .missing(let fact): return run.cannotTell(row, fact)
        case .anyone, .person, .sharing, .oneOf: break
        }
        let starts = start(of: row, run)
        guard starts != .max else { return cannotTellWhen(row, run) }
        var verdict = run.verdict(row, .ok)
        if case .person(let person) = target { verdict.person = person }
        verdict.deadline = ahead.map { run.frame.latest($0, ahead: Instant(seconds: starts)).seconds } ?? starts
        return decided(verdict, starts, run.answers(to: row, target, about), run)
    }

    /// A step of an episode stands for the episode; of a day without a time the last second counts.
    private func start(of row: Int, _ run: Evaluation) -> Int64 {
        let episode = run.facts.episodesOfRows[row]
        guard episode != Facts.none, run.stage(of: row) != nil else {
            return run.facts.latestBegin(row)
        }
        return run.facts.episodes.starts[Int(episode)]
    }

    private func cannotTellWhen(_ row: Int, _ run: Evaluation) -> Verdict {
        let field = run.vocabulary.episode(of: run.facts.kinds[row])?.starts ?? .person
        return run.cannotTell(row, MissingFact(field: field, row: Int32(row)))
    }

    /// What was done in time decides; after that what excuses, what was done late, what might have counted.
    private func decided(_ open: Verdict, _ starts: Int64, _ answers: Answers, _ run: Evaluation) -> Verdict {
        var verdict = open
        let row = Int(open.occasion)
        let oldest = noOlderThan.map { run.frame.earliest($0, before: Instant(seconds: starts)).seconds } ?? .min
        let inTime = answers.last(of: expect, in: run.facts, from: oldest, through: open.deadline)
        verdict.evidence = inTime.row
        if inTime.row != Facts.none { return verdict }
        let excused = excuse?.search(for: row, through: .max, run) ?? Answers.Found()
        if let excuse, excused.row != Facts.none, run.facts.begins[Int(excused.row)] <= open.deadline {
            return excuse.verdict(row, by: excused.row, run)
        }
        if let fact = inTime.perhaps { return verdict.cannotTell(fact, inTime.perhapsRow) }
        let from = expect.count > 1 ? oldest : max(oldest, open.deadline)
        let late = answers.first(of: expect, in: run.facts, from: from, through: starts)
        verdict.evidence = late.row
        if late.row != Facts.none { return verdict.with(.late) }
        if let fact = late.perhaps { return verdict.cannotTell(fact, late.perhapsRow) }
        if excused.row == Facts.none, let fact = excused.perhaps { return verdict.cannotTell(fact, excused.perhapsRow) }
        if excused.row != Facts.none { verdict.closing = .excused }
        if oldest > run.now { verdict.notBefore = oldest }
        return clocked(verdict, starts, run)
    }

    /// Nothing was done yet: what that means depends on where now is. What would be too old waits until it is not.
    private func clocked(_ verdict: Verdict, _ starts: Int64, _ run: Evaluation) -> Verdict {
        if run.now < starts { return verdict.with(run.now <= verdict.deadline ? .due : .overdue) }
        let row = Int(verdict.occasion)
        return run.isUndecided(row: row) ? run.cannotTellOutcome(row) : verdict.with(.broken)
    }

    // MARK: Words

    /// What the plan lists too late causes a finding itself; what cannot be done any more is caused by the plan's start.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        if let range = facts.rangeInPlan(verdict.evidence) { return range }
        guard facts.isPlanned(verdict.occasion) else { return nil }
        let line = facts.source(verdict.occasion)
        let starts = vocabulary.episode(of: facts.kinds[Int(verdict.occasion)]).map { vocabulary[$0.starts].name }
        return line.fields.first { $0.name.text == starts }?.values.first?.range ?? line.kind.range
    }

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "Before \(before.anyNoun(vocabulary))\(before.remark), "
        words += expect.instruction(vocabulary, to: to, "for") + expect.remark
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
        if let noOlderThan, verdict.isAsking, verdict.notBefore > narrator.now {
            lines.append("not before: \(narrator.start(verdict.notBefore)) (\(noOlderThan.description) before it)")
        }
        switch (verdict.status, verdict.evidence) {
        case (.cannotTell, Facts.none): break
        case (.cannotTell, let row): lines.append("perhaps: " + narrator.activity(row))
        case (_, Facts.none):
            lines.append("found: no \(expect.noun(narrator.vocabulary)) before it")
            lines += tooOld(verdict, narrator)
        case (_, let row): lines.append("found: " + narrator.activity(row))
        }
        return lines
    }

    private func tooOld(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard let noOlderThan, verdict.occasion != Facts.none else { return [] }
        let target = to.target(of: Int(verdict.occasion), narrator.facts, narrator.vocabulary)
        let answers = narrator.answers(to: Int(verdict.occasion), target, about)
        let old = answers.last(of: expect, in: narrator.facts, from: .min, through: verdict.deadline).row
        guard old != Facts.none else { return [] }
        return ["nearest miss: \(narrator.activity(old)); that is more than \(noOlderThan.description) before it"]
    }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        let noun = expect.one(words.vocabulary)
        var mutants =
            mutants(of: \.ahead) { "Is it in time at least \($0) ahead?" }
            + mutants(of: \.noOlderThan) { "Does \(noun) count that is up to \($0) old?" }
        if ahead != nil { mutants.append(mutant("Is it in time right before it?") { $0.ahead = nil }) }
        if noOlderThan != nil { mutants.append(mutant("Does a very old one count?") { $0.noOlderThan = nil }) }
        if about != nil { mutants.append(mutant("Does \(noun) about something else count?") { $0.about = nil }) }
        return mutants + self.mutants(of: \.to, from: before, to: expect, words) { "Does \(noun) \($0) count?" }
            + self.mutants(of: \.which) + self.mutants(of: \.excuse, words)
            + self.mutants(ofOccasion: \.before, words)
            + self.mutants(of: \.expect, words) { "Does \(noun) count \($0)?" }
    }
}
