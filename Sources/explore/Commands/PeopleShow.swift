import ArgumentParser
import RulesEngine

/// `explore people show NAME`.
struct PeopleShow: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show all that the log knows about somebody, and what is open with them.",
        discussion: """
            Examples:
              explore people show ana --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore people show ana --log Examples/sam.yaml --now '2026-11-20 18:00' --format json
            """)

    @Argument(help: "Whom.", completion: .custom { Completions.people($0, $1, $2) })
    var name: [String]
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let found = try People(workspace.document).find(name.joined(separator: " "))
        let page = PersonPage(found, workspace, try workspace.evaluate(console))
        console.write(format.format == .json ? page.json + "\n" : page.text)
        return .inOrder
    }
}
