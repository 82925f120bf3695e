/// At least so many percent of X are such: a share over people, or over activities.
///
/// It counts people unless told otherwise, and only those of whom the answer is known; below `at_least_of` of them it
/// does not apply yet (rules.md §4a.14). Of a person with several activities the latest with an answer counts.
struct Share: Shape {
    static let name = "share"
    static let signature = ["of", "are"]
    static let furtherKeys = ["at_least", "at_most", "at_least_of", "weigh_by", "count", "for_each"]
    static let gating = Gating.judgesNothing

    private var members: Members
    private var limits: ClosedRange<Double>
    private var atLeastOf: Int
    private var weight: FieldPath?
    private var each: ForEach
    private let noun: String

    /// What is counted.
    private enum Members {
        /// Records of a kind: those that pass the first condition are counted, those that pass the second are such.
        case records(RecordKindID, of: Condition, are: Condition)
        /// Activities, one for each person or each for itself.
        case activities(ActivityClause, are: Condition, isByPerson: Bool)
        /// What a list of each plan holds.
        case parts(ShareOfParts)
    }

    init?(reading reader: inout RuleReader) {
        let members = Self.readMembers(&reader)
        let limits = reader.shareLimits()
        atLeastOf =
            reader.node["at_least_of"]?.readWholeNumber("'at_least_of'", in: 1...10_000, &reader.diagnostics)
            ?? (Self.isOfParts(reader) ? 1 : 5)
        each = Self.isOfParts(reader) ? .me : reader.forEach()
        weight = members.flatMap { Self.readWeight(of: $0, &reader) }
        guard let members, let limits else { return nil }
        self.members = members
        self.limits = limits
        switch members {
        case .records(let kind, _, _): noun = reader.vocabulary[kind].plural
        case .parts: noun = ""
        case .activities(let clause, _, let isByPerson):
            noun =
                (isByPerson ? "the people with " : "the times with ") + clause.anyNoun(reader.vocabulary)
        }
    }

    var kinds: [KindID] {
        switch members {
        case .records: []
        case .activities(let clause, _, _): clause.kinds
        case .parts(let parts): parts.kinds
        }
    }
    var occasionKinds: [KindID] { occasionClause?.kinds ?? [] }
    var occasionClause: ActivityClause? { parts?.whole }
    var isSteady: Bool { true }
    var isByPerson: Bool { isAboutParts }
    var isAboutParts: Bool { parts != nil }
    var asksFor: [KindID] { [] }
    var counting: Counting? { Counting(kind: each.kind) }
    var sight: GateSight {
        isAboutParts ? GateSight() : GateSight(hasPerson: each.kind == .person, hasStart: false)
    }
    var possibleVerdicts: [Verdict.Status] {
        [.doesNotApply, .ok, .overdue] + (isAboutParts ? [.broken] : [])
    }

    /// What it is a share of when that is what plans hold.
    private var parts: ShareOfParts? {
        if case .parts(let parts) = members { return parts }
        return nil
    }

    // MARK: Reading

    /// Whether it speaks of what a list of each plan holds: `of: agenda parts`.
    private static func isOfParts(_ reader: RuleReader) -> Bool {
        reader.node["of"].map { $0.kind == .scalar && $0.text.hasSuffix(ShareOfParts.suffix) } ?? false
    }

    private static func readMembers(_ reader: inout RuleReader) -> Members? {
        guard let value = reader.required("of"), let test = reader.required("are") else { return nil }
        if isOfParts(reader) { return ShareOfParts(reading: &reader).map { .parts($0) } }
        if value.kind == .scalar, let kind = reader.vocabulary.recordKind(plural: value.text), kind != .me {
            let such = reader.condition("are", on: kind)
            return .records(kind, of: reader.condition("where", on: kind), are: such)
        }
        guard value.kind != .scalar || isActivity(value, reader.vocabulary) else {
            reader.diagnostics.report(
                .unknownWord(
                    value.text, is: "something to take a share of", at: value.range, among: known(reader.vocabulary)))
            return nil
        }
        guard let clause = reader.clause("of", where: "where") else { return nil }
        let such = reader.condition(test, about: clause.kinds)
        return .activities(clause, are: such, isByPerson: isByPerson(&reader))
    }

    private static func isActivity(_ value: Node, _ vocabulary: Vocabulary) -> Bool {
        vocabulary.kind(named: value.text) != nil || vocabulary.groups.contains { $0.name == value.text }
    }

    private static func known(_ vocabulary: Vocabulary) -> [String] {
        vocabulary.recordKinds.filter { $0.id != .me }.map(\.plural) + vocabulary.groups.map(\.name)
            + vocabulary.kinds.map(\.name)
    }

    private enum Unit: String, CaseIterable { case people, activities }

    private static func isByPerson(_ reader: inout RuleReader) -> Bool {
        guard let value = reader.node["count"] else { return reader.node["weigh_by"] == nil }
        return value.readChoice("word for 'count'", as: Unit.self, &reader.diagnostics) != .activities
    }

    private static func readWeight(of members: Members, _ reader: inout RuleReader) -> FieldPath? {
        guard let value = reader.node["weigh_by"] else { return nil }
        let path: FieldPath?
        switch members {
        case .records(let kind, _, _): path = reader.path(value, on: kind)
        case .activities(let clause, _, _): path = reader.path(value, about: clause.kinds)
        case .parts: path = reader.path(value, about: reader.vocabulary.kinds.map(\.id))
        }
        guard let path else { return nil }
        let type = reader.vocabulary[path.field].type
        if type == .number || type == .duration { return path }
        reader.diagnostics.report(.notAWeight(reader.vocabulary[path.field], at: value.range))
        return nil
    }

    // MARK: Meaning

    /// One who is counted, or would be if the answer were known.
    struct Member {
        let record: Int32
        let who: Int32
        let isSuch: Bool?
        let weight: Double
    }

    /// The sums of one record, or of one plan.
    struct Sums {
        var count = 0
        var such = 0.0
        var all = 0.0
        var numberOfSuch = 0

        mutating func add(_ member: Member) {
            guard let isSuch = member.isSuch else { return }
            count += 1
            all += member.weight
            guard isSuch else { return }
            such += member.weight
            numberOfSuch += 1
        }

        var percent: Double { all > 0 ? such * 100 / all : 0 }
    }

    func evaluate(_ run: inout Evaluation) {
        if let parts {
            return run.judge(parts.whole) { row, run in
                parts.open(judged(run.verdict(row, .ok), self.sums(row, run)), run)
            }
        }
        var sums = [Sums](repeating: Sums(), count: run.facts.records.count)
        for member in counted(run) { sums[Int(member.record)].add(member) }
        for record in each.all(run.facts) { run.add(judged(run.verdict(on: record, .ok), sums[Int(record)])) }
    }

    /// The sums of what one plan holds.
    private func sums(_ row: Int, _ run: Evaluation) -> Sums {
        var sums = Sums()
        for member in members(of: row, run) { sums.add(member) }
        return sums
    }

    /// What one plan holds.
    private func members(of row: Int, _ run: Evaluation) -> [Member] {
        guard let parts else { return [] }
        return parts.all(of: row, run).map { part in
            let weight = weight(row: part, record: Facts.none, at: run.facts.begins[Int(part)], run.facts)
            return Member(
                record: 0, who: Facts.none, isSuch: weight == nil ? nil : parts.isSuch(part, run).answer,
                weight: weight ?? 0)
        }
    }

    private func judged(_ open: Verdict, _ sums: Sums) -> Verdict {
        var verdict = open
        guard sums.count >= atLeastOf, sums.all > 0 else {
            verdict.tally = Tally(count: sums.count, total: atLeastOf)
            return verdict.with(.doesNotApply, .tooFewSoFar)
        }
        verdict.tally = Tally(count: sums.numberOfSuch, total: sums.count)
        if sums.such * 100 < limits.lowerBound * sums.all { return verdict.with(.overdue, .tooFew) }
        return sums.such * 100 > limits.upperBound * sums.all ? verdict.with(.overdue, .tooMany) : verdict
    }

    private func counted(_ run: Evaluation) -> [Member] {
        switch members {
        case .records(let kind, let condition, let such): records(kind, condition, such, run)
        case .activities(let clause, let such, let isByPerson):
            isByPerson ? people(clause, such, run) : activities(clause, such, run)
        case .parts: []
        }
    }

    private func records(_ kind: RecordKindID, _ condition: Condition, _ such: Condition, _ run: Evaluation) -> [Member]
    {
        var found: [Member] = []
        for who in 0..<Int32(run.facts.records.count) where run.facts.records.kinds[Int(who)] == kind {
            guard run.facts.records.archived[Int(who)] > run.now, run.holds(condition, on: who) == .yes else {
                continue
            }
            let weight = weight(row: Facts.none, record: who, at: run.now, run.facts)
            let isSuch = weight == nil ? nil : run.holds(such, on: who).answer
            let member = { Member(record: $0, who: who, isSuch: isSuch, weight: weight ?? 0) }
            if kind == .person {
                each.records(ofPerson: who, at: run.now, run.facts) { found.append(member($0)) }
            } else {
                found.append(member(each.kind == kind ? who : 0))
            }
        }
        return found
    }

    private func activities(_ clause: ActivityClause, _ such: Condition, _ run: Evaluation) -> [Member] {
        run.counted(clause, for: each).filter { $0.missing == nil }.map { member($0, such, run) }
    }

    /// One for each person: what the latest activity with an answer says.
    private func people(_ clause: ActivityClause, _ such: Condition, _ run: Evaluation) -> [Member] {
        let members = activities(clause, such, run).enumerated().filter { $0.element.who != Facts.none }.sorted {
            ($0.element.record, $0.element.who, $0.offset) < ($1.element.record, $1.element.who, $1.offset)
        }
        var latest: [Member] = []
        for (_, member) in members {
            guard let last = latest.last, last.record == member.record, last.who == member.who else {
                latest.append(member)
                continue
            }
            if member.isSuch != nil || last.isSuch == nil { latest[latest.count - 1] = member }
        }
        return latest
    }

    private func member(_ act: Counted, _ such: Condition, _ run: Evaluation) -> Member {
        let weight = weight(row: act.row, record: Facts.none, at: run.facts.begins[Int(act.row)], run.facts)
        return Member(
            record: act.record, who: run.facts.persons[Int(act.row)],
            isSuch: weight == nil ? nil : run.holds(such, for: Int(act.row)).answer, weight: weight ?? 0)
    }

    /// How much one counts: 1 without `weigh_by`; nil when it is not known.
    private func weight(row: Int32, record: Int32, at moment: Int64, _ facts: Facts) -> Double? {
        guard let weight else { return 1 }
        guard case .success(let value) = weight.value(from: row, record: record, at: moment, in: facts) else {
            return nil
        }
        switch value.tag {
        case .number: return max(0, value.number)
        case .duration: return Double(value.bits)
        default: return nil
        }
    }

    // MARK: Words

    /// What a plan is short of belongs into its list.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        parts.flatMap { facts.place(inList: $0.list, of: verdict.occasion, vocabulary) }
            ?? facts.rangeInPlan(verdict.occasion)
    }

    func sentence(_ vocabulary: Vocabulary) -> String {
        if let parts {
            let weighed = weight.map { ", weighed by \(vocabulary[$0.field].title)" } ?? ""
            let once = atLeastOf == 1 ? "" : ", once there are \(atLeastOf)"
            return parts.sentence(wanted, vocabulary) + weighed + once + "."
        }
        var words = limits.lowerBound > 0 ? "At least \(RuleReader.spoken(share: limits.lowerBound))" : ""
        if limits.upperBound < 100 {
            words += (words.isEmpty ? "At most " : " and at most ") + RuleReader.spoken(share: limits.upperBound)
        }
        words +=
            " of \(noun)\(condition.spoken.isEmpty ? "" : " (where \(condition.spoken))") are such that \(such.spoken)"
        if let weight { words += ", weighed by \(vocabulary[weight.field].title)" }
        return words + each.spoken(vocabulary) + ", once there are \(atLeastOf)."
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard let tally = verdict.tally else { return [] }
        var sums = Sums()
        let run = narrator.evaluation
        let members =
            verdict.occasion == Facts.none
            ? counted(run).filter { $0.record == verdict.record } : members(of: Int(verdict.occasion), run)
        for member in members { sums.add(member) }
        let such = members.filter { $0.isSuch == true }.map(\.who)
        let unanswered = members.filter { $0.isSuch == nil }.map(\.who)
        var lines =
            verdict.reason == .tooFewSoFar
            ? ["\(tally.count) of \(tally.total) so far"]
            : [
                "counted: \(tally.count) of \(tally.total), \(Int(sums.percent.rounded(.down))) percent; wanted: \(wanted)"
            ]
        let names = { (people: [Int32]) in Set(people.filter { $0 != Facts.none }).sorted().map { narrator.name($0) } }
        if !names(such).isEmpty { lines.append("such are: " + names(such).joined(separator: ", ")) }
        if !unanswered.isEmpty {
            let people = names(unanswered)
            lines.append(
                "not counted, since an answer is missing: "
                    + (people.isEmpty ? "\(unanswered.count)" : people.joined(separator: ", ")))
        }
        return lines
    }

    /// Who is counted.
    private var condition: Condition {
        switch members {
        case .records(_, let condition, _): condition
        case .activities(let clause, _, _): clause.condition
        case .parts: Condition()
        }
    }

    /// Who is such.
    private var such: Condition {
        switch members {
        case .records(_, _, let such), .activities(_, let such, _): such
        case .parts(let parts): parts.such.condition
        }
    }

    private var wanted: String {
        let least = limits.lowerBound > 0 ? ["at least \(RuleReader.spoken(share: limits.lowerBound))"] : []
        let most = limits.upperBound < 100 ? ["at most \(RuleReader.spoken(share: limits.upperBound))"] : []
        return (least + most).joined(separator: " and ")
    }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        var mutants = shares
        for count in [atLeastOf - 1, atLeastOf + 1] where count > 0 {
            mutants.append(mutant("Does it speak from \(count) on?") { $0.atLeastOf = count })
        }
        if weight != nil { mutants.append(mutant("Does each count the same?") { $0.weight = nil }) }
        if each.kind != .me { mutants.append(mutant("Is it counted over all of them together?") { $0.each = .me }) }
        return mutants + membership(words)
    }

    /// The share itself taken out of what is allowed, and the limit moved by ten.
    private var shares: [Mutant] {
        let least =
            (canBeExactly(limits.lowerBound) ? [limits.lowerBound.nextUp] : [])
            + [limits.lowerBound - 10, limits.lowerBound + 10]
        let most =
            (canBeExactly(limits.upperBound) ? [limits.upperBound.nextDown] : [])
            + [limits.upperBound - 10, limits.upperBound + 10]
        let lower = limits.lowerBound > 0 ? least.filter { $0 > 0 && $0 <= limits.upperBound } : []
        let upper = limits.upperBound < 100 ? most.filter { $0 < 100 && $0 >= limits.lowerBound } : []
        return lower.map { share in
            let exactly = share == limits.lowerBound.nextUp
            let spoken = RuleReader.spoken(share: exactly ? limits.lowerBound : share)
            return mutant("\(exactly ? "Is exactly" : "Are") \(spoken) enough?") {
                $0.limits = share...limits.upperBound
            }
        }
            + upper.map { share in
                let exactly = share == limits.upperBound.nextDown
                let spoken = RuleReader.spoken(share: exactly ? limits.upperBound : share)
                return mutant("May it be \(exactly ? "exactly " : "")\(spoken)?") {
                    $0.limits = limits.lowerBound...share
                }
            }
    }

    /// Whether so few that an example can list them are exactly a share: one of a hundred is 1 percent, and no fewer.
    private func canBeExactly(_ share: Double) -> Bool {
        weight != nil || RuleReader.fewest(for: share).all <= Mutant.highestNumber
    }

    private func membership(_ words: RuleWords) -> [Mutant] {
        switch members {
        case .records(let kind, let condition, let such):
            return mutants(of: condition, "Is somebody counted", words) { .records(kind, of: $0, are: such) }
                + mutants(of: such, "Is somebody such a one", words) { .records(kind, of: condition, are: $0) }
        case .activities(let clause, let such, let isByPerson):
            let others = clause.near(words).map { near in
                mutant("Is one counted \(near.difference)?") {
                    $0.members = .activities(near.clause, are: such, isByPerson: isByPerson)
                }
            }
            let twice = mutant("Does a person count twice?") {
                $0.members = .activities(clause, are: such, isByPerson: !isByPerson)
            }
            return others + [twice]
                + mutants(of: such, "Is one such", words) { .activities(clause, are: $0, isByPerson: isByPerson) }
        case .parts(let parts):
            return parts.near(words).map { near in mutant(near.question) { $0.members = .parts(near.parts) } }
        }
    }

    private func mutants(
        of condition: Condition, _ question: String, _ words: RuleWords, _ members: (Condition) -> Members
    ) -> [Mutant] {
        condition.near(words).map { near in
            mutant("\(question) when \(near.difference)?") { $0.members = members(near.condition) }
        }
    }
}

extension Truth {
    /// Yes or no; nil when it cannot be told.
    fileprivate var answer: Bool? {
        switch self {
        case .yes: true
        case .no: false
        case .unknown: nil
        }
    }
}
