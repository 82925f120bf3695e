import Foundation
import GRDB
import RulesEngine
import Testing

@testable import ActivityLog

/// A log read without a file beside it. Permissions do not bind root, so the bytes are handed over here.
struct SealedLogTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func aSealedLogIsReadFromItsBytesAndNotWritten() throws {
        do { try folder.log().append(.addRecord(contact("A")), recordedAt: today) }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder("log.sqlite")))
        let sealed = try SealedLog.open(bytes, Configuration())
        #expect(try sealed.read { db in try DocumentReader(db).document() }.records.map(\.name.text) == ["A"])
        #expect(throws: DatabaseError.self) { try sealed.write { try $0.execute(sql: "DELETE FROM record") } }
        #expect(throws: DatabaseError.self) {
            try SealedLog.open(bytes.prefix(5000), Configuration()).read { db in try DocumentReader(db).document() }
        }
        #expect(try SealedLog.open(folder("log.sqlite"), Configuration()) == nil)
    }
}
