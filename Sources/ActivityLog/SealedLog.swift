import Foundation
import GRDB
import GRDBSQLite

/// A log in a folder that may not be written to, such as one of a backup.
///
/// SQLite makes files beside a log even to read it. Here its bytes are taken into memory instead, where nothing can be
/// changed, and no file is made.
enum SealedLog {
    /// Opens the log at `path` for reading; nil when its folder may be written to, when it cannot be read, or when changes
    /// wait in a journal beside it, which only SQLite can bring in.
    static func open(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue? {
        guard mayOnlyBeRead(path), !hasJournal(path), let bytes = FileManager.default.contents(atPath: path),
            !hasJournal(path)
        else { return nil }
        return try open(bytes, configuration)
    }

    /// Whether a log can be read and nothing can be made beside it.
    static func mayOnlyBeRead(_ path: String) -> Bool {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return FileManager.default.isReadableFile(atPath: path) && !FileManager.default.isWritableFile(atPath: folder)
    }

    /// Opens a log from its bytes.
    static func open(_ bytes: Data, _ configuration: Configuration) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(configuration: configuration)
        try queue.inDatabase { db in
            let memory = sqlite3_malloc64(UInt64(bytes.count))?.assumingMemoryBound(to: UInt8.self)
            guard let memory else { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
            bytes.copyBytes(to: memory, count: bytes.count)
            // Without a journal beside it, what was written with one is read as a file without (SQLite's file format 1.3.3).
            for place in formatVersions where bytes.count > place { memory[place] = 1 }
            let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
            let size = Int64(bytes.count)
            let code = sqlite3_deserialize(db.sqliteConnection, "main", memory, size, size, flags)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        return queue
    }

    private static let formatVersions = 18...19

    private static func hasJournal(_ path: String) -> Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        return (size ?? 0) > 0
    }
}
