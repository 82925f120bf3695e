import GRDB
import RulesEngine

/// The tables of a log, and how older files become newer ones.
///
/// Migrations are only ever added at the end of the list. Whatever is written belongs to an entry; children have the
/// number of their parent and their place in it, so that one pass in order reads them all.
enum LogSchema {
    /// Marks a SQLite file as a log: "expl" in ASCII, at byte 68 of the file.
    static let applicationID: Int32 = 0x6578_706C

    /// Throws for a database that something else made; an empty one is welcome. Wants a transaction, so that the mark and
    /// the tables are of one state of the file.
    static func refuseForeignFile(_ db: Database, path: String) throws {
        let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if mark == applicationID { return try refuseNewerFile(db, path: path) }
        guard mark == 0, try isEmpty(db) else {
            throw ActivityLogError(problem: .notALog, operation: .opening, path: path, reason: "")
        }
    }

    /// Brings the tables up to date; safe when several programs do it at once.
    static func migrate(_ queue: DatabaseQueue) throws {
        guard try !queue.read(isUpToDate) else { return }
        do {
            try migrator.migrate(queue)
        } catch {
            guard try queue.read(isUpToDate) else { throw error }
        }
    }

    /// The list of migrations is looked for first: from then on the transaction sees one state of the file, even when
    /// another program makes the list just now.
    private static func isUpToDate(_ db: Database) throws -> Bool {
        try db.tableExists("grdb_migrations") && migrator.hasCompletedMigrations(db)
    }

    /// Whether there is no table but the list of migrations, which is made before the first of them.
    private static func isEmpty(_ db: Database) throws -> Bool {
        let tables = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
        return try Int.fetchOne(db, sql: tables) == 0
    }

    private static func refuseNewerFile(_ db: Database, path: String) throws {
        guard try migrator.hasBeenSuperseded(db) else { return }
        throw ActivityLogError(problem: .newerVersion, operation: .opening, path: path, reason: "")
    }

    private static let migrator = makeMigrator()

    private static func makeMigrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 entries, records, activities, decisions", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: entries + records + activities + decisions)
        }
        return migrator
    }

    private static let entries = """
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT, recorded_at INTEGER NOT NULL, summary TEXT NOT NULL,
            reverses INTEGER UNIQUE REFERENCES entry (id)
        ) STRICT;
        CREATE TABLE setting (
            id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry (id), name TEXT NOT NULL,
            text TEXT, starts INTEGER, ends INTEGER, precision INTEGER
        ) STRICT;
        CREATE TABLE holiday (
            setting INTEGER NOT NULL REFERENCES setting (id), day INTEGER NOT NULL, PRIMARY KEY (setting, day)
        ) STRICT, WITHOUT ROWID;

        """

    /// A record row is something said about a record; kind and name are null for the person themselves.
    private static let records = """
        CREATE TABLE record (
            id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry (id), kind TEXT, name TEXT,
            archives INTEGER NOT NULL, starts INTEGER, ends INTEGER, precision INTEGER
        ) STRICT;
        CREATE TABLE record_field (
            record INTEGER NOT NULL REFERENCES record (id), position INTEGER NOT NULL, name TEXT NOT NULL,
            is_list INTEGER NOT NULL, starts INTEGER, ends INTEGER, precision INTEGER,
            PRIMARY KEY (record, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE record_value (
            record INTEGER NOT NULL, field INTEGER NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (record, field, position), FOREIGN KEY (record, field) REFERENCES record_field (record, position)
        ) STRICT, WITHOUT ROWID;

        """

    /// `number` is n for the handle "an"; `corrects` is the first row of the activity that this row is a newer form of;
    /// `part` is the list that holds an activity which is part of another. A value without text is an empty list.
    private static let activities = """
        CREATE TABLE activity (
            id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry (id), handle TEXT, number INTEGER,
            corrects INTEGER, part INTEGER REFERENCES part (id), kind TEXT NOT NULL,
            starts INTEGER, ends INTEGER, precision INTEGER
        ) STRICT;
        CREATE INDEX activity_handle ON activity (handle);
        CREATE INDEX activity_number ON activity (number);
        CREATE INDEX activity_entry ON activity (entry);
        CREATE INDEX activity_part ON activity (part) WHERE part IS NOT NULL;
        CREATE TABLE activity_person (
            activity INTEGER NOT NULL REFERENCES activity (id), position INTEGER NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (activity, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE activity_value (
            activity INTEGER NOT NULL REFERENCES activity (id), field INTEGER NOT NULL, position INTEGER NOT NULL,
            name TEXT NOT NULL, is_list INTEGER NOT NULL, text TEXT, PRIMARY KEY (activity, field, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE part (
            id INTEGER PRIMARY KEY, activity INTEGER NOT NULL REFERENCES activity (id), field TEXT NOT NULL
        ) STRICT;
        CREATE INDEX part_activity ON part (activity);
        CREATE TABLE retired_number (number INTEGER NOT NULL) STRICT;

        """

    private static let decisions = """
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry (id), rule TEXT NOT NULL,
            occasion TEXT NOT NULL, action TEXT NOT NULL, reason TEXT,
            until_starts INTEGER, until_ends INTEGER, until_precision INTEGER,
            starts INTEGER NOT NULL, ends INTEGER NOT NULL, precision INTEGER NOT NULL
        ) STRICT;

        """
}
