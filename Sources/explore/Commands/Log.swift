import ArgumentParser
import RulesEngine

/// `explore log WORDS…`.
struct Log: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Log what happened, in one line.",
        discussion: """
            Say what you did, with whom, and when. Free text becomes a note; FIELD=VALUE or --FIELD VALUE says more.
            What is logged already is not logged twice: the same line with more in it changes it.
            All that can be logged is listed by: explore words

            Examples:
              explore log asked "Tom Baker" by email --new
              explore log met ana yesterday 15:00 26m --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
            """)

    @Argument(
        parsing: .allUnrecognized,
        help: "What happened: a word such as met or asked, names, a time, a length, FIELD=VALUE, text in quotes.",
        completion: .custom { Completions.logWords($0, $1, $2) })
    var words: [String] = []
    @Flag(name: .customLong("new"), help: "Add people who are not in the log yet.")
    var addsNew = false
    @Flag(help: "Log it although the log says the same already.")
    var again = false
    @Option(help: "How to write the report: text or json. Any other value is a field of what happened.")
    var format: String?
    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard words.isEmpty else { return }
        throw ValidationError(
            "it does not say what happened. Write it in one line, such as: explore log met NAME yesterday 15:00\n"
                + "All that can be logged is listed by: explore words")
    }

    func run(_ console: Console) throws -> ExitStatus {
        if ["help", "words", "list"].contains(words.joined(separator: " ").lowercased()) {
            console.write(
                WordList(vocabulary: try Workspace.rules(change.options.rules, change.options.time, console).vocabulary)
                    .text)
            return .inOrder
        }
        let typed = TypedWords(words, format: format)
        let book = try Logbook(change, console)
        let reading = try book.sentence(addsNew: addsNew, isAgain: again).read(typed.words).orFailure(of: "log")
        let recording = try book.record(reading)
        typed.isJSON
            ? console.line(recording.json) : recording.show(reading.earlier == nil ? "Logged" : "Changed", console)
        return .inOrder
    }
}

/// The words of a typed line, where `--format` may mean the report or a field.
struct TypedWords {
    /// What the line says.
    let words: [String]
    /// Whether the report is for other programs.
    let isJSON: Bool

    init(_ words: [String], format: String?) {
        let report = format.flatMap(ReportFormat.init)
        isJSON = report == .json
        self.words = words + (report == nil ? format.map { ["--format", $0] } ?? [] : [])
    }
}
