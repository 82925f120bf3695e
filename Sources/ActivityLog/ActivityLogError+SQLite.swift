import Foundation
import GRDB

extension ActivityLogError {
    /// What an error of SQLite means to a person.
    init(_ error: any Error, operation: Operation, path: String) {
        if let error = error as? ActivityLogError {
            self = error
        } else if let error = error as? DatabaseError {
            let reason = error.message ?? "code \(error.extendedResultCode.rawValue)"
            self.init(problem: Problem(error, at: path), operation: operation, path: path, reason: reason)
        } else if error is RowDecodingError || error is StoredMoment.Unreadable {
            self.init(problem: .damaged, operation: operation, path: path, reason: "a value makes no sense")
        } else {
            self.init(problem: .other, operation: operation, path: path, reason: "\(error)")
        }
    }
}

extension ActivityLogError.Problem {
    /// The problem behind a result code of SQLite.
    ///
    /// A log is opened with a small file of SQLite's beside it. Where that has no room, the disk is full; where it may not
    /// be made, the log may only be read.
    init(_ error: DatabaseError, at path: String) {
        switch error.extendedResultCode {
        case .SQLITE_IOERR_SHMSIZE: self = .diskFull
        case .SQLITE_CANTOPEN where SealedLog.mayOnlyBeRead(path): self = .readOnly
        default: self.init(error.resultCode)
        }
    }

    private init(_ code: ResultCode) {
        switch code {
        case .SQLITE_NOTADB: self = .notADatabase
        case .SQLITE_CORRUPT, .SQLITE_FORMAT, .SQLITE_MISMATCH: self = .damaged
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen
        case .SQLITE_IOERR: self = .deviceFailed
        default: self = .other
        }
    }
}
