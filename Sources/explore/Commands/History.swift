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
        let zone = try Workspace(options, console).zone
        let entries = try source.isThere ? source.database().entries(last: last) : []
        for entry in entries { console.line(format.format == .json ? json(entry, zone) : text(entry, zone)) }
        if entries.isEmpty, format.format == .text { console.line("Nothing is recorded yet.") }
        return .inOrder
    }

    private func text(_ entry: Entry, _ zone: Zone) -> String {
        let taken = entry.isReversed ? "  (taken back)" : ""
        return "\(zone.wallTime(at: entry.recordedAt).spoken)  \(entry.summary)\(taken)"
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

extension Entry {
    /// What an undo took back, without the word it begins with.
    var taken: String { String(summary.trimmingPrefix("undo: ")) }
}
