import RulesEngine

/// Something one wants to learn by talking with people, such as what a typical day is like.
public struct Topic: Sendable, Hashable {
    /// Its name, as it is written in a log.
    public let name: String
    /// What one wants to know, as a sentence.
    public let goal: String
    /// Other words that mean it, as written in a log.
    public let words: [String]
    /// The kinds of activity that show by themselves that it was reached, by name.
    public let shownBy: [String]
    /// The kinds of activity in which somebody tells of it, by name.
    public let toldBy: [String]
    /// Why it is worth learning.
    public let because: String
    /// The pieces of advice it encodes, by their full ids.
    public let advice: [WrittenText]
    /// Where it comes from; nil when the pack does not say.
    public let source: String?
    /// Where it was declared.
    public let range: SourceRange
}

/// The topics of all packs, and how a log says what was learned about them.
public struct TopicList: Sendable {
    /// The topics, in the order of packs and files: those that matter most come first.
    public internal(set) var topics: [Topic] = []
    /// The kind of record that topics are learned about, each by itself; nil when there is only one map.
    var subject: RecordKindID?
    /// The field that lists what somebody said; nil when no pack says.
    var heard: FieldID?
    /// The kinds that say in their main field what was read.
    var read: [KindID] = []
    /// The kinds that say in their main field on what somebody contradicts others.
    var contradicts: [KindID] = []
    /// Who may be asked beside those one is about to meet; nil for nobody.
    var askAlso: WrittenCondition?
    /// The field of a path that holds the question a person wants answered about it; nil when there is none.
    var ownQuestion: FieldID?
    /// The fields that tie two people: a name in one of them, or the same words in both.
    var tiedBy: [FieldID] = []
    /// The kinds that give a path up, those that settle on it, and those that take it up.
    var droppedBy: [KindID] = []
    var decidedBy: [KindID] = []
    var takenUpBy: [KindID] = []

    /// No topics.
    public init() {}

    /// The topics of the packs of these rules, read alone. Mistakes in them are told by those who read all that packs
    /// bring.
    public static func load(_ rules: RuleSet) -> TopicList {
        var reader = KitReader(rules, Diagnostics())
        return reader.readTopics()
    }

    /// The topic of this name, in any letter case; nil when there is none.
    public func topic(named name: String) -> Topic? {
        let wanted = name.lowercased()
        return topics.first { $0.name.lowercased() == wanted }
    }

    /// The topics a note speaks of: the one it names outright, else all whose words stand in it.
    ///
    /// Words of fewer than six letters mean something only when they stand alone.
    public func topics(saidBy note: String) -> [Topic] {
        let words = Self.words(note)
        if let topic = topics.first(where: { topic in topic.names.contains { Self.words($0) == words } }) {
            return [topic]
        }
        return topics.filter { topic in
            topic.names.contains { $0.count >= 6 && Self.contains(words, Self.words($0)) }
        }
    }

    /// What a line says was learned from somebody and no topic has words for; none where no pack has topics.
    public func unknown(in line: ActivityLine, _ vocabulary: Vocabulary) -> [String] {
        guard let heard, !topics.isEmpty else { return [] }
        return vocabulary.values(of: heard, in: line).filter { topics(saidBy: $0).isEmpty }
    }

    /// A line in which what was learned has the names of topics, where it was written in other words for one: rules
    /// compare with the name.
    public func named(in line: ActivityLine, _ vocabulary: Vocabulary) -> ActivityLine {
        guard let heard, let place = line.fields.firstIndex(where: { $0.name.text == vocabulary[heard].name }) else {
            return line
        }
        var line = line
        line.fields[place].values = line.fields[place].values.map { value in
            let words = Self.words(value.text)
            let topic = topics.first { topic in topic.names.contains { Self.words($0) == words } }
            return topic.map { WrittenText($0.name) } ?? value
        }
        return line
    }

    /// Whether a note is about these topics and nothing else: it names each of them, with small words between at most.
    ///
    /// A word of a topic inside a longer note says that it came up, not that it was answered.
    func isAbout(_ meant: [Topic], _ note: String) -> Bool {
        let names = meant.flatMap(\.names).map { Self.words($0).filter(Self.isOfWeight) }
        var rest = Self.words(note).filter(Self.isOfWeight)[...]
        while !rest.isEmpty {
            let longest = names.filter { !$0.isEmpty && rest.starts(with: $0) }.max { $0.count < $1.count }
            guard let longest else { return false }
            rest = rest.dropFirst(longest.count)
        }
        return !meant.isEmpty
    }

    private static let smallWords: Set<Substring> = [
        "a", "about", "an", "and", "as", "at", "for", "from", "in", "is", "it", "its", "my", "of", "on", "or", "our",
        "the",
        "their", "there", "they", "to", "what", "which", "with",
    ]

    static func isOfWeight(_ word: Substring) -> Bool { !smallWords.contains(word) }

    static func words(_ text: String) -> [Substring] {
        text.lowercased().replacing("’", with: "'").split { !$0.isLetter && !$0.isNumber && $0 != "'" }
    }

    private static func contains(_ words: [Substring], _ part: [Substring]) -> Bool {
        guard !part.isEmpty, words.count >= part.count else { return false }
        return (0...words.count - part.count).contains { words[$0..<$0 + part.count].elementsEqual(part) }
    }
}

extension Vocabulary {
    /// What a line says in a field, without "none" and "don't know".
    func values(of field: FieldID, in line: ActivityLine) -> [String] {
        line.fields.filter { $0.name.text == self[field].name }.flatMap { $0.values.map(\.text) }
            .filter { $0 != "none" && $0 != "don't know" }
    }
}

extension Topic {
    /// Its name and the other words that mean it.
    var names: [String] { [name] + words }
}
