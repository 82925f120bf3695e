import ActivityLog
import Foundation
import RulesEngine
import Testing

struct OpeningTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func problem(opening name: String) -> ActivityLogError.Problem? {
        failure(opening: name)?.problem
    }

    private func failure(opening name: String) -> ActivityLogError? {
        do throws(ActivityLogError) {
            _ = try ActivityLog(openingAt: folder(name)).document()
            return nil
        } catch {
            return error
        }
    }

    private func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder(name)))
    }

    private func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder(name))
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test func aNewLogIsItsOwnersAlone() throws {
        let log = try folder.log("one/two/log.sqlite")
        try log.append(.me(field("state", "stuck")), recordedAt: today)
        #expect(try mode("one") == 0o700)
        #expect(try mode("one/two") == 0o700)
        for ending in ["", "-wal", "-shm"] {
            #expect(try mode("one/two/log.sqlite" + ending) == 0o600)
        }
    }

    @Test func anEmptyFileIsANewLogAndKeepsItsMode() throws {
        try write([], to: "log.sqlite")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder("log.sqlite"))
        #expect(problem(opening: "log.sqlite") == nil)
        #expect(try mode("log.sqlite") == 0o640)
    }

    @Test func theFileIsKeptTheSafeWay() throws {
        let log = try folder.log()
        #expect(try log.value("PRAGMA journal_mode") == "wal")
        #expect(try log.value("PRAGMA synchronous") == "2")
        #expect(try log.value("PRAGMA foreign_keys") == "1")
        #expect(try log.value("PRAGMA secure_delete") == "1")
        #expect(try log.value("PRAGMA busy_timeout") == "5000")
        #expect(try log.value("PRAGMA application_id") == "\(0x6578_706C)")
    }

    @Test func aRelativePathIsNeverANameOfSQLite() throws {
        for name in [":memory:", "file:x?mode=memory"] {
            let log = try ActivityLog(openingAt: folder.path + "/" + name)
            #expect(FileManager.default.fileExists(atPath: log.path))
        }
        #expect(throws: ActivityLogError.self) { try ActivityLog(openingAt: "") }
        #expect(throws: ActivityLogError.self) { try ActivityLog(openingAt: folder("a\0b")) }
    }

    @Test func whatIsNoFileIsRefused() throws {
        #expect(problem(opening: "") == .notAFile)
        let error = try #require(throws: ActivityLogError.self) { try ActivityLog(openingAt: "/dev/null") }
        #expect(error.problem == .notAFile)
    }

    @Test func aFolderThatCannotBeMadeIsNamed() throws {
        try write("x".utf8, to: "file")
        let error = try #require(failure(opening: "file/log.sqlite"))
        #expect(error.problem == .cannotCreateFolder)
        #expect(error.path == folder("file"))
        let system = try #require(throws: ActivityLogError.self) { try ActivityLog(openingAt: "/proc/log/log.sqlite") }
        #expect(system.problem == .cannotCreateFolder)
        #expect(system.path == "/proc/log")
    }

    @Test(arguments: [
        "x", "SQLite format 3", "SQLite format 3\0", "id,name\n1,Ana\n", String(repeating: "text ", count: 9_999),
    ])
    func otherFilesAreRefusedAndLeftAlone(text: String) throws {
        try write(text.utf8, to: "notes.txt")
        #expect(problem(opening: "notes.txt") == (text.hasPrefix("SQLite") ? .damaged : .notADatabase))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder("notes.txt"))) == Data(text.utf8))
    }

    @Test(arguments: [
        "CREATE TABLE song (id INTEGER)", "PRAGMA application_id = 77",
        "PRAGMA user_version = 3; CREATE VIEW v AS SELECT 1",
    ])
    func databasesOfOthersAreRefusedAndLeftAlone(sql: String) throws {
        try makeForeignDatabase(at: folder("songs.sqlite"), sql: sql)
        let before = try folder.bytes("songs.sqlite")
        #expect(problem(opening: "songs.sqlite") == .notALog)
        #expect(try folder.bytes("songs.sqlite") == before)
    }

    @Test func aLogOfANewerVersionIsRefusedAndLeftAlone() throws {
        try folder.log().run("INSERT INTO grdb_migrations VALUES ('2 something new')")
        #expect(problem(opening: "log.sqlite") == .newerVersion)
    }

    @Test func aLogThatWasCutShortIsNeverTakenForWhole() throws {
        do { _ = try folder.log().merge(try fullDocument(), recordedAt: today) }
        let whole = try folder.bytes()
        let sizes = [1, 15, 16, 99, 100, 101, 511, 512, 4095, 4096, 4097, 8192, whole.count / 2, whole.count - 1]
        for size in sizes {
            try write(whole.prefix(size), to: "cut.sqlite")
            let problem = problem(opening: "cut.sqlite")
            #expect([.damaged, .notADatabase].contains(problem), "cut to \(size) bytes")
            #expect(try folder.bytes("cut.sqlite").count >= size)
        }
    }

    @Test func anEmptyFileWithAFilledJournalIsDamaged() throws {
        try write([], to: "log.sqlite")
        try write([1, 2, 3], to: "log.sqlite-wal")
        #expect(problem(opening: "log.sqlite") == .damaged)
        #expect(try folder.bytes() == [1, 2, 3])
    }

    /// Whatever bytes are in the file: an error or a document, never a trap.
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func damagedBytesNeverTrap(seed: UInt64) throws {
        do { _ = try folder.log().merge(try fullDocument(), recordedAt: today) }
        var bytes = try folder.bytes()
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<Int.random(in: 1...40, using: &generator) {
            let place = Int.random(in: seed % 2 == 0 ? 100..<bytes.count : bytes.indices, using: &generator)
            bytes[place] = .random(in: 0...255, using: &generator)
        }
        try write(bytes, to: "broken.sqlite")
        let log = try? folder.log("broken.sqlite")
        _ = try? log?.document()
        _ = try? log?.entries(last: 5)
        _ = try? log?.append(.me(field("state", "stuck")), recordedAt: today)
        _ = try? log?.merge(try fullDocument(), recordedAt: today)
        _ = try? log?.undo(recordedAt: today)
        _ = try? log?.forget(person: "Ana Ruiz")
    }

    /// Values that SQLite may hold and a log never writes.
    @Test(arguments: [
        "UPDATE activity SET precision = 9", "UPDATE activity SET ends = starts - 1",
        "UPDATE activity SET precision = NULL",
        "UPDATE activity SET precision = -9223372036854775808", "UPDATE activity SET precision = 2, ends = 0",
    ])
    func senselessMomentsAreDamage(sql: String) throws {
        let log = try folder.log()
        _ = try log.merge(try fullDocument(), recordedAt: today)
        try log.run(sql)
        let error = try #require(throws: ActivityLogError.self) { try log.document() }
        #expect(error.problem == .damaged)
    }

    @Test(arguments: [
        "UPDATE decision SET action = 'postponed'", "UPDATE setting SET name = 'colour'",
        "UPDATE holiday SET day = day + 9999999999999",
        "UPDATE activity SET corrects = 99999", "UPDATE activity SET corrects = id",
        "UPDATE activity SET handle = NULL",
        "PRAGMA defer_foreign_keys = ON; UPDATE activity SET part = (SELECT min(id) FROM part) WHERE part IS NOT NULL",
        "UPDATE part SET activity = (SELECT max(id) FROM activity)",
        "UPDATE activity SET starts = 9223372036854775807, ends = 9223372036854775807 WHERE starts IS NOT NULL",
    ])
    func oddRowsAreReadAsFarAsTheyGo(sql: String) throws {
        let log = try folder.log()
        _ = try log.merge(try fullDocument(), recordedAt: today)
        try log.run(sql)
        _ = try log.document()
        _ = try log.merge(try fullDocument(), recordedAt: today)
        _ = try log.forget(person: "Ana Ruiz")
    }
}
