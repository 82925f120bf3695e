import Testing

@testable import RulesEngine

/// rules.md §4a.6 to 8: when an occasion is asked for no more, history, and what cannot be undone.
struct FinePrintClosingTests {
    private static let visit = "- Mon 10:00: visit.held with Ana"

    @Test(arguments: [
        StreetCase(
            "thirty days at least", StreetRules.note, log: visit, now: "day 31 23:59:59", "Ana overdue by Tue 10:00"),
        StreetCase(
            "after thirty days it is given up", StreetRules.note, log: visit, now: "day 32 00:00",
            "Ana overdue (givenUp) by Tue 10:00"),
        StreetCase(
            "four times a longer span", StreetRules.note.replacing("24 hours", with: "10 days"), log: visit,
            now: "day 41 23:59:59", "Ana overdue by day 11 23:59:59"),
        StreetCase(
            "after four times a longer span", StreetRules.note.replacing("24 hours", with: "10 days"), log: visit,
            now: "day 42 00:00", "Ana overdue (givenUp) by day 11 23:59:59"),
        StreetCase(
            "as the rule says", StreetRules.note + "\ngive_up: 3 days", log: visit, now: "Fri 00:00",
            "Ana overdue (givenUp) by Tue 10:00"),
        StreetCase(
            "not before the rule says", StreetRules.note + "\ngive_up: 3 days", log: visit, now: "Thu 23:59:59",
            "Ana overdue by Tue 10:00"),
        StreetCase(
            "without a deadline", "after: visit.held\nexpect: note.sent\nto: same person", log: visit,
            now: "day 32 00:00",
            "Ana due (givenUp)"),
        StreetCase(
            "a question, too", StreetRules.note + "\nwhere:\n  place: garden", log: visit, now: "day 32 00:00",
            "Ana cannot tell (givenUp) without place"),
        StreetCase(
            "how a visit went is not asked for ever", StreetRules.note,
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Mon 10:00", now: "day 32 00:00",
            "Ana cannot tell (givenUp) without visit"),
        StreetCase(
            "nor by a lead-up", StreetRules.call, log: "- Mon 08:00: visit.planned with Ana\n  starts: Mon 10:00",
            now: "day 32 00:00", "Ana cannot tell (givenUp) without visit"),
        StreetCase(
            "nor by a limit", StreetRules.length, log: "- Mon 08:00: visit.planned with Ana\n  starts: Mon 10:00",
            now: "day 32 00:00", "Ana cannot tell (givenUp) without length"),
        StreetCase(
            "late is told at any time", StreetRules.note, log: visit + "\n- day 100 10:00: note.sent with Ana",
            now: "day 101",
            "Ana late by Tue 10:00 found day 100 10:00"),
        StreetCase(
            "an archived person", StreetRules.note,
            log: "people:\n  - name: Ana\n    archived: Tue\nactivities:\n" + visit, now: "Wed",
            "Ana overdue (archived) by Tue 10:00"),
        StreetCase(
            "archived later than now", StreetRules.note,
            log: "people:\n  - name: Ana\n    archived: Thu\nactivities:\n" + visit, now: "Wed 12:00",
            "Ana overdue by Tue 10:00"),
        StreetCase(
            "an archived club", StreetRules.note,
            log: "clubs:\n  - name: Chess\n    archived: Tue\nactivities:\n" + visit + "\n  club: chess",
            now: "Wed 12:00",
            "Ana overdue (archived) by Tue 10:00"),
        StreetCase(
            "an archived introducer", StreetRules.note.replacing("same person", with: "the introducer"),
            log: """
                people:
                  - name: Ana
                    introduced_by: Bob
                  - name: Bob
                    archived: Tue
                activities:
                  - Mon 10:00: visit.held with Ana
                """, now: "Wed 12:00", "Bob overdue (archived) by Tue 10:00"),
    ])
    func finePrint06_closing(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "before the person began", StreetRules.note, log: "started: Tue\nactivities:\n" + visit, now: "Wed 12:00",
            "Ana overdue (history) by Tue 10:00"),
        StreetCase(
            "on the day the person began", StreetRules.note, log: "started: Mon\nactivities:\n" + visit,
            now: "Wed 12:00",
            "Ana overdue by Tue 10:00"),
        StreetCase(
            "at the moment the person began", StreetRules.note, log: "started: Mon 10:00\nactivities:\n" + visit,
            now: "Wed 12:00",
            "Ana overdue by Tue 10:00"),
        StreetCase(
            "arranged before the person began, but to take place after", StreetRules.call,
            log: "started: Tue\nactivities:\n- Mon 08:00: visit.planned with Ana\n  starts: Thu 10:00",
            now: "Wed 12:00",
            "Ana due by Thu 10:00"),
        StreetCase(
            "history still counts as followed", StreetRules.note,
            log: "started: Tue\nactivities:\n" + visit + "\n- Mon 12:00: note.sent with Ana", now: "Wed 12:00",
            "Ana ok (history) by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "on the day the person began, at an unknown hour", StreetRules.note,
            log: "started: Mon 10:00\nactivities:\n- Mon: visit.held with Ana", now: "Wed 12:00",
            "Ana overdue by Tue 23:59:59"),
    ])
    func finePrint07_history(row: StreetCase) throws { try row.check() }

    private static let plan = "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n  length: 1 hour"

    @Test(arguments: [
        StreetCase(
            "a lead-up is overdue until the start", StreetRules.call + "\nahead: 24 hours", log: plan,
            now: "Wed 09:59:59",
            "Ana overdue by Tue 10:00"),
        StreetCase(
            "and broken from the start on", StreetRules.call + "\nahead: 24 hours", log: plan, now: "Wed 10:00",
            "Ana broken by Tue 10:00"),
        StreetCase(
            "a limit of a plan can be mended until the start", StreetRules.length, log: plan, now: "Wed 09:59:59",
            "Ana overdue by Wed 10:00"),
        StreetCase(
            "a limit of a plan is broken from the start on", StreetRules.length, log: plan, now: "Wed 10:00",
            "Ana broken"),
        StreetCase(
            "a limit of what was done is broken at once",
            StreetRules.length.replacing("visit.planned", with: "visit.held"),
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour", now: "Mon 20:00", "Ana broken"),
        StreetCase(
            "a part of a plan is overdue until the start", StreetRules.greeting,
            log: plan + "\n  ready: yes", now: "Mon 09:00", "Ana overdue by Wed 10:00"),
        StreetCase(
            "a part of a plan is broken from the start on", StreetRules.greeting, log: plan + "\n  ready: yes",
            now: "Wed 10:00",
            "Ana broken by Wed 10:00"),
        StreetCase(
            "a prohibition is broken at once", StreetRules.loan, log: "- Mon 10:00: tool.lent with Ana",
            now: "Mon 10:00", "Ana broken"),
        StreetCase(
            "a prohibition without exception", "never: tool.lent", log: "- Mon 10:00: tool.lent with Ana",
            now: "Mon 20:00", "Ana broken"),
    ])
    func finePrint08_broken(row: StreetCase) throws { try row.check() }

    /// A rule, a log and the moments at which its warning is shown and gone.
    struct Warning: CustomTestStringConvertible, Sendable {
        let name: String
        let rule: String
        let log: String
        let last: String
        let gone: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Warning(
            name: "a prohibition", rule: StreetRules.loan, log: "- Mon 10:00: tool.lent with Ana", last: "day 8 10:00",
            gone: "day 8 10:00:01"),
        Warning(
            name: "a lead-up with a deadline long before", rule: StreetRules.call + "\nahead: 2 weeks",
            log: "- Mon 08:00: visit.planned with Ana\n  starts: day 20 10:00\n- day 20 10:00: visit.held with Ana",
            last: "day 27 10:00", gone: "day 27 10:00:01"),
        Warning(
            name: "a part of a plan", rule: StreetRules.greeting,
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n- Wed 10:00: visit.held with Ana",
            last: "day 10 10:00", gone: "day 10 10:00:01"),
        Warning(
            name: "what was done at an unknown hour", rule: StreetRules.loan, log: "- Mon: tool.lent with Ana",
            last: "day 8 23:59:59", gone: "day 9 00:00"),
    ])
    func finePrint08_itWarnsForSevenDays(row: Warning) throws {
        let street = try Street(row.rule, log: row.log)
        #expect(try street.agenda(at: row.last).cards.map(\.kind) == [.notice])
        #expect(try street.agenda(at: row.gone).cards.isEmpty)
    }
}
