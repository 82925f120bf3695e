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
    func accepts(_ row: Int32, among parts: [Int32], _ facts: Facts) -> Bool {
        if self == .anywhere { return true }
        let list = facts.partFields[Int(row)]
        guard let own = parts.firstIndex(of: row) else { return false }
        let isOfList = { (part: Int32) in facts.partFields[Int(part)] == list }
        switch self {
        case .anywhere: return true
        case .first: return !parts[..<own].contains(where: isOfList)
        case .last: return !parts[(own + 1)...].contains(where: isOfList)
        case .inFirst(let count): return parts[..<own].count(where: isOfList) < count
        case .rightBefore(let kind):
            return parts[(own + 1)...].first(where: isOfList).map { facts.kinds[Int($0)] } == kind
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

    /// `in_order: yes`: each of the kinds named by `expect`, one behind the other.
    mutating func isInOrder(_ part: ActivityClause?) -> Bool {
        guard let value = node["in_order"], value.readYesNo("'in_order'", &diagnostics) == true else { return false }
        refuse(["as", "count", "avoid"], beside: "in_order")
        if let part, part.kinds.count < 2 { diagnostics.report(.oneInOrder(at: value.range)) }
        return part.map { $0.kinds.count > 1 } ?? false
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
