/// A question that guides answer differently, as it stands: every answer with those who give it, and the one in force.
public struct DisputeView: Sendable {
    /// Its short name.
    public let id: String
    /// The question; empty when no pack words it.
    public let question: String
    /// The answer that holds when nobody chooses; nil when no pack says.
    public let preferred: String?
    /// Why that one.
    public let because: String
    /// The answers: the default, then those the dispute lists, then those only rules give.
    public let sides: [Side]
    /// Who chose the answer in force; nil for the default.
    public let choice: PositionChoice?

    /// One answer.
    public struct Side: Sendable {
        /// The answer, in the words by which it is chosen.
        public let position: String
        /// Whether it is the one in force.
        public let isInForce: Bool
        /// The rules that give it, in force or not.
        public let rules: [Rule]
        /// The pieces of advice that give it, by their full ids.
        public let advice: [String]
        /// Those who give it, for people: `Title, place`.
        public let sources: [String]
    }

    /// A dispute of a rule set, known or not.
    init(_ id: String, in rules: RuleSet) {
        let declared = rules.dispute(id)
        let active = rules.positions.first { $0.dispute == id }
        let speaking = (rules.rules + rules.restingRules).filter { $0.dispute?.dispute == id }
        let listed = declared?.positions ?? []
        let first = [declared?.preferred].compactMap { $0 } + listed.map(\.name)
        let names = first + speaking.compactMap { $0.dispute?.position }
        self.id = id
        question = declared?.question ?? ""
        preferred = declared?.preferred
        because = declared?.because ?? ""
        choice = active?.choice
        sides = names.withoutRepeats.map { name in
            Side(
                name, isInForce: name == active?.position, listed: listed.filter { $0.name == name },
                rules: speaking.filter { $0.dispute?.position == name })
        }
    }

    /// The disputes packs declare, then those only rules name.
    static func all(in rules: RuleSet) -> [DisputeView] {
        let declared = rules.packs.flatMap(\.manifest.disputes).map(\.id)
        let named = (rules.rules + rules.restingRules).compactMap { $0.dispute?.dispute }
        return (declared + named).withoutRepeats.map { DisputeView($0, in: rules) }
    }
}

extension DisputeView.Side {
    fileprivate init(_ name: String, isInForce: Bool, listed: [Manifest.Position], rules: [Rule]) {
        position = name
        self.isInForce = isInForce
        self.rules = rules
        advice = (listed.flatMap(\.advice) + rules.flatMap(\.advice)).map(\.text).withoutRepeats
        sources = (listed.compactMap(\.source) + rules.compactMap(\.source)).map(\.text).withoutRepeats
    }
}

extension [String] {
    /// The texts in their order, each once.
    fileprivate var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
