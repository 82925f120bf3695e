import Foundation
import GRDB
import RulesEngine

/// The open SQLite file of a log: one connection, whose every use is a transaction.
struct LogFile: Sendable {
    /// How long to wait for another program to finish writing, in seconds.
    static let patience: TimeInterval = 5

    /// The absolute path.
    let path: String
    private let queue: DatabaseQueue

    /// Opens a file, or makes it and its folder; refuses what is no log without touching it. What may only be read is
    /// opened for reading.
    init(openingAt path: String) throws(ActivityLogError) {
        let path = try LogFileMaker(path: path).prepare()
        self.path = path
        do {
            queue = try Self.open(path)
        } catch {
            throw ActivityLogError(error, operation: .opening, path: path)
        }
    }

    /// Reads in one transaction: what others write meanwhile is not seen.
    func read<Value>(
        _ operation: ActivityLogError.Operation, _ body: (Database) throws -> Value
    ) throws(ActivityLogError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw ActivityLogError(error, operation: operation, path: path)
        }
    }

    /// Writes in one transaction, which is on disk when this returns and has changed nothing when it throws.
    func write<Value>(
        _ operation: ActivityLogError.Operation, _ body: (Database) throws -> Value
    ) throws(ActivityLogError) -> Value {
        do {
            return try queue.inDatabase { db in try Self.immediately(db, body) }
        } catch {
            throw ActivityLogError(error, operation: operation, path: path)
        }
    }

    /// Rewrites the file without what was deleted, and empties the journal beside it.
    func compact(_ operation: ActivityLogError.Operation) throws(ActivityLogError) {
        try writeOutsideTransaction(operation) { db in
            try db.execute(sql: "VACUUM")
            _ = try db.checkpoint(.truncate)
        }
    }

    /// Does what SQLite does not do in a transaction.
    func writeOutsideTransaction(
        _ operation: ActivityLogError.Operation, _ body: (Database) throws -> Void
    ) throws(ActivityLogError) {
        do {
            try queue.inDatabase(body)
        } catch {
            throw ActivityLogError(error, operation: operation, path: path)
        }
    }

    /// Takes the write lock first, so that what `body` reads is still true when it writes.
    private static func immediately<Value>(_ db: Database, _ body: (Database) throws -> Value) throws -> Value {
        var result: Value?
        try db.inTransaction(.immediate) {
            result = try body(db)
            return .commit
        }
        guard let result else { preconditionFailure("a transaction that commits has run its body") }
        return result
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        if let sealed = try SealedLog.open(path, configuration) {
            try sealed.read { db in try LogSchema.refuseForeignFile(db, path: path) }
            try LogSchema.migrate(sealed)
            return sealed
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { db in try LogSchema.refuseForeignFile(db, path: path) }
        try queue.inDatabase { db in
            try useWriteAheadLog(db)
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        try LogSchema.migrate(queue)
        return queue
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "ActivityLog"
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Changes a new file's journal mode; two programs may try at once, and SQLite does not wait here by itself.
    private static func useWriteAheadLog(_ db: Database) throws {
        let deadline = Date(timeIntervalSinceNow: patience)
        while true {
            do {
                return try db.execute(sql: "PRAGMA journal_mode = WAL")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < deadline {
                usleep(10_000)
            }
        }
    }
}
