/// A condition near the one meant.
struct NearCondition {
    let condition: Condition
    /// The case in which the two differ, as a clause: `the level is mid`.
    let difference: String
}

extension Condition {
    /// The condition with each of its parts left out, and each of its bounds moved off its edge.
    func near(_ words: RuleWords) -> [NearCondition] {
        var place = 0
        let trees = ConditionTree.read(tests, &place, until: tests.count)
        return ConditionTree.near(trees, .all, words).map { near in
            var copy = self
            copy.tests = near.trees.flatMap(\.tests)
            return NearCondition(condition: copy, difference: near.difference)
        }
    }
}

/// A condition as a tree: in one piece each test and each group with what is in it.
indirect enum ConditionTree {
    case test(Condition.Test)
    case group(Kind, [ConditionTree])

    /// What a group makes of its parts.
    enum Kind { case all, any, not }

    /// The same parts with one thing changed.
    struct Near {
        let trees: [ConditionTree]
        let difference: String
    }

    /// The trees of the tests from a place on; `place` ends behind the last of them.
    static func read(_ tests: [Condition.Test], _ place: inout Int, until end: Int) -> [ConditionTree] {
        var trees: [ConditionTree] = []
        while place < end {
            let test = tests[place]
            place += 1
            switch test {
            case .all(let count): trees.append(.group(.all, read(tests, &place, until: place + count)))
            case .any(let count): trees.append(.group(.any, read(tests, &place, until: place + count)))
            case .not(let count): trees.append(.group(.not, read(tests, &place, until: place + count)))
            case .compare, .isSet: trees.append(.test(test))
            }
        }
        return trees
    }

    /// The tests in the order in which a condition holds them.
    var tests: [Condition.Test] {
        switch self {
        case .test(let test): return [test]
        case .group(let kind, let trees):
            let inner = trees.flatMap(\.tests)
            switch kind {
            case .all: return [.all(count: inner.count)] + inner
            case .any: return [.any(count: inner.count)] + inner
            case .not: return [.not(count: inner.count)] + inner
            }
        }
    }

    /// Parts of a group with one of them left out, or changed itself. What would leave a group without meaning is not
    /// among them.
    static func near(_ trees: [ConditionTree], _ kind: Kind, _ words: RuleWords) -> [Near] {
        trees.indices.flatMap { place -> [Near] in
            let changed = trees[place].near(words).map { near in
                Near(trees: replacing(place, in: trees, with: near.trees), difference: near.difference)
            }
            guard kind == .all || trees.count > 1 else { return changed }
            let spoken = kind == .any ? trees[place].spoken(words) : trees[place].denied(words)
            return [Near(trees: replacing(place, in: trees, with: []), difference: spoken)] + changed
        }
    }

    private static func replacing(
        _ place: Int, in trees: [ConditionTree], with others: [ConditionTree]
    ) -> [ConditionTree] {
        Array(trees[..<place]) + others + trees[(place + 1)...]
    }

    private func near(_ words: RuleWords) -> [Near] {
        switch self {
        case .group(let kind, let trees):
            Self.near(trees, kind, words).map {
                Near(trees: [.group(kind, $0.trees)], difference: $0.difference)
            }
        case .test(.compare(let path, let comparison, .values(let values))):
            comparison.near(values, path, words).map { near in
                let test = Condition.Test.compare(path, near.comparison, .values(near.values))
                return Near(trees: [.test(test)], difference: path.spoken(in: words.vocabulary) + " " + near.difference)
            }
        case .test(.compare(let path, let comparison, .fact(let other))): Self.near(path, comparison, other, words)
        case .test: []
        }
    }

    private static func near(
        _ path: FieldPath, _ comparison: Condition.Comparison, _ other: FieldPath, _ words: RuleWords
    ) -> [Near] {
        guard let edge = comparison.edge else { return [] }
        let spoken = [path, other].map { $0.spoken(in: words.vocabulary) }.joined(separator: " is exactly ")
        return [Near(trees: [.test(.compare(path, edge, .fact(other)))], difference: spoken)]
    }
}

extension Condition.Comparison {
    /// The comparison that differs at the bound itself; nil for those without an edge.
    var edge: Condition.Comparison? {
        switch self {
        case .atLeast: .moreThan
        case .moreThan: .atLeast
        case .atMost: .lessThan
        case .lessThan: .atMost
        default: nil
        }
    }

    /// A comparison near this one, and what a fact must be for the two to differ: `is exactly 20 minutes`.
    typealias Near = (comparison: Condition.Comparison, values: [Value], difference: String)

    /// The bound itself taken in or out and moved by one step, or one of several values left out.
    func near(_ values: [Value], _ path: FieldPath, _ words: RuleWords) -> [Near] {
        guard let edge, let bound = values.first else { return nearValues(values, path, words) }
        let exactly: Near = (edge, values, "is exactly " + words.value(bound, of: path.field))
        let isLower = self == .atLeast || self == .moreThan
        let takesIn = self == .atLeast || self == .atMost
        // The side on which the edge does not tell: what just passes a strict bound, what just fails another.
        guard let next = bound.next(by: isLower == takesIn ? -1 : 1, words.vocabulary[path.field].type.element) else {
            return [exactly]
        }
        return [exactly, (self, [next], "is " + words.value(next, of: path.field))]
    }

    private func nearValues(_ values: [Value], _ path: FieldPath, _ words: RuleWords) -> [Near] {
        guard values.count > 1 else { return [] }
        let verb =
            switch self {
            case .contains: "include only "
            case .containsAll: "do not include "
            default: "is "
            }
        return values.indices.map { place in
            let others = values.indices.filter { $0 != place }.map { values[$0] }
            return (self, others, verb + words.value(values[place], of: path.field))
        }
    }
}

extension Value {
    /// The next value up or down by the step people count in: one, a minute, a day, a word; nil when there is none.
    func next(by steps: Int64, _ type: FieldType) -> Value? {
        switch (tag, type) {
        case (.number, _) where number == number.rounded(): .number(number + Double(steps))
        case (.duration, _) where bits + steps * 60 > 0: Value(tag: .duration, bits: bits + steps * 60)
        case (.date, _): Value(tag: .date, bits: bits + steps)
        case (.choice, .choice(let words)) where words.indices.contains(Int(bits + steps)):
            Value(tag: .choice, bits: bits + steps)
        default: nil
        }
    }
}

// MARK: - Words

extension ConditionTree {
    /// How it reads: `the level is mid or senior`.
    func spoken(_ words: RuleWords) -> String {
        switch self {
        case .group(.all, let trees): trees.map { $0.spoken(words) }.joined(separator: " and ")
        case .group(.any, let trees): "either " + trees.map { $0.spoken(words) }.joined(separator: " or ")
        case .group(.not, let trees):
            trees.count == 1 ? trees[0].denied(words) : "it is not so that " + Self.group(.all, trees).spoken(words)
        case .test(.isSet(let path, let wanted)):
            path.spoken(in: words.vocabulary) + (words.vocabulary[path.field].type.isList ? " are" : " is")
                + (wanted ? " known" : " not known")
        case .test(.compare(let path, let comparison, let operand)):
            path.spoken(in: words.vocabulary) + " " + comparison.spoken(operand, path, words)
        case .test: ""
        }
    }

    /// How its contrary reads: `the level is neither mid nor senior`.
    func denied(_ words: RuleWords) -> String {
        switch self {
        case .group(.not, let trees): Self.group(.all, trees).spoken(words)
        case .group(.any, let trees) where trees.count > 1: trees.map { $0.denied(words) }.joined(separator: " and ")
        case .group: "it is not so that " + spoken(words)
        case .test(.isSet(let path, let wanted)): Self.test(.isSet(path, !wanted)).spoken(words)
        case .test(.compare(let path, let comparison, let operand)):
            path.spoken(in: words.vocabulary) + " " + comparison.denied(operand, path, words)
        case .test: ""
        }
    }
}

extension Condition.Comparison {
    /// How it reads behind the name of a field: `is mid or senior`.
    fileprivate func spoken(_ operand: Condition.Operand, _ path: FieldPath, _ words: RuleWords) -> String {
        let other = operand.spoken(path, words, self == .containsAll ? "and" : "or")
        switch self {
        case .isOneOf: return "is " + other
        case .isNot: return "is not " + other
        case .moreThan, .atLeast, .lessThan, .atMost:
            return "is " + rawValue.replacing("_", with: " ") + " " + other
        case .contains: return "include " + other
        case .containsAll: return "include all of " + other
        case .sameAs: return "is the same as " + other
        }
    }

    /// How its contrary reads behind the name of a field.
    fileprivate func denied(_ operand: Condition.Operand, _ path: FieldPath, _ words: RuleWords) -> String {
        let other = operand.spoken(path, words, self == .containsAll ? "and" : "or")
        switch self {
        case .isOneOf: return operand.isSeveral ? "is none of " + operand.spoken(path, words, "and") : "is not " + other
        case .isNot: return "is " + other
        case .moreThan, .atLeast, .lessThan, .atMost:
            return "is not " + rawValue.replacing("_", with: " ") + " " + other
        case .contains: return "do not include " + other
        case .containsAll: return "do not include all of " + other
        case .sameAs: return "is not the same as " + other
        }
    }
}

extension Condition.Operand {
    fileprivate var isSeveral: Bool {
        if case .values(let values) = self { return values.count > 1 }
        return false
    }

    fileprivate func spoken(_ path: FieldPath, _ words: RuleWords, _ last: String) -> String {
        switch self {
        case .values(let values): words.values(values, of: path.field, last)
        case .fact(let other): other.spoken(in: words.vocabulary)
        }
    }
}
