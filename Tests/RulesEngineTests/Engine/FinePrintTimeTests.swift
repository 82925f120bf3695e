import Testing

@testable import RulesEngine

/// rules.md §4a.1, 2 and 12, and the paragraph on time: starts and ends, deadlines to the second, days and zones.
struct FinePrintTimeTests {
    private static func note(within span: String) -> String {
        StreetRules.note.replacing("24 hours", with: span)
    }

    @Test(arguments: [
        StreetCase(
            "the deadline counts from the end", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour", now: "Mon 20:00", "Ana due by Tue 11:00"),
        StreetCase(
            "an answer counts from the start", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour\n- Mon 10:30: note.sent with Ana",
            now: "Mon 20:00",
            "Ana ok by Tue 11:00 found Mon 10:30"),
        StreetCase(
            "what came before the start does not count", StreetRules.note,
            log: "- Mon 09:59: note.sent with Ana\n- Mon 10:00: visit.held with Ana", now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "before it means before its start", StreetRules.call,
            log: """
                - Mon 10:00: visit.planned with Ana
                  starts: Wed 10:00
                  length: 1 hour
                - Wed 10:01: call.made with Ana
                """, now: "Wed 10:30", "Ana broken by Wed 10:00"),
        StreetCase(
            "a planned length stands in for one that was not logged", StreetRules.note,
            log: """
                - Mon 08:00: visit.planned with Ana
                  starts: Mon 10:00
                  length: 2 hours
                - Mon 10:00: visit.held with Ana
                """, now: "Mon 20:00", "Ana due by Tue 12:00"),
        StreetCase(
            "the logged length comes before the planned one", StreetRules.note,
            log: """
                - Mon 08:00: visit.planned with Ana
                  starts: Mon 10:00
                  length: 2 hours
                - Mon 10:00: visit.held with Ana
                  length: 1 hour
                """, now: "Mon 20:00", "Ana due by Tue 11:00"),
    ])
    func finePrint01_startAndEnd(row: StreetCase) throws { try row.check() }

    static let during = """
        in_each: visit.held
        expect: greeting.said
        """

    @Test(arguments: [
        StreetCase(
            "at its very start", during,
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour\n- Mon 10:00: greeting.said with Ana", now: "Tue",
            "Ana ok found Mon 10:00"),
        StreetCase(
            "at its very end", during,
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour\n- Mon 11:00: greeting.said with Ana", now: "Tue",
            "Ana ok found Mon 11:00"),
        StreetCase(
            "a second after its end", during,
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour\n- Mon 11:00:01: greeting.said with Ana",
            now: "Tue",
            "Ana broken"),
        StreetCase(
            "a second before its start", during,
            log: "- Mon 09:59:59: greeting.said with Ana\n- Mon 10:00: visit.held with Ana\n  length: 1 hour",
            now: "Tue",
            "Ana broken"),
        StreetCase(
            "with somebody else", during,
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour\n- Mon 10:30: greeting.said with Bob", now: "Tue",
            "Ana broken"),
        StreetCase(
            "linked to it, though logged the day after", during,
            log: """
                - Mon 10:00: visit.held with Ana
                  id: v1
                - Tue 09:00: greeting.said with Ana
                  visit: v1
                """, now: "Wed", "Ana ok found Tue 09:00"),
        StreetCase(
            "linked to another one, though at the time", during,
            log: """
                - Mon 08:00: visit.held with Ana
                  id: v1
                - Mon 10:00: visit.held with Ana
                  length: 1 hour
                - Mon 10:30: greeting.said with Ana
                  visit: v1
                """, now: "Wed", "Ana ok found Mon 10:30", "Ana broken"),
        StreetCase(
            "on that day, when no more is known", during,
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour\n- Mon: greeting.said with Ana", now: "Tue",
            "Ana ok found Mon 00:00"),
    ])
    func finePrint01_duringAVisit(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "what is unwanted has to be surely during it", "in_each: visit.held\navoid: story.told",
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour\n- Mon: story.told with Ana", now: "Tue", "Ana ok"),
        StreetCase(
            "what is unwanted and surely during it", "in_each: visit.held\navoid: story.told",
            log: "- Mon 10:00: visit.held with Ana\n  length: 1 hour\n- Mon 10:10: story.told with Ana", now: "Tue",
            "Ana broken found Mon 10:10"),
    ])
    func finePrint12_unwantedPartsInThePersonsFavour(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "after counts from when it was arranged",
            "after: visit.planned\nexpect: note.sent\nto: same person\nwithin: 24 hours",
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Fri 15:00\n  length: 1 hour", now: "Mon 12:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "ahead counts from when it starts", StreetRules.call + "\nahead: 24 hours",
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Fri 15:00\n  length: 1 hour", now: "Mon 12:00",
            "Ana due by Thu 15:00"),
    ])
    func finePrint02_plannedThings(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "at the deadline, to the second", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n- Tue 10:00: note.sent with Ana", now: "Wed",
            "Ana ok by Tue 10:00 found Tue 10:00"),
        StreetCase(
            "a second after the deadline", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n- Tue 10:00:01: note.sent with Ana", now: "Wed",
            "Ana late by Tue 10:00 found Tue 10:00:01"),
        StreetCase(
            "now is the deadline", StreetRules.note, log: "- Mon 10:00: visit.held with Ana", now: "Tue 10:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "now is a second after the deadline", StreetRules.note, log: "- Mon 10:00: visit.held with Ana",
            now: "Tue 10:00:01", "Ana overdue by Tue 10:00"),
        StreetCase(
            "a lead-up at its deadline", StreetRules.call + "\nahead: 24 hours",
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Fri 15:00\n- Thu 15:00: call.made with Ana",
            now: "Thu 16:00",
            "Ana ok by Thu 15:00 found Thu 15:00"),
        StreetCase(
            "a lead-up a second late", StreetRules.call + "\nahead: 24 hours",
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Fri 15:00\n- Thu 15:00:01: call.made with Ana",
            now: "Thu 16:00",
            "Ana late by Thu 15:00 found Thu 15:00:01"),
        StreetCase(
            "a lead-up at the very start", StreetRules.call,
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Fri 15:00\n- Fri 15:00: call.made with Ana",
            now: "Fri 15:00",
            "Ana ok by Fri 15:00 found Fri 15:00"),
    ])
    func finePrint12_deadlinesAreInclusive(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "a note at the very moment of the visit", StreetRules.note,
            log: "- Mon 10:00: note.sent with Ana\n- Mon 10:00: visit.held with Ana", now: "Mon 20:00",
            "Ana ok by Tue 10:00 found Mon 10:00"),
        StreetCase(
            "asked at the very moment of the loan", StreetRules.loan,
            log: "- Mon 10:00: tool.lent with Ana\n- Mon 10:00: tool.asked with Ana", now: "Mon 20:00",
            "Ana ok found Mon 10:00"),
        StreetCase(
            "asked a second after the loan", StreetRules.loan,
            log: "- Mon 10:00: tool.lent with Ana\n- Mon 10:00:01: tool.asked with Ana", now: "Mon 20:00", "Ana broken"),
        StreetCase(
            "asked at an unknown hour of that day", StreetRules.loan,
            log: "- Mon 10:00: tool.lent with Ana\n- Mon: tool.asked with Ana", now: "Tue", "Ana ok found Mon 00:00"),
        StreetCase(
            "lent at an unknown hour of that day", StreetRules.loan,
            log: "- Mon: tool.lent with Ana\n- Mon 10:00: tool.asked with Ana", now: "Tue", "Ana ok found Mon 10:00"),
        StreetCase(
            "a note of that day, at an unknown hour", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n- Mon: note.sent with Ana", now: "Tue 20:00",
            "Ana ok by Tue 10:00 found Mon 00:00"),
        StreetCase(
            "a note of the deadline's day, at an unknown hour", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n- Tue: note.sent with Ana", now: "Tue 20:00",
            "Ana ok by Tue 10:00 found Tue 00:00"),
        StreetCase(
            "a note of the day after the deadline", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n- Wed: note.sent with Ana", now: "Wed 20:00",
            "Ana late by Tue 10:00 found Wed 00:00"),
        StreetCase(
            "a visit at an unknown hour counts from the end of the day", StreetRules.note,
            log: "- Mon: visit.held with Ana", now: "Tue 20:00", "Ana due by Tue 23:59:59"),
        StreetCase(
            "a visit planned for a day starts at its end", StreetRules.call,
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Wed", now: "Wed 15:00", "Ana due by Wed 23:59:59"),
        StreetCase(
            "a visit planned for a day is undecided when the day is over", StreetRules.note,
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Wed", now: "Thu 00:00", "Ana cannot tell without visit"
        ),
        StreetCase(
            "a visit planned for a day is not undecided on that day", StreetRules.note,
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Wed", now: "Wed 23:59"),
        StreetCase(
            "a call on the morning of a visit that was logged by its day", StreetRules.call,
            log: """
                - Mon 10:00: visit.planned with Ana
                  starts: Wed 15:00
                - Wed 09:00: call.made with Ana
                - Wed: visit.held with Ana
                """, now: "Thu", "Ana ok by Wed 15:00 found Wed 09:00"),
        StreetCase(
            "how old what came first may be counts from the earliest moment",
            StreetRules.loan + "\nno_older_than: 24 hours",
            log: "- Sun 10:00: tool.asked with Ana\n- day 8: tool.lent with Ana", now: "day 9", "Ana ok found Sun 10:00"
        ),
        StreetCase(
            "the file's order of a tie does not matter", StreetRules.note,
            log: """
                - Mon 10:00: visit.held with Ana
                - Mon 10:00: visit.planned with Ana
                  starts: Mon 10:00
                """, now: "Mon 11:00", "Ana due by Tue 10:00"),
        StreetCase(
            "planned in the morning, held that day at an unknown hour", StreetRules.note,
            log: """
                - Mon 09:00: visit.planned with Ana
                  starts: Mon 15:00
                - Mon: visit.held with Ana
                """, now: "Wed", "Ana overdue by Tue 23:59:59"),
    ])
    func finePrint12_tiesAndDays(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "a day is not 24 hours", note(within: "1 day"), log: "- Mon 10:00: visit.held with Ana", now: "Mon 20:00",
            "Ana due by Tue 23:59:59"),
        StreetCase(
            "the end of the same day", note(within: "0 days"), log: "- Mon 10:00: visit.held with Ana",
            now: "Mon 20:00",
            "Ana due by Mon 23:59:59"),
        StreetCase(
            "31 January and a month", note(within: "1 month"), log: "- 2026-01-31 10:00: visit.held with Ana",
            now: "2026-02-28 23:59:59", "Ana due by day 55 23:59:59"),
        StreetCase(
            "31 January and a month, a second later", note(within: "1 month"),
            log: "- 2026-01-31 10:00: visit.held with Ana", now: "2026-03-01 00:00", "Ana overdue by day 55 23:59:59"),
        StreetCase(
            "31 January and a month in a leap year", note(within: "1 month"),
            log: "- 2028-01-31 10:00: visit.held with Ana", now: "2028-02-29 23:59", "Ana due by day 786 23:59:59"),
        StreetCase(
            "business days skip the weekend", note(within: "2 business days"), log: "- Fri 10:00: visit.held with Ana",
            now: "Sat 10:00", "Ana due by day 9 23:59:59"),
        StreetCase(
            "business days skip a holiday", note(within: "2 business days"),
            log: "holidays: [2026-01-12]\nactivities:\n- Fri 10:00: visit.held with Ana", now: "Sat 10:00",
            "Ana due by day 10 23:59:59"),
        StreetCase(
            "business days start with the next one", note(within: "1 business day"),
            log: "- Sat 10:00: visit.held with Ana", now: "Sun 10:00", "Ana due by day 8 23:59:59"),
        StreetCase(
            "business days ahead", StreetRules.call + "\nahead: 1 business day",
            log: "- Mon 10:00: visit.planned with Ana\n  starts: day 8 10:00", now: "Fri 12:00",
            "Ana due by Fri 23:59:59"),
        StreetCase(
            "24 hours over the day the clocks go forward", StreetRules.note,
            log: "- 2026-03-28 12:00: visit.held with Ana", now: "2026-03-28 13:00", zone: "Europe/Berlin",
            "Ana due by day 84 13:00"),
        StreetCase(
            "a day over the day the clocks go forward", note(within: "1 day"),
            log: "- 2026-03-28 12:00: visit.held with Ana", now: "2026-03-28 13:00", zone: "Europe/Berlin",
            "Ana due by day 84 23:59:59"),
        StreetCase(
            "24 hours over the day the clocks go back", StreetRules.note,
            log: "- 2026-10-24 12:00: visit.held with Ana", now: "2026-10-24 13:00", zone: "Europe/Berlin",
            "Ana due by day 294 11:00"),
        StreetCase(
            "a note on a day with 25 hours", StreetRules.note,
            log: "- 2026-10-25 23:30: visit.held with Ana\n- 2026-10-25: note.sent with Ana", now: "2026-10-26",
            zone: "Europe/Berlin", "Ana ok by day 295 23:30 found day 294 00:00"),
        StreetCase(
            "a day ahead, in the person's zone", StreetRules.call + "\nahead: 1 day",
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Wed 01:00", now: "Mon 12:00", zone: "America/New_York",
            "Ana due by Tue 23:59:59"),
    ])
    func time_spansAndZones(row: StreetCase) throws { try row.check() }
}
