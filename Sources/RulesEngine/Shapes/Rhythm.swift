/// At least n Y a week, at most n Y since the last Z: DECLARE's existence and absence.
///
/// What is to be kept up is asked for within the stretch that contains now; earlier misses leave nothing behind, and a
/// first stretch that is not whole does not count (rules.md §4a.13). What goes over a limit is broken, once a stretch.
struct Rhythm: Shape {
    static let name = "rhythm"
    static let signature = ["keep"]
    static let furtherKeys = ["keep_where", "at_least", "at_most", "different", "per", "since", "for_each"]
    static let gating = Gating.judgesNothing

    private var keep: ActivityClause
    private var limits: ClosedRange<Int>
    private var isOfDifferentPeople: Bool
    private var stretch: Stretch?
    private var since: ActivityClause?
    private var each: ForEach
    private var condition: Condition

    init?(reading reader: inout RuleReader) {
        let keep = reader.clause("keep", where: "keep_where")
        let limits = reader.countLimits()
        isOfDifferentPeople = reader.isOfDifferentPeople()
        stretch = reader.stretch()
        since = reader.node["since"].flatMap { reader.clause($0) }
        each = reader.forEach()
        condition = reader.condition("where", on: each.kind)
        guard let keep, let limits else { return nil }
        self.keep = keep
        self.limits = limits
    }

    var kinds: [KindID] { keep.kinds + (since?.kinds ?? []) }
    var occasionKinds: [KindID] { keep.kinds }
    var asksFor: [KindID] { isGoal ? keep.kinds : [] }
    var canHoldBack: Bool { isLimit }
    var isByPerson: Bool { each.kind == .person }
    var counting: Counting? { Counting(kind: each.kind) }
    /// What goes over a limit is an occasion of its own.
    var sight: GateSight { GateSight(hasPerson: isLimit || each.kind == .person) }

    var possibleVerdicts: [Verdict.Status] {
        let limit: [Verdict.Status] = isLimit ? [.ok, .broken] : [.ok]
        guard isGoal else { return limit }
        return switch stretch {
        case .calendar: limit + [.doesNotApply, .due]
        case .rolling: limit + [.doesNotApply, .overdue]
        case nil: limit + [.due]
        }
    }

    var claim: Claim? {
        let isSure = since == nil && !isOfDifferentPeople && condition.isEmpty
        return isSure ? .keeps(keep, each, stretch: stretch?.spoken ?? "", limits) : nil
    }

    private var isGoal: Bool { limits.lowerBound > 0 }
    private var isLimit: Bool { limits.upperBound < .max }

    // MARK: Meaning

    /// What counts for one record, in time order.
    private struct Scene {
        let record: Int32
        /// All that counts or would if a fact were known.
        let acts: ArraySlice<Counted>
        /// What surely counts.
        let sure: ArraySlice<Counted>
        let restarts: ArraySlice<Counted>
        /// When the record is first known.
        let begins: Int64
    }

    func evaluate(_ run: inout Evaluation) {
        let acts = run.counted(keep, for: each)
        let sure = acts.contains { $0.missing != nil } ? acts.filter { $0.missing == nil } : acts
        let restarts = since.map { run.counted($0, for: each).filter { $0.missing == nil } } ?? []
        let firstRows = run.firstRows(each)
        for record in each.all(run.facts, block: run.block) {
            guard let begins = run.beginning(of: record, each, firstRows) else { continue }
            if let settled = run.settled(record, condition) {
                run.add(settled)
                continue
            }
            let scene = Scene(
                record: record, acts: acts.of(record), sure: sure.of(record), restarts: restarts.of(record),
                begins: begins)
            judge(scene, &run)
        }
    }

    private func judge(_ scene: Scene, _ run: inout Evaluation) {
        let crossings = isLimit ? crossings(scene, run) : []
        for crossing in crossings { run.add(crossing) }
        if isGoal {
            run.add(isRolling ? lapsing(scene, run) : pursued(scene, run))
        } else if !scene.acts.isEmpty || each.kind == .me, !isCrossed(scene, run) {
            run.add(within(scene, run))
        }
    }

    private var isRolling: Bool {
        if case .rolling = stretch { return true }
        return false
    }

    // MARK: At least

    /// A goal in a stretch of the calendar, since an activity, or in all time.
    private func pursued(_ scene: Scene, _ run: Evaluation) -> Verdict {
        let bounds = stretch?.bounds(around: run.now, run.frame)
        if let bounds, isPartial(bounds, scene, run) { return verdict(scene, .doesNotApply, .firstPeriod, 0, run) }
        let range = opening(at: run.now, scene, run)...(bounds?.upperBound ?? .max)
        let sure = inside(scene.sure, range, run.facts)
        var verdict = verdict(scene, .ok, .none, number(of: sure, run.facts), run)
        if let reached = reaching(sure, run.facts) {
            verdict.evidence = reached.row
            return held(verdict, scene, run)
        }
        if let bounds, run.pauses.touch(bounds) { return verdict.with(.doesNotApply, .paused) }
        let all = inside(scene.acts, range, run.facts)
        if number(of: all, run.facts) >= limits.lowerBound { return unsure(verdict, all) }
        verdict.deadline = bounds?.upperBound ?? .max
        return verdict.with(.due)
    }

    private func isPartial(_ bounds: ClosedRange<Int64>, _ scene: Scene, _ run: Evaluation) -> Bool {
        let day = run.frame.zone.wallTime(at: Instant(seconds: scene.begins)).day
        return run.frame.zone.startOfDay(day).seconds > bounds.lowerBound
    }

    /// A goal in a stretch that moves along: it lapses when the last so many are too long ago.
    private func lapsing(_ scene: Scene, _ run: Evaluation) -> Verdict {
        guard case .rolling(let span) = stretch else { return pursued(scene, run) }
        let range = opening(at: run.now, scene, run)...Int64.max
        let ends = { (act: Counted) in
            let moment = run.facts.begins[Int(act.row)]
            return run.pauses.putOff(run.end(of: span, after: moment), since: moment)
        }
        let sure = inside(scene.sure, range, run.facts)
        let last = latest(sure, run.facts)
        let number = number(of: sure[sure.indices.firstPlace { run.now <= ends(sure[$0]) }...], run.facts)
        var verdict = verdict(scene, .ok, .none, number, run)
        verdict.deadline =
            last.map(ends) ?? run.pauses.putOff(run.end(of: span, after: scene.begins), since: scene.begins)
        verdict.evidence = sure.last?.row ?? Facts.none
        if run.now <= verdict.deadline {
            return last == nil ? verdict.with(.doesNotApply, .firstPeriod) : held(verdict, scene, run)
        }
        let all = inside(scene.acts, range, run.facts)
        if let possible = latest(all, run.facts), run.now <= ends(possible) { return unsure(verdict, all) }
        if run.now > givesUp(span, after: verdict.deadline, run) { verdict.closing = .givenUp }
        return verdict.with(.overdue)
    }

    /// Nobody is asked for ever: four times the span, at least thirty days (rules.md §4a.6).
    private func givesUp(_ span: Span, after lapses: Int64, _ run: Evaluation) -> Int64 {
        let fourfold = run.end(of: Span(count: span.count * 4, unit: span.unit), after: lapses)
        return max(fourfold, run.end(of: Evaluation.patience, after: lapses))
    }

    /// The earliest of the last so many; nil when there are not so many.
    private func latest(_ acts: ArraySlice<Counted>, _ facts: Facts) -> Counted? {
        reaching(acts.reversed(), facts)
    }

    /// The one of some activities that makes up the number; nil when there are not so many.
    private func reaching(_ acts: some RandomAccessCollection<Counted>, _ facts: Facts) -> Counted? {
        guard isOfDifferentPeople else { return acts.dropFirst(limits.lowerBound - 1).first }
        var people: Set<Int32> = []
        return acts.first { act in
            let person = facts.persons[Int(act.row)]
            if person != Facts.none { people.insert(person) }
            return people.count >= limits.lowerBound
        }
    }

    /// The stretch of activities, in time order, that began within a range.
    private func inside(
        _ acts: ArraySlice<Counted>, _ range: ClosedRange<Int64>, _ facts: Facts
    ) -> ArraySlice<Counted> {
        let first = acts.indices.firstPlace { facts.begins[Int(acts[$0].row)] >= range.lowerBound }
        let end = acts.indices.firstPlace { facts.begins[Int(acts[$0].row)] > range.upperBound }
        return acts[first..<end]
    }

    /// What might count would decide.
    private func unsure(_ verdict: Verdict, _ acts: ArraySlice<Counted>) -> Verdict {
        guard let act = acts.last(where: { $0.missing != nil }), let fact = act.missing else { return verdict }
        return verdict.cannotTell(fact, act.row)
    }

    // MARK: At most

    /// Each activity that brings a stretch over its limit; what goes over it further is not said again.
    private func crossings(_ scene: Scene, _ run: Evaluation) -> [Verdict] {
        var found: [Verdict] = []
        var low = scene.sure.startIndex
        var bounds: ClosedRange<Int64>?
        for place in scene.sure.indices {
            let moment = run.facts.begins[Int(scene.sure[place].row)]
            if bounds?.contains(moment) != true { bounds = stretch?.bounds(around: moment, run.frame) }
            let opening = max(bounds?.lowerBound ?? .min, restart(at: moment, scene, run.facts) ?? .min)
            while low < place, !isCounted(scene.sure[low], at: moment, from: opening, run) { low += 1 }
            let number = number(of: scene.sure[low...place], run.facts)
            guard number > limits.upperBound,
                self.number(of: scene.sure[low..<place], run.facts) <= limits.upperBound
            else { continue }
            found.append(crossing(scene, scene.sure[place].row, number, run))
        }
        return found
    }

    private func crossing(_ scene: Scene, _ row: Int32, _ number: Int, _ run: Evaluation) -> Verdict {
        var verdict = verdict(scene, .broken, .tooMany, number, run)
        verdict.occasion = row
        verdict.person = run.facts.persons[Int(row)]
        verdict.evidence = row
        verdict.period = period(at: run.facts.begins[Int(row)], scene, run)
        verdict.tally = Tally(count: number, total: limits.upperBound)
        guard run.facts.has(Int(row), .planned) else { return verdict }
        verdict.deadline = run.facts.begins[Int(row)]
        return verdict.with(.overdue, .plannedSo)
    }

    private func isCounted(_ act: Counted, at moment: Int64, from opening: Int64, _ run: Evaluation) -> Bool {
        let begins = run.facts.begins[Int(act.row)]
        guard begins >= opening else { return false }
        guard case .rolling(let span) = stretch else { return true }
        return moment < run.free(after: span, from: begins)
    }

    private func isCrossed(_ scene: Scene, _ run: Evaluation) -> Bool {
        number(of: current(scene.sure, scene, run), run.facts) > limits.upperBound
    }

    private func within(_ scene: Scene, _ run: Evaluation) -> Verdict {
        let number = number(of: current(scene.sure, scene, run), run.facts)
        let verdict = verdict(scene, .ok, .none, number, run)
        let all = current(scene.acts, scene, run)
        return self.number(of: all, run.facts) > limits.upperBound ? unsure(verdict, all) : held(verdict, scene, run)
    }

    /// The activities that count now.
    private func current(_ acts: ArraySlice<Counted>, _ scene: Scene, _ run: Evaluation) -> ArraySlice<Counted> {
        let opening = opening(at: run.now, scene, run)
        let last = stretch?.bounds(around: run.now, run.frame)?.upperBound ?? .max
        let first = acts.indices.firstPlace { isCounted(acts[$0], at: run.now, from: opening, run) }
        let end = acts.indices.firstPlace { run.facts.begins[Int(acts[$0].row)] > last }
        return acts[first..<max(first, end)]
    }

    /// A limit that is reached holds back what would go over it.
    private func held(_ kept: Verdict, _ scene: Scene, _ run: Evaluation) -> Verdict {
        let sure = current(scene.sure, scene, run)
        guard isLimit, !isOfDifferentPeople, sure.count >= limits.upperBound else { return kept }
        var verdict = kept
        verdict.reason = .windowIsOpen
        switch stretch {
        case nil: verdict.notBefore = .max
        case .calendar: verdict.notBefore = (stretch?.bounds(around: run.now, run.frame)?.upperBound ?? .max - 1) + 1
        case .rolling(let span):
            let leaving = sure.dropFirst(sure.count - limits.upperBound).first
            verdict.notBefore = leaving.map { run.free(after: span, from: run.facts.begins[Int($0.row)]) } ?? .max
        }
        return verdict
    }

    func holdBack(_ verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> HoldBack? {
        guard verdict.reason == .windowIsOpen, keep.condition.isEmpty else { return nil }
        return HoldBack(
            kinds: keep.kinds, target: each.kind == .person ? .person(verdict.record) : .anyone,
            scope: each.kind == .me || each.kind == .person ? .anything : .record(each, verdict.record),
            until: verdict.notBefore)
    }

    // MARK: Counting

    /// From when on activities count at a moment: since the stretch began, or since the last restart.
    private func opening(at moment: Int64, _ scene: Scene, _ run: Evaluation) -> Int64 {
        max(
            stretch?.bounds(around: moment, run.frame)?.lowerBound ?? .min,
            restart(at: moment, scene, run.facts) ?? .min)
    }

    private func restart(at moment: Int64, _ scene: Scene, _ facts: Facts) -> Int64? {
        last(of: scene.restarts, by: moment, facts).map { facts.begins[Int($0.row)] }
    }

    /// The last of some activities, in time order, that began by a moment.
    private func last(of acts: ArraySlice<Counted>, by moment: Int64, _ facts: Facts) -> Counted? {
        acts[..<acts.indices.firstPlace { facts.begins[Int(acts[$0].row)] > moment }].last
    }

    private func number(of acts: ArraySlice<Counted>, _ facts: Facts) -> Int {
        guard isOfDifferentPeople else { return acts.count }
        return Set(acts.lazy.map { facts.persons[Int($0.row)] }.filter { $0 != Facts.none }).count
    }

    private func verdict(
        _ scene: Scene, _ status: Verdict.Status, _ reason: Reason, _ number: Int, _ run: Evaluation
    ) -> Verdict {
        var verdict = run.verdict(on: scene.record, status, reason)
        verdict.period = period(at: run.now, scene, run)
        verdict.tally = Tally(count: number, total: isGoal ? limits.lowerBound : limits.upperBound)
        return verdict
    }

    private func period(at moment: Int64, _ scene: Scene, _ run: Evaluation) -> Period? {
        switch stretch {
        case .calendar(let unit):
            return stretch?.bounds(around: moment, run.frame).map { Period(unit: unit, start: $0.lowerBound) }
        case .rolling:
            let last = last(of: scene.sure, by: moment, run.facts)
            return Period(unit: .rolling, start: last.map { run.facts.begins[Int($0.row)] } ?? scene.begins)
        case nil: return restart(at: moment, scene, run.facts).map { Period(unit: .since, start: $0) }
        }
    }

    // MARK: Words

    func sentence(_ vocabulary: Vocabulary) -> String {
        let instruction = keep.instruction(vocabulary)
        var words = instruction.prefix(1).uppercased() + instruction.dropFirst() + " " + spokenLimits + keep.remark
        words += stretch?.spoken ?? ""
        if let since { words += " since the last \(since.noun(vocabulary))" }
        if isOfDifferentPeople { words += ", each time with somebody else" }
        return words + each.spoken(vocabulary) + "."
    }

    private var spokenLimits: String {
        let times = { (count: Int) in count == 1 ? "once" : "\(count) times" }
        if !isLimit { return "at least " + times(limits.lowerBound) }
        if !isGoal { return limits.upperBound == 0 ? "never" : "at most " + times(limits.upperBound) }
        return "at least \(limits.lowerBound) and at most \(times(limits.upperBound))"
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        var lines: [String] = []
        let within = verdict.period.map { " in " + narrator.period($0) }?.replacing(" in since", with: " since") ?? ""
        if let tally = verdict.tally {
            let isOver = verdict.reason == .tooMany || verdict.reason == .plannedSo || !isGoal
            lines.append("counted: \(tally.count)\(within), \(isOver ? "at most" : "at least") \(tally.total)")
        }
        switch verdict.reason {
        case .firstPeriod: lines.append("the first stretch is not a whole one, so nothing is asked in it")
        case .paused: lines.append("you take a break in it, so nothing is asked in it")
        case .windowIsOpen:
            lines.append(
                verdict.notBefore == .max ? "no more for now" : "no more before \(narrator.time(verdict.notBefore))")
        default: break
        }
        if verdict.deadline != .max { lines.append("deadline: \(narrator.time(verdict.deadline))") }
        if verdict.evidence != Facts.none {
            lines.append(
                (verdict.status == .cannotTell ? "perhaps: " : "found: ") + narrator.activity(verdict.evidence))
        }
        return lines + stretchBefore(verdict, narrator)
    }

    /// How the stretch before this one went: it is told, and asked for no more.
    private func stretchBefore(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard isGoal, verdict.record != Facts.none, let period = verdict.period, case .calendar(let unit) = stretch,
            let bounds = stretch?.bounds(around: period.start - 1, narrator.frame)
        else { return [] }
        let run = narrator.evaluation
        let acts = run.counted(keep, for: each).of(verdict.record).filter { act in
            act.missing == nil && bounds.contains(narrator.facts.begins[Int(act.row)])
        }
        return acts.isEmpty ? [] : ["the \(unit.word) before: \(number(of: acts[...], narrator.facts))"]
    }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        var mutants = numbers
        if isOfDifferentPeople {
            mutants.append(mutant("Does the same person count twice?") { $0.isOfDifferentPeople = false })
        }
        if since != nil { mutants.append(mutant("Does what came before it count, too?") { $0.since = nil }) }
        if each.kind != .me { mutants.append(mutant("Is it counted over all of them together?") { $0.each = .me }) }
        mutants += nearStretches.map { stretch in
            mutant("Is it counted\(stretch.spoken)?") { $0.stretch = stretch }
        }
        return mutants + self.mutants(of: \.condition, words) { "Does the rule apply \($0)?" }
            + self.mutants(of: \.since, words) { "Does it begin anew \($0)?" }
            + self.mutants(of: \.keep, words) { "Does one count \($0)?" }
    }

    private var numbers: [Mutant] {
        let least = [limits.lowerBound - 1, limits.lowerBound + 1].filter { $0 > 0 && $0 <= limits.upperBound }
        let most = [limits.upperBound - 1, limits.upperBound &+ 1].filter { $0 >= limits.lowerBound && $0 >= 0 }
        return (isGoal ? least : []).map { number in
            mutant("\(number == 1 ? "Is one" : "Are \(number)") enough?") { $0.limits = number...limits.upperBound }
        }
            + (isLimit ? most : []).map { number in
                mutant("May there be \(number)?") { $0.limits = limits.lowerBound...number }
            }
    }

    /// The stretches that are easily mistaken for the one meant.
    private var nearStretches: [Stretch] {
        switch stretch {
        case .calendar(.week): [.rolling(Span(count: 7, unit: .days)), .calendar(.month)]
        case .calendar(.month): [.rolling(Span(count: 30, unit: .days)), .calendar(.week)]
        case .calendar: [.rolling(Span(count: 24, unit: .hours)), .calendar(.week)]
        case .rolling(let span): span.near.map { .rolling($0) }
        case nil: []
        }
    }
}

extension RuleReader {
    /// `different: person` counts people, not activities.
    mutating func isOfDifferentPeople() -> Bool {
        node["different"].map { isOfDifferentPeople($0) } ?? false
    }

    mutating func isOfDifferentPeople(_ value: Node) -> Bool {
        guard let text = value.readText("'different'", &diagnostics) else { return false }
        if text == "person" { return true }
        diagnostics.report(.unknownWord(text, is: "something to tell apart by", at: value.range, among: ["person"]))
        return false
    }
}
