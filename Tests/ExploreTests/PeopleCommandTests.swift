import Foundation
import Testing

@testable import explore

/// `explore people` and `explore path`.
struct PeopleCommandTests {
    @Test func peopleAreListedWithWhatIsKnown() throws {
        let screen = try LogTerminal().run("people --log Examples/sam.yaml")
        #expect(
            screen.output.split(separator: "\n").map(String.init) == [
                "Maya Lindt  level senior · organization Shoeworks · relation colleague",
                "Ana Ruiz    level senior · organization Delta Logistics · state Texas · relation stranger · introduced_by Maya Lindt"
                    + " · last: meeting, Fri 20 Nov 2026 10:00",
                "Tom Baker   level mid · organization Corner Health · state Ohio · relation alum"
                    + " · last: planned meeting, Wed 18 Nov 2026 09:00 · next: Tue 24 Nov 2026 10:00",
            ])
    }

    @Test func peopleForPrograms() throws {
        let lines = try LogTerminal().run("people list --log Examples/sam.yaml --format json").output.split(
            separator: "\n")
        let ana = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any]
        #expect(ana?["name"] as? String == "Ana Ruiz")
        #expect((ana?["fields"] as? [String: String])?["introduced_by"] == "Maya Lindt")
        #expect((ana?["last"] as? [String: Any])?["kind"] as? String == "meeting.held")
    }

    @Test func anEmptyLogSaysHowToBegin() throws {
        let terminal = try LogTerminal()
        #expect(terminal.run("people").output == "Nobody is in the log yet. Begin with: explore people add NAME\n")
        #expect(terminal.run("path").output == "No path is in the log yet. Begin with: explore path add NAME\n")
        #expect(!FileManager.default.fileExists(atPath: terminal.log))
    }

    @Test func somebodyIsAdded() throws {
        let terminal = try LogTerminal()
        let screen = terminal.run("people add Ana Ruiz --level Senior organization='Delta Logistics'")
        #expect(screen.output == "Added: Ana Ruiz, level senior, organization Delta Logistics.\n")
        #expect(
            terminal.run("export").output.contains(
                "  - name: Ana Ruiz\n    level: senior\n    organization: Delta Logistics\n"))
        #expect(terminal.run("people add 'Zoe Park' introduced_by=ana").status == .inOrder)
        #expect(terminal.run("people").output.contains("introduced_by Ana Ruiz"))
    }

    @Test(arguments: [
        ("people add ana ruiz", "'ana ruiz' is in the log already", "explore people set 'ana ruiz'"),
        ("people add Zoe lvl=mid", "'lvl' is not something a person can say", "level"),
        ("people add Zoe level=boss", "level: 'boss' is not one of the words", "use one of: student"),
        ("people add Zoe introduced_by=Lee", "nobody called 'Lee' is in the log", "--new"),
        ("people add level=mid", "it does not say who or what", "begin with a name"),
        ("people set ana", "it does not say what to change", "write FIELD=VALUE"),
        ("people set lee level=mid", "nobody called 'lee' is in the log", "explore people add 'lee'"),
        ("people set ana level=mid --since someday", "'someday' is not a time", "tomorrow"),
        (
            "people set me state=Ohio --since 2026-11-01", "what is known about yourself has no dates",
            "leave --since out"
        ),
        ("people archive lee", "nobody called 'lee' is in the log", "explore people add"),
        ("path set nursing stage=decided", "no path called 'nursing' is in the log", "explore path add 'nursing'"),
    ])
    func aDoubtIsAskedAndNothingIsRecorded(_ command: String, _ message: String, _ help: String) throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        let before = terminal.run("export").output
        let screen = terminal.run(command)
        #expect(screen.status == .notDone && screen.output.isEmpty)
        #expect(screen.errors.contains(message) && screen.errors.contains(help), "\(screen.errors)")
        #expect(terminal.run("export").output == before)
    }

    @Test func aCorrectionReplacesAndAChangeAdds() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz' level=mid")
        #expect(terminal.run("people set ana level=senior").output == "Corrected: Ana Ruiz, level senior.\n")
        #expect(
            terminal.run("people set ana level=executive --since 2026-11-15").output
                == "Changed: Ana Ruiz, level executive.\n")
        #expect(
            terminal.run("export").output.hasSuffix(
                """
                people:
                  - name: Ana Ruiz
                    level: senior
                    changes:
                      - since: 2026-11-15
                        level: executive

                """))
        #expect(terminal.run("people").output == "Ana Ruiz  level executive\n")
        #expect(terminal.run("people --now '2026-11-10 10:00'").output == "Ana Ruiz  level senior\n")
        #expect(terminal.run("people set ana level=").output == "Corrected: Ana Ruiz, level is not known.\n")
        #expect(terminal.run("people").output == "Ana Ruiz\n")
    }

    @Test func severalFieldsAreOneEntry() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        terminal.run("people set ana level=senior state=Texas")
        terminal.run("undo")
        #expect(terminal.run("people").output == "Ana Ruiz\n")
    }

    @Test func factsAboutOneselfAreSetToo() throws {
        let terminal = try LogTerminal()
        #expect(terminal.run("people set me state=Ohio").output == "Corrected: me, state Ohio.\n")
        #expect(terminal.run("export").output.contains("me:\n  state: Ohio\n"))
    }

    @Test func whoIsArchivedIsNotListed() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        #expect(terminal.run("people archive ana").output == "Ana Ruiz is archived; nothing is asked for any more.\n")
        #expect(terminal.run("people").output.hasPrefix("Nobody is in the log yet."))
        #expect(terminal.run("people --all").output == "Ana Ruiz  archived Fri 20 Nov 2026 18:00\n")
        #expect(terminal.run("people archive ana --back").output == "Ana Ruiz is in use again.\n")
        #expect(terminal.run("people").output == "Ana Ruiz\n")
    }

    @Test func pathsAreAddedAndChanged() throws {
        let terminal = try LogTerminal()
        #expect(terminal.run("path add 'People operations' --question 'What is it like?'").status == .inOrder)
        #expect(
            terminal.run("path set people stage=decided").output == "Corrected: People operations, stage decided.\n")
        #expect(terminal.run("path").output == "People operations  question What is it like? · stage decided\n")
        #expect(terminal.run("path add 'people OPERATIONS'").status == .notDone)
        terminal.run("log met 'Ana Ruiz' path=people --new")
        #expect(terminal.run("path").output.contains("last: meeting, Fri 20 Nov 2026 18:00"))
    }
}
