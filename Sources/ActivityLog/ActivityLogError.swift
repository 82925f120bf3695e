/// Why something could not be done with the log's file; nothing was changed when it is thrown, unless it says so.
public struct ActivityLogError: Error, Sendable, Hashable {
    /// What was being done.
    public enum Operation: String, Sendable, CaseIterable {
        case opening, reading, recording, undoing, importing, forgetting
    }

    /// What was in the way.
    public enum Problem: String, Sendable, CaseIterable {
        /// The path names a folder, a device or something else that holds no data.
        case notAFile
        /// The file is no database.
        case notADatabase
        /// The file is a database of another program.
        case notALog
        /// The file was a log, and its contents cannot be read any more.
        case damaged
        /// A newer version of this program wrote it.
        case newerVersion
        /// The file or its folder may not be written.
        case readOnly
        /// There is no room left.
        case diskFull
        /// Another program holds the log.
        case locked
        /// The folder for a new log cannot be made.
        case cannotCreateFolder
        /// The file cannot be opened or made.
        case cannotOpen
        /// The device did not do what it was asked.
        case deviceFailed
        /// Anything else; `reason` has the system's words.
        case other
    }

    /// What was in the way.
    public let problem: Problem
    /// What was being done.
    public let operation: Operation
    /// The file or folder it is about.
    public let path: String
    /// The reason in the system's own words; empty when it gave none.
    public let reason: String
}

extension ActivityLogError: CustomStringConvertible {
    /// One sentence: what could not be done, with what, and why.
    public var message: String {
        let cause = problem.sentence(path)
        guard problem.needsReason, !reason.isEmpty else { return "cannot \(operation.words): \(cause)" }
        return "cannot \(operation.words): \(cause) (\(reason))"
    }

    /// What to do about it.
    public var help: String { problem.help }

    /// The message and the help, for logs and failing tests.
    public var description: String { "\(message)\nhelp: \(help)" }
}

extension ActivityLogError.Operation {
    /// The operation, as it follows "cannot".
    fileprivate var words: String {
        switch self {
        case .opening: "open the log"
        case .reading: "read the log"
        case .recording: "write to the log"
        case .undoing: "undo"
        case .importing: "import into the log"
        case .forgetting: "finish forgetting"
        }
    }
}

extension ActivityLogError.Problem {
    /// Whether the system's words help to find the cause.
    fileprivate var needsReason: Bool {
        switch self {
        case .cannotCreateFolder, .cannotOpen, .deviceFailed, .damaged, .other: true
        default: false
        }
    }

    /// What is the matter with the file.
    fileprivate func sentence(_ path: String) -> String {
        switch self {
        case .notAFile: "\(path) is not a file"
        case .notADatabase: "\(path) is a file, but not an explore log"
        case .notALog: "\(path) is a database, but not an explore log"
        case .damaged: "\(path) is damaged"
        case .newerVersion: "\(path) was written by a newer version of explore"
        case .readOnly: "\(path) may only be read, not written"
        case .diskFull: "there is no room left for \(path)"
        case .locked: "another program is using \(path)"
        case .cannotCreateFolder: "the folder \(path) cannot be made"
        case .cannotOpen: "\(path) cannot be opened"
        case .deviceFailed: "the disk failed at \(path)"
        case .other: "\(path) gives an error"
        }
    }

    /// What a person can do about it.
    fileprivate var help: String {
        switch self {
        case .notAFile: "give the path of a file, such as log.sqlite inside that folder"
        case .notADatabase, .notALog: "check the path; the file was not changed. A new path makes a new log"
        case .damaged: "keep this file, put a copy from a backup in its place, then import what is missing"
        case .newerVersion: "update explore; the log was not changed"
        case .readOnly: "make the file and its folder writable for you, or give another path"
        case .diskFull: "free some space and try again; what was recorded before is safe"
        case .locked: "close the other program, or wait a moment and try again"
        case .cannotCreateFolder: "make the folder yourself, or give another path"
        case .cannotOpen: "check that the path exists and that you may read and write there"
        case .deviceFailed: "check the disk, or the network folder, then try again"
        case .other: "try again; if it stays, report it with the words in brackets"
        }
    }
}
