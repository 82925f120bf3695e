import Foundation
import Testing

@testable import explore

/// `explore pack new` writes a pack that is in order, and never over anything.
struct PackNewTests {
    @Test func aNewPackIsInOrder() throws {
        let terminal = try PackTerminal()
        let made = terminal.run("pack", "new", "@/north-campus")
        #expect(made.status == .inOrder, "\(made.text)")
        #expect(try terminal.files("north-campus") == ["pack.yaml", "rules", "rules/first.yaml"])
        for verb in ["check", "test", "explain"] {
            let screen = terminal.run("pack", verb, "@/north-campus")
            #expect(screen.status == .inOrder, "\(verb): \(screen.text)")
        }
    }

    /// All verdicts are shown, in two shapes; the reader must find every key explained or obvious.
    @Test func aNewPackTeaches() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let explained = terminal.run("pack", "explain", "@/x").output
        #expect(explained.contains("(should, follow-up)") && explained.contains("(consider, only-if-first)"))
        let rules = try terminal.read("x/rules/first.yaml")
        for verdict in ["due", "overdue", "ok", "late", "broken", "does not apply"] {
            #expect(rules.contains("verdict: \(verdict)\n"), "\(verdict)")
        }
        #expect(rules.split(separator: "\n").count { $0.contains("#") } > 10)
    }

    @Test func theTextsSurviveAnyTitle() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x", "--title", "Ana's pack: what, #1 {does} \"[well]\"", "--id", "ana-1")
        #expect(try terminal.read("x/pack.yaml").contains("id: ana-1\n"))
        #expect(terminal.run("pack", "check", "@/x").status == .inOrder)
    }

    static let names: [(folder: String, id: String?)] = [
        ("north-campus", "north-campus"), ("North Campus", "north-campus"),
        ("advice/Engineers 2026/", "engineers-2026"),
        ("Zürich_Ost", "zurich-ost"), ("Straße", "strasse"), ("Łódź", "lodz"), ("e\u{301}te", "ete"), ("--a--", "a"),
        ("学校", nil), ("...", nil), ("", nil),
    ]

    @Test(arguments: names)
    func anIDIsMadeFromTheFolder(_ row: (folder: String, id: String?)) {
        #expect(PackStarter.id(fromFolder: row.folder) == row.id)
    }

    // MARK: Never over anything

    @Test func aFolderWithFilesIsLeft() throws {
        let terminal = try PackTerminal()
        try terminal.write("x/notes.txt", "mine")
        let screen = terminal.run("pack", "new", "@/x")
        #expect(screen.status == .notDone)
        #expect(screen.errors == "explore: there are files in '@/x' already\n help: name a new folder\n")
        #expect(try terminal.files("x") == ["notes.txt"])
    }

    @Test func aFileIsLeft() throws {
        let terminal = try PackTerminal()
        try terminal.write("x", "mine")
        #expect(terminal.run("pack", "new", "@/x").status == .notDone)
        #expect(try terminal.read("x") == "mine")
    }

    @Test func twiceIsOnce() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        try terminal.write("x/pack.yaml", "id: changed\n")
        #expect(terminal.run("pack", "new", "@/x").status == .notDone)
        #expect(try terminal.read("x/pack.yaml") == "id: changed\n")
    }

    @Test func anEmptyFolderIsFilled() throws {
        let terminal = try PackTerminal()
        try FileManager.default.createDirectory(atPath: terminal.folder + "/x", withIntermediateDirectories: true)
        #expect(terminal.run("pack", "new", "@/x").status == .inOrder)
    }

    @Test func printWritesNothing() throws {
        let terminal = try PackTerminal()
        let screen = terminal.run("pack", "new", "@/x", "--print")
        #expect(screen.status == .inOrder && screen.output.contains("# --- @/x/rules/first.yaml"))
        #expect(try terminal.files() == [])
    }

    // MARK: Wrong words

    @Test(arguments: ["North Campus", "a_b", "-a", "ä"])
    func aBadIDIsRefusedWithABetterOne(_ id: String) throws {
        let terminal = try PackTerminal()
        let screen = terminal.run("pack", "new", "@/x", "--id=\(id)")
        #expect(screen.status == .notDone && screen.errors.contains("help: write for example: --id "))
        #expect(try terminal.files() == [])
    }

    @Test func aFolderWithoutALetterNeedsAnID() throws {
        let terminal = try PackTerminal()
        #expect(terminal.run("pack", "new", "@/学校").errors.contains("no id can be made"))
        #expect(terminal.run("pack", "new", "@/学校", "--id", "school").status == .inOrder)
    }

    @Test func aShippedPackIsNotReplacedByAccident() throws {
        let terminal = try PackTerminal()
        let screen = terminal.run("pack", "new", "@/career")
        #expect(screen.status == .notDone && screen.errors.contains("choose another: --id my-career"))
        #expect(try terminal.files() == [])
    }

    @Test func aTitleOfTwoLinesIsRefused() throws {
        #expect(try PackTerminal().run("pack", "new", "@/x", "--title", "a\nb").status == .notDone)
    }
}
