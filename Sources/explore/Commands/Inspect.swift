import ArgumentParser
import RulesEngine

/// `explore inspect FILE`.
struct Inspect: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how a YAML file is read.",
        discussion: """
            Examples:
              explore inspect Examples/plan.yaml
              explore inspect Examples/sam.yaml --as json
            """)

    /// What is shown.
    enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
        case tree, json, events
    }

    @Argument(help: "The file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String
    @Option(name: .customLong("as"), help: "What to show: tree (with places), json or events.")
    var form: Form = .tree

    func run(_ console: Console) throws -> ExitStatus {
        switch text(of: try TextFile.read(file)) {
        case .success(let text): console.write(text)
        case .failure(let failure): try Report(console).stopOnErrors(failure.diagnostics)
        }
        return .inOrder
    }

    private func text(of file: SourceFile) -> Result<String, YAMLInspection.Failure> {
        switch form {
        case .tree: YAMLInspection.tree(file)
        case .json: YAMLInspection.json(file).map { $0.map { $0 + "\n" }.joined() }
        case .events: YAMLInspection.events(file)
        }
    }
}
