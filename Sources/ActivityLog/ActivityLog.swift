import GRDB
import RulesEngine

/// What a person did, whom they know and what they decided: a log kept in one SQLite file.
///
/// Lines are only ever added. A correction is a newer line, an undo is a line that reverses another, and both stay on
/// record; the one exception is ``forget(person:)``, which deletes. What is acknowledged is on disk: when ``append(_:recordedAt:)``
/// has returned, neither a killed program nor a power cut takes it back. Several programs may use one file at a time.
public struct ActivityLog: Sendable {
    let file: LogFile

    /// Opens the log at `path`, and makes the file (for its owner only) and its folder when they are missing.
    ///
    /// A file that is something else is refused and left as it was.
    public init(openingAt path: String) throws(ActivityLogError) {
        file = try LogFile(openingAt: path)
    }

    /// The absolute path of the file.
    public var path: String { file.path }

    /// Everything that is in force: what was reversed or superseded is left out.
    ///
    /// Activities stand in the order of their times, those of one time in the order they were written, and each has an
    /// id. The parts of an activity have the ids that were written for them, or none.
    public func document() throws(ActivityLogError) -> LogDocument {
        try file.read(.reading) { db in try DocumentReader(db).document() }
    }

    /// Records one change as one entry, which is on disk when this returns.
    @discardableResult
    public func append(_ change: LogChange, recordedAt now: Instant) throws(ActivityLogError) -> Entry {
        try file.write(.recording) { db in
            try EntryWriter.write(change, summary: change.summary, recordedAt: now, to: db)
        }
    }

    /// Notes that cards were shown, on disk when this returns; the history does not list it, and no undo stops at it.
    public func note(shown decisions: [Decision], recordedAt now: Instant) throws(ActivityLogError) {
        guard !decisions.isEmpty else { return }
        try file.write(.recording) { db in
            _ = try EntryWriter.write(
                .together(decisions.map { .decide($0) }), summary: EntryHistory.shownSummary, recordedAt: now, to: db)
        }
    }

    /// Reverses the newest entry that is in force, and gives the entry that records it; nil when there is none.
    @discardableResult
    public func undo(recordedAt now: Instant) throws(ActivityLogError) -> Entry? {
        try file.write(.undoing) { db in try EntryHistory(db).reverseNewest(recordedAt: now) }
    }

    /// The last `count` entries, the oldest of them first; all of them when there are fewer.
    public func entries(last count: Int) throws(ActivityLogError) -> [Entry] {
        try file.read(.reading) { db in try EntryHistory(db).entries(last: count) }
    }

    /// Brings a document in as one entry and says what it added; bringing it in again adds nothing.
    ///
    /// An activity is the same as one of the log when it has its id, else when kind, time, people and fields agree.
    public func merge(_ document: LogDocument, recordedAt now: Instant) throws(ActivityLogError) -> MergeReport {
        try file.write(.importing) { db in
            let (log, number) = (try DocumentReader(db).document(), try ActivityWriter.nextNumber(db))
            let plan = MergePlan(bringing: document, into: log, firstFreeNumber: number)
            var report = plan.report
            guard !plan.changes.isEmpty else { return report }
            report.entry = try EntryWriter.write(
                .together(plan.changes), summary: report.summary, recordedAt: now, to: db)
            return report
        }
    }

    /// Deletes a person for good: nothing of the name is left in the file's bytes, and no undo brings it back.
    ///
    /// Their records, what was written about them, decisions about them and activities with them alone are deleted.
    /// Activities with others keep the others; free text keeps its words, with the name blotted out. Only as part of
    /// somebody else's longer name it stays, which the report names. An error that says so leaves the file to be
    /// cleaned: forgetting the same name again finishes it.
    public func forget(person name: String) throws(ActivityLogError) -> ForgetReport {
        let report = try file.write(.forgetting) { db in try Forgetting(name: name, db: db).run() }
        try file.compact(.forgetting)
        return report
    }
}
