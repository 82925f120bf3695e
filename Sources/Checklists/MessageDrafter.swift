import RulesEngine

/// Writes drafts of messages from patterns and the log. Nobody sends them but the person.
public struct MessageDrafter: Sendable {
    let kit: AdviceKit
    let engine: Engine

    /// A drafter with these patterns, for one who lives in this time frame.
    public init(kit: AdviceKit, frame: TimeFrame) {
        self.kit = kit
        engine = Engine(rules: kit.rules, frame: frame)
    }

    /// A draft, and what is left to do about it.
    public struct Draft: Sendable, Hashable {
        /// The pattern it follows.
        public let pattern: String
        /// When that pattern is right.
        public let title: String
        /// The whole file: its head, an empty line, and the words.
        public let text: String
        /// What is still to be filled in, as it stands in the words.
        public let blanks: [String]
        /// Where the pattern comes from; nil when it does not say.
        public let source: String?
    }

    /// The patterns that a word may mean: all of a kind of message in the order they are tried, else one by its own name.
    public func patterns(named word: String) -> [MessagePattern] {
        if let kind = engine.rules.vocabulary.kind(message: word) {
            return kit.patterns.filter { $0.kind == engine.rules.vocabulary[kind].name }
        }
        return kit.patterns.filter { $0.id == word.lowercased() }
    }

    /// A draft to somebody after the first of these patterns that fits what is known; after one that was asked for by its
    /// name in any case. Nil when none fits.
    public func draft(
        _ patterns: [MessagePattern], to person: String, in document: LogDocument, at now: Instant,
        _ diagnostics: inout Diagnostics
    ) -> Draft? {
        guard let first = patterns.first,
            let scene = engine.scene(of: first.kind, to: person, in: document, at: now, &diagnostics)
        else { return nil }
        let fitting = patterns.count == 1 ? first : patterns.first { $0.fits(scene) }
        return fitting.map { draft($0, to: person, scene) }
    }

    private func draft(_ pattern: MessagePattern, to person: String, _ scene: MessageScene) -> Draft {
        let paragraphs = pattern.paragraphs.compactMap { paragraph -> String? in
            let isKnown = paragraph.known.allSatisfy { scene.knows($0) }
            return (isKnown ? paragraph.text : paragraph.otherwise).map { scene.filled($0) }
        }
        let subject = pattern.subject.map { scene.filled($0) }
        var head = ["To: \(person)", "Kind: \(word(of: pattern))"]
        if let subject { head.append("Subject: \(subject)") }
        let body = paragraphs.joined(separator: "\n\n")
        return Draft(
            pattern: pattern.id, title: pattern.title, text: head.joined(separator: "\n") + "\n\n\(body)\n",
            blanks: Message.blanks(in: [subject, body].compactMap { $0 }.joined(separator: "\n")),
            source: pattern.source)
    }

    /// What the head of a file calls such a message.
    private func word(of pattern: MessagePattern) -> String {
        let vocabulary = engine.rules.vocabulary
        return vocabulary.kind(named: pattern.kind).flatMap { vocabulary[$0].messages.first } ?? pattern.kind
    }
}
