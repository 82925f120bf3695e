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

    /// The other positions in a rule's dispute, each with its rule.
    public func otherSides(of rule: Rule) -> [Rule] {
        guard let side = rule.dispute else { return [] }
        return restingRules.filter { $0.dispute?.dispute == side.dispute && $0.dispute?.position != side.position }
    }
}
