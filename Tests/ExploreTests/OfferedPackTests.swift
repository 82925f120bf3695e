import RulesEngine
import TestSupport
import Testing

@testable import explore

/// Packs that ship with the program and rest until somebody switches them on.
struct OfferedPackTests {
    private let terminal: PackTerminal

    init() throws { terminal = try PackTerminal() }

    @Test func theListSaysWhatIsOff() {
        let list = terminal.run("pack", "list").output
        #expect(list.contains("3b7, ships with the program, off: explore pack add 3b7\n"))
        #expect(list.contains("asking, ships with the program\n"))
    }

    @Test func whatIsOffDoesNotSpeak() {
        #expect(!terminal.run("pack", "show").output.contains("3b7/"))
        #expect(terminal.run("log", "booster", "Ana", "--log", "@/log.sqlite", "--new").status != .inOrder)
    }

    @Test func oneCommandSwitchesItOn() {
        let screen = terminal.run("pack", "add", "3b7")
        #expect(screen.status == .inOrder, "\(screen.text)")
        #expect(screen.output.contains("  adds words: booster.found\n"))
        #expect(screen.output.hasSuffix("It is on. Read it aloud with: explore pack explain 3b7\n"))
        #expect(terminal.run("pack", "list").output.contains("3b7, ships with the program, on since 2026-11-20: "))
        #expect(terminal.run("pack", "show").output.contains("  3b7/stop-when-a-booster-is-found"))
        let again = terminal.run("pack", "add", "3b7")
        #expect(again.status == .inOrder && again.output.hasPrefix("'3b7' is on already."))
    }

    @Test func itsWordsAreUnderstoodAtOnce() {
        _ = terminal.run("pack", "add", "3b7")
        _ = terminal.run("init", "--log", "@/log.sqlite")
        let screen = terminal.run("log", "booster", "Ana", "--log", "@/log.sqlite", "--new")
        #expect(screen.output.contains("Logged: booster with Ana"), "\(screen.text)")
    }

    @Test func itIsSwitchedOffAgain() {
        _ = terminal.run("pack", "add", "3b7")
        #expect(terminal.run("pack", "remove", "3b7").status == .inOrder)
        #expect(!terminal.run("pack", "show").output.contains("3b7/"))
        #expect(terminal.run("pack", "list").output.contains("3b7, ships with the program, off"))
    }

    @Test func aTrialSwitchesNothingOn() {
        #expect(terminal.run("pack", "add", "3b7", "--dry-run").output.hasSuffix("Nothing was installed.\n"))
        #expect(terminal.run("pack", "list").output.contains("3b7, ships with the program, off"))
    }

    @Test func itIsNeverOlderThanTheProgram() {
        _ = terminal.run("pack", "add", "3b7")
        #expect(terminal.run("pack", "update").output == "No pack is installed.\n")
        #expect(terminal.run("pack", "update", "3b7").errors.contains("always as new as the program"))
    }

    @Test func itCanBeUsedForOneCommand() {
        #expect(terminal.run("pack", "explain", "3b7").output.hasPrefix("3b7/"))
        #expect(terminal.run("pack", "show", "--pack", "3b7").output.contains("  3b7/stop-when-a-booster-is-found"))
        #expect(!terminal.run("pack", "show").output.contains("3b7/"))
    }

    @Test func nobodyElseMayTakeItsID() throws {
        try terminal.write("pack/pack.yaml", "id: 3b7\nversion: 1.0.0\ntitle: Mine\nengine: 1\nfiles: []\n")
        #expect(terminal.run("pack", "add", "@/pack").errors.contains("'3b7' is the id of a pack that comes with"))
        #expect(terminal.run("pack", "new", "@/3b7", "--print").status == .notDone)
    }

    @Test func programsAreToldTheState() {
        let list = terminal.run("pack", "list", "--format", "json").output
        #expect(list.contains(#"{"pack":"3b7","source":"ships with the program","on":false"#))
    }

    /// What the page says and what is read loosely from it are the same.
    @Test func thePagesSayWhichPacksAreOff() {
        var diagnostics = Diagnostics()
        let packs = PackLoader.load(Workspace.everyShipped(), &diagnostics).packs
        #expect(packs.filter(\.manifest.isOffByDefault).map(\.manifest.id) == OfferedPacks.all.map(\.name))
        #expect(OfferedPacks.all.map(\.name) == ["3b7", "keeping-in-touch", "work-search"])
    }
}
