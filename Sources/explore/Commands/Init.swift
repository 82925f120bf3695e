import ActivityLog
import ArgumentParser
import RulesEngine

/// `explore init`.
struct Init: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a log, and say what you are exploring.",
        discussion: """
            On a terminal it asks for what is not given. Running it again changes only what is given then.

            Examples:
              explore init --path 'People operations' --time-zone America/New_York
              explore init --started 2026-11-01
            """)

    @Option(help: "The path you are exploring, such as a career.")
    var path: String?
    @Option(help: "The day you began; what was before it is history and asks for nothing.")
    var started: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let source = try LogSource(change.options.log, console)
        let isNew = !source.isThere
        let book = try Logbook(change, console)
        let beginning = try Beginning(book.workspace, self, console, asks: isNew && !change.dryRun)
        if isNew || !beginning.changes.isEmpty { try book.record(beginning.changes) }
        let report = BeginningText(beginning: beginning, path: source.path, isNew: isNew, isTrial: change.dryRun)
        console.line(format.format == .json ? report.json : report.text)
        return .inOrder
    }
}

/// What a new log begins with, or what is to be changed of one that is there.
struct Beginning {
    let workspace: Workspace
    private(set) var changes: [LogChange] = []

    init(_ workspace: Workspace, _ command: Init, _ console: Console, asks: Bool) throws {
        self.workspace = workspace
        let question = asks ? Question(console) : nil
        let name = command.path ?? question?.ask("Which path are you exploring, such as a career? ")
        let zone = command.change.options.time.timeZone ?? question?.ask("Your time zone? [\(workspace.zone.name)] ")
        try add(zone: zone)
        if let name { add(path: name) }
        if let started = command.started { try add(started: started) }
    }

    private mutating func add(zone name: String?) throws {
        let zone = try name.map { try Workspace.zone($0) }
        guard let zone, zone.name != workspace.document.timeZone?.text else { return }
        changes.append(.setting(.timeZone(zone.name)))
        try keepTimes(in: zone)
    }

    /// Who moves to another zone keeps the times that are agreed upon: they are written for the new wall.
    private mutating func keepTimes(in zone: Zone) throws {
        guard let old = try workspace.document.timeZone.map({ try Workspace.zone($0.text) }) else { return }
        let rezoning = Rezoning(workspace.rules.vocabulary, from: old, to: zone)
        let (lines, records) = (workspace.document.activities, workspace.document.records)
        let moved = lines.map(rezoning.line)
        let changed = zip(lines, moved).filter { $0 != $1 }.map(\.1)
        if !changed.isEmpty { changes.append(.activities(changed)) }
        let renewed = records.map(rezoning.record)
        changes += zip(records, renewed).filter { $0 != $1 }.map { .addRecord($0.1) }
    }

    private mutating func add(path name: String) {
        let isThere = workspace.document.records.contains { line in
            line.kind == RecordNames.path && line.name.text.lowercased() == name.lowercased()
        }
        if !isThere { changes.append(.addRecord(RecordLine(kind: RecordNames.path, name: WrittenText(name)))) }
    }

    private mutating func add(started written: String) throws {
        let moment = try TypedTime(workspace).past([written])
        if moment != workspace.document.started { changes.append(.setting(.started(moment))) }
    }
}
