import GRDB
import Testing

@testable import ActivityLog

struct ActivityLogErrorTests {
    typealias Problem = ActivityLogError.Problem

    @Test(arguments: Problem.allCases, ActivityLogError.Operation.allCases)
    func everyErrorIsOneSentenceAndSaysWhatToDo(problem: Problem, operation: ActivityLogError.Operation) {
        let error = ActivityLogError(
            problem: problem, operation: operation, path: "/home/ana/log.sqlite", reason: "why")
        #expect(error.message.hasPrefix("cannot "))
        #expect(error.message.contains("/home/ana/log.sqlite"))
        #expect(!error.message.contains("\n"))
        #expect(!error.help.isEmpty)
        for word in ["SQL", "schema", "transaction", "errno", "WAL", "migration"] {
            #expect(!error.description.contains(word))
        }
    }

    @Test func theSystemsWordsAreOnlyThereWhenTheyHelp() {
        func message(_ problem: Problem, _ reason: String) -> String {
            ActivityLogError(problem: problem, operation: .opening, path: "/x", reason: reason).message
        }
        #expect(
            message(.cannotCreateFolder, "Permission denied")
                == "cannot open the log: the folder /x cannot be made (Permission denied)")
        #expect(message(.cannotCreateFolder, "") == "cannot open the log: the folder /x cannot be made")
        #expect(message(.notALog, "whatever") == "cannot open the log: /x is a database, but not an explore log")
    }

    struct Code: CustomTestStringConvertible {
        let code: ResultCode
        let problem: Problem
        var testDescription: String { "\(code) is \(problem)" }
    }

    static let codes = [
        Code(code: .SQLITE_NOTADB, problem: .notADatabase), Code(code: .SQLITE_CORRUPT, problem: .damaged),
        Code(code: .SQLITE_CORRUPT_INDEX, problem: .damaged), Code(code: .SQLITE_READONLY, problem: .readOnly),
        Code(code: .SQLITE_READONLY_DIRECTORY, problem: .readOnly), Code(code: .SQLITE_FULL, problem: .diskFull),
        Code(code: .SQLITE_BUSY, problem: .locked), Code(code: .SQLITE_BUSY_SNAPSHOT, problem: .locked),
        Code(code: .SQLITE_CANTOPEN, problem: .cannotOpen), Code(code: .SQLITE_PERM, problem: .cannotOpen),
        Code(code: .SQLITE_IOERR_WRITE, problem: .deviceFailed),
        Code(code: .SQLITE_IOERR_FSYNC, problem: .deviceFailed),
        // What SQLite says when there is no room for the file it keeps beside an open log.
        Code(code: .SQLITE_IOERR_SHMSIZE, problem: .diskFull),
        Code(code: .SQLITE_NOMEM, problem: .other),
    ]

    @Test(arguments: codes)
    func codesBecomeProblems(_ code: Code) {
        let error = ActivityLogError(DatabaseError(resultCode: code.code), operation: .reading, path: "/x")
        #expect(error.problem == code.problem)
    }

    struct Unknown: Error {}

    @Test func otherErrorsKeepTheirWordsAndOursStayAsTheyAre() {
        #expect(ActivityLogError(Unknown(), operation: .reading, path: "/x").problem == .other)
        let ours = ActivityLogError(problem: .notALog, operation: .opening, path: "/y", reason: "")
        #expect(ActivityLogError(ours, operation: .reading, path: "/x") == ours)
    }
}
