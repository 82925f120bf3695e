/// Every X contains Y, or no X contains Y: DECLARE's co-existence.
///
/// The parts of a plan are what it lists; the parts of what took place are what is linked to it, or happened with the
/// same person between its start and its end (rules.md §4a.1, 18).
struct PartOf: Shape {
    static let name = "part-of"
    static let signature = ["in_each"]
    static let furtherKeys = ["expect", "avoid", "expect_where", "as", "count", "in_order", "under"]

    private var whole: ActivityClause
    private var part: ActivityClause
    private var isUnwanted: Bool
    private var place: PartPlace
    private var count: ClosedRange<Int>
    /// Whether it must contain each of the kinds, one behind the other.
    private var isInOrder: Bool
    /// The list it must stand in; nil for any.
    private var under: FieldID?
    private var excuse: Excuse?
    /// Whether it speaks of plans, which may be empty for a while.
    private let hasPlans: Bool

    init?(reading reader: inout RuleReader) {
        let whole = reader.clause("in_each", where: "where")
        isUnwanted = reader.node["avoid"] != nil
        if isUnwanted, let key = reader.node.key("avoid"), reader.node["expect"] != nil {
            reader.diagnostics.report(.twoShapes(["expect", "avoid"], at: key.range))
        }
        let part = reader.clause(isUnwanted ? "avoid" : "expect", where: "expect_where")
        place = reader.partPlace()
        count = reader.count()
        isInOrder = reader.isInOrder(part)
        under = reader.under(whole)
        excuse = reader.excuse()
        guard let whole, let part else { return nil }
        self.whole = whole
        self.part = part
        hasPlans = whole.kinds.contains { reader.vocabulary[$0].stage?.step == .planned }
    }

    var kinds: [KindID] { whole.kinds + part.kinds + (excuse?.clause.kinds ?? []) }
    var occasionKinds: [KindID] { whole.kinds }
    var occasionClause: ActivityClause? { whole }
    var isSteady: Bool { true }
    var isByPerson: Bool { true }
    var isAboutParts: Bool { true }
    var asksFor: [KindID] { isUnwanted ? [] : part.kinds }
    var asking: Asking? {
        isUnwanted ? nil : Asking(kinds: part.kinds, condition: part.condition, isOneToOne: true)
    }
    var possibleVerdicts: [Verdict.Status] {
        [.doesNotApply, .ok] + (hasPlans && !isUnwanted ? [.due] : []) + [.overdue, .broken]
    }
    var claim: Claim? {
        let demand = Claim.Demand(.part(whole, under: under), part)
        if isUnwanted { return excuse == nil ? .leaves(demand) : nil }
        return count.lowerBound > 0 ? .does(demand) : nil
    }

    // MARK: Meaning

    func evaluate(_ run: inout Evaluation) {
        var parts: [Int32] = []
        swap(&parts, &run.parts)
        run.judge(whole) { row, run in judge(row, &parts, run) }
        swap(&parts, &run.parts)
    }

    /// `parts` is a buffer that is used again for every occasion.
    private func judge(_ row: Int, _ parts: inout [Int32], _ run: Evaluation) -> Verdict {
        run.collectParts(of: row, isUnwanted ? .certain : .possible, into: &parts)
        if let under { parts.removeAll { run.facts.partFields[Int($0)] != under } }
        if isInOrder { return excusing(judgeOrder(row, parts, run), run) }
        let tally = tally(parts, run)
        var verdict = run.verdict(row, .ok)
        verdict.evidence = tally.placed.row != Facts.none ? tally.placed.row : tally.found.row
        switch (isFollowed(tally.placed), tally.fact) {
        case (true?, _): return verdict
        case (nil, let fact?):
            verdict.deadline = run.startOfPlan(row) ?? .max
            return verdict.cannotTell(fact, tally.perhapsRow)
        default: break
        }
        verdict.reason = reason(tally)
        return excusing(open(verdict, isEmpty: parts.isEmpty, run), run)
    }

    /// Each kind must be there, behind the one named before it; `lacking` says which is not.
    private func judgeOrder(_ row: Int, _ parts: [Int32], _ run: Evaluation) -> Verdict {
        var verdict = run.verdict(row, .ok)
        var behind = parts.startIndex
        for (place, kind) in part.kinds.enumerated() {
            let found = first(kind, parts[behind...], run)
            if found.row != Facts.none {
                verdict.evidence = found.row
                behind = (parts.firstIndex(of: found.row) ?? behind) + 1
                continue
            }
            verdict.deadline = run.startOfPlan(row) ?? .max
            if let fact = found.perhaps { return verdict.cannotTell(fact, found.perhapsRow) }
            let elsewhere = first(kind, parts[..<behind], run).row
            verdict.evidence = elsewhere
            verdict.reason = elsewhere == Facts.none ? .partMissing : .partInTheWrongPlace
            verdict.lacking = 1 << UInt64(place)
            return open(verdict, isEmpty: parts.isEmpty, run)
        }
        return verdict
    }

    private func first(_ kind: KindID, _ parts: ArraySlice<Int32>, _ run: Evaluation) -> Answers.Found {
        var found = Answers.Found()
        for row in parts where run.facts.kinds[Int(row)] == kind && found.row == Facts.none {
            switch run.holds(part.condition, for: Int(row)) {
            case .yes: found.row = row
            case .no: continue
            case .unknown(let fact):
                if found.perhaps == nil { (found.perhaps, found.perhapsRow) = (fact, row) }
            }
        }
        return found
    }

    /// What was found among the parts: anywhere, and where it belongs.
    fileprivate struct Tally {
        struct Count {
            /// How many there are, and how many more there may be.
            var count = 0
            var perhaps = 0
            /// The first of them.
            var row = Facts.none
        }

        var found = Count()
        var placed = Count()
        var fact: MissingFact?
        var perhapsRow = Facts.none
    }

    private func tally(_ parts: [Int32], _ run: Evaluation) -> Tally {
        var tally = Tally()
        for row in parts where part.kinds.contains(run.facts.kinds[Int(row)]) {
            let isPlaced = place.accepts(row, among: parts, run.facts)
            switch run.holds(part.condition, for: Int(row)) {
            case .no: continue
            case .yes:
                tally.found.add(row)
                if isPlaced { tally.placed.add(row) }
            case .unknown(let fact):
                guard isPlaced else { continue }
                tally.placed.perhaps += 1
                if tally.fact == nil { (tally.fact, tally.perhapsRow) = (fact, row) }
            }
        }
        return tally
    }

    /// Nil when it depends on what nobody has told.
    private func isFollowed(_ placed: Tally.Count) -> Bool? {
        let allowed = isUnwanted ? 0...0 : count
        let possible = placed.count...(placed.count + placed.perhaps)
        guard allowed.overlaps(possible) else { return false }
        return allowed.contains(possible.lowerBound) && allowed.contains(possible.upperBound) ? true : nil
    }

    private func reason(_ tally: Tally) -> Reason {
        if isUnwanted { return .partUnwanted }
        if tally.placed.count > count.upperBound { return .tooMany }
        if tally.found.count == 0 { return .partMissing }
        return tally.placed.count < tally.found.count ? .partInTheWrongPlace : .tooFew
    }

    /// A plan can be mended until it starts; an empty one is given time until it is marked ready or a day remains.
    private func open(_ verdict: Verdict, isEmpty: Bool, _ run: Evaluation) -> Verdict {
        var verdict = verdict
        let row = Int(verdict.occasion)
        guard let starts = run.startOfPlan(row) else {
            verdict.status = run.facts.has(row, .planned) ? .overdue : .broken
            return verdict
        }
        verdict.deadline = starts
        if starts <= run.now, !run.facts.has(row, .planned) {
            return run.isUndecided(row: row) ? run.cannotTellOutcome(row) : verdict.with(.broken, verdict.reason)
        }
        if !isUnwanted, isEmpty, run.hasTime(row, until: starts) { return verdict.with(.due, .planIsEmpty) }
        return verdict.with(.overdue, verdict.reason)
    }

    /// What excuses it closes it; what came after the deadline, or after the deed, only stops the asking.
    private func excusing(_ verdict: Verdict, _ run: Evaluation) -> Verdict {
        guard let excuse else { return verdict }
        let row = Int(verdict.occasion)
        let deadline =
            verdict.deadline == .max && verdict.status == .broken ? run.facts.latestBegin(row) : verdict.deadline
        let excused = excuse.search(for: row, through: .max, run)
        if excused.row == Facts.none {
            return excused.perhaps.map { verdict.cannotTell($0, excused.perhapsRow) } ?? verdict
        }
        if run.facts.begins[Int(excused.row)] <= deadline { return excuse.verdict(row, by: excused.row, run) }
        var verdict = verdict
        verdict.closing = .excused
        return verdict
    }

    // MARK: Words

    /// What is missing belongs into its list: after the last thing in it, else where the list begins.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        facts.rangeInPlan(verdict.evidence) ?? facts.place(inList: under, of: verdict.occasion, vocabulary)
    }

    func sentence(_ vocabulary: Vocabulary) -> String {
        var words = "\(isUnwanted ? "No" : "Every") \(whole.noun(vocabulary))\(whole.remark) contains "
        let isPlain = isUnwanted || count == 1...Int.max
        words += isInOrder ? inOrder(vocabulary) : part.anyNoun(vocabulary) + (isPlain ? "" : " \(spoken(count))")
        words += part.remark + (isInOrder ? ", in this order" : place.spoken(vocabulary))
        if let under { words += " under '\(vocabulary[under].title)'" }
        if let excuse { words += ", \(excuse.spoken(vocabulary))" }
        return words + "."
    }

    /// `a greeting, a pledge and a question`.
    private func inOrder(_ vocabulary: Vocabulary) -> String {
        let nouns = part.kinds.map { vocabulary[$0].anyNoun }
        return nouns.dropLast().joined(separator: ", ") + " and " + (nouns.last ?? "")
    }

    private func spoken(_ count: ClosedRange<Int>) -> String {
        if count.upperBound == .max { return "at least \(count.lowerBound) times" }
        if count.lowerBound == 0 { return "at most \(times(count.upperBound))" }
        return count.count == 1 ? times(count.upperBound) : "\(count.lowerBound) to \(count.upperBound) times"
    }

    private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        let lacking = part.kinds.enumerated().first { verdict.lacking & (1 << UInt64($0.offset)) != 0 }
        let noun = lacking.map { narrator.vocabulary[$0.element].noun } ?? part.noun(narrator.vocabulary)
        let found = verdict.evidence == Facts.none ? [] : [narrator.activity(verdict.evidence)]
        switch verdict.reason {
        case .partMissing: return ["found: no \(noun) in it"]
        case .planIsEmpty:
            return ["found: nothing is planned in it yet; there is time until \(narrator.time(verdict.deadline))"]
        case .partInTheWrongPlace:
            return found.map { "found: " + $0 } + [
                isInOrder
                    ? "it should stand behind \(before(lacking?.offset, narrator.vocabulary))"
                    : "it should stand" + place.spoken(narrator.vocabulary)
            ]
        case .tooFew, .tooMany:
            let wanted = "\(part.anyNoun(narrator.vocabulary)) belongs in it \(spoken(count))"
            return ["found: too \(verdict.reason == .tooFew ? "few" : "many"); \(wanted)"]
        default: return found.map { (verdict.status == .cannotTell ? "perhaps: " : "found: ") + $0 }
        }
    }

    private func before(_ place: Int?, _ vocabulary: Vocabulary) -> String {
        guard let place, place > 0 else { return "what comes before it" }
        return vocabulary[part.kinds[place - 1]].anyNoun
    }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        if isInOrder { return [mutant("Do all of them have to be there, and in this order?") { $0.isInOrder = false }] }
        let noun = part.one(words.vocabulary)
        var mutants = [mutant("Should \(noun) be in it, or should it not?") { $0.isUnwanted.toggle() }]
        if !isUnwanted { mutants += counts(noun) }
        mutants += place.near.map { other in
            mutant("Is\(other == .anywhere ? " anywhere" : other.spoken(words.vocabulary)) the right place for it?") {
                $0.place = other
            }
        }
        if under != nil, hasOtherLists(words.vocabulary) {
            mutants.append(mutant("Does \(noun) count that stands in another list?") { $0.under = nil })
        }
        return mutants + self.mutants(of: \.excuse, words) + self.mutants(ofOccasion: \.whole, words)
            + self.mutants(of: \.part, words) { "Does \(noun) count \($0)?" }
    }

    /// Whether a whole has several lists, so that it matters in which of them a part stands.
    private func hasOtherLists(_ vocabulary: Vocabulary) -> Bool {
        whole.kinds.contains { kind in
            vocabulary[kind].fields.count { vocabulary[$0].type == .activities } > 1
        }
    }

    private func counts(_ noun: String) -> [Mutant] {
        let least = [count.lowerBound - 1, count.lowerBound + 1].filter { $0 > 0 && $0 <= count.upperBound }
        let most = [count.upperBound - 1, count.upperBound &+ 1].filter {
            count.upperBound < .max && $0 >= count.lowerBound && $0 > 0
        }
        return least.map { least in
            mutant("Is \(noun) \(times(least)) enough?") { $0.count = least...count.upperBound }
        }
            + most.map { most in
                mutant("Is \(noun) \(times(most)) still right?") { $0.count = count.lowerBound...most }
            }
    }
}

extension PartOf.Tally.Count {
    fileprivate mutating func add(_ found: Int32) {
        count += 1
        if row == Facts.none { row = found }
    }
}
