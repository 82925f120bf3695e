import Foundation
import Testing

@testable import explore

/// What people who write packs get wrong most easily, and what `pack check` tells them to write instead.
struct PackSlipTests {
    private static let rule = """
        rules:
          - id: thanks
            title: Thank people
            strength: should
            after: meeting.held
            where:
              format: phone
            expect: thank_you.sent
            to: same person
            within: 2 days
            say:
              due: Thank <person>.
            because: People remember who wrote.

        """

    private func terminal(_ rules: String) throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write("pack/pack.yaml", PackTryTests.page)
        try terminal.write("pack/rules/a.yaml", rules)
        return terminal
    }

    /// A line of the rule, what is written in its place, and what is said to it; `mended` is what a repair makes of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let line: String
        let written: String
        let help: String
        var mended: String?
        var testDescription: String { written }
    }

    static let rows = [
        Row(
            line: "expect: thank_you.sent", written: "expect: thank_you.sent\n    expect_where:\n      channel: mail",
            help: "write one of: email, post"),
        Row(
            line: "expect: thank_you.sent",
            written: "expect: thank_you.sent\n    expect_where:\n      channel: linkedin message",
            help: "write 'linkedin'",
            mended: "expect: thank_you.sent\n    expect_where:\n      channel: linkedin"),
        Row(line: "to: same person", written: "to: some person", help: "use one of: same person, anyone"),
        Row(
            line: "to: same person", written: "to: same persn", help: "did you mean 'same person'?",
            mended: "to: same person"),
        Row(
            line: "expect: thank_you.sent", written: "expect: thank_you.sent to same person",
            help: "write thank_you.sent, and on a line of its own: to: same person"),
        Row(
            line: "format: phone", written: "person.levl: senior", help: "did you mean 'person.level'?",
            mended: "person.level: senior"),
        Row(line: "format: phone", written: "level: senior", help: "write person.level"),
        Row(
            line: "format: phone", written: "format: phone\n      unless: {happened: request.declined}",
            help: "move it out of 'where'"),
        Row(
            line: "within: 2 days", written: "within: 2 days\n    unless:\n      request.declined",
            help: "write happened: request.declined",
            mended: "within: 2 days\n    unless:\n      happened: request.declined"),
        Row(
            line: "within: 2 days", written: "within: 2 days\n    unless:\n      request.declined:",
            help: "write happened: request.declined"),
        Row(
            line: "due: Thank <person>.", written: "due: Thank {person}.", help: "write <person>",
            mended: "due: Thank <person>."),
        Row(
            line: "due: Thank <person>.", written: "due: Thank «person».", help: "write <person>",
            mended: "due: Thank <person>."),
        Row(
            line: "due: Thank <person>.", written: "due: Thank &lt;person&gt;.", help: "write <person>",
            mended: "due: Thank <person>."),
        Row(
            line: "due: Thank <person>.", written: "due: Thank [person].", help: "write <person>",
            mended: "due: Thank <person>."),
        Row(
            line: "    title: Thank people\n    strength: should\n", written: "",
            help: "a rule needs 'title' and 'strength'"),
        Row(
            line: "    title: Thank people\n    strength: should\n    after: meeting.held\n"
                + "    where:\n      format: phone\n    expect: thank_you.sent\n",
            written: "    after: meeting.held\n", help: "it also needs 'title' and 'strength'"),
    ]

    @Test(arguments: rows)
    func whatToWriteInsteadIsSaid(_ row: Row) throws {
        let terminal = try terminal(Self.rule.replacing(row.line, with: row.written))
        let screen = terminal.run("pack", "check", "@/pack")
        #expect(screen.output.contains(row.help), "\(screen.text)")
    }

    @Test(arguments: rows)
    func onlyWhatIsSureIsRepaired(_ row: Row) throws {
        let broken = Self.rule.replacing(row.line, with: row.written)
        let terminal = try terminal(broken)
        _ = terminal.run("pack", "check", "@/pack", "--fix")
        #expect(
            try terminal.read("pack/rules/a.yaml")
                == (row.mended.map { Self.rule.replacing(row.line, with: $0) } ?? broken))
    }

    // MARK: Lines that would have to be moved

    @Test(arguments: [
        // The line below would move with it.
        ("      due: Thank <person>.\n", "    due: Thank <person>.\n      overdue: Thank <person> now.\n"),
        ("    say:\n", "unless:\n      happened: request.declined\n    say:\n"),
    ])
    func aLineIsLeftWhereMovingItMendsNothing(_ line: String, _ written: String) throws {
        let broken = Self.rule.replacing(line, with: written)
        let terminal = try terminal(broken)
        let before = terminal.run("pack", "check", "@/pack").output.components(separatedBy: "error: ").count
        let screen = terminal.run("pack", "check", "@/pack", "--fix")
        let after = screen.output.components(separatedBy: "error: ").count
        let text = try terminal.read("pack/rules/a.yaml")
        #expect(text == broken || after < before, "\(screen.text)\n\(text)")
    }

    @Test func aLineIsMovedWhereThatMendsIt() throws {
        let terminal = try terminal(Self.rule.replacing("    within: 2 days\n", with: "     within: 2 days\n"))
        #expect(terminal.run("pack", "check", "@/pack", "--fix").output.contains(": remove 1 space ["))
        #expect(try terminal.read("pack/rules/a.yaml") == Self.rule)
    }

    // MARK: Files

    @Test func aListedLinkIsCalledALink() throws {
        let terminal = try terminal(Self.rule)
        try FileManager.default.moveItem(
            atPath: terminal.folder + "/pack/rules/a.yaml", toPath: terminal.folder + "/a.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: terminal.folder + "/pack/rules/a.yaml", withDestinationPath: terminal.folder + "/a.yaml")
        #expect(
            terminal.run("pack", "check", "@/pack").output.contains(
                "'rules/a.yaml' is a link, which a pack cannot have"))
    }

    // MARK: Topics

    @Test func aWordOfTwoTopicsIsTold() throws {
        let terminal = try terminal(Self.rule)
        try terminal.write("pack/pack.yaml", PackTryTests.page + "  - topics.yaml\n")
        try terminal.write(
            "pack/topics.yaml",
            "topics:\n  - {topic: stands, goal: I know them., words: [fair day]}\n"
                + "  - {topic: talks, goal: I know them., words: [Fair Day]}\n")
        #expect(
            terminal.run("pack", "check", "@/pack").output.contains("'Fair Day' means the topic 'stands' already"))
    }

    // MARK: Words

    @Test func aFieldWithoutATitleIsSaidWithBlanksAndANoteOnce() throws {
        let terminal = try terminal(Self.rule.replacing("format: phone", with: "stand_partner: {is_set: yes}"))
        try terminal.write("pack/pack.yaml", PackTryTests.page + "  - vocabulary.yaml\n")
        try terminal.write(
            "pack/vocabulary.yaml",
            """
            vocabulary: small
            fields:
              - {field: stand_partner, type: text}
            kinds:
              - kind: stand.visited
                noun: visit to a stand
                happens: you visit a stand
                do: visit a stand
                words: [stand]
                fields: [stand_partner, note]

            """)
        try terminal.write(
            "pack/rules/a.yaml",
            Self.rule.replacing("format: phone", with: "stand_partner: {is_set: yes}").replacing(
                "after: meeting.held", with: "after: stand.visited"))
        let spoken = terminal.run("pack", "explain", "@/pack")
        #expect(spoken.output.contains("if the stand partner is known"), "\(spoken.text)")
        let page = terminal.run("words", "stand", "--pack", "@/pack").output
        #expect(page.split(separator: "\n").count { $0.hasPrefix("    note ") } == 1, "\(page)")
    }

    // MARK: Logs

    @Test(arguments: [
        ("planned meeting with Ana", "write: meeting.planned with Ana"),
        ("thank-you note to Ana Ruiz", "write: thank_you.sent with Ana Ruiz"),
        ("thank-you note with Ana", "write: thank_you.sent with Ana"),
        ("thank_you.sent with Ana\n    channel: mail", "write one of: email, post"),
        ("thank_you.sent with Ana\n    channel: gmail", "write 'email'"),
    ])
    func aLineOfALogIsToldByWhatItMeans(_ line: String, _ help: String) throws {
        let terminal = try PackTerminal()
        try terminal.write("log.yaml", "log: 1\nactivities:\n  - 2026-11-16 10:00: \(line)\n")
        let screen = terminal.run("evaluate", "--log", "@/log.yaml")
        #expect(screen.errors.contains(" help: \(help)\n"), "\(screen.text)")
    }
}
