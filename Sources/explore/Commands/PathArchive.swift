import ArgumentParser
import RulesEngine

/// `explore path archive NAME`.
struct PathArchive: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Stop asking for anything about a path, without deleting anything.",
        discussion: """
            Examples:
              explore path archive people --log Examples/sam.yaml --dry-run
              explore path archive people --back --log Examples/sam.yaml --dry-run
            """)

    @Argument(help: "Which.")
    var name: [String]
    @Flag(help: "Bring a path back that was archived.")
    var back = false
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let changed = try RecordEditor(book, kind: RecordNames.path).archive(
            name.joined(separator: " "), isBack: back)
        try changed.record(in: book, isJSON: format.format == .json, console)
        return .inOrder
    }
}
