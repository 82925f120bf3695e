import ArgumentParser
import RulesEngine

/// `explore people list`.
struct PeopleList: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the people of the log, with what is known and when you were last in touch.",
        discussion: """
            Examples:
              explore people --log Examples/sam.yaml
              explore people list --log Examples/sam.yaml --format json
            """)

    @OptionGroup var options: LogOptions
    @Flag(help: "Also list those who are archived.")
    var all = false
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let list = RecordList(try Workspace(options, console), kind: RecordNames.person, showsArchived: all)
        console.write(
            format.format == .json
                ? list.json : list.text(orElse: "Nobody is in the log yet. Begin with: explore people add NAME"))
        return .inOrder
    }
}
