import Foundation
import RulesEngine

/// Makes sure that there is a file to open: private to its owner, in a folder that is.
struct LogFileMaker {
    /// The path as it was given.
    let path: String

    /// Makes what is missing, looks at what is there, and gives the absolute path.
    func prepare() throws(ActivityLogError) -> String {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw error(.cannotOpen, path, "this is no path") }
        let path = absolutePath
        if let kind = Self.kind(of: path) {
            guard kind == S_IFREG else { throw error(.notAFile, path) }
            try refuseLostJournal(path)
            try refuseOtherContents(path)
        } else {
            try makeFolder((path as NSString).deletingLastPathComponent)
            try makeFile(path)
        }
        return path
    }

    /// Absolute, so that no path is read as one of SQLite's own names (`:memory:`, `file:…`).
    private var absolutePath: String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// Makes a folder and those above it, for their owner only; those that exist stay as they are.
    private func makeFolder(_ folder: String) throws(ActivityLogError) {
        guard let kind = Self.kind(of: folder) else {
            try makeFolder((folder as NSString).deletingLastPathComponent)
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
                throw error(.cannotCreateFolder, folder, Self.systemReason)
            }
            return
        }
        guard kind == S_IFDIR else { throw error(.cannotCreateFolder, folder, "it is a file") }
    }

    /// Makes an empty file for its owner only, unless another program has just made it.
    private func makeFile(_ path: String) throws(ActivityLogError) {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw error(Self.problem(errno), path, Self.systemReason)
        }
        close(descriptor)
    }

    /// Refuses an empty file with a filled journal: SQLite would take the file for a new one and drop the journal.
    private func refuseLostJournal(_ path: String) throws(ActivityLogError) {
        guard Self.size(of: path) == 0, (Self.size(of: path + "-wal") ?? 0) > 0 else { return }
        throw error(.damaged, path, "it is empty, but its journal \(path)-wal is not")
    }

    /// Refuses a file that does not begin as SQLite's files do: SQLite takes the shortest of them for new ones.
    private func refuseOtherContents(_ path: String) throws(ActivityLogError) {
        guard let size = Self.size(of: path), size > 0, let handle = FileHandle(forReadingAtPath: path) else { return }
        defer { try? handle.close() }
        guard let beginning = try? handle.read(upToCount: Self.signature.count) else { return }
        guard Self.signature.starts(with: beginning) else { throw error(.notADatabase, path) }
        guard size < Self.headerSize else { return }
        throw error(.damaged, path, "only \(size) bytes of it are left")
    }

    /// The first bytes of every SQLite file, and the least it holds when it is not empty.
    private static let signature = Array("SQLite format 3\0".utf8)
    private static let headerSize = 100

    private func error(
        _ problem: ActivityLogError.Problem, _ path: String, _ reason: String = ""
    ) -> ActivityLogError {
        ActivityLogError(problem: problem, operation: .opening, path: path, reason: reason)
    }

    /// What the system's number for an error means here.
    static func problem(_ number: Int32) -> ActivityLogError.Problem {
        switch number {
        case EROFS: .readOnly
        case ENOSPC, EDQUOT: .diskFull
        case EISDIR: .notAFile
        default: .cannotOpen
        }
    }

    private static var systemReason: String { String(cString: strerror(errno)) }

    /// The sort of file at a path (`S_IFREG`, `S_IFDIR`, …); nil when there is none to be seen.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    private static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
}
