/// A whole line that somebody may type instead of one that could not be read.
public struct TypedLine: Sendable, Hashable {
    /// The command whose line it is, such as `plan`; nil for that of the line it stands in for.
    public var command: String?
    /// Its words; one with a blank in it is typed in quotes.
    public var words: [String]
    /// Whether it says `--new`.
    public var addsNew = false
    /// What it means, when several lines are offered: `a request`.
    public var meaning = ""

    /// A line of these words.
    public init(_ words: [String], command: String? = nil, addsNew: Bool = false, meaning: String = "") {
        (self.words, self.command, self.addsNew, self.meaning) = (words, command, addsNew, meaning)
    }

    /// The line as it is typed at a shell, without the program's name and the command.
    public var text: String { (words.map(Self.quoted) + (addsNew ? ["--new"] : [])).joined(separator: " ") }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "_=:,./@+-%…".contains($0) }
        if isPlain { return word }
        let needsSingle = word.contains { "\"$`\\!".contains($0) }
        return needsSingle ? "'" + word.replacing("'", with: "'\\''") + "'" : "\"\(word)\""
    }
}
