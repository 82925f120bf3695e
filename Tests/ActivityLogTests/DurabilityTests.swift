import ActivityLog
import Foundation
import RulesEngine
import Testing

struct DurabilityTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func problem(_ body: () throws -> Void) -> ActivityLogError.Problem? {
        do {
            try body()
            return nil
        } catch {
            return (error as? ActivityLogError)?.problem
        }
    }

    /// Text long enough that the journal is written back into the file now and then.
    private func longNote(_ number: Int) throws -> LogChange {
        let text = String(repeating: "words ", count: 5_000)
        return .activities([try activity("note", "2026-11-10", [field("text", text), field("number", "\(number)")])])
    }

    /// A copy of file and journal is what a killed program leaves; every acknowledged entry must be in it.
    @Test func whatWasAcknowledgedIsInEveryCopy() throws {
        let log = try folder.log()
        for number in 1...40 {
            try log.append(try longNote(number), recordedAt: today)
            try folder.copy("log.sqlite", to: "copy.sqlite")
            let copy = try folder.log("copy.sqlite")
            #expect(try copy.document().activities.count == number)
            #expect(try copy.value("PRAGMA integrity_check") == "ok")
        }
    }

    @Test func aJournalCutAnywhereLosesOnlyTheEnd() throws {
        let log = try folder.log()
        for number in 1...20 { try log.append(.addRecord(contact("Person \(number)")), recordedAt: today) }
        let journal = try Data(contentsOf: URL(fileURLWithPath: folder("log.sqlite-wal")))
        var counts: [Int] = []
        for size in stride(from: 0, through: journal.count, by: journal.count / 37) {
            try folder.copy("log.sqlite", to: "copy.sqlite")
            try journal.prefix(size).write(to: URL(fileURLWithPath: folder("copy.sqlite-wal")))
            let copy = try folder.log("copy.sqlite")
            counts.append(try copy.document().records.count)
        }
        #expect(counts == counts.sorted())
        #expect(counts.last.map { $0 > 10 } == true)
    }

    @Test func severalWritersLoseNothing() async throws {
        let (writers, entries) = (4, 25)
        let logs = try (0..<writers).map { _ in try folder.log() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (writer, log) in logs.enumerated() {
                group.addTask {
                    for number in 0..<entries {
                        let note = try activity("note", "2026-11-10", with: ["Person \(writer)-\(number)"])
                        try log.append(.activities([note]), recordedAt: today)
                    }
                }
            }
            try await group.waitForAll()
        }
        let activities = try folder.log().document().activities
        #expect(Set(activities.flatMap { $0.with.map(\.text) }).count == writers * entries)
        #expect(Set(activities.map(\.id)) == Set((1...writers * entries).map { "a\($0)" }))
    }

    @Test func severalProgramsMayMakeOneLog() async throws {
        for round in 1...10 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<6 {
                    group.addTask {
                        let log = try folder.log("new-\(round).sqlite")
                        try log.append(.addRecord(contact("Person \(writer)")), recordedAt: today)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try folder.log("new-\(round).sqlite").document().records.count == 6)
        }
    }

    @Test func readersAreNotHeldUpByAWriter() throws {
        let log = try folder.log()
        let other = try folder.log()
        try log.append(.addRecord(contact("A")), recordedAt: today)
        try log.set("busy_timeout = 0")
        try other.whileWriting {
            let seen = try log.document().records.count
            #expect(seen == 1)
            #expect(problem { try log.append(.addRecord(contact("B")), recordedAt: today) } == .locked)
        }
        try log.append(.addRecord(contact("B")), recordedAt: today)
        #expect(try log.document().records.count == 2)
    }

    @Test func aFullDiskLeavesTheLogAsItWas() throws {
        let log = try folder.log()
        try log.append(.addRecord(contact("A")), recordedAt: today)
        try log.set("max_page_count = \(try #require(try log.value("PRAGMA page_count")))")
        for number in 1...3 {
            #expect(problem { try log.append(try longNote(number), recordedAt: today) } == .diskFull)
        }
        #expect(try log.entries(last: 9).map(\.summary) == ["contact A"])
        #expect(try folder.log().document().records.map(\.name.text) == ["A"])
        try log.set("max_page_count = 1000000")
        try log.append(try longNote(1), recordedAt: today)
        #expect(try log.document().activities.map(\.id) == ["a1"])
    }

    @Test func aChangeThatFailsHalfwayLeavesNothing() throws {
        let log = try folder.log()
        try log.run("CREATE TRIGGER stop BEFORE INSERT ON decision BEGIN SELECT raise(ABORT, 'stop'); END")
        let changes = LogChange.together([try longNote(1), .decide(try #require(fullDocument().decisions.first))])
        #expect(problem { try log.append(changes, recordedAt: today) } == .other)
        #expect(try log.document() == LogDocument())
        #expect(try log.entries(last: 9).isEmpty)
    }

    @Test func whatMayOnlyBeReadSaysSo() throws {
        let log = try folder.log()
        try log.append(.addRecord(contact("A")), recordedAt: today)
        try log.set("query_only = ON")
        #expect(problem { try log.append(.addRecord(contact("B")), recordedAt: today) } == .readOnly)
        #expect(try log.document().records.count == 1)
    }

    /// Permissions do not bind root.
    @Test(.enabled(if: geteuid() != 0))
    func aFileWithoutWritePermissionIsReadAndNotWritten() throws {
        do { try folder.log().append(.addRecord(contact("A")), recordedAt: today) }
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: folder("log.sqlite"))
        let log = try folder.log()
        #expect(try log.document().records.count == 1)
        #expect(problem { try log.append(.addRecord(contact("B")), recordedAt: today) } == .readOnly)
    }

    @Test(.enabled(if: geteuid() != 0))
    func aLogInAFolderWithoutWritePermissionIsReadAndNotWritten() throws {
        do { try folder.log().append(.addRecord(contact("A")), recordedAt: today) }
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
        let log = try folder.log()
        #expect(try log.document().records.map(\.name.text) == ["A"])
        #expect(problem { try log.append(.addRecord(contact("B")), recordedAt: today) } == .readOnly)
    }

    @Test(.enabled(if: geteuid() != 0))
    func aFolderWithoutWritePermissionTakesNoNewLog() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
        #expect(problem { _ = try folder.log() } == .cannotOpen)
        #expect(problem { _ = try folder.log("sub/log.sqlite") } == .cannotCreateFolder)
    }
}
