/// Finds rules that add nothing: whenever they speak, another rule in force says the same, as strongly and sooner.
struct RuleShadow {
    private let all: [Rule]

    /// A search among the rules in force.
    init(_ rules: RuleSet) { all = rules.rules }

    /// What a rule is overshadowed by; nil when it says something of its own.
    func problem(_ rule: Rule) -> Diagnostic? {
        guard let place = all.firstIndex(where: { $0.id == rule.id }) else { return nil }
        let other = all.enumerated().first { number, other in
            other.id != rule.id && isCovered(rule, by: other, isLater: place > number)
        }
        return other.map { .shadowedRule(rule, by: $0.element) }
    }

    /// Whether another rule says at least as much. Of two that say the same the later one is to blame.
    private func isCovered(_ rule: Rule, by other: Rule, isLater: Bool) -> Bool {
        guard rule.shapeName == other.shapeName, rule.strength <= other.strength, rule.dispute == other.dispute,
            let order = Self.order(rule, other)
        else { return false }
        return order == .weaker || rule.strength < other.strength || isLater
    }

    private enum Order {
        case weaker, equal
    }

    /// How the demand of a rule stands to that of another with the same words; nil when it is stronger, or another.
    private static func order(_ rule: Rule, _ other: Rule) -> Order? {
        let own = values(of: rule)
        let others = values(of: other)
        let measures = Self.measures(of: rule.shapeName)
        guard
            own.filter({ measures[$0.key] == nil }).mapValues(\.canonical)
                == others.filter({ measures[$0.key] == nil }).mapValues(\.canonical)
        else { return nil }
        var isWeaker = false
        for (key, measure) in measures where own[key]?.canonical != others[key]?.canonical {
            guard measure.isWeaker(own[key], than: others[key]) else { return nil }
            isWeaker = true
        }
        return isWeaker ? .weaker : .equal
    }

    /// What decides what a rule means: the keys of its shape, and when it applies.
    private static func values(of rule: Rule) -> [String: Node] {
        let shape = type(of: rule.shape)
        let keys = Set(shape.signature + shape.furtherKeys + ["where", "unless", "only_if"])
        let entries = rule.node.entries.filter { keys.contains($0.key.text) }.map { ($0.key.text, $0.value) }
        return Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }

    /// Keys in which one rule may ask for more than another.
    private static func measures(of shape: String) -> [String: Measure] {
        switch shape {
        case FollowUp.name: ["within": .shorterIsStronger]
        case LeadUp.name: ["ahead": .longerIsStronger, "no_older_than": .shorterIsStronger]
        case OnlyIfFirst.name: ["no_older_than": .shorterIsStronger]
        case HoldOff.name: ["for": .longerIsStronger]
        case Limit.name, Rhythm.name, Share.name: ["at_least": .moreIsStronger, "at_most": .lessIsStronger]
        default: [:]
        }
    }

    private enum Measure {
        case shorterIsStronger, longerIsStronger, moreIsStronger, lessIsStronger

        /// Whether one value surely asks for less than another; what is not written asks for nothing.
        func isWeaker(_ own: Node?, than other: Node?) -> Bool {
            guard let other else { return false }
            guard let own else { return self != .longerIsStronger || Self.span(other) != nil }
            switch self {
            case .shorterIsStronger: return Self.isLonger(own, than: other)
            case .longerIsStronger: return Self.isLonger(other, than: own)
            case .moreIsStronger: return Self.isMore(other, than: own)
            case .lessIsStronger: return Self.isMore(own, than: other)
            }
        }

        private static func span(_ node: Node) -> Span? { try? Span.read(node.text).get() }

        private static func isLonger(_ left: Node, than right: Node) -> Bool {
            guard let left = span(left), let right = span(right) else { return false }
            return left.isLonger(than: right)
        }

        private static func isMore(_ left: Node, than right: Node) -> Bool {
            if let left = amount(left), let right = amount(right) { return left > right }
            guard let left = try? Length.read(left.text).get(), let right = try? Length.read(right.text).get() else {
                return false
            }
            return left.seconds > right.seconds
        }

        /// A number, or a share in percent.
        private static func amount(_ node: Node) -> Double? {
            Double(node.text.prefix { $0.isNumber || $0 == "." || $0 == "-" }).flatMap { number in
                let unit = node.text.drop { $0.isNumber || $0 == "." || $0 == "-" || $0 == " " }
                return ["", "percent", "%"].contains(unit) ? number : nil
            }
        }
    }
}

extension Node {
    /// The same text for values that mean the same: settings by name, lists of words in any order.
    fileprivate var canonical: String {
        switch kind {
        case .mapping:
            "{" + entries.map { "\($0.key.text): \($0.value.canonical)" }.sorted().joined(separator: "; ") + "}"
        case .sequence: "[" + items.map(\.canonical).sorted().joined(separator: "; ") + "]"
        case .scalar, .alias: text
        }
    }
}
