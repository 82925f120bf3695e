/// A `where:` as a flat list of tests, evaluated with three answers.
///
/// Tests stand in prefix order; a group knows how many entries follow that belong to it. An empty condition holds.
struct Condition: Sendable, Hashable {
    /// One test, or a group of those after it.
    enum Test: Sendable, Hashable {
        case compare(FieldPath, Comparison, Operand)
        case isSet(FieldPath, Bool)
        /// All of the next `count` entries' tests.
        case all(count: Int)
        case any(count: Int)
        case not(count: Int)
    }

    /// How a fact is compared.
    enum Comparison: String, Sendable, CaseIterable {
        case isOneOf = "is"
        case isNot = "is_not"
        case moreThan = "more_than"
        case atLeast = "at_least"
        case lessThan = "less_than"
        case atMost = "at_most"
        case contains
        case containsAll = "contains_all"
        case sameAs = "same_as"
    }

    /// What a fact is compared with.
    enum Operand: Sendable, Hashable {
        case values([Value])
        case fact(FieldPath)
    }

    var tests: [Test] = []
    /// The condition in English, as `ConditionWords` says it; empty when there is none.
    var spoken = ""

    var isEmpty: Bool { tests.isEmpty }

    /// Whether it holds for a row (or, with no row, for a record) as of a moment.
    func holds(_ subject: Subject, in facts: Facts) -> Truth {
        if tests.isEmpty { return .yes }
        var place = 0
        var truth = Truth.yes
        while place < tests.count {
            let next = evaluate(&place, subject, facts)
            truth = truth.and(next)
        }
        return truth
    }

    /// What a condition is held against.
    struct Subject {
        let row: Int32
        let record: Int32
        let moment: Int64
    }

    // Every entry of a group is evaluated, so that `place` ends behind the group.
    private func evaluate(_ place: inout Int, _ subject: Subject, _ facts: Facts) -> Truth {
        let test = tests[place]
        place += 1
        switch test {
        case .compare(let path, let comparison, let operand):
            return compare(path, comparison, operand, subject, facts)
        case .isSet(let path, let wanted):
            return isSet(path, subject, facts) == wanted ? .yes : .no
        case .all(let count): return group(&place, count, subject, facts, from: .yes) { $0.and($1) }
        case .any(let count): return group(&place, count, subject, facts, from: .no) { $0.or($1) }
        case .not(let count): return group(&place, count, subject, facts, from: .yes) { $0.and($1) }.negated
        }
    }

    private func group(
        _ place: inout Int, _ count: Int, _ subject: Subject, _ facts: Facts, from start: Truth,
        _ combine: (Truth, Truth) -> Truth
    ) -> Truth {
        let end = place + count
        var truth = start
        while place < end {
            let next = evaluate(&place, subject, facts)
            truth = combine(truth, next)
        }
        return truth
    }

    private func isSet(_ path: FieldPath, _ subject: Subject, _ facts: Facts) -> Bool {
        switch path.value(from: subject.row, record: subject.record, at: subject.moment, in: facts) {
        case .failure: false
        case .success(let value): value.tag != .nothing
        }
    }

    private func compare(
        _ path: FieldPath, _ comparison: Comparison, _ operand: Operand, _ subject: Subject, _ facts: Facts
    ) -> Truth {
        let left: Value
        switch path.value(from: subject.row, record: subject.record, at: subject.moment, in: facts) {
        case .failure(let missing): return .unknown(missing.fact)
        case .success(let value): left = value
        }
        switch operand {
        case .values(let values):
            return comparison.holds(left, values, in: facts) ? .yes : .no
        case .fact(let other):
            switch other.value(from: subject.row, record: subject.record, at: subject.moment, in: facts) {
            case .failure(let missing): return .unknown(missing.fact)
            case .success(let right):
                return comparison.holds(left, facts.elements(right), in: facts) ? .yes : .no
            }
        }
    }
}

extension Condition.Comparison {
    /// Whether a fact stands in this relation to the values; a list passes `isOneOf` when every element does
    /// (rules.md §4a.18), and the answer "none" equals nothing.
    func holds(_ fact: Value, _ values: some Collection<Value>, in facts: Facts) -> Bool {
        switch self {
        case .moreThan: ordered(fact, values) { $0 > 0 }
        case .atLeast: ordered(fact, values) { $0 >= 0 }
        case .lessThan: ordered(fact, values) { $0 < 0 }
        case .atMost: ordered(fact, values) { $0 <= 0 }
        default: fact.tag == .list ? holds(facts.elements(fact), values) : holds(one: fact, values)
        }
    }

    private func holds(one fact: Value, _ values: some Collection<Value>) -> Bool {
        switch self {
        case .isNot: !values.contains(fact)
        case .containsAll: values.allSatisfy { $0 == fact }
        default: values.contains(fact)
        }
    }

    private func holds(_ elements: ValueElements, _ values: some Collection<Value>) -> Bool {
        switch self {
        case .isNot: !elements.contains { values.contains($0) }
        case .contains: elements.contains { values.contains($0) }
        case .containsAll: values.allSatisfy { elements.contains($0) }
        default: elements.allSatisfy { values.contains($0) }
        }
    }

    private func ordered(_ fact: Value, _ values: some Collection<Value>, _ test: (Int) -> Bool) -> Bool {
        guard let bound = values.first, let order = fact.compared(to: bound) else { return false }
        return test(order)
    }
}
