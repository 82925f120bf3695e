import ArgumentParser
import RulesEngine

/// The commands about the paths being explored.
struct PathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "List and add the paths you are exploring.",
        discussion: """
            Examples:
              explore path --log Examples/sam.yaml
              explore path add 'People operations' --question 'What would I do on a normal Tuesday?'
            """,
        subcommands: [PathList.self, PathAdd.self, PathSet.self],
        defaultSubcommand: PathList.self)
}

/// `explore path list`.
struct PathList: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the paths of the log.",
        discussion: """
            Examples:
              explore path --log Examples/sam.yaml
              explore path list --log Examples/sam.yaml --format json
            """)

    @OptionGroup var options: LogOptions
    @Flag(help: "Also list those that are archived.")
    var all = false
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let list = RecordList(try Workspace(options, console), kind: RecordNames.path, showsArchived: all)
        console.write(format.format == .json ? list.json : list.text(orElse: "No path is in the log yet. Begin with: explore path add NAME"))
        return .inOrder
    }
}

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
