import ActivityLog
import Foundation
import RulesEngine
import Testing

@testable import explore

/// What a person meets when the log cannot be used: a calm sentence, help, and exit status 2.
struct LogFailureTests {
    static let commands = [
        "log asked 'Ana Ruiz' --new", "people", "today", "history", "export", "init --started 2026-11-01",
    ]

    @Test(arguments: commands)
    func withoutAHomeThereIsNoPlace(_ command: String) throws {
        let terminal = try LogTerminal()
        terminal.environment = ["HOME": ""]
        expectFailure(terminal.run(command), "there is no place for the log", "set HOME, or name a file with --log")
    }

    @Test(arguments: commands)
    func aFileThatIsNoLogIsLeftAlone(_ command: String) throws {
        let terminal = try LogTerminal()
        let bytes = Array("Dear diary, this is no database at all.".utf8)
        try terminal.write("diary", bytes)
        expectFailure(
            terminal.run(command + " --log @/diary"), "@/diary is a file, but not an explore log", "check the path")
        #expect(try terminal.read("diary") == String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: commands)
    func aDamagedLogIsSaid(_ command: String) throws {
        let terminal = try LogTerminal()
        terminal.run("log asked 'Ana Ruiz' --new --log @/log")
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: terminal.folder + "/log")))
        for ending in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: terminal.folder + "/log" + ending)
        }
        try terminal.write("log", Array(bytes.prefix(60)))
        expectFailure(terminal.run(command + " --log @/log"), "cannot open the log: @/log is damaged", "keep this file")
    }

    @Test(arguments: commands)
    func aNewerLogIsNotTouched(_ command: String) throws {
        let terminal = try LogTerminal()
        terminal.run("log asked 'Ana Ruiz' --new --log @/log")
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: terminal.folder + "/log")))
        let newer = try #require(Self.replacing("1 entries, records", with: "9 entries, records", in: bytes))
        try terminal.write("log", newer)
        expectFailure(
            terminal.run(command + " --log @/log"), "@/log was written by a newer version of explore",
            "update explore; the log was not changed")
    }

    @Test(arguments: ["log asked 'Ana Ruiz' --new", "init", "people add 'Ana Ruiz'"])
    func aFolderThatCannotBeMadeIsSaid(_ command: String) throws {
        expectFailure(
            try LogTerminal().run(command + " --log /proc/nowhere/log"), "the folder /proc/nowhere cannot be made",
            "make the folder yourself, or give another path")
    }

    @Test func aFolderIsNoLog() throws {
        expectFailure(try LogTerminal().run("people --log @"), "@ is not a file", "give the path of a file")
    }

    /// The superuser may write everywhere, so there is nothing to see for them.
    @Test(.enabled(if: getuid() != 0), arguments: ["log asked ana", "people add 'Zoe Park'", "undo"])
    func aLogThatMayOnlyBeReadIsSaid(_ command: String) throws {
        let terminal = try LogTerminal()
        try FileManager.default.createDirectory(atPath: terminal.folder + "/kept", withIntermediateDirectories: true)
        terminal.run("people add 'Ana Ruiz' --log @/kept/log")
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o400], ofItemAtPath: terminal.folder + "/kept/log")
        try manager.setAttributes([.posixPermissions: 0o500], ofItemAtPath: terminal.folder + "/kept")
        defer { try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: terminal.folder + "/kept") }
        expectFailure(terminal.run(command + " --log @/kept/log"), "@/kept/log ", "")
    }

    @Test func twoProgramsWritingAtOnceLoseNothing() async throws {
        let terminals = try (0..<4).map { _ in try LogTerminal() }
        let log = terminals[0].folder + "/shared"
        terminals[0].run("people add 'Ana Ruiz' --log \(log)")
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask {
                    guard let terminal = try? LogTerminal() else { return }
                    for turn in 0..<5 {
                        let screen = terminal.run("log noted ana 'turn \(number)-\(turn)' --log \(log)")
                        #expect(screen.status == .inOrder, "\(screen.text)")
                    }
                }
            }
        }
        let notes = terminals[0].run("export --log \(log)").output.split(separator: "\n").filter {
            $0.contains("words: turn")
        }
        #expect(Set(notes).count == 20)
    }

    @Test func allMistakesOfAPlainLogAreToldAtOnce() throws {
        let terminal = try LogTerminal()
        let log = """
            time_zone: NO
            people:
              - Ana
            activities:
              - 2026-11-09 10:00: meeting.held with Ana
                length: 1:30
              - 2026-02-30 10:00: meeting.held with Ana
                lenght: 20 minutes
              - 2026-11-10 10:00: meting.held with Ana
            """
        try terminal.write("log.yaml", Array(log.utf8))
        let screen = terminal.run("today --log @/log.yaml")
        #expect(screen.status == .notDone && screen.output.isEmpty)
        let codes = screen.errors.split(separator: "\n").filter { $0.contains(": error: ") }
            .compactMap { $0.split(separator: "[").last?.dropLast() }
        #expect(
            codes == [
                "missing-key", "unknown-time-zone", "wrong-kind", "unreadable-value", "unreadable-time",
                "unknown-field", "unknown-word",
            ], "\(screen.errors)")
        #expect(screen.errors.contains("add the line log: 1") && screen.errors.contains("write name: Ana"))
    }

    @Test(arguments: [
        ("thank you", "write 'thanked' or 'thanked in person'"), ("thank Ana", "write: thank with Ana"),
        ("thanked to Ana", "write: thanked with Ana"),
    ])
    func aLineOfALogSaysWhatWasMeant(_ words: String, _ help: String) throws {
        let terminal = try LogTerminal()
        let log = "log: 1\npeople:\n  - name: Ana\nactivities:\n  - 2026-11-09 10:00: \(words)\n"
        try terminal.write("log.yaml", Array(log.utf8))
        #expect(terminal.run("today --log @/log.yaml").errors.contains(help))
    }

    @Test func everyNameInAPlainLogIsLookedUp() throws {
        let terminal = try LogTerminal()
        let log = """
            log: 1
            people:
              - name: Ana Ruiz
                introduced_by: Nobody Known
              - name: Ana Berg
                introduced_by: none
            paths:
              - name: People operations
            activities:
              - 2026-11-10 10:00: meeting.held with Ana
                path: Peple operations
            """
        try terminal.write("log.yaml", Array(log.utf8))
        let errors = terminal.run("today --log @/log.yaml").errors
        let lines = errors.split(separator: "\n")
        #expect(lines.count { $0.contains(": error: ") } == 1, "\(errors)")
        #expect(lines.count { $0.contains(": warning: ") } == 2, "\(errors)")
        #expect(errors.contains("nobody called 'Nobody Known' is in the list of people"))
        #expect(errors.contains("'Ana' could be several people") && errors.contains("Ana Berg, Ana Ruiz"))
        #expect(errors.contains("no path called 'Peple operations'") && errors.contains("mean 'People operations'?"))
    }

    @Test(arguments: [
        ("plan: meeting\nwith Tom\nstarts: 2026-11-24 10:00\n", ["missing-colon"]),
        ("plan: meeting\nwith: 'Tom\nstarts: 2026-11-24 10:00\n", ["unclosed-quote"]),
        ("plan: meeting\nwith: Tom\nstarts: 2026-11-24 10:00\npath: Gardening\n", ["unknown-reference"]),
    ])
    func aPlanWithAMistakeIsToldItAlone(_ plan: String, _ codes: [String]) throws {
        let terminal = try LogTerminal()
        terminal.run("people add Tom")
        terminal.run("path add 'People operations'")
        try terminal.write("plan.yaml", Array(plan.utf8))
        let screen = terminal.run("lint @/plan.yaml")
        let found = screen.errors.split(separator: "\n").filter { $0.contains(": error: ") }
            .compactMap { $0.split(separator: "[").last?.dropLast() }.map(String.init)
        #expect(found == codes, "\(screen.errors)")
        let github = terminal.run("lint @/plan.yaml --format github")
        #expect(github.status == .notDone && github.output.contains("title=\(codes[0])"), "\(github.text)")
        #expect(terminal.run("lint @/plan.yaml --format sarif").output.contains(codes[0]))
    }

    @Test(arguments: [("tody", "explore today"), ("lnt x", "explore lint"), ("pack chek x", "explore pack check")])
    func aMisspeltCommandIsTold(_ line: String, _ meant: String) throws {
        let screen = try LogTerminal().run(line)
        #expect(screen.status == .wrongUsage && screen.errors.contains("did you mean '\(meant)'?"), "\(screen.text)")
    }

    @Test func aDateThatIsNoneIsSaidForEveryCommand() throws {
        expectFailure(try LogTerminal().run("log met ana --now 2026-02-30"), "--now: ", "")
    }

    @Test(arguments: [
        "frobnicate", "log", "snooze", "export --format xml", "inspect", "import", "history --last 0", "people add",
    ])
    func wrongUsageIsSaid(_ command: String) throws {
        let screen = try LogTerminal().run(command)
        #expect(
            screen.status == .wrongUsage && screen.output.isEmpty && screen.errors.contains("Error: "), "\(screen.text)"
        )
    }

    private func expectFailure(_ screen: LogTerminal.Screen, _ message: String, _ help: String) {
        #expect(screen.status == .notDone && screen.output.isEmpty)
        #expect(screen.errors.hasPrefix("explore: ") && screen.errors.contains(message), "\(screen.errors)")
        #expect(help.isEmpty || screen.errors.contains(" help: ") && screen.errors.contains(help), "\(screen.errors)")
    }

    private static func replacing(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8]? {
        let (old, new) = (Array(old.utf8), Array(new.utf8))
        var bytes = bytes
        var count = 0
        for start in 0..<max(0, bytes.count - old.count) where bytes[start..<start + old.count].elementsEqual(old) {
            bytes.replaceSubrange(start..<start + old.count, with: new)
            count += 1
        }
        return count > 0 ? bytes : nil
    }
}
