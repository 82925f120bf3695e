/// What is wrong with a time, a span or a length as somebody wrote it.
public struct WrittenTimeError: Error, Hashable, Sendable {
    /// What is wrong, in the author's words.
    public let message: String

    /// What to write instead, when that can be said.
    public let help: String?

    /// Where it is wrong, in Unicode scalars from the start of the text.
    public let characters: Range<Int>

    /// The whole text as it was surely meant, or nil when that is not sure.
    public let replacement: String?

    /// What may be written in the place of the characters, when it is one of a few things.
    public let choices: [String]

    /// An error at `characters` of a text.
    init(
        _ message: String, help: String? = nil, at characters: Range<Int>, replacement: String? = nil,
        choices: [String] = []
    ) {
        self.message = message
        self.help = help
        self.characters = characters
        self.replacement = replacement
        self.choices = choices
    }
}
