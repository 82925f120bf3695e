/// A rule that is not in force, and why.
public struct RestingRule: Sendable {
    /// The rule.
    public let rule: Rule
    /// Why it rests.
    public let reason: Reason

    /// Why a rule rests.
    public enum Reason: Sendable, Hashable {
        /// Another position in its dispute is in force.
        case otherPosition(ActivePosition)
        /// Somebody switched it off.
        case switchedOff(Override)
    }
}

/// Which rules hold, and which rest (rules.md §7, 8).
struct RulesInForce {
    let rules: [Rule]
    let resting: [RestingRule]

    init(_ all: [Rule], positions: [ActivePosition], overriding: Overriding) {
        let active = Dictionary(positions.map { ($0.dispute, $0) }, uniquingKeysWith: { first, _ in first })
        var rules: [Rule] = []
        var resting: [RestingRule] = []
        for rule in all {
            let position = rule.dispute.flatMap { active[$0.dispute] }
            if let off = overriding.switchingOff(rule) {
                resting.append(RestingRule(rule: rule, reason: .switchedOff(off)))
            } else if let position, position.position != rule.dispute?.position {
                resting.append(RestingRule(rule: rule, reason: .otherPosition(position)))
            } else {
                rules.append(rule)
            }
        }
        self.rules = rules
        self.resting = resting
    }
}

extension ActivePosition {
    /// The positions in force: the person's choice, else that of the last pack that chose, else the default. A choice
    /// that no rule and no dispute knows is reported and does not hold.
    static func all(
        in packs: [RuleSet.Pack], chosenBy person: [PositionChoice], _ diagnostics: inout Diagnostics
    ) -> [ActivePosition] {
        let known = KnownPositions(packs)
        var active = known.defaults
        for choice in packs.flatMap(\.manifest.positions) + person {
            if let problem = known.problem(choice) {
                diagnostics.report(problem)
            } else {
                active[choice.dispute.text] = ActivePosition(
                    dispute: choice.dispute.text, position: choice.position.text, choice: choice)
            }
        }
        return active.values.sorted { $0.dispute < $1.dispute }
    }
}

/// The disputes and positions packs speak of.
private struct KnownPositions {
    private var positions: [String: [String]] = [:]
    private(set) var defaults: [String: ActivePosition] = [:]

    init(_ packs: [RuleSet.Pack]) {
        for dispute in packs.flatMap(\.manifest.disputes) where defaults[dispute.id] == nil {
            let others = dispute.positions.map(\.name).filter { $0 != dispute.preferred }
            positions[dispute.id] = [dispute.preferred] + others
            defaults[dispute.id] = ActivePosition(dispute: dispute.id, position: dispute.preferred, choice: nil)
        }
        for side in packs.flatMap(\.rules).compactMap(\.dispute)
        where positions[side.dispute]?.contains(side.position) != true {
            positions[side.dispute, default: []].append(side.position)
        }
    }

    /// Why a choice cannot hold; nil when it can.
    func problem(_ choice: PositionChoice) -> Diagnostic? {
        guard let known = positions[choice.dispute.text] else {
            return .unknownDispute(choice, among: positions.keys.sorted())
        }
        return known.contains(choice.position.text) ? nil : .unknownPosition(choice, among: known)
    }
}
