/// After X, don't Y for D: DECLARE's not-succession.
///
/// The window opens when the occasion is over and closes with `for` or with the first `until`, whichever comes sooner;
/// both ends belong to the user (rules.md §4a.12). While it is open it holds back what would ask for Y (§4a.16).
struct HoldOff: Shape {
    static let name = "hold-off"
    static let signature = ["after", "avoid"]
    static let furtherKeys = ["avoid_where", "to", "about", "for", "until", "which"]
    static let gating = Gating.judgesNothing

    private var after: ActivityClause
    private var avoid: ActivityClause
    private var to: PersonLink
    private var about: AboutLink?
    private var span: Span?
    private var until: ActivityClause?
    private var which: Which

    init?(reading reader: inout RuleReader) {
        let after = reader.clause("after", where: "where")
        let avoid = reader.clause("avoid", where: "avoid_where")
        to = reader.link("to")
        about = reader.about()
        span = reader.span("for")
        until = reader.node["until"].flatMap { reader.clause($0) }
        which = reader.which()
        guard let after, let avoid else { return nil }
        self.after = after
        self.avoid = avoid
    }

    var kinds: [KindID] { after.kinds + avoid.kinds + (until?.kinds ?? []) }
    var timing: RuleTiming { .after }
    var occasionKinds: [KindID] { after.kinds }
    var occasionClause: ActivityClause? { after }
    var isSteady: Bool { true }
    var isByPerson: Bool { true }
    var asksFor: [KindID] { [] }
    var possibleVerdicts: [Verdict.Status] { [.doesNotApply, .ok, .broken] }
    var canHoldBack: Bool { true }

    var claim: Claim? {
        let isSure = until == nil && which == .each
        return isSure ? .leaves(Claim.Demand(.after(after), avoid, to, about, span)) : nil
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        for question in run.outcomeQuestions(after) { run.add(question) }
        run.judge(after, which, to) { row, target, run in judge(row, target, run) }
    }

    private func judge(_ row: Int, _ target: PersonLink.Target, _ run: Evaluation) -> Verdict {
        switch target {
        case .nobody: return run.verdict(row, .doesNotApply, .nobody)
        case .missing(let fact): return run.cannotTell(row, fact)
        case .anyone, .person, .sharing, .oneOf: break
        }
        var verdict = run.verdict(row, .ok)
        if case .person(let person) = target { verdict.person = person }
        let answers = run.answers(to: row, target, about)
        let ending = until.map { answers.first(of: $0, in: run.facts, from: run.facts.begins[row], through: .max) }
        let free = free(row, ending?.row ?? Facts.none, run)
        let crossing = crossing(row, before: free, answers, run)
        if crossing.row != Facts.none { return crossed(verdict, crossing.row, ending, run) }
        if let fact = crossing.perhaps { return verdict.cannotTell(fact, crossing.perhapsRow) }
        return kept(verdict, free, run)
    }

    /// The first moment at which it may be done again: the end of an exact span, the day after one of calendar days.
    private func free(_ row: Int, _ ending: Int32, _ run: Evaluation) -> Int64 {
        let begins = ending == Facts.none ? Int64.max : run.facts.begins[Int(ending)]
        guard let span else { return begins }
        let from = run.facts.has(row, .dayOnly) ? run.facts.begins[row] : run.facts.ends[row]
        return min(begins, run.free(after: span, from: from))
    }

    /// The first activity that surely lies inside the window.
    private func crossing(_ row: Int, before free: Int64, _ answers: Answers, _ run: Evaluation) -> Answers.Found {
        let opens = run.facts.ends[row]
        var unsure: Set<Int32> = []
        while opens < free - 1 {
            var found = answers.first(
                of: avoid, in: run.facts, from: opens + 1, through: free - 1, excluding: unsure)
            let isSure = { (row: Int32) in
                run.facts.begins[Int(row)] > opens && run.facts.latestBegin(Int(row)) < free
            }
            if found.row != Facts.none, !isSure(found.row) {
                unsure.insert(found.row)
                continue
            }
            if found.perhapsRow != Facts.none, !isSure(found.perhapsRow) { found.perhaps = nil }
            return found
        }
        return Answers.Found()
    }

    private func crossed(_ kept: Verdict, _ crossing: Int32, _ ending: Answers.Found?, _ run: Evaluation) -> Verdict {
        if let fact = ending?.perhaps, let row = ending?.perhapsRow,
            run.facts.begins[Int(row)] <= run.facts.begins[Int(crossing)]
        {
            return kept.cannotTell(fact, row)
        }
        var verdict = kept
        verdict.evidence = crossing
        guard run.facts.has(Int(crossing), .planned) else { return verdict.with(.broken) }
        verdict.deadline = run.facts.begins[Int(crossing)]
        return verdict.with(.overdue, .plannedSo)
    }

    private func kept(_ kept: Verdict, _ free: Int64, _ run: Evaluation) -> Verdict {
        guard run.now < free else { return kept }
        var verdict = kept
        verdict.reason = .windowIsOpen
        verdict.notBefore = free
        return verdict
    }

    func holdBack(_ verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> HoldBack? {
        guard verdict.reason == .windowIsOpen, avoid.condition.isEmpty else { return nil }
        let row = Int(verdict.occasion)
        return HoldBack(
            kinds: avoid.kinds, target: target(of: verdict, facts, vocabulary), scope: scope(row, facts),
            until: verdict.notBefore)
    }

    private func target(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> PersonLink.Target {
        if case .eachOf = to { return .person(verdict.person) }
        return to.target(of: Int(verdict.occasion), facts, vocabulary)
    }

    private func scope(_ row: Int, _ facts: Facts) -> HoldBack.Scope {
        guard let about else { return .anything }
        if about.isEpisode { return .episode(facts.episodesOfRows[row]) }
        return facts.value(row, about.field).map { .sharing(about.field, $0) } ?? .anything
    }

    // MARK: Words

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "After \(after.happens(vocabulary))\(after.remark), "
        words += "do not \(avoid.instruction(vocabulary, to: to))\(avoid.remark)"
        if let about { words += " \(about.spoken(vocabulary))" }
        if let span { words += " for \(span.description)" }
        if let until { words += (span == nil ? " until " : ", or until ") + until.happens(vocabulary, with: to) }
        if span == nil, until == nil { words += " ever again" }
        return words + "." + which.remark
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        let row = Int(verdict.occasion)
        var lines: [String] = []
        if verdict.evidence != Facts.none {
            let label = verdict.status == .cannotTell ? "perhaps: " : "found: "
            lines.append(label + narrator.activity(verdict.evidence))
        }
        if let span {
            let from = narrator.facts.has(row, .dayOnly) ? narrator.facts.begins[row] : narrator.facts.ends[row]
            let end = narrator.frame.end(of: span, after: Instant(seconds: from)).seconds
            lines.append("to be left until \(narrator.time(end)) (\(span.description) after \(narrator.time(from)))")
        }
        if let until { lines.append("to be left until \(until.happens(narrator.vocabulary))") }
        if verdict.reason == .windowIsOpen {
            lines.append(
                verdict.notBefore == .max ? "still to be left" : "not before \(narrator.time(verdict.notBefore))")
        }
        return lines
    }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        let noun = avoid.one(words.vocabulary)
        var mutants = mutants(of: \.span) { "Is it right to wait for \($0)?" }
        if span != nil, until != nil { mutants.append(mutant("Is it wrong for ever?") { $0.span = nil }) }
        if until != nil { mutants.append(mutant("Is \(noun) still wrong after it has ended?") { $0.until = nil }) }
        if about != nil { mutants.append(mutant("Is \(noun) about something else wrong, too?") { $0.about = nil }) }
        return mutants + self.mutants(of: \.to, from: after, to: avoid, words) { "Is \(noun) \($0) wrong, too?" }
            + self.mutants(of: \.which) + self.mutants(of: \.until, words) { "Has it ended \($0)?" }
            + self.mutants(ofOccasion: \.after, words)
            + self.mutants(of: \.avoid, words) { "Is \(noun) wrong \($0)?" }
    }
}

extension Evaluation {
    /// The first moment that a span leaves free: its end when it is exact, else the start of the next day.
    func free(after span: Span, from moment: Int64) -> Int64 {
        let end = end(of: span, after: moment)
        return span.isExact || end == .max ? end : end + 1
    }
}
