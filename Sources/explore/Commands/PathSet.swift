import ArgumentParser
import RulesEngine

/// `explore path set NAME FIELD=VALUE…`.
struct PathSet: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Correct or change what is known about a path.",
        discussion: """
            Examples:
              explore path set people stage=decided --log Examples/sam.yaml --dry-run
              explore path set people stage=dropped --since 2026-11-15 --log Examples/sam.yaml --dry-run
            """)

    @Argument(parsing: .allUnrecognized, help: "The name, and FIELD=VALUE or --FIELD VALUE for what is to be changed.")
    var words: [String]
    @Option(help: "The day from which on it holds.")
    var since: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let moment = try since.map { try TypedTime(book.workspace).past([$0]) }
        let changed = try RecordEditor(book, kind: RecordNames.path).set(words, since: moment, addsNew: false)
        try changed.record(in: book, isJSON: format.format == .json, console)
        return .inOrder
    }
}
