/// Finds rules that cannot be followed at once: one asks for what another forbids, or two limits have nothing in common.
///
/// Only what is certain from the rules themselves is reported; two sides of one declared dispute may contradict each
/// other (rules.md §7).
public struct Contradictions: Sendable {
    private let rules: [Rule]

    /// A search among the rules in force.
    public init(_ rules: RuleSet) { self.rules = rules.rules }

    /// Reports every pair of which one rule belongs to a pack, at the later rule.
    public func check(_ pack: RuleSet.Pack, _ diagnostics: inout Diagnostics) {
        let own = Set(pack.rules.map(\.id))
        for (place, rule) in rules.enumerated() {
            for other in rules[..<place] where own.contains(rule.id) || own.contains(other.id) {
                if let why = contradiction(rule, other) { diagnostics.report(.contradiction(rule, other, why: why)) }
            }
        }
    }

    /// Why two rules cannot both be followed; nil when they can.
    func contradiction(_ rule: Rule, _ other: Rule) -> String? {
        if let side = rule.dispute, side.dispute == other.dispute?.dispute { return nil }
        guard let claim = rule.shape.claim, let second = other.shape.claim else { return nil }
        switch (claim, second) {
        case (.does(let asked), .leaves(let left)): return other.gates.isEmpty ? forbidden(asked, left) : nil
        case (.leaves(let left), .does(let asked)): return rule.gates.isEmpty ? forbidden(asked, left) : nil
        case (.leaves(let left), .keeps(let kept, _, _, let range)):
            return rule.gates.isEmpty ? forbidden(kept, range, left) : nil
        case (.keeps(let kept, _, _, let range), .leaves(let left)):
            return other.gates.isEmpty ? forbidden(kept, range, left) : nil
        case (.limits(let first, let path, let some), .limits(let next, let otherPath, let more)):
            return path == otherPath && overlap(first, next) ? apart(some + more) : nil
        case (.keeps(let first, let each, let stretch, let some), .keeps(let next, let otherEach, let other, let more)):
            let isSame = Set(first.kinds) == Set(next.kinds) && first.condition == next.condition
            let isComparable = isSame && each == otherEach && stretch == other
            return isComparable && !some.overlaps(more) ? "no number of times is right for both" : nil
        default: return nil
        }
    }

    // MARK: What one asks for and another forbids

    private func forbidden(_ asked: Claim.Demand, _ left: Claim.Demand) -> String? {
        guard isWithin(asked.activity, left.activity) else { return nil }
        switch (asked.setting, left.setting) {
        case (_, .ever): return "one asks for what the other never allows"
        case (.part(let whole, let list), .part(let other, let otherList)):
            let isSameList = otherList == nil || otherList == list
            return overlap(whole, other) && isSameList ? "one wants in it what the other does not want in it" : nil
        case (.after(let occasion), .after(let other)):
            guard overlap(occasion, other), left.to == .anyone || left.to == asked.to,
                left.about == nil || left.about == asked.about, isBlocked(asked.span, by: left.span)
            else { return nil }
            return "the whole time one gives for it lies in the time in which the other wants it left"
        default: return nil
        }
    }

    private func forbidden(_ kept: ActivityClause, _ range: ClosedRange<Int>, _ left: Claim.Demand) -> String? {
        guard case .ever = left.setting, range.lowerBound > 0, isWithin(kept, left.activity) else { return nil }
        return "one asks for what the other never allows"
    }

    /// Whether everything that would do what is asked is among what is to be left.
    private func isWithin(_ asked: ActivityClause, _ left: ActivityClause) -> Bool {
        asked.kinds.allSatisfy(left.kinds.contains)
            && (left.condition.isEmpty || left.condition == asked.condition)
    }

    /// Whether two clauses surely speak of some of the same occasions: of the same kind, under the same condition or
    /// with one that has none.
    private func overlap(_ first: ActivityClause, _ second: ActivityClause) -> Bool {
        first.kinds.contains(where: second.kinds.contains)
            && (first.condition.isEmpty || second.condition.isEmpty || first.condition == second.condition)
    }

    /// Whether a span to do something in ends before a span to leave it does, wherever in the year both begin.
    private func isBlocked(_ within: Span?, by left: Span?) -> Bool {
        guard let left else { return true }
        guard let within else { return false }
        let frame = TimeFrame(zone: .utc)
        let first = Zone.utc.startOfDay(ExampleTime.firstDay).seconds
        return (0..<400).allSatisfy { day in
            [Int64(0), 43_200, 86_340].allSatisfy { second in
                let start = Instant(seconds: first + Int64(day) * 86_400 + second)
                let end = frame.end(of: left, after: start)
                return frame.end(of: within, after: start) < (left.isExact ? end : end.adding(seconds: 1))
            }
        }
    }

    // MARK: Limits without common ground

    private func apart(_ limits: [Claim.Limitation]) -> String? {
        let wanted = Set(
            limits.compactMap { limit -> Bool? in
                if case .isSet(let wanted) = limit { return wanted }
                return nil
            })
        if wanted.count > 1 { return "one wants it known, the other left open" }
        let common = "no value is right for both"
        let least = bounds(limits, .atLeast)
        let most = bounds(limits, .atMost)
        if least.contains(where: { low in most.contains { (low.compared(to: $0) ?? 0) > 0 } }) { return common }
        guard let allowed = allowed(limits) else { return nil }
        let possible = allowed.filter { value in
            least.allSatisfy { (value.compared(to: $0) ?? 0) >= 0 }
                && most.allSatisfy { (value.compared(to: $0) ?? 0) <= 0 }
        }
        return possible.isEmpty ? common : nil
    }

    private func bounds(_ limits: [Claim.Limitation], _ comparison: Condition.Comparison) -> [Value] {
        limits.flatMap { limit -> [Value] in
            if case .compare(comparison, let values) = limit { return values }
            return []
        }
    }

    /// The values every list of allowed ones has and no list of forbidden ones; nil when any value is allowed.
    private func allowed(_ limits: [Claim.Limitation]) -> [Value]? {
        var allowed: [Value]?
        for case .compare(.isOneOf, let values) in limits {
            allowed = allowed.map { $0.filter(values.contains) } ?? values
        }
        let forbidden = bounds(limits, .isNot)
        return allowed.map { $0.filter { !forbidden.contains($0) } }
    }
}

extension Diagnostic {
    fileprivate static func contradiction(_ rule: Rule, _ other: Rule, why: String) -> Diagnostic {
        Diagnostic(
            .contradiction, "this rule and '\(other.id)' cannot both be followed", at: rule.idRange,
            notes: [Note(range: other.idRange, label: "the other rule")],
            help: "\(why)\nmend one of them, or give both a position in the same dispute")
    }
}
