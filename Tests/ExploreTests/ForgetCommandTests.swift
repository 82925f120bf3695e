import Foundation
import Testing

@testable import explore

/// `explore forget NAME`: delete means deleted.
struct ForgetCommandTests {
    private func terminal() throws -> LogTerminal {
        let terminal = try LogTerminal()
        terminal.run("import Examples/sam.yaml")
        return terminal
    }

    @Test func nobodyIsForgottenWithoutAYes() throws {
        let terminal = try terminal()
        let before = terminal.run("export").output
        let unasked = terminal.run("forget ana")
        #expect(unasked.status == .notDone && unasked.errors.contains("to delete without being asked, add --yes"))
        terminal.answers = ["no"]
        let refused = terminal.run("forget ana")
        #expect(refused.status == .notDone && refused.errors.contains("nothing was deleted"))
        #expect(refused.errors.contains("This deletes Ana Ruiz: 4 activities, and every mention of the name."))
        #expect(terminal.run("export").output == before)
    }

    @Test(arguments: [["yes"], nil])
    func nothingOfTheNameIsLeft(_ answers: [String]?) throws {
        let terminal = try terminal()
        terminal.answers = answers
        let screen = terminal.run(answers == nil ? "forget ana --yes" : "forget ana")
        #expect(
            screen.status == .inOrder && screen.output.hasPrefix("Ana Ruiz is forgotten: 4 activities deleted"),
            "\(screen.text)")
        let files = ["", "-wal", "-shm"].map { terminal.log + $0 }.filter(FileManager.default.fileExists)
        for file in files {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            #expect(bytes.range(of: Data("Ana Ruiz".utf8)) == nil)
        }
        #expect(terminal.run("undo").status == .inOrder)
        #expect(!terminal.run("export").output.contains("Ana"))
    }

    @Test func whoIsNotThereCannotBeForgotten() throws {
        let screen = try terminal().run("forget lee --yes")
        #expect(screen.status == .notDone && screen.errors.contains("nobody called 'lee' is in the log"))
    }

    @Test func tryingOutDeletesNothing() throws {
        let screen = try LogTerminal().run("forget 'Tom Baker' --log Examples/sam.yaml --dry-run")
        #expect(
            screen.output
                == "This deletes Tom Baker: 2 activities, and every mention of the name.\nNothing was deleted.\n")
    }

    @Test func forPrograms() throws {
        let line = try terminal().run("forget tom --yes --format json").output
        let told = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(told?["forgotten"] as? Bool == true && told?["activities"] as? Int == 2)
    }
}
