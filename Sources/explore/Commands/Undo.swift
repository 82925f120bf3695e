import ArgumentParser
import RulesEngine

/// `explore undo`.
struct Undo: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take back what was recorded last.",
        discussion: """
            Nothing is deleted: what is taken back stays in the history. Asking again takes back the entry before.

            Examples:
              explore undo
              explore undo --format json
            """)

    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let source = try LogSource(options.log, console)
        try source.checkWritable()
        let workspace = try Workspace(options, console)
        let entry = try source.isThere ? source.database().undo(recordedAt: workspace.now) : nil
        if format.format == .json {
            console.line(JSONLine([("undone", entry.map { .text($0.taken) } ?? .none)]).text)
        } else {
            let taken = entry?.taken.withKindsInWords(workspace.rules.vocabulary)
            console.line(taken.map { "Taken back: \($0)." } ?? "There is nothing to take back.")
        }
        return .inOrder
    }
}
