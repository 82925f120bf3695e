import Testing

@testable import explore

/// `explore words`, one person's page, and what is logged already.
struct WordsCommandTests {
    @Test func everyKindIsListedOnceUnderItsPhase() throws {
        let terminal = try LogTerminal()
        let screen = terminal.run("words")
        #expect(screen.status == .inOrder)
        for phase in ["Finding people", "Preparing", "Asking", "Meetings", "Afterwards"] {
            #expect(screen.output.contains("\n\(phase)\n"), "\(screen.output)")
        }
        #expect(screen.output.contains("  log thanked NAME by email "))
        let kinds = terminal.run("words --format json").output.split(separator: "\n")
        #expect(kinds.count == screen.output.split(separator: "\n").count { $0.hasPrefix("  ") })
        #expect(terminal.run("log help").output == screen.output)
        #expect(terminal.run("pack explain career").output.contains("  log thanked NAME by email "))
    }

    @Test(arguments: [
        ("thanked", "thank_you.sent"), ("meeting", "meeting.held"), ("thank-you note", "thank_you.sent"),
        ("confirmation.sent", "meeting.confirmed"), ("meeting.held", "meeting.held"), ("reply", "reply.received"),
    ])
    func aWordIsFoundByWhatItMeans(_ word: String, _ kind: String) throws {
        let screen = try LogTerminal().run("words '\(word)'")
        #expect(screen.output.contains("Name in rules and files: \(kind)\n"), "\(screen.text)")
    }

    @Test func aFieldSaysWhatItTakesAndWhereItMayBeSaid() throws {
        let terminal = try LogTerminal()
        let format = terminal.run("words format")
        #expect(format.output.hasPrefix("format: one of: in person, "), "\(format.text)")
        #expect(format.output.contains("explore log asked NAME format=…") || format.output.contains("format=…"))
        #expect(format.output.contains("  May be said of: ") && format.output.contains("meeting"))
        let level = terminal.run("words level").output
        #expect(level.contains("May be known about: person") && level.contains("explore people set NAME level=…"))
        #expect(terminal.run("words formt").errors.contains("did you mean 'format'?"))
        #expect(terminal.run("words level --format json").output.hasPrefix("{\"field\":\"level\""))
    }

    @Test func aPhrasingShowsTheLinesItMayMean() throws {
        let terminal = try LogTerminal()
        #expect(terminal.run("words emailed").output.contains("explore log asked NAME by email"))
        #expect(terminal.run("words had a call with").output == "  explore log met NAME by phone\n")
        let unknown = terminal.run("words frobnicated")
        #expect(unknown.status == .notDone && unknown.errors.contains("explore words"))
    }

    @Test(arguments: [
        ("met ana yesterday 15:00 26m", "met ana yesterday 15:00"), ("met ana yesterday 15:00", "met ana yesterday"),
        ("thanked ana yesterday", "thanked ana yesterday"), ("cancelled ana", "cancelled ana"),
        ("moved ana to thu 10:00", "moved ana to thu 10:00"),
    ])
    func whatIsLoggedAlreadyIsNotLoggedTwice(_ first: String, _ second: String) throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        terminal.run("plan ana tue 10:00")
        #expect(terminal.run("log " + first).status == .inOrder)
        let screen = terminal.run("log " + second)
        #expect(screen.status == .notDone && screen.errors.contains("--again"), "\(screen.text)")
        #expect(terminal.run("log \(second) --again").status == .inOrder)
    }

    @Test func twoMeetingsOnOneDayAreTwo() throws {
        let terminal = try LogTerminal()
        #expect(terminal.run("log met 'Ana Ruiz' yesterday 10:00 --new").status == .inOrder)
        #expect(terminal.run("log met ana yesterday 15:00").status == .inOrder)
        #expect(terminal.run("log got tip from ana 'read more'").status == .inOrder)
        #expect(terminal.run("log got tip from ana 'ask more'").status == .inOrder)
    }

    @Test func onePersonIsShownWithWhatIsOpen() throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz' level=senior")
        terminal.run("people add 'Tom Baker' introduced_by=ana")
        terminal.run("log met ana today 10:00 26m")
        terminal.run("plan ana tue 10:00")
        let screen = terminal.run("people ana")
        #expect(screen.output == terminal.run("people show ana").output)
        for line in [
            "Ana Ruiz\n  level: senior\n  introducer of Tom Baker\n  Next: meeting with Ana Ruiz, Tue 24 Nov 2026 10:00",
            "  Open:\n", "    meeting with Ana Ruiz, Fri 20 Nov 2026 10:00, 26 minutes\n",
        ] {
            #expect(screen.output.contains(line), "\(screen.text)")
        }
        #expect(terminal.run("people zoe").errors.contains("nobody called 'zoe' is in the log"))
    }

    @Test(arguments: [
        ("'Zoe Park' role recruiter", "explore people add \"Zoe Park\" role=recruiter"),
        ("'Zoe Park' from ana", "explore people add \"Zoe Park\" introduced_by=ana"),
        ("Zoe Park organization Target", "explore people add Zoe Park organization=Target"),
    ])
    func whatIsNoPartOfANameIsAsked(_ words: String, _ line: String) throws {
        let terminal = try LogTerminal()
        terminal.run("people add 'Ana Ruiz'")
        let screen = terminal.run("people add " + words)
        #expect(screen.status == .notDone && screen.errors.contains(line), "\(screen.text)")
    }
}
