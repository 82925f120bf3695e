import ArgumentParser
import RulesEngine

/// `explore path add NAME`.
struct PathAdd: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a path to the log.",
        discussion: """
            Examples:
              explore path add 'People operations' --question 'What would I do on a normal Tuesday?'
              explore path add Nursing stage=exploring
            """)

    @Argument(parsing: .allUnrecognized, help: "The name, and FIELD=VALUE or --FIELD VALUE for what you know.")
    var words: [String]
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let changed = try RecordEditor(book, kind: RecordNames.path).add(words, addsNew: false)
        try changed.record(in: book, isJSON: format.format == .json, console)
        return .inOrder
    }
}
