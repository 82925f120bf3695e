import GRDB
import RulesEngine

/// Deletes a person from every table: the one place where rows are not only added.
struct Forgetting {
    private let db: Database
    private let name: String
    private var report = ForgetReport()

    /// Deletes the person known by a name, as part of one transaction.
    init(name: String, db: Database) {
        self.name = name
        self.db = db
    }

    /// Deletes what there is; a name of nothing but blanks is nobody's.
    func run() throws -> ForgetReport {
        var work = self
        guard let matcher = try work.makeMatcher() else { return ForgetReport() }
        try matcher.offer(to: db)
        defer { matcher.withdraw(from: db) }
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try work.forgetActivities()
        try work.forgetValues()
        try work.forgetRecords()
        try work.forgetDecisions()
        try work.blotOutMentions()
        try work.replaceHandles()
        try work.removeEmptyEntries()
        return work.report
    }

    private mutating func makeMatcher() throws -> NameMatcher? {
        guard let matcher = NameMatcher(name: name) else { return nil }
        let names = try String.fetchSet(
            db, sql: "SELECT name FROM record WHERE name IS NOT NULL UNION SELECT name FROM activity_person")
        report.longerNamesKept = names.filter { !matcher.isName($0) && matcher.isMentioned(in: $0) }.sorted()
        return matcher.sparing(report.longerNamesKept)
    }

    /// Activities with the person alone go, with their parts; the others keep the others.
    private mutating func forgetActivities() throws {
        try markDoomedActivities()
        report.activities = try count(
            "SELECT count(DISTINCT coalesce(corrects, id)) FROM activity WHERE part IS NULL AND id IN temp.doomed")
        report.sharedActivities = try count(
            """
            SELECT count(DISTINCT coalesce(corrects, id)) FROM activity WHERE id NOT IN temp.doomed
            AND id IN (SELECT activity FROM activity_person WHERE is_forgotten(name))
            """)
        try db.execute(
            sql: """
                INSERT INTO retired_number SELECT max(number) FROM activity HAVING max(number) IS NOT NULL;
                DELETE FROM activity_value WHERE activity IN temp.doomed;
                DELETE FROM activity_person WHERE activity IN temp.doomed OR is_forgotten(name);
                DELETE FROM part WHERE activity IN temp.doomed;
                DELETE FROM activity WHERE id IN temp.doomed;
                DROP TABLE temp.doomed;
                """)
    }

    /// Rows with the person alone; all older forms of an activity whose form in force is one; and their parts.
    private func markDoomedActivities() throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE doomed (id INTEGER PRIMARY KEY);
                INSERT INTO temp.doomed SELECT activity FROM activity_person GROUP BY activity
                    HAVING min(is_forgotten(name)) = 1;
                WITH newest (first, id) AS (
                    SELECT coalesce(corrects, id), max(id) FROM activity WHERE part IS NULL
                    AND entry NOT IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL) GROUP BY 1)
                INSERT OR IGNORE INTO temp.doomed SELECT activity.id FROM activity
                    JOIN newest ON newest.first = coalesce(activity.corrects, activity.id)
                    WHERE activity.part IS NULL AND newest.id IN temp.doomed;
                WITH RECURSIVE inside (id) AS (
                    SELECT id FROM temp.doomed UNION
                    SELECT activity.id FROM inside JOIN part ON part.activity = inside.id
                        JOIN activity ON activity.part = part.id)
                INSERT OR IGNORE INTO temp.doomed SELECT id FROM inside;
                """)
    }

    /// A field that named only the person is not known any more; an empty list would say "none".
    private mutating func forgetValues() throws {
        try db.execute(sql: "DELETE FROM activity_value WHERE is_forgotten(text)")
        report.values += db.changesCount
        let fields = "SELECT record, field FROM record_value WHERE is_forgotten(text)"
        try db.execute(sql: "CREATE TEMP TABLE emptied AS \(fields); DELETE FROM record_value WHERE is_forgotten(text)")
        report.values += db.changesCount
        let emptied = """
            (record, position) IN temp.emptied AND NOT EXISTS (SELECT 1 FROM record_value
                WHERE record_value.record = record_field.record AND record_value.field = record_field.position)
            """
        try db.execute(
            sql: """
                DELETE FROM record_field WHERE starts IS NOT NULL AND \(emptied);
                UPDATE record_field SET is_list = 0 WHERE \(emptied);
                DROP TABLE temp.emptied;
                """)
    }

    private mutating func forgetRecords() throws {
        let rows = "SELECT id FROM record WHERE is_forgotten(name)"
        report.records = try count("SELECT count(DISTINCT kind) FROM record WHERE is_forgotten(name)")
        try db.execute(
            sql: """
                DELETE FROM record_value WHERE record IN (\(rows));
                DELETE FROM record_field WHERE record IN (\(rows));
                DELETE FROM record WHERE is_forgotten(name);
                """)
    }

    private mutating func forgetDecisions() throws {
        try db.execute(sql: "DELETE FROM decision WHERE mentions_forgotten(occasion)")
        report.decisions = db.changesCount
    }

    /// Free text keeps its words; the history's own summaries are rewritten too, but not counted.
    private mutating func blotOutMentions() throws {
        for (table, column) in [
            ("activity_value", "text"), ("record_value", "text"), ("decision", "reason"), ("setting", "text"),
        ] {
            report.mentions += try blotOut(table, column)
        }
        _ = try blotOut("entry", "summary")
    }

    private func blotOut(_ table: String, _ column: String) throws -> Int {
        try db.execute(
            sql: "UPDATE \(table) SET \(column) = without_forgotten(\(column)) WHERE mentions_forgotten(\(column))")
        return db.changesCount
    }

    /// An id that somebody made of the name becomes one of the log's own.
    private func replaceHandles() throws {
        let handles = try String.fetchAll(
            db, sql: "SELECT DISTINCT handle FROM activity WHERE mentions_forgotten(handle)")
        for handle in handles {
            let number = try ActivityWriter.nextNumber(db)
            try db.execute(
                sql: "UPDATE activity SET handle = ?, number = ? WHERE handle = ?",
                arguments: [ActivityHandle.text(number), number, handle])
        }
    }

    /// Entries that said nothing else go, and what undid them: an undo of the future must not stop at them.
    private func removeEmptyEntries() throws {
        let empty = """
            SELECT id FROM entry WHERE reverses IS NULL AND id NOT IN (SELECT entry FROM setting
            UNION SELECT entry FROM record UNION SELECT entry FROM activity UNION SELECT entry FROM decision)
            """
        try db.execute(
            sql: """
                DELETE FROM entry WHERE reverses IN (\(empty));
                DELETE FROM entry WHERE id IN (\(empty));
                """)
    }

    private func count(_ sql: String) throws -> Int {
        try Int.fetchOne(db, sql: sql) ?? 0
    }
}
