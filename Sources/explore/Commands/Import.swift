import ActivityLog
import ArgumentParser
import RulesEngine

/// `explore import FILE`.
struct Import: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring a log from a file into your own.",
        discussion: """
            The file is one that explore export has written, as YAML or JSON, or one in that form. What your log has
            already is not added again.

            Examples:
              explore import Examples/sam.yaml --dry-run
              explore import Examples/sam.yaml
            """)

    @Argument(help: "The file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let document = try Importing(book.workspace, console).document(of: file)
        let report =
            try change.dryRun
            ? Importing.trial(of: document, into: book.workspace)
            : book.database().merge(document, recordedAt: book.workspace.now)
        let text = MergeReportText(report: report, isTrial: change.dryRun)
        format.format == .json ? console.line(text.json) : console.line(text.text)
        return .inOrder
    }
}
