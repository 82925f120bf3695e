/// The rules in force, with the vocabulary they are written in: what the engine evaluates.
public struct RuleSet: Sendable {
    /// The words of all packs.
    public let vocabulary: Vocabulary
    /// The packs, in the order they were given.
    public let packs: [Pack]
    /// The rules in force, in the order of packs and files.
    public let rules: [Rule]
    /// The rules that are not in force, each with the reason.
    public let resting: [RestingRule]
    /// The positions in force in the disputes the packs know, by dispute.
    public let positions: [ActivePosition]
    var literals: Literals

    /// The rules that are not in force.
    public var restingRules: [Rule] { resting.map(\.rule) }

    /// One pack: what it says about itself, and its rules.
    public struct Pack: Sendable {
        /// Its own page.
        public let manifest: Manifest
        /// The folder it came from, as shown to people.
        public let name: String
        /// Its rules as it wrote them, in force or not: without what others override.
        public let rules: [Rule]
        /// Its files beside rules and vocabulary, by their path in the pack: what other modules read.
        package let otherTrees: [String: NodeTree]

        /// The names of the files that hold its rules, its disputes and what it brings beside them.
        public var fileNames: Set<String> {
            let own = rules.map(\.range) + manifest.disputes.map(\.range)
            return Set((own + otherTrees.values.compactMap(\.root?.range)).map(\.file.name))
        }
    }

    /// The texts rules compare with; facts for these rules are made with them.
    public var literalTexts: [String] { literals.texts }

    /// The same words and packs with one rule in force: what an example is held against.
    func only(_ rule: Rule) -> RuleSet {
        RuleSet(vocabulary: vocabulary, packs: packs, rules: [rule], resting: [], positions: [], literals: literals)
    }

    /// The rules a person may mean by a full id, or by the last part of one.
    public func rules(named name: String) -> [Rule] {
        let exact = rules.filter { $0.id == name }
        return exact.isEmpty ? rules.filter { $0.id.hasSuffix("/" + name) } : exact
    }

    /// A dispute by its short name; nil when no pack knows it.
    public func dispute(_ id: String) -> Manifest.Dispute? {
        packs.lazy.flatMap(\.manifest.disputes).first { $0.id == id }
    }

    /// The disputes of all packs as they stand, in the order of packs.
    public var disputes: [DisputeView] { DisputeView.all(in: self) }

    /// The positions that others take where a rule takes one; empty when nobody disagrees with it.
    public func otherPositions(of rule: Rule) -> [String] {
        guard let side = rule.dispute else { return [] }
        let sides = DisputeView(side.dispute, in: self).sides
        return sides.map(\.position).filter { $0 != side.position }
    }
}
