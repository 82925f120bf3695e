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
}
