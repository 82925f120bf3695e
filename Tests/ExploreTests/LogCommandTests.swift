import Foundation
import RulesEngine
import Testing

@testable import explore

/// `explore init`, `log`, `undo` and `history`, on a log of their own.
struct LogCommandTests {
    // MARK: init

    @Test func aNewLogSaysWhereItIs() throws {
        let terminal = try LogTerminal()
        let screen = terminal.run("init --path 'People operations' --time-zone Europe/Berlin --started 2026-11-01")
        #expect(screen.status == .inOrder)
        #expect(screen.output.hasPrefix("Your log is @/.local/share/explore/log.sqlite.\n"))
        #expect(
            terminal.run("export").output == """
                log: 1
                time_zone: Europe/Berlin
                started: 2026-11-01
                paths:
                  - name: People operations

                """)
    }

    @Test func beginningTwiceIsHarmless() throws {
        let terminal = try LogTerminal()
        terminal.run("init --path 'People operations' --time-zone Europe/Berlin")
        let before = terminal.run("export").output
        let again = terminal.run("init --path 'people operations' --time-zone Europe/Berlin")
        #expect(again.status == .inOrder)
        #expect(again.output == "Your log is there already: @/.local/share/explore/log.sqlite.\n")
        #expect(terminal.run("init").output == again.output)
        #expect(terminal.run("export").output == before)
        #expect(terminal.run("history").output.split(separator: "\n").count == 1)
    }

    @Test func beginningAgainChangesOnlyWhatIsGiven() throws {
        let terminal = try LogTerminal()
        terminal.run("init --path Nursing")
        #expect(terminal.run("init --started 2026-11-01").output.contains("Changed: 1 of its settings."))
        let log = terminal.run("export").output
        #expect(log.contains("started: 2026-11-01\n") && log.contains("  - name: Nursing\n"))
    }

    /// Who moves to another zone has not moved the meetings that are planned.
    @Test func anotherZoneLeavesMeetingsWhenTheyAre() throws {
        let terminal = try LogTerminal()
        terminal.run("plan 'Ana Ruiz' tue 10:00 --new")
        terminal.run("init --time-zone Europe/Berlin")
        let log = terminal.run("export").output
        #expect(log.contains("time_zone: Europe/Berlin\n") && log.contains("starts: 2026-11-24 16:00\n"), "\(log)")
        terminal.run("undo")
        #expect(terminal.run("export").output.contains("starts: 2026-11-24 10:00\n"))
    }

    @Test func aZoneForOneCommandDoesNotShiftWhatIsPlanned() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        let screen = terminal.run("plan ana tue 16:00 --time-zone Europe/Berlin")
        #expect(screen.output.hasPrefix("Planned: meeting with Ana Ruiz, Tue 24 Nov 2026 16:00.\n"))
        #expect(terminal.run("export").output.contains("starts: 2026-11-24 10:00\n"))
    }

    @Test func onATerminalItAsks() throws {
        let terminal = try LogTerminal()
        terminal.answers = ["Nursing", "Europe/Oslo"]
        let screen = terminal.run("init")
        #expect(screen.errors == "Which path are you exploring, such as a career? Your time zone? [America/New_York] ")
        #expect(terminal.run("export").output == "log: 1\ntime_zone: Europe/Oslo\npaths:\n  - name: Nursing\n")
    }

    @Test func withoutAnAnswerTheComputersZoneIsKept() throws {
        let terminal = try LogTerminal()
        terminal.answers = ["", ""]
        #expect(terminal.run("init").status == .inOrder)
        #expect(terminal.run("export").output == "log: 1\ntime_zone: America/New_York\n")
    }

    @Test func aWrongZoneMakesNoLog() throws {
        let terminal = try LogTerminal()
        let screen = terminal.run("init --time-zone Europe/Nowhere")
        #expect(screen.status == .notDone && screen.errors.contains("'Europe/Nowhere' is not a time zone"))
        #expect(!FileManager.default.fileExists(atPath: terminal.log))
    }

    // MARK: log

    @Test func whatIsLoggedIsSaidBackWithWhatBecameDue() throws {
        let terminal = try LogTerminal()
        terminal.run("import Examples/sam.yaml")
        let screen = terminal.run("log met tom today 15:00 26m")
        #expect(screen.status == .inOrder && screen.errors.isEmpty)
        let lines = screen.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "Logged: meeting with Tom Baker, Fri 20 Nov 2026 15:00, 26 minutes.")
        #expect(lines.contains("Now due: Thank Tom Baker by Sat 21 Nov 2026 15:26."))
        #expect(lines.last == "Not right? Take it back with: explore undo")
        #expect(terminal.run("today --all").output.contains("Write Tom Baker a thank-you note"))
    }

    @Test(arguments: [
        ["log met ana today 15:00 26m", "log thanked ana today 14:00"],
        ["log thanked ana today 14:00", "log met ana today 15:00 26m"],
    ])
    func whatCameTooEarlyTheSameDayIsSaid(_ lines: [String]) throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        #expect(!terminal.run(lines[0]).output.contains("came before"))
        let note =
            "Note: the thank-you note to Ana Ruiz, Fri 20 Nov 2026 14:00, came before the meeting with Ana Ruiz, "
            + "Fri 20 Nov 2026 15:00, and does not count for it.\n"
        #expect(terminal.run(lines[1]).output.contains(note))
        #expect(!terminal.run("log thanked ana today 17:00").output.contains("came before"))
    }

    @Test func anotherWordForATopicIsItsName() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        terminal.run("log met ana today 15:00 learned='day, Schools'")
        #expect(terminal.run("export").output.contains("      - typical day\n      - education needed\n"))
    }

    @Test func whatIsNoTopicIsSaidAtOnce() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        let screen = terminal.run("log met ana today 15:00 learned='typicel day, cats'")
        #expect(screen.status == .inOrder)
        #expect(
            screen.output.contains(
                "Note: 'typicel day' is none of the topics of 'explore coverage'; did you mean 'typical day'?\n"
                    + "Note: 'cats' is none of the topics of 'explore coverage'\n"), "\(screen.text)")
    }

    // MARK: More about what is logged already

    @Test func theSameLineWithMoreChangesIt() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        terminal.run("log met ana today 15:00")
        let more = terminal.run("log met ana today 15:00 26m learned='typical day'")
        #expect(more.output.hasPrefix("Changed: meeting with Ana Ruiz, Fri 20 Nov 2026 15:00, "), "\(more.text)")
        #expect(terminal.run("log met ana today 15:00 learned=network").status == .inOrder)
        #expect(terminal.run("log met ana today 15:00 30m").output.contains("30 minutes"))
        let log = terminal.run("export").output
        #expect(log.contains("    length: 30 minutes\n    learned:\n      - typical day\n      - network\n"), "\(log)")
        #expect(log.split(separator: "\n").count { $0.contains("meeting.held") } == 1)
        let same = terminal.run("log met ana today 15:00 30m")
        #expect(
            same.errors == """
                explore: this is logged already: meeting, Fri 20 Nov 2026 15:00
                 help: write: explore log met ana today 15:00 30m --again

                """, "\(same.text)")
        terminal.run("undo")
        #expect(terminal.run("export").output.contains("length: 26 minutes"))
    }

    @Test func whatSaysSomethingElseOfAnotherMomentIsNew() throws {
        let terminal = try LogTerminal()
        terminal.run("log researched subject='staff pages'")
        terminal.run("log researched subject='annual report'")
        terminal.run("log researched today 10:00 subject='staff pages'")
        terminal.run("log researched today 10:00 subject='annual report'")
        #expect(terminal.run("export").output.split(separator: "\n").count { $0.contains("research.done") } == 4)
    }

    @Test func aQuestionAboutALineIsAnsweredByTheLineItShows() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        terminal.run("path add Nursing")
        terminal.run("log decided path=Nursing")
        #expect(
            terminal.run("today --all").output.contains("Answer: explore log decided 2026-11-20 18:00 helped_by=…\n"))
        terminal.run("log decided 2026-11-20 18:00 helped_by=ana")
        let cards = terminal.run("today --all").output
        #expect(
            !cards.contains("helped_by=") && cards.contains("Write Ana Ruiz two lines on what you decided"), "\(cards)")
    }

    @Test func jsonNamesTheActivityAndWhatIsDue() throws {
        let terminal = try LogTerminal()
        terminal.run("import Examples/sam.yaml")
        let line = terminal.run("log met tom today 15:00 26m --format json").output
        let told = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let activity = told?["activity"] as? [String: Any]
        #expect(told?["recorded"] as? Bool == true)
        #expect(activity?["kind"] as? String == "meeting.held" && activity?["with"] as? [String] == ["Tom Baker"])
        #expect(activity?["at"] as? String == "2026-11-20 15:00" && activity?["id"] as? String == "a6")
        #expect((told?["now_due"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test func theFormatOfWhatHappenedIsNoReport() throws {
        let terminal = try LogTerminal()
        let screen = terminal.run("log met 'Ana Ruiz' --format video --new")
        #expect(screen.output.contains("Logged: meeting with Ana Ruiz, Fri 20 Nov 2026 18:00, video."))
        #expect(screen.output.contains("New person: Ana Ruiz."))
    }

    @Test func aQuestionWritesNothing() throws {
        let terminal = try LogTerminal()
        let screen = terminal.run("log met zoe yesterday")
        #expect(screen.status == .notDone && screen.output.isEmpty)
        #expect(screen.errors.hasPrefix("explore: nobody called 'zoe' is in the log\n"))
        #expect(screen.errors.contains("help: write: explore log met zoe yesterday --new"))
        #expect(!FileManager.default.fileExists(atPath: terminal.log))
    }

    @Test func tryingOutRecordsNothing() throws {
        let terminal = try LogTerminal()
        let screen = terminal.run("log met ana yesterday 15:00 26m --log Examples/sam.yaml --dry-run")
        #expect(screen.status == .inOrder)
        #expect(screen.output.hasPrefix("Would be logged: meeting with Ana Ruiz, Thu 19 Nov 2026 15:00, 26 minutes.\n"))
        #expect(screen.output.hasSuffix("Nothing was recorded.\n"))
    }

    @Test func aTextLogIsOnlyRead() throws {
        let screen = try LogTerminal().run("log met ana --log Examples/sam.yaml")
        #expect(
            screen.status == .notDone && screen.errors.contains("is a plain text log, which this command only reads"))
    }

    @Test func aLineWithoutWordsIsWrongUsage() throws {
        #expect(try LogTerminal().run("log").status == .wrongUsage)
    }

    @Test func aPacksOwnKindsAndFieldsAreUnderstood() throws {
        let terminal = try LogTerminal()
        let folder = terminal.folder + "/fair"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try terminal.write(
            "fair/pack.yaml",
            Array(
                """
                id: fair
                version: 1.0.0
                title: Fairs
                publisher: test
                language: en
                licence: CC-BY-4.0
                engine: 1
                review_by: 2027-11-01
                needs: [career]
                files:
                  - vocabulary.yaml

                """.utf8))
        try terminal.write(
            "fair/vocabulary.yaml",
            Array(
                """
                vocabulary: fair
                fields:
                  - field: booth
                    type: number
                kinds:
                  - kind: job_fair.visited
                    noun: job fair
                    happens: you visit a job fair
                    do: visit a job fair
                    words: [went to fair]
                    person: possible
                    fields: [booth]

                """.utf8))
        let screen = terminal.run("log went to fair yesterday booth=12 --pack @/fair")
        #expect(screen.output.hasPrefix("Logged: job fair, Thu 19 Nov 2026, booth 12."), "\(screen.text)")
        #expect(
            terminal.run("log went to fair booth=many --pack @/fair").errors.contains("booth: 'many' is not a number"))
    }

    // MARK: undo and history

    @Test func whatIsTakenBackIsGoneAndStaysInTheHistory() throws {
        let terminal = try LogTerminal()
        terminal.run("log asked 'Ana Ruiz' --new")
        let before = terminal.run("export").output
        terminal.run("log met ana")
        #expect(terminal.run("undo").output == "Taken back: meeting with Ana Ruiz.\n")
        #expect(terminal.run("export").output == before)
        let history = terminal.run("history").output.split(separator: "\n")
        #expect(
            history.map { $0.dropFirst("Fri 20 Nov 2026 18:00  ".count) } == [
                "request to Ana Ruiz, Fri 20 Nov 2026 18:00", "meeting with Ana Ruiz  (taken back)",
                "undo: meeting with Ana Ruiz",
            ])
        #expect(terminal.run("history --last 1").output.split(separator: "\n").count == 1)
    }

    @Test func thereMayBeNothingToTakeBack() throws {
        let terminal = try LogTerminal()
        #expect(terminal.run("undo").output == "There is nothing to take back.\n")
        #expect(terminal.run("undo --format json").output == "{\"undone\":null}\n")
        #expect(terminal.run("history").output == "Nothing is recorded yet.\n")
        #expect(!FileManager.default.fileExists(atPath: terminal.log))
    }

    @Test func historyForPrograms() throws {
        let terminal = try LogTerminal()
        terminal.run("log asked 'Ana Ruiz' --new")
        terminal.run("undo")
        let lines = terminal.run("history --format json").output.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].contains("\"taken_back\":true") && lines[1].contains("\"takes_back\":1"))
    }
}
