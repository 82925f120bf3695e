import Foundation
import Testing

@testable import explore

/// `explore inspect`, help and completion scripts.
struct InspectCommandTests {
    @Test func aFileIsShownInThreeWays() throws {
        let terminal = try LogTerminal()
        try terminal.write("a.yaml", Array("a: [1, yes]\n".utf8))
        #expect(
            terminal.run("inspect @/a.yaml").output == """
                1:1-1:12 mapping
                  1:1-1:2 key scalar "a"
                    1:4-1:12 value sequence […]
                      1:5-1:6 - scalar "1"
                      1:8-1:11 - scalar "yes"

                """)
        #expect(terminal.run("inspect @/a.yaml --as json").output == "{\"a\":[1,\"yes\"]}\n")
        #expect(
            terminal.run("inspect @/a.yaml --as events").output == """
                +STR
                +DOC
                +MAP
                =VAL :a
                +SEQ []
                =VAL :1
                =VAL :yes
                -SEQ
                -MAP
                -DOC
                -STR

                """)
    }

    @Test func aMistakeIsShownAtItsPlace() throws {
        let terminal = try LogTerminal()
        try terminal.write("a.yaml", Array("a: [1\n".utf8))
        let screen = terminal.run("inspect @/a.yaml")
        #expect(screen.status == .notDone && screen.output.isEmpty && screen.errors.contains("@/a.yaml:1:"))
        #expect(terminal.run("inspect @/b.yaml").status == .notDone)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func shellsGetACompletionScript(_ shell: String) throws {
        let screen = try LogTerminal().run("--generate-completion-script \(shell)")
        #expect(screen.status == .inOrder && screen.errors.isEmpty)
        for word in ["explore", "log", "snooze", "people", "because"] {
            #expect(screen.output.contains(word), "\(word)")
        }
    }

    @Test func wordsOfTheVocabularyAreOffered() {
        #expect(Completions.logWords([], 0, "MET").contains("met"))
        #expect(!Completions.logWords([], 0, "met").contains("asked"))
        #expect(Completions.planWords([], 0, "st").contains("starts="))
    }

    @Test func helpListsTheCommands() throws {
        let screen = try LogTerminal().run("--help")
        #expect(screen.status == .inOrder && screen.output.contains("USAGE: explore <subcommand>"))
        #expect(try LogTerminal().run("help log").output.contains("Log what happened, in one line."))
        #expect(try LogTerminal().run("pack").output.contains("SUBCOMMANDS:"))
    }
}
