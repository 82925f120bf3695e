/// A fact that may be written about an activity or a record. A field's name means one thing in a whole vocabulary.
public struct Field: Sendable {
    /// Its number in this vocabulary.
    public let id: FieldID
    /// Its name, as written before the colon.
    public let name: String
    /// How it is named in a sentence: `length`.
    public let title: String
    /// What may be written for it.
    public let type: FieldType
    /// The question that asks for it: `How long was it?`; empty when the title says enough.
    public let asks: String
    /// True when its value is read from a message's words: the length of time that is asked for.
    public let isInText: Bool
    /// Where it was declared.
    public let declared: SourceRange?
    /// How it is worked out; nil for what people write.
    public var computed: ComputedField?
    /// Other words for a choice, by the choice: `message` is also said `text` or `sms`.
    public internal(set) var synonyms: [String: [String]] = [:]

    /// The choices that a word or two may mean, in their order; letter case and the sign between words do not matter.
    ///
    /// One of the choices themselves is that one alone.
    public func choices(said written: String) -> [String] {
        guard case .choice(let choices) = type.element else { return [] }
        let wanted = Self.plain(written)
        if let own = choices.first(where: { Self.plain($0) == wanted }) { return [own] }
        return choices.filter { synonyms[$0]?.contains { Self.plain($0) == wanted } == true }
    }

    private static func plain(_ words: String) -> String { words.lowercased().filter { !" -_".contains($0) } }
}
