import Testing

@testable import RulesEngine

/// rules.md §4a.3: one meeting, many lines.
struct FinePrintEpisodeTests {
    private static let plan = "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n  length: 1 hour"
    private static let withID = "- Mon 08:00: visit.planned with Ana\n  id: v1\n  starts: Wed 10:00\n  length: 1 hour"

    @Test(arguments: [
        StreetCase(
            "held on its day, at another hour", StreetRules.note,
            log: plan + "\n- Wed 15:00: visit.held with Ana", now: "Wed 20:00", "Ana due by Thu 16:00"),
        StreetCase(
            "held on another day is another visit", StreetRules.note,
            log: plan + "\n- Tue 15:00: visit.held with Ana", now: "Wed 12:00",
            "Ana cannot tell without visit", "Ana due by Wed 15:00"),
        StreetCase(
            "held on another day, by id", StreetRules.note,
            log: withID + "\n- Tue 15:00: visit.held with Ana\n  visit: v1", now: "Wed 12:00", "Ana due by Wed 16:00"),
        StreetCase(
            "held with somebody else is another visit", StreetRules.note,
            log: plan + "\n- Wed 10:00: visit.held with Bob", now: "Wed 12:00", "Ana cannot tell without visit",
            "Bob due by Thu 10:00"),
        StreetCase(
            "the nearest of two plans of that day", StreetRules.note,
            log: plan + """

                - Mon 08:00: visit.planned with Ana
                  starts: Wed 16:00
                  length: 2 hours
                - Wed 15:00: visit.held with Ana
                """, now: "Wed 20:00", "Ana cannot tell without visit", "Ana due by Thu 17:00"),
        StreetCase(
            "not a plan that was made later", StreetRules.note,
            log: "- Wed 09:00: visit.held with Ana\n- Wed 12:00: visit.planned with Ana\n  starts: Wed 15:00",
            now: "Wed 16:00",
            "Ana cannot tell without visit", "Ana due by Thu 09:00"),
        StreetCase(
            "two people in one visit, one of them held", StreetRules.note,
            log: """
                - Mon 08:00: visit.planned with Ana, Bob
                  id: v1
                  starts: Wed 10:00
                - Wed 10:00: visit.held with Ana
                  visit: v1
                """, now: "Wed 20:00", "Bob cannot tell without visit", "Ana due by Thu 10:00"),
        StreetCase(
            "past and nobody said how it went", StreetRules.note, log: plan, now: "Wed 11:00:01",
            "Ana cannot tell without visit"),
        StreetCase("not yet past its end", StreetRules.note, log: plan, now: "Wed 11:00"),
        StreetCase(
            "planned without a time is never past", StreetRules.note, log: "- Mon 08:00: visit.planned with Ana",
            now: "day 20"),
        StreetCase("cancelled", StreetRules.note, log: plan + "\n- Tue 08:00: visit.cancelled with Ana", now: "day 20"),
        StreetCase("missed", StreetRules.note, log: plan + "\n- Wed 11:00: visit.missed with Ana", now: "day 20"),
        StreetCase(
            "missed, as logged the day after", StreetRules.note, log: plan + "\n- Thu 11:00: visit.missed with Ana",
            now: "day 20"),
        StreetCase(
            "a rule on what was missed", "after: visit.missed\nexpect: note.sent\nto: same person\nwithin: 24 hours",
            log: plan + "\n- Wed 11:00: visit.missed with Ana", now: "Wed 20:00", "Ana due by Thu 11:00"),
    ])
    func finePrint03_joining(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase("planned", StreetRules.call, log: plan, now: "Tue", "Ana due by Wed 10:00"),
        StreetCase(
            "started, undecided", StreetRules.call, log: plan, now: "Wed 11:01", "Ana cannot tell without visit"),
        StreetCase(
            "held", StreetRules.call, log: plan + "\n- Wed 10:00: visit.held with Ana", now: "Wed 20:00",
            "Ana broken by Wed 10:00"),
        StreetCase(
            "cancelled", StreetRules.call, log: plan + "\n- Tue 08:00: visit.cancelled with Ana", now: "Wed 20:00",
            "Ana does not apply"),
        StreetCase(
            "missed", StreetRules.call, log: plan + "\n- Wed 11:00: visit.missed with Ana", now: "Wed 20:00",
            "Ana does not apply"),
        StreetCase(
            "a second visit is not cancelled with the first", StreetRules.call,
            log: plan
                + "\n- Mon 09:00: visit.planned with Ana\n  starts: Fri 10:00\n- Tue 08:00: visit.cancelled with Ana",
            now: "Tue 09:00", "Ana does not apply", "Ana due by Fri 10:00"),
        StreetCase(
            "the one that is named is cancelled", StreetRules.call,
            log: withID + """

                - Mon 09:00: visit.planned with Ana
                  starts: Tue 10:00
                - Mon 10:00: visit.cancelled with Ana
                  visit: v1
                """, now: "Mon 11:00", "Ana does not apply", "Ana due by Tue 10:00"),
        StreetCase(
            "moved later", StreetRules.call, log: plan + "\n- Tue 08:00: visit.moved with Ana\n  starts: Fri 15:00",
            now: "Thu", "Ana due by Fri 15:00"),
        StreetCase(
            "moved twice: the latest start rules", StreetRules.call,
            log: plan + """

                - Tue 08:00: visit.moved with Ana
                  starts: Fri 15:00
                - Tue 09:00: visit.moved with Ana
                  starts: Thu 15:00
                """, now: "Wed", "Ana due by Thu 15:00"),
        StreetCase(
            "a move keeps an answered lead-up", StreetRules.call,
            log: plan + "\n- Mon 09:00: call.made with Ana\n- Tue 08:00: visit.moved with Ana\n  starts: Fri 15:00",
            now: "Thu", "Ana ok by Fri 15:00 found Mon 09:00"),
        StreetCase(
            "planned without a time", StreetRules.call, log: "- Mon 08:00: visit.planned with Ana", now: "Tue",
            "Ana cannot tell without starts"),
        StreetCase(
            "planned without a time, then moved to one", StreetRules.call,
            log: "- Mon 08:00: visit.planned with Ana\n- Tue 08:00: visit.moved with Ana\n  starts: Fri 15:00",
            now: "Thu",
            "Ana due by Fri 15:00"),
        StreetCase(
            "held earlier that day than planned", StreetRules.call,
            log: plan + "\n- Wed 08:30: visit.held with Ana\n- Wed 09:00: call.made with Ana", now: "Wed 20:00",
            "Ana broken by Wed 08:30"),
    ])
    func finePrint03_leadUpsFollowTheLatestWord(row: StreetCase) throws { try row.check() }

    private static let confirm = "before: visit.planned\nexpect: visit.confirmed\nto: same person\nahead: 24 hours"

    @Test(arguments: [
        StreetCase(
            "the nearest one ahead is confirmed", confirm,
            log: plan
                + "\n- Mon 09:00: visit.planned with Ana\n  starts: Sat 10:00\n- Tue 08:00: visit.confirmed with Ana",
            now: "Tue 09:00", "Ana ok by Tue 10:00 found Tue 08:00", "Ana due by Fri 10:00"),
        StreetCase(
            "the one that is named is confirmed", confirm,
            log: withID.replacing("Wed", with: "Sat") + """

                - Mon 09:00: visit.planned with Ana
                  starts: Fri 10:00
                - Tue 08:00: visit.confirmed with Ana
                  visit: v1
                """, now: "Tue 09:00", "Ana ok by Fri 10:00 found Tue 08:00", "Ana due by Thu 10:00"),
    ])
    func finePrint03_confirming(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "a moved visit has its new length", StreetRules.length,
            log: plan + "\n- Tue 08:00: visit.moved with Ana\n  starts: Wed 12:00\n  length: 20 minutes",
            now: "Tue 09:00",
            "Ana ok"),
        StreetCase(
            "moved to a new time only, it keeps its length", StreetRules.length,
            log: plan + "\n- Tue 08:00: visit.moved with Ana\n  starts: Wed 12:00", now: "Tue 09:00",
            "Ana overdue by Wed 12:00"),
        StreetCase(
            "a length first told when it was moved", StreetRules.length,
            log:
                "- Mon 08:00: visit.planned with Ana\n- Tue 08:00: visit.moved with Ana\n  starts: Wed 12:00\n  length: 1 hour",
            now: "Tue 09:00", "Ana overdue by Wed 12:00"),
        StreetCase(
            "planned and held are one visit",
            "for_each: [visit.planned, visit.held]\ncheck: length\nat_most: 30 minutes",
            log: plan + "\n- Wed 10:00: visit.held with Ana\n  length: 20 minutes", now: "Wed 20:00", "Ana ok"),
        StreetCase(
            "planned stands until held", "for_each: [visit.planned, visit.held]\ncheck: length\nat_most: 30 minutes",
            log: plan, now: "Tue", "Ana overdue by Wed 10:00"),
    ])
    func finePrint03_stagesOfOneRecord(row: StreetCase) throws { try row.check() }

    @Test func finePrint03_anUnknownIDIsReportedOnce() throws {
        var diagnostics = Diagnostics()
        let street = try Street(StreetRules.note, log: "- Mon 08:00: visit.held with Ana, Bob\n  visit: nowhere")
        _ = street.engine.facts(of: street.document, &diagnostics)
        #expect(diagnostics.all.map(\.code) == [.unknownReference])
        #expect(diagnostics.all.first?.range?.text == "nowhere")
    }

    @Test func finePrint03_aQuestionNamesThePerson() throws {
        let evaluated = try Street(StreetRules.note, log: Self.plan).evaluated(at: "Thu")
        #expect(evaluated.verdicts.map { evaluated.headline(of: $0) } == ["Did the visit with Ana take place?"])
        #expect(
            evaluated.verdicts.flatMap { evaluated.explanation(of: $0).lines }
                == ["its time has passed, and nothing says whether it took place"])
    }
}
