/// Never X, unless Y came first: DECLARE's precedence, or absence when there is no `unless_first`.
///
/// Only what came before the act counts; at the very same moment is read in the user's favour (rules.md §4a.5, 12). What
/// is only planned can still be mended, so it is overdue and not broken.
struct OnlyIfFirst: Shape {
    static let name = "only-if-first"
    static let signature = ["never"]
    static let furtherKeys = ["unless_first", "by", "about", "no_older_than"]

    private var never: ActivityClause
    private var first: ActivityClause?
    private var by: PersonLink
    private var about: AboutLink?
    private var noOlderThan: Span?
    private var excuse: Excuse?

    init?(reading reader: inout RuleReader) {
        let never = reader.clause("never", where: "where")
        first = reader.node["unless_first"].flatMap { reader.clause($0) }
        by = reader.link("by")
        about = reader.about()
        noOlderThan = reader.span("no_older_than")
        excuse = reader.excuse()
        guard let never else { return nil }
        self.never = never
    }

    var kinds: [KindID] { never.kinds + (first?.kinds ?? []) + (excuse?.clause.kinds ?? []) }
    var occasionKinds: [KindID] { never.kinds }
    var occasionClause: ActivityClause? { never }
    var isSteady: Bool { true }
    var isByPerson: Bool { true }
    var asksFor: [KindID] { [] }
    var claim: Claim? { first == nil && excuse == nil ? .leaves(Claim.Demand(.ever, never)) : nil }
    var possibleVerdicts: [Verdict.Status] {
        first == nil ? [.doesNotApply, .broken] : [.doesNotApply, .ok, .broken]
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        run.judge(never, .each, by) { row, target, run in judge(row, target, run) }
    }

    private func judge(_ row: Int, _ target: PersonLink.Target, _ run: Evaluation) -> Verdict {
        let excused = excuse?.search(for: row, through: run.facts.latestBegin(row), run) ?? Answers.Found()
        if let excuse, excused.row != Facts.none { return excuse.verdict(row, by: excused.row, run) }
        guard let first else { return crossed(row, .none, excused, run) }
        switch target {
        case .nobody: return crossed(row, .notFirst, excused, run)
        case .missing(let fact): return run.cannotTell(row, fact)
        case .anyone, .person, .sharing, .oneOf: break
        }
        let found = run.answers(to: row, target, about)
            .last(of: first, in: run.facts, from: oldest(row, run), through: run.facts.latestBegin(row))
        if found.row != Facts.none {
            var verdict = run.verdict(row, .ok)
            verdict.evidence = found.row
            return verdict
        }
        if let fact = found.perhaps { return run.verdict(row, .cannotTell).cannotTell(fact, found.perhapsRow) }
        return crossed(row, .notFirst, excused, run)
    }

    /// How old what came first may be, seen from the earliest moment the act may have begun.
    private func oldest(_ row: Int, _ run: Evaluation) -> Int64 {
        guard let noOlderThan else { return .min }
        return run.frame.earliest(noOlderThan, before: Instant(seconds: run.facts.begins[row])).seconds
    }

    private func crossed(_ row: Int, _ reason: Reason, _ excused: Answers.Found, _ run: Evaluation) -> Verdict {
        if let fact = excused.perhaps { return run.verdict(row, .cannotTell).cannotTell(fact, excused.perhapsRow) }
        guard run.facts.has(row, .planned) else { return run.verdict(row, .broken, reason) }
        var verdict = run.verdict(row, .overdue, .plannedSo)
        verdict.deadline = run.facts.begins[row]
        return verdict
    }

    // MARK: Words

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "Never \(never.instruction(vocabulary))\(never.remark)"
        if let first {
            words += ", unless \(first.happens(vocabulary, with: by)) first\(first.remark)"
        }
        if let about { words += ", \(about.spoken(vocabulary))" }
        if let noOlderThan { words += ", no more than \(noOlderThan.description) before" }
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "."
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard let first else { return ["found: " + narrator.activity(verdict.occasion)] }
        if verdict.status == .ok {
            return cameFirst(verdict, first, narrator).map { "first came: " + narrator.activity($0) }
        }
        if verdict.status == .cannotTell {
            return verdict.evidence == Facts.none ? [] : ["perhaps: " + narrator.activity(verdict.evidence)]
        }
        let found = first.count > 1 ? cameFirst(verdict, first, narrator) : []
        if !found.isEmpty {
            return found.map { "found: " + narrator.activity($0) } + ["needed: \(first.count), so it is too few"]
        }
        return ["found: no \(first.noun(narrator.vocabulary)) before it"] + nearestMiss(verdict, first, narrator)
    }

    /// What came first: where it takes several, all that were counted, in order of time.
    private func cameFirst(_ verdict: Verdict, _ first: ActivityClause, _ narrator: Narrator) -> [Int32] {
        guard first.count > 1 else { return [verdict.evidence] }
        let row = Int(verdict.occasion)
        let answers = narrator.answers(to: row, by.target(of: row, narrator.facts, narrator.vocabulary), about)
        return answers.latest(
            of: first, in: narrator.facts, from: oldest(row, narrator.evaluation),
            through: narrator.facts.latestBegin(row))
    }

    /// What came too late, too early, or from somebody else.
    private func nearestMiss(_ verdict: Verdict, _ first: ActivityClause, _ narrator: Narrator) -> [String] {
        let row = Int(verdict.occasion)
        let facts = narrator.facts
        let answers = narrator.answers(to: row, by.target(of: row, facts, narrator.vocabulary), about)
        let after = answers.first(of: first, in: facts, from: facts.begins[row], through: .max).row
        if after != Facts.none { return ["nearest miss: \(narrator.activity(after)); that was too late"] }
        let early = answers.last(of: first, in: facts, from: .min, through: facts.latestBegin(row)).row
        if early != Facts.none { return ["nearest miss: \(narrator.activity(early)); that was too long ago"] }
        let anyone = narrator.answers(to: row, .anyone, about)
        let other = anyone.last(of: first, in: facts, from: .min, through: facts.latestBegin(row)).row
        return other == Facts.none ? [] : ["nearest miss: \(narrator.activity(other)); that was somebody else"]
    }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        first.map { firsts($0, words) } ?? []
            + mutants(of: \.excuse, words) + mutants(ofOccasion: \.never, words)
    }

    /// Mutants of what has to come first.
    private func firsts(_ first: ActivityClause, _ words: RuleWords) -> [Mutant] {
        let noun = first.one(words.vocabulary)
        var mutants = [mutant("Is it wrong even after \(noun)?") { $0.first = nil }]
        mutants += self.mutants(of: \.noOlderThan) { "Does \(noun) count that is up to \($0) old?" }
        if noOlderThan != nil { mutants.append(mutant("Does a very old one count?") { $0.noOlderThan = nil }) }
        if about != nil { mutants.append(mutant("Does \(noun) about something else count?") { $0.about = nil }) }
        return mutants + self.mutants(of: \.by, from: never, to: first, words) { "Does \(noun) \($0) count?" }
            + self.mutants(of: \.first, words) { "Does \(noun) count \($0)?" }
    }
}
