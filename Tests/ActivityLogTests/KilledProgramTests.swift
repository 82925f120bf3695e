import ActivityLog
import Foundation
import RulesEngine
import Testing

/// A program that is killed while it writes: this test program itself, started once more to run one test.
struct KilledProgramTests {
    /// Names the folder in which the program that will be killed writes.
    private static let variable = "EXPLORE_TEST_WRITES_IN"
    private static let folderToWriteIn = ProcessInfo.processInfo.environment[variable]
    private static let itself = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")

    /// Not a test of its own: writes until it is killed, and notes outside the log what was acknowledged.
    @Test(.enabled(if: folderToWriteIn != nil))
    func writeUntilKilled() throws {
        let folder = try #require(Self.folderToWriteIn)
        let notes = try #require(FileHandle(forWritingAtPath: folder + "/acknowledged"))
        let log = try ActivityLog(openingAt: folder + "/log.sqlite")
        for number in 1...100_000 {
            let text = String(repeating: "words ", count: number % 900)
            let note = try activity("note", "2026-11-10", with: ["Person \(number)"], [field("text", text)])
            try log.append(.activities([note]), recordedAt: today)
            notes.write(Data("Person \(number)\n".utf8))
        }
    }

    @Test(.enabled(if: itself != nil && folderToWriteIn == nil), arguments: [1, 20, 150])
    func nothingAcknowledgedIsLost(acknowledgedAtLeast count: Int) throws {
        let folder = try TemporaryFolder()
        let notes = folder("acknowledged")
        #expect(FileManager.default.createFile(atPath: notes, contents: nil))
        let program = try start(in: folder)
        let deadline = Date(timeIntervalSinceNow: 60)
        while try lines(notes).count < count, Date() < deadline { usleep(1_000) }
        kill(program.processIdentifier, SIGKILL)
        program.waitUntilExit()
        let acknowledged = try lines(notes)
        #expect(acknowledged.count >= count)
        let log = try folder.log()
        let stored = Set(try log.document().activities.flatMap { $0.with.map(\.text) })
        #expect(stored.isSuperset(of: acknowledged))
        #expect(stored.count <= acknowledged.count + 1)
        #expect(try log.value("PRAGMA integrity_check") == "ok")
    }

    private func start(in folder: TemporaryFolder) throws -> Process {
        let program = Process()
        program.executableURL = URL(fileURLWithPath: try #require(Self.itself))
        program.arguments = ["--testing-library", "swift-testing", "--filter", "writeUntilKilled"]
        program.environment = ProcessInfo.processInfo.environment.merging([Self.variable: folder.path]) { _, new in new
        }
        program.standardOutput = FileHandle.nullDevice
        program.standardError = FileHandle.nullDevice
        try program.run()
        return program
    }

    /// The whole lines of a file: the last may be cut short.
    private func lines(_ path: String) throws -> [String] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
