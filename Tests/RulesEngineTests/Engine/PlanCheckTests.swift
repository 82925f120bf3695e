import Testing

@testable import RulesEngine

/// rules.md §4a.11: a plan held against the rules as if it were carried out, with the real clock.
struct PlanCheckTests {
    /// Rules, a log, a plan, and what `lint` says of it.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let rules: String
        var log = "- Mon 08:00: hedge.cut"
        let plan: String
        var now = "Mon 09:00"
        var findings: [String] = []
        var toDo: [String] = []
        var followed: [String] = []
        var testDescription: String { name }
    }

    /// The plan most tests begin with; line 3 is its start.
    private static func plan(_ more: String...) -> String {
        (["plan: visit", "with: Ana", "starts: Wed 10:00", "length: 20 minutes"] + more).joined(separator: "\n") + "\n"
    }

    private static func finding(_ finding: Diagnostic) -> String {
        let place = finding.range.map { "\($0.start.line):\($0.start.column)" } ?? "nowhere"
        return "\(place) \(finding.severity.rawValue): \(finding.message)"
    }

    private func check(_ row: Row) throws {
        let outcome = try Street(row.rules, log: row.log).lint(row.plan, at: row.now)
        #expect(outcome.findings.map(Self.finding) == row.findings, "\(row.name)")
        #expect(outcome.stillToDo == row.toDo, "\(row.name)")
        #expect(outcome.followed == row.followed, "\(row.name)")
    }

    // MARK: Follow-ups

    @Test(arguments: [
        Row(name: "a follow-up is still to do", rules: StreetRules.note, plan: plan(), toDo: ["Rule a"]),
        Row(
            name: "a follow-up that is planned in time is followed", rules: StreetRules.note,
            plan: plan("later:", "  - Thu 10:20: note.sent"), followed: ["Rule a [street/a]"]),
        Row(
            name: "a planned answer that comes late", rules: StreetRules.note,
            plan: plan("later:", "  - Thu 10:21: note.sent"),
            findings: ["6:5 warning: Rule a"]),
        Row(
            name: "a planned answer without a time comes right after", rules: StreetRules.note,
            plan: plan("later:", "  - note.sent"), followed: ["Rule a [street/a]"]),
        Row(
            name: "with the other of two people", rules: StreetRules.note,
            plan: plan("later:", "  - Thu 10:00: note.sent with Bob"), toDo: ["Rule a"]),
        Row(
            name: "a plan that lies in the past does not make a follow-up a finding", rules: StreetRules.note,
            plan: plan(),
            now: "Fri", toDo: ["Rule a"]),
        Row(
            name: "counting from when it is arranged",
            rules: "after: visit.planned\nexpect: note.sent\nto: same person\nwithin: 1 hour",
            plan: plan(), toDo: ["Rule a"]),
        Row(
            name: "a real overdue follow-up the plan would answer late is no finding of the plan",
            rules: StreetRules.note,
            log: "- Fri 10:00: visit.held with Ana",
            plan: plan("later:", "  - day 10 12:00: note.sent").replacing("Wed", with: "day 10"),
            now: "day 8", followed: ["Rule a [street/a]"]),
        Row(
            name: "a real follow-up that the plan would answer too late is still to do",
            rules: StreetRules.note.replacing("24 hours", with: "2 days"),
            log: "- Mon 08:00: visit.held with Ana\n", plan: plan("later:", "  - Thu 12:00: note.sent"),
            toDo: ["Rule a"], followed: ["Rule a [street/a]"]),
        Row(
            name: "nobody asks whether the plan took place", rules: StreetRules.note, plan: plan(), now: "day 9",
            toDo: ["Rule a"]),
    ])
    func finePrint11_followUps(row: Row) throws { try check(row) }

    // MARK: Plans that are over

    @Test(arguments: [
        ("- Wed 10:05: visit.held with Ana", "it took place: visit with Ana, Wed 7 Jan 2026 10:05", ["Rule a"]),
        ("- Tue 10:00: visit.cancelled with Ana", "the visit was called off", []),
    ])
    func nothingIsCheckedOfAPlanThatIsOver(_ line: String, _ over: String, _ toDo: [String]) throws {
        let log = "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n" + line
        let street = try Street(StreetRules.note, log: log)
        let outcome = try street.lint(Self.plan("later:", "  - day 9 10:21: note.sent"), at: "Wed 12:00")
        #expect(outcome.over == over)
        #expect(outcome.findings.isEmpty && outcome.followed.isEmpty && outcome.stillToDo == toDo)
    }

    @Test func aPlanWithSomebodyWhoWasNotMetYetIsChecked() throws {
        let log = "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n- Wed 10:05: visit.held with Bob"
        #expect(try Street(StreetRules.note, log: log).lint(Self.plan(), at: "Wed 12:00").over == nil)
    }

    // MARK: Lead-ups

    @Test(arguments: [
        Row(
            name: "a lead-up is still to do", rules: StreetRules.call + "\nahead: 24 hours", plan: plan(),
            toDo: ["Rule a"]),
        Row(
            name: "a lead-up its dates make impossible", rules: StreetRules.call + "\nahead: 3 days", plan: plan(),
            findings: ["3:9 warning: Rule a"]),
        Row(
            name: "a lead-up that was done in time", rules: StreetRules.call + "\nahead: 24 hours",
            log: "- Mon 08:00: call.made with Ana", plan: plan(), followed: ["Rule a [street/a]"]),
        Row(
            name: "a lead-up that was done late is history", rules: StreetRules.call + "\nahead: 24 hours",
            log: "- Tue 11:00: call.made with Ana", plan: plan(), now: "Tue 12:00"),
        Row(
            name: "a plan that starts in the past", rules: StreetRules.call, plan: plan(), now: "Thu",
            findings: ["3:9 warning: Rule a"]),
        Row(
            name: "a plan that starts earlier today", rules: StreetRules.call, plan: plan(), now: "Wed 12:00",
            findings: ["3:9 warning: Rule a"]),
    ])
    func finePrint11_leadUps(row: Row) throws { try check(row) }

    // MARK: Parts, limits, prohibitions

    @Test(arguments: [
        Row(
            name: "a part that is missing belongs into its list", rules: StreetRules.greeting,
            plan: plan("program:", "  - story.told"),
            findings: ["5:1 warning: Rule a"]),
        Row(
            name: "a part that is missing, without a list", rules: StreetRules.greeting, plan: plan(),
            findings: ["1:7 warning: Rule a"]),
        Row(
            name: "a part in the wrong place", rules: StreetRules.greeting + "\nas: first",
            plan: plan("program:", "  - story.told", "  - greeting.said"), findings: ["7:5 warning: Rule a"]),
        Row(
            name: "an unwanted part", rules: "in_each: visit.planned\navoid: story.told",
            plan: plan("program:", "  - story.told"),
            findings: ["6:5 warning: Rule a"]),
        Row(
            name: "a part of the visit itself", rules: "in_each: visit.held\nexpect: greeting.said",
            plan: plan("program:", "  - greeting.said"), followed: ["Rule a [street/a]"]),
        Row(
            name: "what follows the visit is no part of it", rules: "in_each: visit.held\nexpect: greeting.said",
            plan: plan("later:", "  - greeting.said"), findings: ["1:7 warning: Rule a"]),
        Row(
            name: "free text with a known phrase", rules: StreetRules.greeting,
            plan: plan("program:", "  - Hello Ana, how are you?"),
            followed: ["Rule a [street/a]"]),
        Row(
            name: "a limit points at the value", rules: StreetRules.length,
            plan: plan().replacing("20 minutes", with: "45 minutes"),
            findings: ["4:9 warning: Rule a"]),
        Row(
            name: "a limit on what the visit will be",
            rules: StreetRules.length.replacing("visit.planned", with: "visit.held"),
            plan: plan().replacing("20 minutes", with: "45 minutes"), findings: ["4:9 warning: Rule a"]),
        Row(
            name: "a missing fact is a note", rules: StreetRules.length,
            plan: "plan: visit\nwith: Ana\nstarts: Wed 10:00\n",
            findings: ["1:7 note: How long was it?"]),
        Row(
            name: "a prohibition", rules: StreetRules.loan + "\nstrength: must",
            plan: plan("program:", "  - tool.lent"),
            findings: ["6:5 error: Rule a"]),
        Row(
            name: "a prohibition, lifted by the plan itself", rules: StreetRules.loan,
            plan: plan("program:", "  - Wed 10:05: tool.asked", "  - Wed 10:10: tool.lent"),
            followed: ["Rule a [street/a]"]),
        Row(
            name: "a prohibition, lifted too late", rules: StreetRules.loan,
            plan: plan("program:", "  - Wed 10:10: tool.asked", "  - Wed 10:05: tool.lent"),
            findings: ["7:5 warning: Rule a"]),
        Row(
            name: "a prohibition, lifted by the log", rules: StreetRules.loan, log: "- Mon 08:00: tool.asked with Ana",
            plan: plan("program:", "  - tool.lent"), followed: ["Rule a [street/a]"]),
        Row(
            name: "two people, said once", rules: StreetRules.length,
            plan: plan().replacing("Ana", with: "[Ana, Bob]").replacing("20 minutes", with: "45 minutes"),
            findings: ["4:9 warning: Rule a"]),
        Row(
            name: "what the log holds is not the plan's", rules: StreetRules.loan,
            log: "- Mon 08:00: tool.lent with Ana", plan: plan()),
        Row(
            name: "a day without a time", rules: StreetRules.greeting + "\nas: first",
            log: "- Sun 10:00: call.made with Ana",
            plan: plan("program:", "  - greeting.said").replacing("Wed 10:00", with: "Wed"),
            followed: ["Rule a [street/a]"]),
    ])
    func finePrint11_contents(row: Row) throws { try check(row) }

    // MARK: The same visit in the log

    private static let known = "- Mon 07:00: visit.planned with Ana\n  id: v1\n  starts: Wed 15:00\n  length: 1 hour"
    private static let confirm = "before: visit.planned\nexpect: visit.confirmed\nto: same person\nahead: 1 hour"

    @Test(arguments: [
        Row(
            name: "the plan takes the place of the visit of that day", rules: StreetRules.length,
            log: known, plan: plan(),
            followed: ["Rule a [street/a]"]),
        Row(
            name: "what was confirmed stays confirmed", rules: confirm,
            log: known + "\n- Mon 08:00: visit.confirmed with Ana\n  visit: v1", plan: plan(),
            followed: ["Rule a [street/a]"]),
        Row(
            name: "and without an id, too", rules: confirm,
            log: known + "\n- Mon 08:00: visit.confirmed with Ana", plan: plan(),
            followed: ["Rule a [street/a]"]),
        Row(
            name: "a visit of another day stays", rules: confirm,
            log: known.replacing("Wed", with: "Thu") + "\n- Mon 08:00: visit.confirmed with Ana\n  visit: v1",
            plan: plan(), toDo: ["Rule a"]),
        Row(
            name: "by id, whatever the day", rules: confirm,
            log: known.replacing("Wed", with: "Thu") + "\n- Mon 08:00: visit.confirmed with Ana\n  visit: v1",
            plan: plan("id: v1"), followed: ["Rule a [street/a]"]),
        Row(
            name: "only one of two visits of that day gives way", rules: StreetRules.length.replacing("30", with: "40"),
            log: known + "\n- Mon 07:30: visit.planned with Ana\n  starts: Wed 09:30\n  length: 2 hours",
            plan: plan(), followed: ["Rule a [street/a]"]),
        Row(
            name: "the plan's own start is the latest word", rules: StreetRules.call + "\nahead: 24 hours",
            log: known + "\n- Mon 08:00: visit.moved with Ana\n  visit: v1\n  starts: Mon 12:00",
            plan: plan("id: v1"), toDo: ["Rule a"]),
        Row(
            name: "arranged when the log says",
            rules: "after: visit.planned\nexpect: note.sent\nto: same person\nwithin: 1 hour",
            log: known + "\n- Mon 07:30: note.sent with Ana", plan: plan(),
            followed: ["Rule a [street/a]"]),
        Row(
            name: "cancelled in the log", rules: StreetRules.length,
            log: known + "\n- Mon 08:00: visit.cancelled with Ana",
            plan: plan().replacing("20 minutes", with: "45 minutes")),
    ])
    func finePrint11_theSameVisitInTheLog(row: Row) throws { try check(row) }

    @Test func finePrint11_todayNeverTakesAPlanAsDone() throws {
        let log = """
            - Mon 08:00: visit.held with Ana
            - Mon 08:30: visit.planned with Ana
              starts: Tue 10:00
              later:
                - Tue 12:00: note.sent
            """
        let agenda = try Street(StreetRules.note, log: log).agenda(at: "Mon 09:00")
        let street = try Street(StreetRules.note, log: log)
        #expect(agenda.cards.map(\.status) == [.due])
        #expect(agenda.cards.first?.plannedFor == (try street.moment("Tue 12:00")).start)
    }

    @Test func finePrint11_checkingAPlanLeavesTheLogAlone() throws {
        let street = try Street(StreetRules.note, log: Self.known)
        let before = try street.verdicts(at: "day 8")
        _ = try street.lint(Self.plan(), at: "day 8")
        #expect(try street.verdicts(at: "day 8") == before)
    }

    @Test func finePrint11_mistakesInALineWithTwoPeopleAreReportedOnce() throws {
        var diagnostics = Diagnostics()
        let street = try Street(StreetRules.note, log: "- Mon 08:00: visit.held with Ana, Bob\n  length: soon")
        _ = street.engine.facts(of: street.document, &diagnostics)
        #expect(diagnostics.all.map(\.code) == [.unreadableValue])
    }
}
