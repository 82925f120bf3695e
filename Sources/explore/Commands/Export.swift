import ArgumentParser
import RulesEngine

/// `explore export`.
struct Export: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the whole log as a plain text file.",
        discussion: """
            What is written can be read with --log, changed in an editor and brought in again with: explore import FILE

            Examples:
              explore export --log Examples/sam.yaml
              explore export --format json --log Examples/sam.yaml
            """)

    /// The forms of an exported log.
    enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
        case yaml, json
    }

    @OptionGroup var options: LogOptions
    @Option(help: "How to write it: yaml or json.")
    var format: Form = .yaml
    @Option(help: "Write it into this new file instead of to standard output.", completion: .file())
    var to: String?

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let zone = try workspace.document.timeZone.map { try Workspace.zone($0.text) } ?? workspace.zone
        let writer = LogWriter(vocabulary: workspace.rules.vocabulary, zone: zone)
        let text = format == .yaml ? writer.yaml(workspace.document) : writer.json(workspace.document)
        guard let to else {
            console.write(text)
            return .inOrder
        }
        try NewFile.write(text, to: to)
        console.errorLine("Written to \(to).")
        return .inOrder
    }
}
