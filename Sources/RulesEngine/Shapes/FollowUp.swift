/// After X, do Y within D: DECLARE's timed response.
///
/// An activity answers every open occasion that began before it and has the same link; deadlines count from the end of
/// the occasion and are inclusive (rules.md §4a.1, 4, 12).
struct FollowUp: Shape {
    static let name = "follow-up"
    static let signature = ["after", "expect"]
    static let furtherKeys = [
        "expect_where", "to", "about", "within", "not_before", "which", "each", "restart", "counting_from", "give_up",
    ]

    private let after: ActivityClause
    private let expect: ActivityClause
    private let to: PersonLink
    private let about: AboutLink?
    private let within: Span?
    private let notBefore: Span?
    private let countingFrom: Span?
    private let giveUp: Span?
    private let which: Which
    private let isOneToOne: Bool
    private let restarts: Bool
    private let excuse: Excuse?

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
        excuse = reader.excuse()
        guard let after, let expect else { return nil }
        self.after = after
        self.expect = expect
    }

    var kinds: [KindID] { after.kinds + expect.kinds + (excuse?.clause.kinds ?? []) }
    var timing: RuleTiming { .after }
    var occasionKinds: [KindID] { after.kinds }
    var asksFor: [KindID] { expect.kinds }

    var possibleVerdicts: [Verdict.Status] {
        within == nil ? [.doesNotApply, .ok, .due] : [.doesNotApply, .ok, .late, .due, .overdue]
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        run.askForOutcomes(of: after)
        let rows = which.chosen(run.occasions(of: after), run.facts)
        var used: Set<Int32> = []
        for (place, row) in rows.enumerated() {
            var verdict = judge(Int(row), &used, run)
            if restarts, isReopened(rows, place, verdict, run.facts) {
                verdict = run.verdict(Int(row), .doesNotApply, .superseded)
            }
            run.add(verdict)
        }
    }

    /// A newer occasion with the same person takes the place of one that is still unanswered.
    private func isReopened(_ rows: [Int32], _ place: Int, _ verdict: Verdict, _ facts: Facts) -> Bool {
        guard verdict.status != .ok, verdict.status != .late, place + 1 < rows.count else { return false }
        return facts.persons[Int(rows[place])] == facts.persons[Int(rows[place + 1])]
    }

    private func judge(_ row: Int, _ used: inout Set<Int32>, _ run: Evaluation) -> Verdict {
        switch run.holds(after.condition, for: row) {
        case .no: return run.verdict(row, .doesNotApply, .whereFails)
        case .unknown(let fact): return run.cannotTell(row, fact)
        case .yes: break
        }
        let target = to.target(of: row, run.facts, run.vocabulary)
        if case .missing(let fact) = target { return run.cannotTell(row, fact) }
        let found = answer(row, target, used, run)
        if isOneToOne, found.row != Facts.none { used.insert(found.row) }
        return verdict(row, found, target, run)
    }

    private func answer(_ row: Int, _ target: PersonLink.Target, _ used: Set<Int32>, _ run: Evaluation) -> Answers.Found {
        let answers = Answers(target: target, about: about, occasion: row)
        return answers.first(of: expect, in: run.facts, from: opens(row, run), through: .max, excluding: used)
    }

    /// From when on an activity counts as an answer.
    private func opens(_ row: Int, _ run: Evaluation) -> Int64 {
        let begins = run.facts.begins[row]
        if let countingFrom {
            return run.frame.earliest(countingFrom, before: Instant(seconds: begins)).seconds
        }
        guard let notBefore else { return begins }
        return run.start(of: notBefore, after: run.facts.ends[row])
    }

    private func verdict(
        _ row: Int, _ found: Answers.Found, _ target: PersonLink.Target, _ run: Evaluation
    ) -> Verdict {
        let ends = run.facts.ends[row]
        let deadline = within.map { run.end(of: $0, after: ends) } ?? .max
        var verdict = run.verdict(row, .ok)
        verdict.deadline = deadline
        verdict.evidence = found.row
        if case .person(let person) = target { verdict.person = person }
        if found.row != Facts.none, run.facts.begins[Int(found.row)] <= deadline { return verdict }
        let excused = excuse?.first(for: row, through: .max, run) ?? Facts.none
        if excused != Facts.none, run.facts.begins[Int(excused)] <= deadline {
            return excusing(row, excused, run)
        }
        if found.row != Facts.none { return with(verdict, .late) }
        if let fact = found.perhaps { return run.cannotTell(row, fact) }
        if excused != Facts.none { verdict.closing = .excused }
        if run.now > givesUp(ends, run) { verdict.closing = .givenUp }
        if notBefore != nil { verdict.notBefore = opens(row, run) }
        return with(verdict, run.now <= deadline ? .due : .overdue)
    }

    private func excusing(_ row: Int, _ excused: Int32, _ run: Evaluation) -> Verdict {
        var verdict = run.verdict(row, .doesNotApply, .unless)
        verdict.evidence = excused
        return verdict
    }

    private func with(_ verdict: Verdict, _ status: Verdict.Status) -> Verdict {
        var verdict = verdict
        verdict.status = status
        return verdict
    }

    /// Four times `within`, at least thirty days (rules.md §4a.6).
    private func givesUp(_ ends: Int64, _ run: Evaluation) -> Int64 {
        if let giveUp { return run.end(of: giveUp, after: ends) }
        let month = run.end(of: Span(count: 30, unit: .days), after: ends)
        guard let within else { return month }
        return max(month, run.end(of: Span(count: within.count * 4, unit: within.unit), after: ends))
    }

    // MARK: Words

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "After \(after.happens(vocabulary)), \(expect.instruction(vocabulary))"
        if to != .anyone { words += " (\(to.spoken(vocabulary)))" }
        if let about { words += " \(about.spoken(vocabulary))" }
        if let notBefore { words += " not before \(notBefore.description) have passed" + (within == nil ? "" : ", but") }
        if let within { words += " within \(within.description)" }
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "." + which.remark
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        var lines: [String] = []
        let row = Int(verdict.occasion)
        if let within, verdict.deadline != .max {
            let ends = narrator.time(narrator.facts.ends[row])
            lines.append("deadline: \(narrator.time(verdict.deadline)) (\(within.description) after \(ends))")
        }
        let wanted = "\(expect.noun(narrator.vocabulary)) with \(narrator.name(verdict.person))"
        if verdict.evidence == Facts.none {
            lines.append("found: no \(wanted) since then")
            lines += nearestMiss(verdict, narrator)
        } else {
            lines.append("found: " + narrator.activity(verdict.evidence))
        }
        if verdict.status == .late {
            let distance = narrator.distance(verdict.deadline, narrator.facts.begins[Int(verdict.evidence)])
            lines.append("that is \(distance) after the deadline")
        }
        return lines
    }

    /// What came closest without counting: the same kind with somebody else, or before the occasion.
    private func nearestMiss(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard to != .anyone else { return [] }
        let facts = narrator.facts
        let anyone = Answers(target: .anyone, about: nil, occasion: Int(verdict.occasion))
        let other = anyone.first(of: expect, in: facts, from: facts.begins[Int(verdict.occasion)], through: .max).row
        if other != Facts.none { return ["nearest miss: \(narrator.activity(other)); that is somebody else"] }
        let same = Answers(target: .person(verdict.person), about: nil, occasion: Int(verdict.occasion))
        let before = same.last(of: expect, in: facts, from: .min, through: facts.begins[Int(verdict.occasion)]).row
        return before == Facts.none ? [] : ["nearest miss: \(narrator.activity(before)); that came before it"]
    }
}
