/// Never X, unless Y came first: DECLARE's precedence, or absence when there is no `unless_first`.
///
/// Only what came before the act counts; at the very same moment is read in the user's favour (rules.md §4a.5, 12). What
/// is only planned can still be mended, so it is overdue and not broken.
struct OnlyIfFirst: Shape {
    static let name = "only-if-first"
    static let signature = ["never"]
    static let furtherKeys = ["unless_first", "by", "about", "no_older_than"]

    private let never: ActivityClause
    private let first: ActivityClause?
    private let by: PersonLink
    private let about: AboutLink?
    private let noOlderThan: Span?
    private let excuse: Excuse?

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
    var asksFor: [KindID] { [] }
    var possibleVerdicts: [Verdict.Status] {
        first == nil ? [.doesNotApply, .broken] : [.doesNotApply, .ok, .broken]
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        for row in run.occasions(of: never) { run.add(judge(Int(row), run)) }
    }

    private func judge(_ row: Int, _ run: Evaluation) -> Verdict {
        switch run.holds(never.condition, for: row) {
        case .no: return run.verdict(row, .doesNotApply, .whereFails)
        case .unknown(let fact): return run.cannotTell(row, fact)
        case .yes: break
        }
        if let excused = excuse?.first(for: row, through: run.facts.latestBegin(row), run), excused != Facts.none {
            var verdict = run.verdict(row, .doesNotApply, .unless)
            verdict.evidence = excused
            return verdict
        }
        guard let first else { return crossed(row, .none, run) }
        let target = by.target(of: row, run.facts, run.vocabulary)
        if case .missing(let fact) = target { return run.cannotTell(row, fact) }
        return verdict(row, first, target, run)
    }

    private func verdict(
        _ row: Int, _ first: ActivityClause, _ target: PersonLink.Target, _ run: Evaluation
    ) -> Verdict {
        let act = run.facts.latestBegin(row)
        let oldest = noOlderThan.map { run.frame.earliest($0, before: Instant(seconds: act)).seconds } ?? .min
        let answers = Answers(target: target, about: about, occasion: row)
        let found = answers.last(of: first, in: run.facts, from: oldest, through: act)
        if found.row != Facts.none {
            var verdict = run.verdict(row, .ok)
            verdict.evidence = found.row
            return verdict
        }
        if let fact = found.perhaps { return run.cannotTell(row, fact) }
        return crossed(row, .notFirst, run)
    }

    private func crossed(_ row: Int, _ reason: Reason, _ run: Evaluation) -> Verdict {
        guard run.facts.has(row, .planned) else { return run.verdict(row, .broken, reason) }
        var verdict = run.verdict(row, .overdue, .plannedSo)
        verdict.deadline = run.facts.begins[row]
        return verdict
    }

    // MARK: Words

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "Never \(never.instruction(vocabulary))"
        if let first {
            let whom = by == .anyone ? "" : " (\(by.spoken(vocabulary)))"
            words += ", unless \(first.happens(vocabulary))\(whom) first"
        }
        if let about { words += ", \(about.spoken(vocabulary))" }
        if let noOlderThan { words += ", no more than \(noOlderThan.description) before" }
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "."
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard let first else { return ["found: " + narrator.activity(verdict.occasion)] }
        if verdict.status == .ok { return ["first came: " + narrator.activity(verdict.evidence)] }
        return ["found: no \(first.noun(narrator.vocabulary)) before it"] + nearestMiss(verdict, first, narrator)
    }

    /// What came too late, too early, or from somebody else.
    private func nearestMiss(_ verdict: Verdict, _ first: ActivityClause, _ narrator: Narrator) -> [String] {
        let row = Int(verdict.occasion)
        let facts = narrator.facts
        let target = by.target(of: row, facts, narrator.vocabulary)
        let answers = Answers(target: target, about: about, occasion: row)
        let after = answers.first(of: first, in: facts, from: facts.begins[row], through: .max).row
        if after != Facts.none { return ["nearest miss: \(narrator.activity(after)); that was too late"] }
        let early = answers.last(of: first, in: facts, from: .min, through: facts.latestBegin(row)).row
        if early != Facts.none { return ["nearest miss: \(narrator.activity(early)); that was too long ago"] }
        let anyone = Answers(target: .anyone, about: about, occasion: row)
        let other = anyone.last(of: first, in: facts, from: .min, through: facts.latestBegin(row)).row
        return other == Facts.none ? [] : ["nearest miss: \(narrator.activity(other)); that was somebody else"]
    }
}
