/// A rule that is subtly wrong, with the question its author would have to answer to tell it from the right one.
///
/// Shapes make their own mutants, since only they know how their advice can be misunderstood (rules.md §9.2).
struct Mutant: Sendable {
    /// The rule's shape with one thing changed.
    let shape: any Shape
    /// The question in English that the change answers wrongly.
    let question: String
}

extension Span {
    /// The spans that are easily mistaken for this one: half, double, and the nearest on both sides.
    var neighbours: [Span] {
        let step = isExact ? nearestExact : [Span(count: count - 1, unit: unit), Span(count: count + 1, unit: unit)]
        let coarse = [Span(count: count / 2, unit: unit), Span(count: count * 2, unit: unit)]
        return (step + coarse).filter { $0 != self && $0.count > 0 }
    }

    /// A minute less and a minute more.
    private var nearestExact: [Span] {
        let minutes = unit == .hours ? count * 60 : count
        return [Span(count: minutes - 1, unit: .minutes), Span(count: minutes + 1, unit: .minutes)]
    }
}

extension Condition {
    /// The condition with each of its tests dropped, and each of its bounds moved off its edge.
    var mutants: [Condition] {
        guard !tests.contains(where: \.isGroup) else { return [Condition()] }
        let shorter = tests.indices.map { place -> Condition in
            var copy = self
            copy.tests.remove(at: place)
            return copy
        }
        let edged = tests.indices.compactMap { place -> Condition? in
            guard case .compare(let path, let comparison, let operand) = tests[place], let other = comparison.edge
            else {
                return nil
            }
            var copy = self
            copy.tests[place] = .compare(path, other, operand)
            return copy
        }
        return shorter + edged
    }
}

extension Condition.Test {
    fileprivate var isGroup: Bool {
        switch self {
        case .all, .any, .not: true
        case .compare, .isSet: false
        }
    }
}

extension Condition.Comparison {
    /// The comparison that differs at the bound itself; nil for those without an edge.
    fileprivate var edge: Condition.Comparison? {
        switch self {
        case .atLeast: .moreThan
        case .moreThan: .atLeast
        case .atMost: .lessThan
        case .lessThan: .atMost
        default: nil
        }
    }
}

extension PartPlace {
    /// The places that are easily mistaken for this one.
    var neighbours: [PartPlace] {
        switch self {
        case .anywhere: []
        case .first: [.anywhere, .last, .inFirst(2)]
        case .last: [.anywhere, .first]
        case .inFirst(let count): [.anywhere, .inFirst(count + 1)] + (count > 1 ? [.inFirst(count - 1)] : [])
        case .rightBefore: [.anywhere]
        }
    }
}
