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

    @Argument(
        help: "Only this person, with all that the log knows.", completion: .custom { Completions.people($0, $1, $2) })
    var name: [String] = []
    @OptionGroup var options: LogOptions
    @Flag(help: "Also list those who are archived.")
    var all = false
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let evaluated = try workspace.evaluate(console)
        guard name.isEmpty else {
            let page = PersonPage(
                try People(workspace.document).find(name.joined(separator: " ")), workspace, evaluated)
            console.write(format.format == .json ? page.json + "\n" : page.text)
            return .inOrder
        }
        let list = RecordList(
            workspace, kind: RecordNames.person, showsArchived: all, next: NextMeetings(evaluated).starts)
        console.write(
            format.format == .json
                ? list.json : list.text(orElse: "Nobody is in the log yet. Begin with: explore people add NAME"))
        return .inOrder
    }
}
