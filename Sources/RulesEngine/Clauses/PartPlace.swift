/// Where among the parts of a plan one must stand (`as:`); places are counted over parts of the same list.
enum PartPlace: Sendable, Hashable {
    case anywhere
    case first
    case last
    /// Among the first so many.
    case inFirst(Int)
    /// Right before a part of this kind.
    case rightBefore(KindID)

    /// Whether a part stands there; `parts` are all parts in order.
    func accepts(_ row: Int32, among parts: [Int32], _ facts: Facts, _ kinds: [KindID]) -> Bool {
        if self == .anywhere { return true }
        let list = parts.filter { facts.partFields[Int($0)] == facts.partFields[Int(row)] }
        guard let place = list.firstIndex(of: row) else { return false }
        switch self {
        case .anywhere: return true
        case .first: return place == 0
        case .last: return place == list.count - 1
        case .inFirst(let count): return place < count
        case .rightBefore(let kind): return place + 1 < list.count && facts.kinds[Int(list[place + 1])] == kind
        }
    }

    /// How the sentence ends: ` as the last part`.
    func spoken(_ vocabulary: Vocabulary) -> String {
        switch self {
        case .anywhere: ""
        case .first: " as the first part"
        case .last: " as the last part"
        case .inFirst(let count): " among the first \(count) parts"
        case .rightBefore(let kind): " right before \(vocabulary[kind].anyNoun)"
        }
    }
}

extension RuleReader {
    /// `as: first | last | in first 2 | right before KIND`; anywhere when it is not written.
    mutating func partPlace() -> PartPlace {
        guard let value = node["as"], let text = value.readText("'as'", &diagnostics) else { return .anywhere }
        if text == "first" || text == "the first" { return .first }
        if text == "last" || text == "the last" { return .last }
        if text.hasPrefix("in first "), let count = Int(text.dropFirst(9)), count > 0 { return .inFirst(count) }
        if text.hasPrefix("right before "), let kind = vocabulary.kind(named: String(text.dropFirst(13))) {
            return .rightBefore(kind)
        }
        let known = ["first", "last", "in first 2", "right before KIND"]
        diagnostics.report(.unknownWord(text, is: "a place among the parts", at: value.range, among: known))
        return .anywhere
    }

    /// `under: LIST`: the field of the whole that must list the part; any list when it is not written.
    mutating func under(_ whole: ActivityClause?) -> FieldID? {
        guard let value = node["under"], let whole else { return nil }
        let lists = whole.kinds.flatMap { vocabulary[$0].fields }.filter { vocabulary[$0].type == .activities }
        if let list = lists.first(where: { vocabulary[$0].name == value.text }) { return list }
        let known = lists.map { vocabulary[$0].name }
        diagnostics.report(.unknownWord(value.text, is: "a list of parts", at: value.range, among: known))
        return nil
    }

    /// `count: {at_least: 2, at_most: 5}` or a number; at least one when it is not written.
    mutating func count() -> ClosedRange<Int> {
        guard let value = node["count"] else { return 1...Int.max }
        if value.kind != .mapping {
            let number = value.readWholeNumber("'count'", in: 0...10_000, &diagnostics) ?? 1
            return number...number
        }
        guard let keyed = KeyedNode(value, of: "'count'", keys: ["at_least", "at_most"], &diagnostics) else {
            return 1...Int.max
        }
        let least = keyed["at_least"]?.readWholeNumber("'at_least'", in: 0...10_000, &diagnostics)
        let most = keyed["at_most"]?.readWholeNumber("'at_most'", in: 0...10_000, &diagnostics)
        let lower = least ?? (most == nil ? 1 : 0)
        guard let most else { return lower...Int.max }
        if most < lower { diagnostics.report(.emptyRange(at: value.range)) }
        return lower...max(lower, most)
    }
}

extension Evaluation {
    /// The parts of a row: what it lists; for what took place, also what happened during it with the same person.
    func parts(of row: Int) -> [Int32] {
        let listed = facts.partsOfRow[Int32(row)] ?? []
        guard vocabulary[facts.kinds[row]].stage?.step == .held else { return listed }
        let during = rowsDuring(row).filter { !listed.contains($0) }
        return (listed + during).sorted()
    }

    private func rowsDuring(_ row: Int) -> [Int32] {
        let episode = facts.episodesOfRows[row]
        let begins = facts.begins[row]
        let ends = facts.ends[row]
        var found: [Int32] = []
        for other in firstRow(from: begins)..<facts.count where facts.begins[other] <= ends {
            guard other != row, facts.persons[other] == facts.persons[row], !facts.has(other, .intended) else { continue }
            let theirs = facts.episodesOfRows[other]
            if theirs == Facts.none || theirs == episode { found.append(Int32(other)) }
        }
        return found
    }

    private func firstRow(from moment: Int64) -> Int { facts.firstPlace(in: 0..<facts.count) { facts.begins[$0] >= moment } }

    /// When the plan of a row starts; nil when the row is no plan.
    func startOfPlan(_ row: Int) -> Int64? {
        guard vocabulary[facts.kinds[row]].stage?.step == .planned, facts.episodesOfRows[row] != Facts.none else {
            return nil
        }
        return facts.episodes.starts[Int(facts.episodesOfRows[row])]
    }

    /// Whether the start of a row's episode has passed without a word on how it went.
    func isUndecided(row: Int) -> Bool {
        facts.episodesOfRows[row] != Facts.none && isUndecided(Int(facts.episodesOfRows[row]))
    }

    /// The fact that is missing when nobody said whether an episode took place.
    func outcomeFact(_ row: Int) -> MissingFact? {
        vocabulary.episode(of: facts.kinds[row]).map { MissingFact(field: $0.link, record: Facts.none) }
    }

    /// Whether an unfinished plan may still be empty: not checked, not marked ready, and more than a day away.
    func hasTime(_ row: Int, until starts: Int64) -> Bool {
        guard !facts.has(row, .planned) else { return false }
        let ready = vocabulary.episode(of: facts.kinds[row])?.ready
        if let ready, facts.value(row, ready) == .yesNo(true) { return false }
        return starts - now > 86_400
    }
}
