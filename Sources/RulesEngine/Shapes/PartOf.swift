/// Every X contains Y, or no X contains Y: DECLARE's co-existence.
///
/// The parts of a plan are what it lists; the parts of what took place are what is linked to it, or happened with the
/// same person between its start and its end (rules.md §4a.1, 18).
struct PartOf: Shape {
    static let name = "part-of"
    static let signature = ["in_each"]
    static let furtherKeys = ["expect", "avoid", "expect_where", "as", "count", "under"]

    private let whole: ActivityClause
    private let part: ActivityClause
    private let isUnwanted: Bool
    private let place: PartPlace
    private let count: ClosedRange<Int>
    /// The list it must stand in; nil for any.
    private let under: FieldID?
    private let excuse: Excuse?

    init?(reading reader: inout RuleReader) {
        let whole = reader.clause("in_each", where: "where")
        isUnwanted = reader.node["avoid"] != nil
        if isUnwanted, let key = reader.node.key("avoid"), reader.node["expect"] != nil {
            reader.diagnostics.report(.twoShapes(["expect", "avoid"], at: key.range))
        }
        let part = reader.clause(isUnwanted ? "avoid" : "expect", where: "expect_where")
        place = reader.partPlace()
        count = reader.count()
        under = reader.under(whole)
        excuse = reader.excuse()
        guard let whole, let part else { return nil }
        self.whole = whole
        self.part = part
    }

    var kinds: [KindID] { whole.kinds + part.kinds }
    var occasionKinds: [KindID] { whole.kinds }
    var asksFor: [KindID] { isUnwanted ? [] : part.kinds }
    var possibleVerdicts: [Verdict.Status] { [.doesNotApply, .ok, .due, .overdue, .broken] }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        for row in run.occasions(of: whole) { run.add(judge(Int(row), run)) }
    }

    private func judge(_ row: Int, _ run: Evaluation) -> Verdict {
        let episode = run.facts.episodesOfRows[row]
        if episode != Facts.none {
            let outcome = run.facts.episodes.outcomes[Int(episode)]
            if outcome == .cancelled || outcome == .missed { return run.verdict(row, .doesNotApply, .calledOff) }
        }
        switch run.holds(whole.condition, for: row) {
        case .no: return run.verdict(row, .doesNotApply, .whereFails)
        case .unknown(let fact): return run.cannotTell(row, fact)
        case .yes: break
        }
        if let excused = excuse?.first(for: row, through: .max, run), excused != Facts.none {
            var verdict = run.verdict(row, .doesNotApply, .unless)
            verdict.evidence = excused
            return verdict
        }
        let parts = run.parts(of: row)
        return verdict(row, under.map { list in parts.filter { run.facts.partFields[Int($0)] == list } } ?? parts, run)
    }

    private func verdict(_ row: Int, _ parts: [Int32], _ run: Evaluation) -> Verdict {
        let found = parts.filter { isWanted($0, run) }
        let placed = found.filter { place.accepts($0, among: parts, run.facts, part.kinds) }
        var verdict = run.verdict(row, .ok)
        verdict.evidence = (placed.first ?? found.first) ?? Facts.none
        if isUnwanted {
            if found.isEmpty { return verdict }
            verdict.reason = .partUnwanted
        } else {
            if count.contains(placed.count) { return verdict }
            verdict.reason = placed.count > count.upperBound ? .tooMany : shortage(found, placed)
        }
        return open(verdict, parts, run)
    }

    private func isWanted(_ row: Int32, _ run: Evaluation) -> Bool {
        part.kinds.contains(run.facts.kinds[Int(row)]) && run.holds(part.condition, for: Int(row)) == .yes
    }

    private func shortage(_ found: [Int32], _ placed: [Int32]) -> Reason {
        if found.isEmpty { return .partMissing }
        return placed.count < found.count ? .partInTheWrongPlace : .tooFew
    }

    /// A plan can be mended until it starts; an empty one is given time until it is marked ready or a day remains.
    private func open(_ verdict: Verdict, _ parts: [Int32], _ run: Evaluation) -> Verdict {
        var verdict = verdict
        let row = Int(verdict.occasion)
        guard let starts = run.startOfPlan(row) else {
            verdict.status = .broken
            return verdict
        }
        verdict.deadline = starts
        if starts <= run.now, !run.facts.has(row, .planned) {
            verdict.status = run.isUndecided(row: row) ? .cannotTell : .broken
            if verdict.status == .cannotTell { verdict.missing = run.outcomeFact(row) }
        } else if !isUnwanted, parts.isEmpty, run.hasTime(row, until: starts) {
            verdict.status = .due
            verdict.reason = .planIsEmpty
        } else {
            verdict.status = .overdue
        }
        return verdict
    }

    // MARK: Words

    /// What is missing belongs into its list: after the last thing in it, else where the list begins.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        if verdict.evidence != Facts.none { return facts.sources[Int(facts.lines[Int(verdict.evidence)])].range }
        guard verdict.occasion != Facts.none else { return nil }
        let row = Int(verdict.occasion)
        let line = facts.sources[Int(facts.lines[row])]
        let list = under ?? vocabulary.episode(of: facts.kinds[row])?.agenda
        let name = list.map { vocabulary[$0].name }
        return line.parts.first { $0.field.text == name }?.field.range ?? line.kind.range
    }

    func sentence(_ vocabulary: Vocabulary) -> String {
        let nouns = part.anyNoun(vocabulary)
        var words = isUnwanted ? "No \(whole.noun(vocabulary)) contains \(nouns)" : "Every \(whole.noun(vocabulary)) contains "
        if !isUnwanted { words += count == 1...Int.max ? nouns : "\(spoken(count)) × \(part.noun(vocabulary))" }
        words += place.spoken(vocabulary)
        if let under { words += " under '\(vocabulary[under].title)'" }
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "."
    }

    private func spoken(_ count: ClosedRange<Int>) -> String {
        if count.upperBound == .max { return "at least \(count.lowerBound)" }
        return count.lowerBound == 0 ? "at most \(count.upperBound)" : "\(count.lowerBound) to \(count.upperBound)"
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        let noun = part.noun(narrator.vocabulary)
        switch verdict.reason {
        case .partMissing: return ["found: no \(noun) in it"]
        case .planIsEmpty: return ["found: nothing is planned in it yet; there is time until \(narrator.time(verdict.deadline))"]
        case .partInTheWrongPlace:
            return ["found: " + narrator.activity(verdict.evidence), "it should stand" + place.spoken(narrator.vocabulary)]
        case .tooFew, .tooMany: return ["found: not \(spoken(count)) × \(noun)"]
        default: return verdict.evidence == Facts.none ? [] : ["found: " + narrator.activity(verdict.evidence)]
        }
    }
}
