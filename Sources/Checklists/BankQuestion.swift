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
    /// The name of the topic it is about; empty for a question of one's own that names none.
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
    static func own(_ wording: String, about topic: String, kind: String?) -> BankQuestion {
        BankQuestion(
            id: "own-question", topic: topic, wording: wording, variants: [], skipping: .never, isClosing: false,
            usualKind: kind, kind: nil, advice: [], source: nil, range: nil)
    }

    /// Whether the person wrote it down themselves: no file has it.
    var isOwn: Bool { range == nil }

    /// Whether a line asks this question, in any of its wordings.
    func isAsked(by line: String) -> Bool {
        let letters = Self.letters(line)
        return ([wording] + variants).contains { Self.letters($0) == letters }
    }

    /// Whether a line asks this question or nearly so: most of the words that carry one of its wordings stand in it.
    func isNearlyAsked(by line: String) -> Bool {
        let words = Self.carrying(line)
        return isAsked(by: line)
            || ([wording] + variants).map(Self.carrying).contains { own in
                let common = own.intersection(words).count
                return common > 1 && common * 3 >= min(own.count, words.count) * 2
            }
    }

    /// The words of a question that tell it from another.
    private static func carrying(_ text: String) -> Set<Substring> {
        Set(TopicList.words(text).filter { TopicList.isOfWeight($0) && !askingWords.contains($0) })
    }

    private static let askingWords: Set<Substring> = [
        "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "how", "i", "if", "may", "me",
        "should",
        "so", "that", "this", "was", "were", "will", "would", "you", "your",
    ]

    private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
