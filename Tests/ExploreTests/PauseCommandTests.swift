import Testing

@testable import explore

/// `explore pause` and `explore resume`.
struct PauseCommandTests {
    /// Somebody to thank.
    private func terminal() throws -> LogTerminal {
        let terminal = try LogTerminal()
        terminal.run("log met 'Ana Ruiz' today 10:00 26m --new")
        return terminal
    }

    @Test func aBreakSilencesTodayUntilItEnds() throws {
        let terminal = try terminal()
        let before = terminal.run("today").output
        #expect(before.contains("Ana Ruiz"))
        #expect(terminal.run("pause until sun").output.hasPrefix("Paused until Sun 22 Nov 2026: nothing is asked for"))
        let during = terminal.run("today")
        #expect(
            during.output.contains("You are taking a break until Sun 22 Nov 2026.") && !during.output.contains("1. "))
        let all = terminal.run("today --all").output
        #expect(all.contains("Ana Ruiz") && all.contains("You are taking a break until Sun 22 Nov 2026. To go on:"))
        terminal.now += 2 * 86_400
        #expect(!terminal.run("today").output.contains("taking a break"))
    }

    @Test func aBreakWithoutAnEndEndsWhenOneIsBack() throws {
        let terminal = try terminal()
        let log = terminal.run("export").output
        terminal.run("pause")
        #expect(terminal.run("today").output.contains("You are taking a break. ("))
        terminal.now += 60
        #expect(terminal.run("resume").output == "Welcome back. See what waits with: explore today\n")
        #expect(terminal.run("today").output.contains("Ana Ruiz"))
        terminal.run("undo")
        terminal.run("undo")
        #expect(terminal.run("export").output == log)
    }

    @Test(arguments: ["pause until yesterday", "pause blah", "pause until monday 25:00"])
    func aWrongEndIsRefused(_ command: String) throws {
        let terminal = try terminal()
        #expect(terminal.run(command).status == .notDone)
        #expect(!terminal.run("export").output.contains("pause.begun"))
    }

    @Test func aBreakTypedAsALineIsShownItsCommand() throws {
        let screen = try terminal().run("log paused until monday")
        #expect(screen.status == .notDone && screen.errors.contains("explore pause until monday"), "\(screen.text)")
    }

    @Test func aPathIsArchivedAndBroughtBack() throws {
        let terminal = try terminal()
        terminal.run("path add Teaching")
        let log = terminal.run("export").output
        #expect(terminal.run("path archive teach").output.hasPrefix("Teaching is archived"))
        #expect(terminal.run("export").output.contains("archived: "))
        #expect(terminal.run("path archive teaching --back").output == "Teaching is in use again.\n")
        #expect(terminal.run("export").output == log)
        #expect(terminal.run("path archive singing").errors.contains("no path called 'singing'"))
    }
}
