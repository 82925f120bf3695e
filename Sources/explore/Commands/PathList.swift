import ArgumentParser
import RulesEngine

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
        console.write(
            format.format == .json
                ? list.json : list.text(orElse: "No path is in the log yet. Begin with: explore path add NAME"))
        return .inOrder
    }
}
