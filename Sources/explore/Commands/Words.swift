import ArgumentParser
import RulesEngine

/// `explore words [WORD]`.
struct Words: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what can be logged, with the words for it.",
        discussion: """
            With a word, a noun or a kind: what it means, what may be said with it, and the name that rules use. With a \
            field such as format: what it takes, and where it may be said.

            Examples:
              explore words
              explore words thanked
              explore words format
            """)

    @Argument(help: "A word such as thanked, a noun such as meeting, a kind such as thank_you.sent, or a field.")
    var word: [String] = []
    @OptionGroup var rules: RuleOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let vocabulary = try Workspace.rules(rules, time, console).vocabulary
        let written = word.joined(separator: " ")
        guard !written.isEmpty else {
            let list = WordList(vocabulary: vocabulary)
            console.write(format.format == .json ? list.json : list.text)
            return .inOrder
        }
        let kinds = vocabulary.kinds(meantBy: written)
        let fields = vocabulary.fields.filter { $0.name == written || $0.title == written.lowercased() }
        guard !kinds.isEmpty || !fields.isEmpty else { return try sayPhrasing(written, vocabulary, console) }
        let pages = kinds.map { WordPage(kind: $0, vocabulary: vocabulary) }
        let others = fields.map { FieldPage(field: $0, vocabulary: vocabulary) }
        console.write(
            format.format == .json
                ? (pages.map(\.json) + others.map(\.json)).map { $0 + "\n" }.joined()
                : (pages.map(\.text) + others.map(\.text)).joined(separator: "\n"))
        return .inOrder
    }

    /// Words that are read as another line, or asked about.
    private func sayPhrasing(_ written: String, _ vocabulary: Vocabulary, _ console: Console) throws -> ExitStatus {
        guard let phrasing = vocabulary.phrasings.first(where: { $0.words.contains(written.lowercased()) }) else {
            let known = vocabulary.kindWords + vocabulary.kinds.map(\.noun) + vocabulary.fields.map(\.name)
            throw CommandFailure(
                "'\(written)' is not something that can be logged",
                help: (nearestWord(to: written, among: known).map { "did you mean '\($0)'? " } ?? "")
                    + "all of it is listed by: explore words")
        }
        let lines = phrasing.means.map { [$0] } ?? phrasing.choices
        if phrasing.means == nil { console.line("'\(written)': \(phrasing.says)") }
        for line in lines {
            console.line("  explore log " + (line.head + ["NAME"] + line.tail).joined(separator: " "))
        }
        return .inOrder
    }
}
