import GRDB
import RulesEngine

/// The entries of a log, and undoing the newest.
struct EntryHistory {
    private let db: Database

    /// The history as one transaction sees it.
    init(_ db: Database) {
        self.db = db
    }

    /// What an entry says that the program made on its own account: which cards were shown. It is no part of what the
    /// person did, so that neither the history nor an undo stops at it.
    static let shownSummary = "cards shown"

    /// The last `count` entries, the oldest of them first.
    func entries(last count: Int) throws -> [Entry] {
        let rows = try Row.fetchAll(
            db, sql: Self.columns + "WHERE entry.summary <> ? ORDER BY entry.id DESC LIMIT ?",
            arguments: [Self.shownSummary, max(0, count)])
        return try rows.reversed().map(entry)
    }

    /// Reverses the newest entry that is in force and is no reversal itself; nil when there is none.
    func reverseNewest(recordedAt now: Instant) throws -> Entry? {
        let condition = """
            WHERE entry.reverses IS NULL AND later.id IS NULL AND entry.summary <> ? ORDER BY entry.id DESC LIMIT 1
            """
        let row = try Row.fetchOne(db, sql: Self.columns + condition, arguments: [Self.shownSummary])
        guard let newest = try row.map(entry) else { return nil }
        let summary = "undo: " + newest.summary
        try db.execute(
            sql: "INSERT INTO entry (recorded_at, summary, reverses) VALUES (?, ?, ?)",
            arguments: [now.seconds, summary, newest.id])
        return Entry(
            id: db.lastInsertedRowID, recordedAt: now, summary: summary, reverses: newest.id, isReversed: false,
            activityIDs: newest.activityIDs)
    }

    private static let columns = """
        SELECT entry.id, entry.recorded_at, entry.summary, entry.reverses, later.id IS NOT NULL
        FROM entry LEFT JOIN entry later ON later.reverses = entry.id\u{20}
        """

    private func entry(_ row: Row) throws -> Entry {
        let id = try row.decode(Int64.self, atIndex: 0)
        let reverses = try row.decode(Int64?.self, atIndex: 3)
        return Entry(
            id: id, recordedAt: Instant(seconds: try row.decode(Int64.self, atIndex: 1)),
            summary: try row.decode(String.self, atIndex: 2), reverses: reverses,
            isReversed: try row.decode(Bool.self, atIndex: 4), activityIDs: try activityIDs(of: reverses ?? id))
    }

    private func activityIDs(of entry: Int64) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT handle FROM activity WHERE entry = ? AND part IS NULL AND handle IS NOT NULL ORDER BY id",
            arguments: [entry])
    }
}
