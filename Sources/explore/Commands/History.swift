import ActivityLog
import ArgumentParser
import RulesEngine

/// `explore history`.
struct History: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what was recorded last, and what was taken back.",
        discussion: """
            Examples:
              explore history
              explore history --last 50 --format json
            """)

    @OptionGroup var options: LogOptions
    @Option(help: "How many entries.")
    var last = 10
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard last > 0 else { throw ValidationError("--last is a number from 1 on") }
    }

    func run(_ console: Console) throws -> ExitStatus {
        let source = try LogSource(options.log, console)
        try source.checkWritable()
        let workspace = try Workspace(options, console)
        let entries = try source.isThere ? source.database().entries(last: last) : []
        for entry in entries {
            console.line(format.format == .json ? json(entry, workspace.zone) : text(entry, workspace))
        }
        if entries.isEmpty, format.format == .text { console.line("Nothing is recorded yet.") }
        return .inOrder
    }

    private func text(_ entry: Entry, _ workspace: Workspace) -> String {
        let taken = entry.isReversed ? "  (taken back)" : ""
        return "\(workspace.zone.wallTime(at: entry.recordedAt).spoken)  \(said(entry, workspace))\(taken)"
    }

    /// What an entry recorded in words, as far as the log still has it; a long text is cut.
    private func said(_ entry: Entry, _ workspace: Workspace) -> String {
        let ids = Set(entry.activityIDs)
        let lines = workspace.document.activities.filter { $0.id.map(ids.contains) == true }
        guard entry.reverses == nil, let first = lines.first else {
            return entry.summary.withKindsInWords(workspace.rules.vocabulary)
        }
        let text = ActivityText(vocabulary: workspace.rules.vocabulary, zone: workspace.zone).text(first)
        let more = lines.count > 1 ? " and \(lines.count - 1) more" : ""
        return (text.count > 100 ? text.prefix(99) + "…" : text) + more
    }

    private func json(_ entry: Entry, _ zone: Zone) -> String {
        JSONLine([
            ("entry", .number(entry.id)),
            ("recorded_at", .text(Moment(at: entry.recordedAt, in: zone).written(in: zone))),
            ("summary", .text(entry.summary)), ("taken_back", .flag(entry.isReversed)),
            ("takes_back", entry.reverses.map { .number($0) } ?? .none),
            ("activities", .list(entry.activityIDs.map { .text($0) })),
        ]).text
    }
}

extension String {
    /// A summary with the noun of each kind of activity in the place of its name.
    func withKindsInWords(_ vocabulary: Vocabulary) -> String {
        split(separator: " ", omittingEmptySubsequences: false).map { word in
            vocabulary.kind(named: String(word)).map { vocabulary[$0].noun } ?? String(word)
        }.joined(separator: " ")
    }
}

extension Entry {
    /// What an undo took back, without the word it begins with.
    var taken: String { String(summary.trimmingPrefix("undo: ")) }
}
