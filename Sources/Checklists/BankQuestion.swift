import RulesEngine

/// A question worth asking, from a pack's question bank.
public struct BankQuestion: Sendable, Hashable {
    /// When a question is left out.
    public enum Skipping: String, Sendable, CaseIterable {
        /// When its topic was answered by reading.
        case researched
        /// Never: it asks to confirm what was read, or belongs at every end.
        case never
    }

    /// Its short name.
    public let id: String
    /// The name of the topic it is about; empty for a question of one's own.
    public let topic: String
    /// How it is asked.
    public let wording: String
    /// Other ways to ask the same.
    public let variants: [String]
    /// When it is left out.
    public let skipping: Skipping
    /// Whether it belongs at the end of every talk.
    public let isClosing: Bool
    /// The kind of activity that asks a question of its file.
    public let usualKind: String?
    /// The kind of activity that asks this one, where a rule knows it apart; nil for the usual one.
    public let kind: String?
    /// The pieces of advice it encodes, by their full ids.
    public let advice: [WrittenText]
    /// Where it comes from; nil when the pack does not say.
    public let source: String?
    /// Where its id stands; nil for a question of one's own.
    public let range: SourceRange?

    /// The question a person wrote down themselves, asked by this kind of activity.
    static func own(_ wording: String, kind: String?) -> BankQuestion {
        BankQuestion(
            id: "own-question", topic: "", wording: wording, variants: [], skipping: .never, isClosing: false,
            usualKind: kind, kind: nil, advice: [], source: nil, range: nil)
    }

    /// Whether a line asks this question, in any of its wordings.
    func isAsked(by line: String) -> Bool {
        let letters = Self.letters(line)
        return ([wording] + variants).contains { Self.letters($0) == letters }
    }

    private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
