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
        subcommands: [PathList.self, PathAdd.self, PathSet.self, PathArchive.self],
        defaultSubcommand: PathList.self)
}
