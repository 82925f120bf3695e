import ActivityLog
import Foundation

/// A folder of one test, deleted with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A path inside the folder.
    func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Opens the log that the folder holds under a name, or makes it.
    func log(_ name: String = "log.sqlite") throws -> ActivityLog {
        try ActivityLog(openingAt: self(name))
    }

    /// Copies a log's file and its journal, as a crash would leave them.
    func copy(_ name: String, to copy: String) throws {
        for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: self(name + ending)) {
            try? FileManager.default.removeItem(atPath: self(copy + ending))
            try FileManager.default.copyItem(atPath: self(name + ending), toPath: self(copy + ending))
        }
    }

    /// The bytes of a log's file and of all that SQLite keeps beside it.
    func bytes(_ name: String = "log.sqlite") throws -> [UInt8] {
        let files = ["", "-wal", "-shm", "-journal"].map { self(name + $0) }
        return try files.filter(FileManager.default.fileExists).flatMap { file in
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        }
    }
}
