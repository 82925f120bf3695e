import Foundation
import Testing

@testable import explore

/// `explore today` remembers what it showed of rules with a cooldown, and does not say it again until that is over.
struct CooldownCommandTests {
    private static let day: Int64 = 86_400
    private static let friday: Int64 = 1_795_215_600

    private func terminal() throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write(
            "waves/pack.yaml",
            """
            id: waves
            version: 1.0.0
            title: Waves
            engine: 1
            needs: [career]
            files:
              - vocabulary.yaml
              - rules/a.yaml

            """)
        try terminal.write(
            "waves/vocabulary.yaml",
            """
            vocabulary: waves
            kinds:
              - kind: wave.sent
                noun: wave
                happens: you wave at someone
                do: wave at them
                person: needed

            """)
        try terminal.write(
            "waves/rules/a.yaml",
            """
            rules:
              - id: wave
                title: Wave at people
                strength: must
                after: meeting.held
                expect: wave.sent
                to: same person
                within: 14 days
                cooldown: 3 days
                do: Wave at <person>

            """)
        let added = terminal.run("pack", "add", "@/waves")
        #expect(added.status == .inOrder, "\(added.text)")
        let logged = terminal.run("log", "met", "Ana", "today", "10:00", "--new")
        #expect(logged.status == .inOrder, "\(logged.text)")
        return terminal
    }

    private func today(_ terminal: PackTerminal, after days: Int64) -> String {
        terminal.run(["today", "--all"], now: Self.friday + days * Self.day).text
    }

    @Test func aCardIsNotRepeatedUntilItsCooldownIsOver() throws {
        let terminal = try terminal()
        #expect(today(terminal, after: 0).contains("Wave at Ana"))
        #expect(today(terminal, after: 0).contains("Wave at Ana"), "again on the same day")
        for days in 1...3 as ClosedRange<Int64> {
            let screen = today(terminal, after: days)
            #expect(!screen.contains("Wave at Ana") && screen.contains("1 shown lately"), "\(days): \(screen)")
        }
        #expect(today(terminal, after: 4).contains("Wave at Ana"))
        #expect(!today(terminal, after: 5).contains("Wave at Ana"))
    }

    @Test func whatWasShownIsInTheLogAndNoUndoStopsAtIt() throws {
        let terminal = try terminal()
        _ = today(terminal, after: 0)
        let exported = terminal.run("export").output
        #expect(exported.contains("  - rule: waves/wave\n") && exported.contains("    shown: yes\n"), "\(exported)")
        #expect(!terminal.run("history").output.contains("shown"))
        let undone = terminal.run("undo")
        #expect(undone.status == .inOrder && !terminal.run("export").output.contains("meeting.held with Ana"))
    }

    @Test func anExportBringsItAlong() throws {
        let terminal = try terminal()
        _ = today(terminal, after: 0)
        try terminal.write("log.yaml", terminal.run("export").output)
        let screen = terminal.run(["today", "--all", "--log", "@/log.yaml"], now: Self.friday + Self.day)
        #expect(!screen.output.contains("Wave at Ana") && screen.output.contains("1 shown lately"), "\(screen.text)")
        let imported = terminal.run("import", "@/log.yaml", "--log", "@/other.sqlite")
        #expect(imported.status == .inOrder, "\(imported.text)")
        let again = terminal.run("export", "--log", "@/other.sqlite").output
        #expect(again.contains("    shown: yes\n"))
    }

    /// A plain text log is read only: nothing is remembered, and nothing is said about it.
    @Test func aPlainTextLogRemembersNothing() throws {
        let terminal = try terminal()
        try terminal.write("log.yaml", terminal.run("export").output)
        for days in 0...1 as ClosedRange<Int64> {
            let screen = terminal.run(["today", "--all", "--log", "@/log.yaml"], now: Self.friday + days * Self.day)
            #expect(screen.output.contains("Wave at Ana") && screen.errors.isEmpty)
        }
    }

    /// What can be mended until it starts is not yet due, however overdue the rule calls it.
    @Test func aPlanWhosePartIsMissingSaysByWhen() throws {
        let terminal = try PackTerminal()
        try terminal.write(
            "log.yaml",
            """
            log: 1
            activities:
              - 2026-11-20 09:00: meeting.planned with Ana
                starts: 2026-11-24 10:00
                length: 20 minutes
                ready: yes

            """)
        let screen = terminal.run("today", "--all", "--log", "@/log.yaml")
        #expect(screen.output.contains("by Tue 24 Nov 2026 10:00"), "\(screen.text)")
        #expect(!screen.output.contains("was due Tue 24 Nov"), "\(screen.text)")
    }
}
