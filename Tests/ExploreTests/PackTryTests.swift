import Foundation
import RulesEngine
import Synchronization
import TestSupport
import Testing

@testable import explore

/// `explore pack try`: tables, remarks, JSON and comparisons.
struct PackTryTests {
    static let page = """
        id: small
        version: 1.0.0
        title: A small pack
        engine: 1
        needs: [career]
        sources:
          - work: guide
            title: A guide
        files:
          - rules/a.yaml

        """

    static let rules = """
        rules:
          - id: thanks
            title: Thank people
            strength: must
            after: meeting.held
            expect: thank_you.sent
            to: same person
            within: 24 hours
            because: They gave you their time.
            source:
              work: guide
          - id: fair
            title: Write after an introduction
            strength: should
            after: introduction.made
            expect: request.sent
            to: same person
            within: 3 days
            because: They wait.
            source:
              work: guide

        """

    static let log = """
        log: 1
        time_zone: America/New_York
        people:
          - name: Ana
          - name: Tom
        activities:
          - 2026-11-16 10:00: meeting.held with Ana
          - 2026-11-16 12:00: meeting.held with Tom
          - 2026-11-18 09:00: thank_you.sent with Ana
          - 2026-11-20 09:00: thank_you.sent with Tom

        """

    /// A terminal with a pack in `pack`, and logs in `logs`.
    static func terminal() throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write("pack/pack.yaml", page)
        try terminal.write("pack/rules/a.yaml", rules)
        try terminal.write("logs/sam.yaml", log)
        try terminal.write("logs/notes.txt", "nothing")
        return terminal
    }

    @Test func theTableSaysWhatEachRuleWouldHaveDone() throws {
        let screen = try Self.terminal().run("pack", "try", "@/pack", "--on", "@/logs")
        #expect(
            screen.text == """
                @/pack on 1 log, 35 days: 1 of 2 rules came up.

                rule    came up  due  overdue  broken  asked  people  logs  open for  on days
                thanks        2    2        2       0      0       2     1    3 days     11 %

                Never came up:
                  fair: no introduction in any log

                """)
        #expect(screen.status == .inOrder)
    }

    @Test func theLastDayCanBeGiven() throws {
        let screen = try Self.terminal().run(
            "pack", "try", "@/pack", "--on", "@/logs/sam.yaml", "--until", "2026-11-17")
        #expect(screen.output.hasPrefix("@/pack on 1 log, 2 days"))
        #expect(screen.output.contains("Loud:\n  thanks: speaks on 100 % of the days\n"))
        #expect(screen.status == .findings)
    }

    @Test func theThresholdOfLoudnessCanBeGiven() throws {
        let terminal = try Self.terminal()
        #expect(
            terminal.run("pack", "try", "@/pack", "--on", "@/logs", "--loud", "10").text.contains(
                "speaks on 11 % of the days"))
        #expect(!terminal.run("pack", "try", "@/pack", "--on", "@/logs", "--loud", "11").text.contains("Loud"))
    }

    @Test func jsonHasALineForEachRule() throws {
        let screen = try Self.terminal().run("pack", "try", "@/pack", "--on", "@/logs", "--format", "json")
        let lines = try screen.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["rule"] as? String } == ["small/thanks", "small/fair"])
        #expect(lines[0]["came_up"] as? Int == 2 && lines[0]["median_days_open"] as? Double == 3)
        #expect(lines[1]["silent"] as? String == "no introduction in any log")
    }

    @Test func anotherVersionIsComparedWith() throws {
        let terminal = try Self.terminal()
        try terminal.write("old/pack.yaml", Self.page)
        try terminal.write("old/rules/a.yaml", Self.rules.replacing("24 hours", with: "3 days"))
        let screen = terminal.run("pack", "try", "@/pack", "--on", "@/logs", "--against", "@/old", "--examples", "1")
        #expect(
            screen.output.hasSuffix(
                """
                Against @/old: 1 rule says something else.
                  small/thanks: 2 changed
                    sam: meeting with Ana, Mon 16 Nov 2026 10:00, on 2026-11-17: 'overdue' instead of 'due'

                """))
        #expect(screen.status == .findings)
        let same = terminal.run("pack", "try", "@/pack", "--on", "@/logs", "--against", "@/pack")
        #expect(same.output.hasSuffix("Against @/pack: every verdict is the same.\n") && same.status == .inOrder)
    }

    @Test func aPackOfAnotherNameIsComparedByItsRules() throws {
        let terminal = try Self.terminal()
        try terminal.write("old/pack.yaml", Self.page.replacing("id: small", with: "id: other"))
        try terminal.write("old/rules/a.yaml", Self.rules.replacing("24 hours", with: "3 days"))
        let screen = terminal.run(
            "pack", "try", "@/pack", "--on", "@/logs", "--against", "@/old", "--examples", "0", "--format", "json")
        #expect(
            screen.output.hasSuffix(#""in":"both","new":0,"gone":0,"changed":2,"unshown":0,"differences":[]}"# + "\n"))
    }

    // MARK: What cannot be done

    @Test func aMistakeInALogIsShownWithItsPlace() throws {
        let terminal = try Self.terminal()
        try terminal.write("logs/tom.yaml", "log: 1\nactivities:\n  - 2026-11-16 10:00: meeting.hold with Ana\n")
        let screen = terminal.run("pack", "try", "@/pack", "--on", "@/logs/tom.yaml")
        #expect(screen.errors.hasPrefix("@/logs/tom.yaml:3:") && screen.output.isEmpty)
        #expect(screen.status == .notDone)
    }

    @Test func ofAFolderWhatCannotBeTriedIsLeftOutAndNamed() throws {
        let terminal = try Self.terminal()
        try terminal.write("logs/tom.yaml", "log: 1\nactivities:\n  - 2026-11-16 10:00: meeting.hold with Ana\n")
        try terminal.write("logs/zoe.yaml", "plan: meeting\nwith: Ana\nstarts: 2026-11-20 10:00\n")
        let screen = terminal.run("pack", "try", "@/pack", "--on", "@/logs")
        #expect(screen.errors.hasPrefix("@/logs/tom.yaml:3:"))
        #expect(screen.errors.contains("'@/logs/tom.yaml' has mistakes and was left out\n"))
        #expect(screen.errors.contains("'@/logs/zoe.yaml' is a plan and was left out\n"))
        #expect(screen.output.contains("on 1 log,") && screen.status == .findings)
    }

    @Test func logsInWhichNothingHappensAreLeftOut() throws {
        let terminal = try Self.terminal()
        try terminal.write("logs/empty.yaml", "log: 1\n")
        let screen = terminal.run("pack", "try", "@/pack", "--on", "@/logs")
        #expect(screen.errors == "'@/logs/empty.yaml' has no activities and was left out\n")
        #expect(screen.output.contains("on 1 log,") && screen.status == .inOrder)
        let alone = terminal.run("pack", "try", "@/pack", "--on", "@/logs/empty.yaml")
        #expect(alone.errors.contains("explore: there is no log to try '@/pack' on") && alone.status == .notDone)
    }

    @Test func aFolderWithoutLogsSaysSo() throws {
        let screen = try Self.terminal().run("pack", "try", "@/pack", "--on", "@/pack/rules/..")
        #expect(screen.status == .notDone)
        let empty = try Self.terminal()
        try empty.write("none/notes.txt", "x")
        #expect(
            empty.run("pack", "try", "@/pack", "--on", "@/none").errors.hasPrefix(
                "explore: there is no log in the folder '@/none'"))
    }

    @Test(arguments: [["--loud", "101"], ["--examples", "-1"], ["--until", "some day"]])
    func valuesThatMakeNoSenseAreRefused(_ option: [String]) throws {
        let terminal = try Self.terminal()
        let screen = terminal.run("pack", "try", "@/pack", "--on", "@/logs", option[0] + "=" + option[1])
        #expect(screen.status == (option[0] == "--until" ? .notDone : .wrongUsage))
    }

    // MARK: Progress

    @Test func longWorkShowsABarOnlyWhereAPersonReadsAlong() throws {
        let drawn = Recorder()
        let console = { (isTerminal: Bool) in
            Console(
                write: { _ in }, writeError: { drawn.add($0) }, environment: [:], clock: { Instant(seconds: 0) },
                systemZone: "UTC", isTerminal: false, readLine: { nil }, isErrorTerminal: isTerminal)
        }
        var silent = ProgressBar("Work", total: 1000, console(false))
        silent.show(500)
        silent.clear()
        var short = ProgressBar("Work", total: 10, console(true))
        short.show(5)
        short.clear()
        #expect(drawn.text.isEmpty)
        var bar = ProgressBar("Work", total: 1000, console(true))
        for done in 0...500 { bar.show(done) }
        bar.finishRound(500)
        bar.show(500)
        bar.clear()
        #expect(drawn.text.split(separator: "\r").count == 53)
        #expect(drawn.text.contains("\rWork ████████████░░░░░░░░░░░░ 50 %"))
    }
}

/// Collects what is drawn.
private final class Recorder: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }
    func add(_ text: String) { lines.withLock { $0 += text } }
}
