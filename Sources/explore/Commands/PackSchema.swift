import ArgumentParser
import RulesEngine

/// `explore pack schema --for FILE`.
struct PackSchema: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write a JSON Schema of a kind of file, for editors that help while you type.",
        discussion: """
            It knows the shapes, the words of the vocabulary, and those of the packs installed or named with --pack.

            Examples:
              explore pack schema --for rules
              explore pack schema --for plan
            """)

    @Option(
        name: .customLong("for"), help: "The kind of file: pack, rules, messages, vocabulary, log, plan or settings.")
    var file: FileSchema
    @OptionGroup var rules: RuleOptions

    func run(_ console: Console) throws -> ExitStatus {
        var diagnostics = Diagnostics()
        let rules = PackLoader.load(
            try Workspace.packs(rules.packs, installed: try InstalledPacks.files(console)), &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        console.write(file.json(for: rules))
        return .inOrder
    }
}

extension FileSchema: ExpressibleByArgument {}
