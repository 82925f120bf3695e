import RulesEngine

/// What became of every piece of advice: what encodes it, or why nothing does.
public struct AdviceTrace: Sendable {
    /// In which form a piece of advice works for a person.
    public enum Form: String, Sendable, CaseIterable {
        case rule
        case item = "checklist item"
        case question, topic
        case pattern = "message pattern"
    }

    /// One thing that encodes a piece of advice.
    public struct Use: Sendable {
        /// The form.
        public let form: Form
        /// Its id; `pack/rule` for a rule.
        public let id: String
        /// What it asks for, says or is about.
        public let title: String
        /// Why it is not in force; nil when it is.
        public let rest: RestingRule.Reason?
        /// The rule itself; nil for other forms.
        public let rule: Rule?
        /// The piece, as the pack cites it.
        public let citation: WrittenText
    }

    private let byPiece: [String: [Use]]
    private let reasons: [String: AdviceException]

    /// Everything that a kit's packs encode.
    public init(_ kit: AdviceKit) {
        byPiece = Dictionary(grouping: Self.uses(in: kit), by: \.citation.text)
        reasons = Dictionary(kit.advice.exceptions.map { ($0.piece.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The uses of a piece, in the order of forms; empty when nothing encodes it.
    public func uses(of piece: String) -> [Use] { byPiece[piece] ?? [] }

    /// Why nothing encodes a piece; nil when no list says so.
    public func exception(for piece: String) -> AdviceException? { reasons[piece] }

    /// Every id that is cited, in alphabetical order.
    public var cited: [String] { byPiece.keys.sorted() }

    /// Other pieces that the same uses encode: what other documents, or other places, say to the same effect.
    public func companions(of piece: String) -> [String] {
        let own = Set(uses(of: piece).map { "\($0.form) \($0.id)" })
        return cited.filter { other in
            other != piece && uses(of: other).contains { own.contains("\($0.form) \($0.id)") }
        }
    }

    // MARK: Collecting

    private static func uses(in kit: AdviceKit) -> [Use] {
        let resting = kit.rules.resting.flatMap { uses(of: $0.rule, rest: $0.reason) }
        let items = kit.items.flatMap { item in
            item.advice.map { use(.item, item.id, item.title, $0) }
        }
        let questions = kit.questions.flatMap { question in
            question.advice.map { use(.question, question.id, question.wording, $0) }
        }
        let topics = kit.topics.topics.flatMap { topic in
            topic.advice.map { use(.topic, topic.name, topic.goal, $0) }
        }
        let patterns = kit.patterns.flatMap { pattern in
            pattern.advice.map { use(.pattern, pattern.id, pattern.title, $0) }
        }
        return kit.rules.rules.flatMap { uses(of: $0, rest: nil) } + resting + items + questions + topics + patterns
    }

    private static func uses(of rule: Rule, rest: RestingRule.Reason?) -> [Use] {
        rule.advice.map { Use(form: .rule, id: rule.id, title: rule.title, rest: rest, rule: rule, citation: $0) }
    }

    private static func use(_ form: Form, _ id: String, _ title: String, _ citation: WrittenText) -> Use {
        Use(form: form, id: id, title: title, rest: nil, rule: nil, citation: citation)
    }
}
