/// Tries out what conditions can come to: one value for every fact they ask for, from all values that can make a
/// difference.
///
/// Facts are taken to be independent of one another, and what lists and other fields hold to be anything at all. So
/// what never comes out here never comes out in a log; the reverse need not hold.
struct ConditionSolver {
    private let vocabulary: Vocabulary
    private let facts: Facts

    /// More combinations than this are not tried.
    private static let mostCombinations = 50_000

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        var ignored = Diagnostics()
        let frame = TimeFrame(zone: .utc, holidays: Holidays([]))
        facts = FactsBuilder(vocabulary: vocabulary, frame: frame, literals: []).facts(of: LogDocument(), &ignored)
    }

    /// How a condition can come out.
    enum Answer: Hashable {
        case yes, no, unknown
    }

    /// Every way in which the conditions can come out together, one answer for each; nil when there are too many to try.
    func outcomes(of conditions: [Condition]) -> Set<[Answer]>? {
        var unknowns: [Unknown] = []
        for (place, condition) in conditions.enumerated() { collect(condition, place, &unknowns) }
        let domains = unknowns.map { domain(of: $0, in: conditions) }
        let count = domains.reduce(1) { min($0 * max(1, $1.count), Self.mostCombinations + 1) }
        guard count <= Self.mostCombinations else { return nil }
        var outcomes: Set<[Answer]> = []
        var digits = Array(repeating: 0, count: domains.count)
        repeat {
            var scene: [Unknown: Guess] = [:]
            for (place, unknown) in unknowns.enumerated() { scene[unknown] = domains[place][digits[place]] }
            outcomes.insert(conditions.enumerated().map { answer(of: $1, $0, scene) })
        } while Self.advance(&digits, domains.map(\.count))
        return outcomes
    }

    /// Whether conditions come out alike in whatever log: some are given, and none ever differs from the first.
    func isSame(_ conditions: [Condition]) -> Bool {
        guard !conditions.isEmpty, let outcomes = outcomes(of: conditions) else { return false }
        return outcomes.allSatisfy { Set($0).count == 1 }
    }

    private static func advance(_ digits: inout [Int], _ sizes: [Int]) -> Bool {
        for place in digits.indices {
            digits[place] += 1
            if digits[place] < sizes[place] { return true }
            digits[place] = 0
        }
        return false
    }

    // MARK: What is not known

    /// Something a value is guessed for: a fact, or a test about which nothing can be said.
    private enum Unknown: Hashable {
        case fact(FieldPath)
        case test(condition: Int, place: Int)
    }

    private enum Guess {
        case value(Value)
        case unset
        case answer(Answer)
    }

    private func collect(_ condition: Condition, _ number: Int, _ unknowns: inout [Unknown]) {
        for place in condition.tests.indices {
            guard let unknown = unknown(in: condition, number, place), !unknowns.contains(unknown) else { continue }
            unknowns.append(unknown)
        }
    }

    private func unknown(in condition: Condition, _ number: Int, _ place: Int) -> Unknown? {
        switch condition.tests[place] {
        case .all, .any, .not: nil
        case .isSet(let path, _): isPlain(path) ? .fact(path) : .test(condition: number, place: place)
        case .compare(let path, _, .values) where isPlain(path): .fact(path)
        case .compare: .test(condition: number, place: place)
        }
    }

    /// Whether a way leads to one value at most.
    private func isPlain(_ path: FieldPath) -> Bool { !path.hops.contains { vocabulary[$0].type.isList } }

    // MARK: Values that can make a difference

    private func domain(of unknown: Unknown, in conditions: [Condition]) -> [Guess] {
        guard case .fact(let path) = unknown else { return [.answer(.yes), .answer(.no), .answer(.unknown)] }
        let values = Set(conditions.flatMap { literals(of: path, in: $0) }).flatMap(neighbours)
        return [.unset, .value(.nothing), .value(.dontKnow)]
            + Set(values + own(of: vocabulary[path.field].type)).map { .value($0) }
    }

    private func literals(of path: FieldPath, in condition: Condition) -> [Value] {
        condition.tests.flatMap { test -> [Value] in
            guard case .compare(path, _, .values(let values)) = test else { return [] }
            return values
        }
    }

    /// A value with what lies just below and just above it, where there is an order.
    private func neighbours(_ value: Value) -> [Value] {
        switch value.tag {
        case .number: return [.number(value.number.nextDown), value, .number(value.number.nextUp)]
        case .duration, .date, .instant:
            return [-1, 0, 1].map { Value(tag: value.tag, bits: value.bits + $0) }
        default: return [value]
        }
    }

    /// What a field of a type may hold whatever is asked of it.
    private func own(of type: FieldType) -> [Value] {
        switch type {
        case .choice(let words): words.indices.map { Value(tag: .choice, bits: Int64($0)) }
        case .yesNo: [.yesNo(true), .yesNo(false)]
        case .text, .activities, .episode, .list: [Value(tag: .text, bits: -1)]
        case .record: [Value(tag: .record, bits: -1)]
        case .number: [.number(0)]
        case .duration: [Value(tag: .duration, bits: 60)]
        case .date: [Value(tag: .date, bits: 0)]
        case .instant: [Value(tag: .instant, bits: 0)]
        }
    }

    // MARK: Answers

    private func answer(of condition: Condition, _ number: Int, _ scene: [Unknown: Guess]) -> Answer {
        var place = 0
        var answer = Answer.yes
        while place < condition.tests.count { answer = answer.and(next(condition, number, &place, scene)) }
        return answer
    }

    private func next(
        _ condition: Condition, _ number: Int, _ place: inout Int, _ scene: [Unknown: Guess]
    ) -> Answer {
        let test = condition.tests[place]
        let guess = unknown(in: condition, number, place).flatMap { scene[$0] }
        place += 1
        switch test {
        case .all(let count), .any(let count), .not(let count):
            return group(test, count, condition, number, &place, scene)
        case .isSet(_, let wanted): return isSet(guess, wanted)
        case .compare(_, let comparison, let operand): return compare(guess, comparison, operand)
        }
    }

    private func group(
        _ test: Condition.Test, _ count: Int, _ condition: Condition, _ number: Int, _ place: inout Int,
        _ scene: [Unknown: Guess]
    ) -> Answer {
        let end = place + count
        var answers: [Answer] = []
        while place < end { answers.append(next(condition, number, &place, scene)) }
        if case .any = test { return answers.reduce(Answer.no) { $0.or($1) } }
        let all = answers.reduce(Answer.yes) { $0.and($1) }
        if case .not = test { return all.negated }
        return all
    }

    private func isSet(_ guess: Guess?, _ wanted: Bool) -> Answer {
        switch guess {
        case .answer(let answer): answer
        case .value(let value): (value.tag != .nothing) == wanted ? .yes : .no
        case .unset, nil: wanted ? .no : .yes
        }
    }

    private func compare(_ guess: Guess?, _ comparison: Condition.Comparison, _ operand: Condition.Operand) -> Answer {
        switch (guess, operand) {
        case (.answer(let answer), _): answer
        case (.value(let value), .values(let values)): comparison.holds(value, values[...], in: facts) ? .yes : .no
        default: .unknown
        }
    }
}

extension ConditionSolver.Answer {
    fileprivate func and(_ other: Self) -> Self {
        if self == .no || other == .no { return .no }
        return self == .yes ? other : self
    }

    fileprivate func or(_ other: Self) -> Self {
        if self == .yes || other == .yes { return .yes }
        return self == .no ? other : self
    }

    fileprivate var negated: Self {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}
