import Foundation
import RulesEngine
import Testing

@testable import explore

/// `explore pack check --fix` on real files.
struct PackFixTests {
    @Test func sureRepairsAreMadeAndSaid() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let good = try terminal.read("x/rules/first.yaml")
        try terminal.write("x/rules/first.yaml", good.replacing("    within: 2 days", with: "    witin: 2 days"))
        let screen = terminal.run("pack", "check", "@/x", "--fix")
        #expect(screen.status == .inOrder, "\(screen.text)")
        #expect(screen.output.contains(": write 'within' [unknown-key]\n1 repair.\n"))
        #expect(try terminal.read("x/rules/first.yaml") == good)
        #expect(try terminal.files("x") == ["pack.yaml", "rules", "rules/first.yaml"])
    }

    @Test func whatIsNotSureIsLeftAndListed() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let bad = try terminal.read("x/rules/first.yaml").replacing("    within: 2 days", with: "    within: soon")
        try terminal.write("x/rules/first.yaml", bad)
        let screen = terminal.run("pack", "check", "@/x", "--fix")
        #expect(screen.status == .notDone)
        #expect(
            screen.output.contains("There is nothing to repair without you.")
                && screen.output.contains("[unreadable-duration]"))
        #expect(try terminal.read("x/rules/first.yaml") == bad)
    }

    /// A word that may be another one is offered, and not written.
    @Test func anotherWordIsNotASlip() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let bad = try terminal.read("x/rules/first.yaml").replacing(
            "expect: meeting.planned", with: "expect: email.sent")
        try terminal.write("x/rules/first.yaml", bad)
        let screen = terminal.run("pack", "check", "@/x", "--fix")
        #expect(screen.status == .notDone && screen.output.contains("'email.sent' is not"), "\(screen.text)")
        #expect(try terminal.read("x/rules/first.yaml") == bad)
    }

    /// What a rule lacks may stand in what could not be read.
    @Test func aSlipIsNotToldAsALack() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let good = try terminal.read("x/rules/first.yaml")
        try terminal.write("x/rules/first.yaml", good.replacing("    within: 2 days", with: "    within 2 days"))
        let screen = terminal.run("pack", "check", "@/x")
        #expect(screen.output.contains("[missing-colon]"), "\(screen.text)")
        #expect(!screen.output.contains("warning"), "\(screen.text)")
    }

    @Test func aFolderComesBeforeAnInstalledPackOfItsName() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x", "--id", "x")
        #expect(terminal.run("pack", "add", "@/x").status == .inOrder)
        let good = try terminal.read("x/rules/first.yaml")
        try terminal.write("x/rules/first.yaml", good.replacing("    within: 2 days", with: "    witin: 2 days"))
        let screen = terminal.run("pack", "check", "@/x", "--fix")
        #expect(screen.status == .inOrder && screen.output.contains("1 repair."), "\(screen.text)")
        #expect(try terminal.read("x/rules/first.yaml") == good)
    }

    @Test func jsonListsRepairsAndWhatIsLeft() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let bad = try terminal.read("x/rules/first.yaml")
            .replacing("    within: 2 days", with: "    witin: soon").replacing(
                "strength: should", with: "strength: shold")
        try terminal.write("x/rules/first.yaml", bad)
        let lines = terminal.run("pack", "check", "@/x", "--format", "json").output.split(separator: "\n")
        let told = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(
            told.compactMap { ($0?["fix"] as? [String: Any])?["replacement"] as? String }.sorted() == [
                "should", "within",
            ])
        let fixed = terminal.run("pack", "check", "@/x", "--fix", "--format", "json").output.split(separator: "\n")
        #expect(fixed.count { $0.contains("\"repaired\":") } == 2)
        #expect(fixed.last?.contains("unreadable-duration") == true)
    }

    @Test func aShippedPackIsNotChanged() throws {
        let screen = try PackTerminal().run("pack", "check", "career", "--fix")
        #expect(screen.status == .notDone && screen.errors.contains("comes with the program"))
    }

    // MARK: Writing

    @Test func whoMayReadItStaysAsItWas() throws {
        let terminal = try PackTerminal()
        try terminal.write("a.yaml", "old")
        let path = terminal.folder + "/a.yaml"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(FileReplacement.replace(path, readAs: Array("old".utf8), with: Array("new".utf8)) == .replaced)
        #expect(try terminal.read("a.yaml") == "new")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    }

    @Test func aFileThatChangedMeanwhileIsLeft() throws {
        let terminal = try PackTerminal()
        try terminal.write("a.yaml", "newer")
        let outcome = FileReplacement.replace(terminal.folder + "/a.yaml", readAs: Array("old".utf8), with: [0x6E])
        #expect(outcome == .changedMeanwhile)
        #expect(try terminal.read("a.yaml") == "newer")
        #expect(try terminal.files() == ["a.yaml"])
    }

    @Test func aFileThatIsGoneIsNotMadeAnew() throws {
        let terminal = try PackTerminal()
        let outcome = FileReplacement.replace(terminal.folder + "/a.yaml", readAs: [], with: [0x6E])
        #expect(outcome != .replaced)
        #expect(try terminal.files() == [])
    }
}
