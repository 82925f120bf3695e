/// After X, do Y within D: DECLARE's timed response.
///
/// An activity answers every open occasion that began before it and has the same link; deadlines count from the end of
/// the occasion and are inclusive (rules.md §4a.1, 4, 12).
struct FollowUp: Shape {
    static let name = "follow-up"
    static let signature = ["after", "expect"]
    static let furtherKeys = [
        "expect_where", "to", "about", "within", "not_before", "which", "each", "restart", "counting_from", "give_up",
        "during",
    ]

    private var after: ActivityClause
    private var expect: ActivityClause
    private var to: PersonLink
    private var about: AboutLink?
    private var within: Span?
    private var notBefore: Span?
    private var countingFrom: Span?
    private var giveUp: Span?
    private var which: Which
    private var isOneToOne: Bool
    private var restarts: Bool
    private var during: During?
    private var excuse: Excuse?

    init?(reading reader: inout RuleReader) {
        let after = reader.clause("after", where: "where")
        let expect = reader.clause("expect", where: "expect_where")
        to = reader.link("to")
        about = reader.about()
        within = reader.span("within")
        notBefore = reader.span("not_before")
        countingFrom = reader.countingFrom()
        giveUp = reader.span("give_up")
        which = reader.which()
        isOneToOne = reader.isOneToOne()
        restarts = reader.node["restart"]?.readYesNo("'restart'", &reader.diagnostics) ?? false
        during = reader.during(after)
        excuse = reader.excuse()
        guard let after, let expect else { return nil }
        self.after = after
        self.expect = expect
        if let value = reader.node["not_before"], isBlocked {
            reader.diagnostics.report(.emptyWindow("make 'not_before' shorter than 'within'", at: value.range))
        }
    }

    /// Whether the deadline comes before the first moment at which it may be done.
    private var isBlocked: Bool {
        guard let notBefore, let within else { return false }
        let frame = TimeFrame(zone: .utc)
        let monday = frame.zone.startOfDay(ExampleTime.firstDay)
        return frame.end(of: within, after: monday) < frame.start(of: notBefore, after: monday)
    }

    var kinds: [KindID] { after.kinds + expect.kinds + (excuse?.clause.kinds ?? []) }
    var timing: RuleTiming { during == nil ? .after : .during }
    var overdueIsFinding: Bool { during != nil }
    var occasionKinds: [KindID] { after.kinds }
    var occasionClause: ActivityClause? { after }
    var isSteady: Bool { true }
    var isByPerson: Bool { !isOneToOne && !restarts && !Shortlist.helps(expect, to, about) }
    var asksFor: [KindID] { expect.kinds }
    var claim: Claim? {
        if during != nil { return .does(Claim.Demand(.part(after, under: nil), expect)) }
        return .does(Claim.Demand(.after(after), expect, to, about, within))
    }
    var asking: Asking? {
        Asking(
            kinds: expect.kinds, condition: expect.condition, about: about, isOneToOne: isOneToOne || during != nil,
            isOfAnyone: to == .anyone && about == nil && during == nil)
    }

    var possibleVerdicts: [Verdict.Status] {
        if during != nil { return [.doesNotApply, .ok, .broken] }
        return within == nil ? [.doesNotApply, .ok, .due] : [.doesNotApply, .ok, .late, .due, .overdue]
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        for question in run.outcomeQuestions(after) {
            run.add(givingUp(question, since: run.facts.moment(of: Int(question.occasion)), run))
        }
        if isOneToOne || restarts {
            for verdict in verdictsTogether(&run) { run.add(verdict) }
        } else {
            let list = Shortlist.list(of: expect, to: to, about, run)
            run.judge(after, which, to) { row, target, run in judge(row, target, [], list, run) }
        }
    }

    /// The verdicts where one occasion bears on another, by person and time.
    private func verdictsTogether(_ run: inout Evaluation) -> [Verdict] {
        let candidates = run.candidates(of: after, which)
        var verdicts = candidates.map { run.settled($0) ?? run.verdict($0.row, .due) }
        var used: Set<Int32> = []
        for place in byDeadline(candidates, run.facts) {
            let row = candidates[place].row
            verdicts[place] = judge(row, to.target(of: row, run.facts, run.vocabulary), used, nil, run)
            if isOneToOne, verdicts[place].isAnswered { used.insert(verdicts[place].evidence) }
        }
        if restarts { supersede(candidates, &verdicts, run) }
        return verdicts
    }

    /// The places of those that apply, earliest deadline first.
    private func byDeadline(_ candidates: [Candidate], _ facts: Facts) -> [Int] {
        candidates.indices.filter { candidates[$0].standing == .applies }.sorted { left, right in
            (facts.ends[candidates[left].row], left) < (facts.ends[candidates[right].row], right)
        }
    }

    /// A newer occasion takes the place of one that was not answered before it: one with the same person, unless the
    /// answer may be with anyone, and about the same, where the answer must be.
    private func supersede(_ candidates: [Candidate], _ verdicts: inout [Verdict], _ run: Evaluation) {
        // They come by person and time; where the answer may be with anyone it is the time alone that counts.
        guard to == .anyone else { return supersede(candidates, candidates.indices.reversed(), &verdicts, run) }
        supersede(candidates, candidates.indices.sorted { candidates[$0].row > candidates[$1].row }, &verdicts, run)
    }

    private func supersede(
        _ candidates: [Candidate], _ latestFirst: some Sequence<Int>, _ verdicts: inout [Verdict], _ run: Evaluation
    ) {
        var newer: [Int] = []
        for place in latestFirst where candidates[place].standing == .applies {
            let row = candidates[place].row
            if to != .anyone, let last = newer.last, run.facts.persons[last] != run.facts.persons[row] { newer = [] }
            if let next = newer.last(where: { isAboutTheSame(row, $0, run) }),
                isUnanswered(verdicts[place], before: next, run.facts)
            {
                verdicts[place] = run.verdict(row, .doesNotApply, .superseded)
                verdicts[place].evidence = Int32(next)
            }
            newer.append(row)
        }
    }

    private func isAboutTheSame(_ row: Int, _ next: Int, _ run: Evaluation) -> Bool {
        about == nil || run.answers(to: row, .anyone, about).aboutTheSame(next, run.facts) == .yes
    }

    private func isUnanswered(_ verdict: Verdict, before row: Int, _ facts: Facts) -> Bool {
        switch verdict.status {
        case .ok, .doesNotApply, .broken: false
        case .due, .overdue, .cannotTell: true
        case .late: facts.begins[Int(verdict.evidence)] >= facts.begins[row]
        }
    }

    private func judge(
        _ row: Int, _ target: PersonLink.Target, _ used: Set<Int32>, _ list: Shortlist?, _ run: Evaluation
    ) -> Verdict {
        switch target {
        case .nobody: return run.verdict(row, .doesNotApply, .nobody)
        case .missing(let fact): return givingUp(run.cannotTell(row, fact), since: run.facts.ends[row], run)
        case .anyone, .person, .sharing, .oneOf: break
        }
        if let during { return judge(row, target, during, run) }
        let answers = run.answers(to: row, target, about)
        let opens = opens(row, run)
        let found =
            list.flatMap { answers.first(of: expect, on: $0, in: run.facts, from: opens) }
            ?? answers.first(of: expect, in: run.facts, from: opens, through: .max, excluding: used)
        var verdict = run.verdict(row, .ok)
        if case .person(let person) = target { verdict.person = person }
        verdict.deadline = within.map { run.end(of: $0, after: run.facts.ends[row]) } ?? .max
        return givingUp(decided(verdict, found, run), since: run.facts.ends[row], run)
    }

    /// What did not come about while it went on cannot be mended; of a plan it can.
    private func judge(_ row: Int, _ target: PersonLink.Target, _ during: During, _ run: Evaluation) -> Verdict {
        var verdict = run.verdict(row, .ok)
        if case .person(let person) = target { verdict.person = person }
        verdict.deadline = run.facts.ends[row]
        let found = during.search(expect, in: row, target, run)
        verdict.evidence = found.row
        if found.row != Facts.none { return verdict }
        let excused = excuse?.search(for: row, through: verdict.deadline, run) ?? Answers.Found()
        if let excuse, excused.row != Facts.none { return excuse.verdict(row, by: excused.row, run) }
        if let fact = found.perhaps { return verdict.cannotTell(fact, found.perhapsRow) }
        if let fact = excused.perhaps { return verdict.cannotTell(fact, excused.perhapsRow) }
        return verdict.with(run.facts.has(row, .planned) ? .overdue : .broken)
    }

    /// From when on an activity counts as an answer.
    private func opens(_ row: Int, _ run: Evaluation) -> Int64 {
        let begins = run.facts.begins[row]
        if let countingFrom {
            return run.frame.earliest(countingFrom, before: Instant(seconds: begins)).seconds
        }
        return mayBegin(row, run) ?? begins
    }

    /// The first moment at which it may be done; nil when that is at once.
    private func mayBegin(_ row: Int, _ run: Evaluation) -> Int64? {
        let ends = run.facts.has(row, .dayOnly) ? run.facts.begins[row] : run.facts.ends[row]
        return notBefore.map { run.start(of: $0, after: ends) }
    }

    /// What was found decides; after that what excuses, what might have counted, and the clock.
    private func decided(_ open: Verdict, _ found: Answers.Found, _ run: Evaluation) -> Verdict {
        var verdict = open
        let row = Int(open.occasion)
        let isInTime = { (row: Int32) in row != Facts.none && run.facts.begins[Int(row)] <= open.deadline }
        verdict.evidence = found.row
        if isInTime(found.row) { return verdict }
        let excused = excuse?.search(for: row, through: .max, run) ?? Answers.Found()
        if let excuse, isInTime(excused.row) { return excuse.verdict(row, by: excused.row, run) }
        if found.row == Facts.none || isInTime(found.perhapsRow), let fact = found.perhaps {
            return verdict.cannotTell(fact, found.perhapsRow)
        }
        if found.row != Facts.none { return verdict.with(.late) }
        if excused.row == Facts.none, let fact = excused.perhaps { return verdict.cannotTell(fact, excused.perhapsRow) }
        if excused.row != Facts.none { verdict.closing = .excused }
        verdict.notBefore = mayBegin(row, run) ?? verdict.notBefore
        return verdict.with(run.now <= verdict.deadline ? .due : .overdue)
    }

    /// Nobody is asked for ever: after four times `within`, at least thirty days, an occasion is closed (rules.md §4a.6).
    private func givingUp(_ verdict: Verdict, since ends: Int64, _ run: Evaluation) -> Verdict {
        guard verdict.isAsking, verdict.closing == .open, run.now > givesUp(ends, run) else { return verdict }
        var verdict = verdict
        verdict.closing = .givenUp
        return verdict
    }

    private func givesUp(_ ends: Int64, _ run: Evaluation) -> Int64 {
        if let giveUp { return run.end(of: giveUp, after: ends) }
        let month = run.end(of: Evaluation.patience, after: ends)
        guard let within else { return month }
        return max(month, run.end(of: Span(count: within.count * 4, unit: within.unit), after: ends))
    }

    // MARK: Words

    /// What is missing during a plan belongs into its agenda.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        facts.rangeInPlan(verdict.evidence)
            ?? (during == nil
                ? facts.rangeInPlan(verdict.occasion) : facts.place(inList: nil, of: verdict.occasion, vocabulary))
    }

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "After \(after.happens(vocabulary))\(after.remark), "
        words += expect.instruction(vocabulary, to: to) + expect.remark
        if let about { words += " \(about.spoken(vocabulary))" }
        if let notBefore {
            words += " not before \(notBefore.passed)" + (within == nil ? "" : ", but")
        }
        if let within { words += within.count == 0 ? " on the same day" : " within \(within.description)" }
        if let during { words += during.spoken }
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "." + which.remark
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        var lines: [String] = []
        let facts = narrator.facts
        if let within, verdict.deadline != .max {
            let ends = narrator.time(facts.ends[Int(verdict.occasion)])
            lines.append("deadline: \(narrator.time(verdict.deadline)) (\(within.description) after \(ends))")
        }
        if verdict.notBefore != .min { lines.append("not before: \(narrator.time(verdict.notBefore))") }
        switch (verdict.status, verdict.evidence) {
        case (.cannotTell, Facts.none): break
        case (.cannotTell, let row): lines.append("perhaps: " + narrator.activity(row))
        case (_, Facts.none): lines += nothingFound(verdict, narrator)
        case (_, let row): lines.append("found: " + narrator.activity(row))
        }
        if verdict.status == .late {
            let distance = narrator.distance(verdict.deadline, facts.begins[Int(verdict.evidence)])
            lines.append("that is \(distance) after the deadline")
        }
        return lines
    }

    private func nothingFound(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        let words = Set(expect.kinds.map { narrator.vocabulary[$0].whom })
        let word = words.count == 1 ? words.first ?? "with" : "with"
        let whom = to == .anyone ? "" : " \(word) \(narrator.name(verdict.person))"
        let when = during == nil ? "since then" : "during it"
        return ["found: no \(expect.noun(narrator.vocabulary))\(whom) \(when)"] + nearestMiss(verdict, narrator)
    }

    /// What came closest without counting: too early, with somebody else, or before the occasion.
    private func nearestMiss(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        let row = Int(verdict.occasion)
        let begins = narrator.facts.begins[row]
        let target = to.target(of: row, narrator.facts, narrator.vocabulary)
        if during != nil {
            let after = narrator.answers(to: row, target, about).first(
                of: expect, in: narrator.facts, from: begins, through: .max)
            if after.row != Facts.none { return ["nearest miss: \(narrator.activity(after.row)); that was after it"] }
        }
        if verdict.notBefore > begins {
            let early = narrator.answers(to: row, target, about).first(
                of: expect, in: narrator.facts, from: begins, through: .max)
            if early.row != Facts.none { return ["nearest miss: \(narrator.activity(early.row)); that was too early"] }
        }
        let other = narrator.answers(to: row, .anyone, nil).first(
            of: expect, in: narrator.facts, from: begins, through: .max)
        if to != .anyone, other.row != Facts.none, narrator.facts.persons[Int(other.row)] != verdict.person {
            return ["nearest miss: \(narrator.activity(other.row)); that is somebody else"]
        }
        let before = narrator.answers(to: row, target, nil).last(
            of: expect, in: narrator.facts, from: .min, through: begins)
        return before.row == Facts.none ? [] : ["nearest miss: \(narrator.activity(before.row)); that came before it"]
    }

    // MARK: Mutants

    /// Whether what comes too soon does not count. Where something counts from before the occasion on, `not_before` only
    /// says when the card comes up, which no example shows.
    private var waitCounts: Bool { countingFrom == nil }

    func mutants(_ words: RuleWords) -> [Mutant] {
        let noun = expect.one(words.vocabulary)
        let times =
            mutants(of: \.within) { "Is \(noun) in time within \($0)?" }
            + (waitCounts ? mutants(of: \.notBefore) { "May it be done after \($0)?" } : [])
            + mutants(of: \.countingFrom) { "Does \(noun) count that came \($0) before it?" }
        let links = mutants(of: \.to, from: after, to: expect, words) { "Does \(noun) \($0) count?" }
        return times + links + droppings(noun) + mutants(of: \.which)
            + mutants(of: \.excuse, words) + mutants(ofOccasion: \.after, words)
            + mutants(of: \.expect, words) { "Does \(noun) count \($0)?" }
    }

    /// Whether there is one occasion at most with each person, so that nothing can answer two.
    private var isAloneWithPerson: Bool { to == .samePerson && (which == .first || which == .latest) }

    private func droppings(_ noun: String) -> [Mutant] {
        var mutants: [Mutant] = []
        if about != nil { mutants.append(mutant("Does \(noun) about something else count?") { $0.about = nil }) }
        if notBefore != nil, waitCounts { mutants.append(mutant("May it be done at once?") { $0.notBefore = nil }) }
        if during != nil { mutants.append(mutant("Does \(noun) count that came after it?") { $0.during = nil }) }
        mutants.append(
            countingFrom == nil
                ? mutant("Does \(noun) from before it count?") { $0.countingFrom = Span(count: 3650, unit: .days) }
                : mutant("Does \(noun) from before it count?") { $0.countingFrom = nil })
        if !isAloneWithPerson {
            mutants.append(mutant("Does one answer two of them at once?") { $0.isOneToOne.toggle() })
        }
        if restarts {
            mutants.append(mutant("Does an older one stay open beside a newer one?") { $0.restarts = false })
        }
        return mutants
    }
}
