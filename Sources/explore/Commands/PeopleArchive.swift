import ArgumentParser
import RulesEngine

/// `explore people archive NAME`.
struct PeopleArchive: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Stop asking for anything about somebody, without deleting anything.",
        discussion: """
            Examples:
              explore people archive 'Tom Baker' --log Examples/sam.yaml --dry-run
              explore people archive tom --back --log Examples/sam.yaml --dry-run
            """)

    @Argument(help: "Whom.", completion: .custom { Completions.people($0, $1, $2) })
    var name: [String]
    @Flag(help: "Bring somebody back who was archived.")
    var back = false
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let changed = try RecordEditor(book, kind: RecordNames.person).archive(
            name.joined(separator: " "), isBack: back)
        try changed.record(in: book, isJSON: format.format == .json, console)
        return .inOrder
    }
}
