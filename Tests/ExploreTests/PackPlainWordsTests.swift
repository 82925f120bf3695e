import Foundation
import Testing

@testable import explore

/// What the pack commands say when something was meant otherwise.
struct PackPlainWordsTests {
    @Test(arguments: ["career", "first-conversation"])
    func aShippedPackStays(_ id: String) throws {
        let screen = try PackTerminal().run("pack", "remove", id)
        #expect(screen.status != .inOrder)
        #expect(screen.errors.contains("the pack '\(id)' ships with explore, and stays"))
        #expect(screen.errors.contains("'off: yes' and a 'because:'"))
    }

    @Test func aPackIsTriedOnOnesOwnLog() throws {
        let terminal = try PackTerminal()
        let empty = terminal.run("pack", "try", "deciding")
        #expect(empty.status == .notDone)
        #expect(empty.errors.contains("your own log is empty; name another: explore pack try deciding --on LOG.yaml"))
        _ = terminal.run("init")
        _ = terminal.run("log", "met", "Ana", "Ruiz", "--new")
        let screen = terminal.run("pack", "try", "first-conversation")
        #expect(screen.status != .notDone, "\(screen.errors)")
        #expect(screen.output.contains("1 log"), "\(screen.output)")
    }

    @Test(arguments: ["rules/first.yaml", "pack.yaml"])
    func anEndingThatAnEditorAddedIsSeen(_ path: String) throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let folder = terminal.folder + "/x/"
        try FileManager.default.moveItem(atPath: folder + path, toPath: folder + path + ".txt")
        let screen = terminal.run("pack", "check", "@/x")
        #expect(screen.text.contains("there is '\(path).txt': rename it to '\(path)'"), "\(screen.text)")
    }

    @Test func oneIsCountedAsOne() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let text = try terminal.read("x/rules/first.yaml")
        let second = try #require(text.range(of: "\n  - id: ", options: .backwards))
        try terminal.write("x/rules/first.yaml", String(text[..<second.lowerBound]) + "\n")
        #expect(terminal.run("pack", "check", "@/x").text.contains("@/x: 1 rule, "))
        #expect(terminal.run("pack", "test", "@/x").text.contains(" 1 rule with examples."))
    }

    @Test func nothingToRepairIsSaidPlainly() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let screen = terminal.run("pack", "check", "@/x", "--fix")
        #expect(screen.output.hasPrefix("There is nothing to repair without you.\n"))
    }
}
