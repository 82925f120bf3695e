import ActivityLog
import ArgumentParser
import Checklists
import RulesEngine

/// The log that a command changes: as it was found, and the way changes get into it.
struct Logbook {
    let workspace: Workspace
    private let source: LogSource
    /// Whether nothing is recorded, only said.
    let isTrial: Bool

    /// Loads everything; a log that may only be read is refused before anything else is asked.
    init(_ options: ChangeOptions, _ console: Console) throws {
        source = try LogSource(options.options.log, console)
        isTrial = options.dryRun
        if !isTrial { try source.checkWritable() }
        workspace = try Workspace(options.options, console)
    }

    /// A reader of typed lines; `addsNew` lets them name who is not in the log yet, `isAgain` say what is logged already.
    func sentence(addsNew: Bool = false, isAgain: Bool = false) -> LogSentence {
        LogSentence(
            vocabulary: workspace.rules.vocabulary, document: workspace.document, now: workspace.now,
            zone: workspace.zone, addsNew: addsNew, isAgain: isAgain)
    }

    /// Records changes as one entry; nil when nothing is to be recorded. A log without a time zone gets the one in use,
    /// because the times in it mean nothing without.
    @discardableResult
    func record(_ changes: [LogChange]) throws -> Entry? {
        guard !isTrial else { return nil }
        let all = changes + (needsZone(changes) ? [.setting(.timeZone(workspace.zone.name))] : [])
        return try database().append(all.count == 1 ? all[0] : .together(all), recordedAt: workspace.now)
    }

    private func needsZone(_ changes: [LogChange]) -> Bool {
        guard workspace.document.timeZone == nil else { return false }
        return !changes.contains { change in
            if case .setting(.timeZone) = change { true } else { false }
        }
    }

    /// Records an activity, or what is new about one, with whoever is new, and says what that led to.
    func record(_ reading: LogSentence.Reading) throws -> Recording {
        let topics = topics(of: reading.line)
        let said = topics.named(in: reading.line, workspace.rules.vocabulary)
        var written = try rezoning().line(said)
        written = reading.earlier?.adding(written.fields, workspace.rules.vocabulary) ?? written
        let entry = try record([.activities([written])] + reading.newRecords.map { .addRecord($0) })
        var line = reading.earlier?.adding(said.fields, workspace.rules.vocabulary) ?? said
        line.id = entry?.activityIDs.first ?? line.id
        return Recording(
            line: line, said: said, topics: topics, newRecords: reading.newRecords, isTrial: isTrial,
            workspace: workspace)
    }

    /// The topics of the packs, when a line may speak of some.
    private func topics(of line: ActivityLine) -> TopicList {
        line.fields.isEmpty || line.with.isEmpty ? TopicList() : TopicList.load(workspace.rules)
    }

    /// From the zone in use, which may be one for this command alone, to that of the log.
    private func rezoning() throws -> Rezoning {
        let own = try workspace.document.timeZone.map { try Workspace.zone($0.text) } ?? workspace.zone
        return Rezoning(workspace.rules.vocabulary, from: workspace.zone, to: own)
    }

    /// The database behind it.
    func database() throws -> ActivityLog { try source.database() }
}

/// The options of every command that changes the log.
struct ChangeOptions: ParsableArguments {
    @OptionGroup var options: LogOptions
    @Flag(help: "Say what would be recorded, and record nothing.")
    var dryRun = false
}
