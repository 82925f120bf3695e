import GRDB

@testable import ActivityLog

extension ActivityLog {
    /// Runs SQL beside the log's own, to bring it into a state it would not get into by itself.
    func run(_ sql: String) throws {
        try file.write(.recording) { db in try db.execute(sql: sql) }
    }

    /// Runs SQL outside a transaction.
    func set(_ pragma: String) throws {
        try file.writeOutsideTransaction(.recording) { db in try db.execute(sql: "PRAGMA " + pragma) }
    }

    /// Does something while this connection holds the write lock.
    func whileWriting(_ body: () throws -> Void) throws {
        try file.write(.recording) { _ in try body() }
    }

    /// Does something while this connection is in the middle of reading.
    func whileReading(_ body: () throws -> Void) throws {
        try file.read(.reading) { db in
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM entry")
            try body()
        }
    }

    /// The first value that SQL gives, as text.
    func value(_ sql: String) throws -> String? {
        try file.read(.reading) { db in try String.fetchOne(db, sql: sql) }
    }
}

/// Makes a database that is no log.
func makeForeignDatabase(at path: String, sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in try db.execute(sql: sql) }
    try queue.close()
}
