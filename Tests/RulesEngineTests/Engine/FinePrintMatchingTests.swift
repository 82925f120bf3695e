import Testing

@testable import RulesEngine

/// rules.md §4a.4, 5 and 15: which activity answers which occasion, what excuses one, and repeats.
struct FinePrintMatchingTests {
    private static let twice = "- Mon 10:00: visit.held with Ana\n- Wed 10:00: visit.held with Ana"

    @Test(arguments: [
        StreetCase(
            "one note, late for Monday and in time for Wednesday", StreetRules.note,
            log: twice + "\n- Wed 15:00: note.sent with Ana", now: "Thu",
            "Ana late by Tue 10:00 found Wed 15:00", "Ana ok by Thu 10:00 found Wed 15:00")
    ])
    func finePrint04_oneNoteAnswersTwoOccasions(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "with somebody else", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n- Mon 12:00: note.sent with Bob",
            now: "Mon 20:00", "Ana due by Tue 10:00"),
        StreetCase(
            "with anyone", StreetRules.note.replacing("same person", with: "anyone"),
            log: "- Mon 10:00: visit.held with Ana\n- Mon 12:00: note.sent with Bob", now: "Mon 20:00",
            "Ana ok by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "to the introducer", StreetRules.note.replacing("same person", with: "the introducer"),
            log: """
                people:
                  - name: Ana
                    introduced_by: Bob
                  - name: Bob
                activities:
                  - Mon 10:00: visit.held with Ana
                  - Mon 12:00: note.sent with Ana
                """, now: "Mon 20:00", "Bob due by Tue 10:00"),
        StreetCase(
            "to an introducer nobody told", StreetRules.note.replacing("same person", with: "the introducer"),
            log: "- Mon 10:00: visit.held with Ana", now: "Mon 20:00", "Ana cannot tell without introduced_by"),
        StreetCase(
            "to an introducer there is not", StreetRules.note.replacing("same person", with: "the introducer"),
            log: """
                people:
                  - name: Ana
                    introduced_by: none
                activities:
                  - Mon 10:00: visit.held with Ana
                """, now: "Mon 20:00", "Ana does not apply"),
        StreetCase(
            "to the named person", StreetRules.note.replacing("same person", with: "the named person"),
            log: "- Mon 10:00: visit.held with Ana\n  names: Cyd\n- Mon 12:00: note.sent with Cyd", now: "Mon 20:00",
            "Cyd ok by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "to somebody else on the same street",
            StreetRules.note.replacing("same person", with: "someone else on the same street"),
            log: """
                people:
                  - name: Ana
                    street: Elm
                  - name: Bob
                    street: Oak
                  - name: Cyd
                    street: elm
                activities:
                  - Mon 10:00: visit.held with Ana
                  - Mon 11:00: note.sent with Ana
                  - Mon 12:00: note.sent with Bob
                  - Mon 13:00: note.sent with Cyd
                """, now: "Mon 20:00", "Ana ok by Tue 10:00 found Mon 13:00"),
        StreetCase(
            "to somebody whose street nobody told",
            StreetRules.note.replacing("same person", with: "someone else on the same street"),
            log: """
                people:
                  - name: Ana
                    street: Elm
                  - name: Bob
                activities:
                  - Mon 10:00: visit.held with Ana
                  - Mon 12:00: note.sent with Bob
                """, now: "Mon 20:00", "Ana cannot tell without street by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "about the same club", StreetRules.note + "\nabout: same club",
            log: """
                - Mon 10:00: visit.held with Ana
                  club: chess
                - Mon 11:00: note.sent with Ana
                  club: go
                - Mon 12:00: note.sent with Ana
                  club: chess
                """, now: "Mon 20:00", "Ana ok by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "about a club nobody told", StreetRules.note + "\nabout: same club",
            log: "- Mon 10:00: visit.held with Ana\n  club: chess\n- Mon 11:00: note.sent with Ana", now: "Mon 20:00",
            "Ana cannot tell without club by Tue 10:00 found Mon 11:00"),
    ])
    func finePrint04_links(row: StreetCase) throws { try row.check() }

    private static let named =
        "- Mon 10:00: visit.held with Ana\n  id: v1\n- Wed 10:00: visit.held with Ana\n  id: v2\n"

    @Test(arguments: [
        StreetCase(
            "a note that names the first visit does not answer the second", StreetRules.note,
            log: named + "- Wed 15:00: note.sent with Ana\n  visit: v1", now: "Wed 20:00",
            "Ana late by Tue 10:00 found Wed 15:00", "Ana due by Thu 10:00"),
        StreetCase(
            "a note that names the second visit does not answer the first", StreetRules.note,
            log: named + "- Wed 15:00: note.sent with Ana\n  visit: v2", now: "Wed 20:00",
            "Ana overdue by Tue 10:00", "Ana ok by Thu 10:00 found Wed 15:00"),
        StreetCase(
            "about the same visit", StreetRules.note + "\nabout: same visit",
            log: named + "- Wed 15:00: note.sent with Ana\n  visit: v2", now: "Wed 20:00",
            "Ana overdue by Tue 10:00", "Ana ok by Thu 10:00 found Wed 15:00"),
        StreetCase(
            "one visit with two people, named by its id", StreetRules.note.replacing("same person", with: "anyone"),
            log: "- Mon 10:00: visit.held with Ana, Bob\n  id: v1\n- Mon 15:00: note.sent with Cyd\n  visit: v1",
            now: "Mon 20:00", "Ana ok by Tue 10:00 found Mon 15:00", "Bob ok by Tue 10:00 found Mon 15:00"),
        StreetCase(
            "a second visit is no answer linked to another one",
            "after: visit.held\nexpect: visit.held\nto: same person\nwithin: 1 week",
            log: named, now: "Wed 20:00", "Ana ok by day 8 23:59:59 found Wed 10:00", "Ana due by day 10 23:59:59"),
        StreetCase(
            "but about the same visit it is",
            "after: visit.held\nexpect: visit.held\nto: same person\nabout: same visit\nwithin: 1 week",
            log: named, now: "Wed 20:00", "Ana due by day 8 23:59:59", "Ana due by day 10 23:59:59"),
    ])
    func finePrint04_anExplicitLinkWins(row: StreetCase) throws { try row.check() }

    private static let each = StreetRules.note + "\neach: its own"

    @Test(arguments: [
        StreetCase(
            "one note answers one visit", each, log: twice + "\n- Wed 15:00: note.sent with Ana", now: "Wed 20:00",
            "Ana late by Tue 10:00 found Wed 15:00", "Ana due by Thu 10:00"),
        StreetCase(
            "two notes answer two visits", each,
            log: twice + "\n- Wed 15:00: note.sent with Ana\n- Wed 16:00: note.sent with Ana", now: "Wed 20:00",
            "Ana late by Tue 10:00 found Wed 15:00", "Ana ok by Thu 10:00 found Wed 16:00"),
        StreetCase(
            "the earliest deadline comes first, whoever it is with", each.replacing("same person", with: "anyone"),
            log: """
                people:
                  - name: Ana
                  - name: Bob
                activities:
                  - Mon 12:00: visit.held with Ana
                  - Mon 10:00: visit.held with Bob
                  - Mon 15:00: note.sent with Bob
                """, now: "Mon 20:00", "Ana due by Tue 12:00", "Bob ok by Tue 10:00 found Mon 15:00"),
        StreetCase(
            "a longer visit has the later deadline", each.replacing("same person", with: "anyone"),
            log: """
                people:
                  - name: Ana
                  - name: Bob
                activities:
                  - Mon 10:00: visit.held with Ana
                    length: 3 hours
                  - Mon 11:00: visit.held with Bob
                  - Mon 15:00: note.sent with Bob
                """, now: "Mon 20:00", "Ana due by Tue 13:00", "Bob ok by Tue 11:00 found Mon 15:00"),
    ])
    func finePrint04_eachItsOwn(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "an activity never answers itself", "after: note.sent\nexpect: note.sent\nto: same person\nwithin: 1 day",
            log: "- Mon 10:00: note.sent with Ana", now: "Mon 20:00", "Ana due by Tue 23:59:59"),
        StreetCase(
            "nor does another person of its line", "after: note.sent\nexpect: note.sent\nto: anyone\nwithin: 1 day",
            log: "- Mon 10:00: note.sent with Ana, Bob", now: "Mon 20:00", "Ana due by Tue 23:59:59",
            "Bob due by Tue 23:59:59"),
        StreetCase(
            "what came before counts when the rule says so", StreetRules.note + "\ncounting_from: 30 days before",
            log: "- Mon 10:00: note.sent with Ana\n- Fri 10:00: visit.held with Ana", now: "Sat",
            "Ana ok by Sat 10:00 found Mon 10:00"),
        StreetCase(
            "but not from before that", StreetRules.note + "\ncounting_from: 3 days before",
            log: "- Mon 23:59:59: note.sent with Ana\n- Fri 10:00: visit.held with Ana", now: "Fri 20:00",
            "Ana due by Sat 10:00"),
        StreetCase(
            "from the start of the third day before", StreetRules.note + "\ncounting_from: 3 days before",
            log: "- Tue 00:00: note.sent with Ana\n- Fri 10:00: visit.held with Ana", now: "Fri 20:00",
            "Ana ok by Sat 10:00 found Tue 00:00"),
        StreetCase(
            "what is dated later than now has not happened", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana\n- Mon 15:00: note.sent with Ana\n- Mon 16:00: visit.held with Bob",
            now: "Mon 12:00", "Ana due by Tue 10:00"),
        StreetCase(
            "an activity without a person, to the same person",
            "after: hedge.cut\nexpect: note.sent\nto: same person\nwithin: 1 day", log: "- Mon 10:00: hedge.cut",
            now: "Mon 20:00",
            "cannot tell without person"),
        StreetCase(
            "an activity without a person needs no link", "after: hedge.cut\nexpect: gift.given\nwithin: 1 day",
            log: "- Mon 10:00: hedge.cut\n- Mon 11:00: gift.given", now: "Mon 20:00",
            "ok by Tue 23:59:59 found Mon 11:00"),
        StreetCase(
            "several kinds answer: the first of them",
            StreetRules.note.replacing("note.sent", with: "[note.sent, call.made]"),
            log: "- Mon 10:00: visit.held with Ana\n- Mon 12:00: call.made with Ana\n- Mon 11:00: note.sent with Ana",
            now: "Mon 20:00", "Ana ok by Tue 10:00 found Mon 11:00"),
        StreetCase(
            "a group answers", StreetRules.note.replacing("note.sent", with: "word"),
            log: "- Mon 10:00: visit.held with Ana\n- Mon 12:00: call.made with Ana", now: "Mon 20:00",
            "Ana ok by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "several kinds are occasions, by person and time",
            StreetRules.note.replacing("visit.held", with: "[visit.held, call.made]"),
            log: "- Mon 10:00: visit.held with Ana\n- Mon 09:00: call.made with Ana\n- Mon 08:00: call.made with Bob",
            now: "Mon 20:00", "Ana due by Tue 09:00", "Ana due by Tue 10:00", "Bob due by Tue 08:00"),
    ])
    func finePrint04_whatAnswers(row: StreetCase) throws { try row.check() }

    private static func unless(_ text: String) -> String { StreetRules.note + "\nunless:\n  " + text }

    @Test(arguments: [
        StreetCase(
            "met before the deadline", unless("happened: call.made"),
            log: "- Mon 10:00: visit.held with Ana\n- Tue 10:00: call.made with Ana", now: "Wed",
            "Ana does not apply found Tue 10:00"),
        StreetCase(
            "met after the deadline it stops the asking", unless("happened: call.made"),
            log: "- Mon 10:00: visit.held with Ana\n- Tue 10:00:01: call.made with Ana", now: "Wed",
            "Ana overdue (excused) by Tue 10:00"),
        StreetCase(
            "met long before the occasion", unless("happened: call.made"),
            log: "- Mon 08:00: call.made with Ana\n- Mon 10:00: visit.held with Ana", now: "Wed",
            "Ana does not apply found Mon 08:00"),
        StreetCase(
            "before does not count when it has to be since", unless("happened: call.made\n  since: occasion"),
            log: "- Mon 08:00: call.made with Ana\n- Mon 10:00: visit.held with Ana", now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "since does not count when it has to be before", unless("happened: call.made\n  before: occasion"),
            log: "- Mon 10:00: visit.held with Ana\n- Mon 11:00: call.made with Ana", now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "with somebody else", unless("happened: call.made"),
            log: "- Mon 08:00: call.made with Bob\n- Mon 10:00: visit.held with Ana", now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "with anyone", unless("happened: call.made\n  to: anyone"),
            log: "- Mon 08:00: call.made with Bob\n- Mon 10:00: visit.held with Ana", now: "Mon 20:00",
            "Ana does not apply found Mon 08:00"),
        StreetCase(
            "with nobody in particular", unless("happened: holiday.begun"),
            log: "- Mon 08:00: holiday.begun\n- Mon 10:00: visit.held with Ana", now: "Mon 20:00",
            "Ana does not apply found Mon 08:00"),
        StreetCase(
            "for a rule without persons",
            "after: hedge.cut\nexpect: gift.given\nwithin: 1 day\nunless:\n  happened: holiday.begun",
            log: "- Mon 10:00: hedge.cut\n- Mon 11:00: holiday.begun", now: "Mon 20:00",
            "does not apply found Mon 11:00"),
        StreetCase(
            "followed all the same", unless("happened: call.made"),
            log: "- Mon 08:00: call.made with Ana\n- Mon 10:00: visit.held with Ana\n- Mon 11:00: note.sent with Ana",
            now: "Mon 20:00", "Ana ok by Tue 10:00 found Mon 11:00"),
        StreetCase(
            "followed late, but excused before", unless("happened: call.made"),
            log: "- Mon 10:00: visit.held with Ana\n- Mon 11:00: call.made with Ana\n- Wed 11:00: note.sent with Ana",
            now: "Thu", "Ana does not apply found Mon 11:00"),
        StreetCase(
            "followed late and excused after", unless("happened: call.made"),
            log: "- Mon 10:00: visit.held with Ana\n- Tue 11:00: call.made with Ana\n- Wed 11:00: note.sent with Ana",
            now: "Thu", "Ana late by Tue 10:00 found Wed 11:00"),
        StreetCase(
            "an exception that needs a fact nobody told", unless("happened: note.sent\n  where:\n    by: phone"),
            log: "- Mon 08:00: note.sent with Ana\n- Mon 10:00: visit.held with Ana", now: "Mon 20:00",
            "Ana cannot tell without by by Tue 10:00 found Mon 08:00"),
        StreetCase(
            "a prohibition looks only at what came before the act",
            StreetRules.loan + "\nunless:\n  happened: call.made",
            log: "- Mon 10:00: tool.lent with Ana\n- Mon 11:00: call.made with Ana\n- Mon 12:00: tool.asked with Ana",
            now: "Mon 20:00", "Ana broken"),
        StreetCase(
            "a prohibition is lifted by what came before", StreetRules.loan + "\nunless:\n  happened: call.made",
            log: "- Mon 10:00: call.made with Ana\n- Mon 10:00: tool.lent with Ana", now: "Mon 20:00",
            "Ana does not apply found Mon 10:00"),
        StreetCase(
            "a lead-up, met before its deadline",
            StreetRules.call + "\nahead: 24 hours\nunless:\n  happened: note.sent",
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n- Tue 10:00: note.sent with Ana",
            now: "Tue 11:00",
            "Ana does not apply found Tue 10:00"),
        StreetCase(
            "a lead-up, met after its deadline", StreetRules.call + "\nahead: 24 hours\nunless:\n  happened: note.sent",
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n- Tue 10:01: note.sent with Ana",
            now: "Tue 11:00",
            "Ana overdue (excused) by Tue 10:00"),
        StreetCase(
            "a part, met before the start", StreetRules.greeting + "\nunless:\n  happened: note.sent",
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n- Wed 10:00: note.sent with Ana",
            now: "Wed 10:00",
            "Ana does not apply found Wed 10:00"),
        StreetCase(
            "a part, met after the start", StreetRules.greeting + "\nunless:\n  happened: note.sent",
            log: """
                - Mon 08:00: visit.planned with Ana
                  starts: Wed 10:00
                - Wed 10:00: visit.held with Ana
                - Wed 10:01: note.sent with Ana
                """, now: "Wed 11:00", "Ana broken (excused) by Wed 10:00"),
        StreetCase(
            "a limit, met before", StreetRules.length + "\nunless:\n  happened: note.sent",
            log:
                "- Mon 07:00: note.sent with Ana\n- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n  length: 1 hour",
            now: "Mon 10:00", "Ana does not apply found Mon 07:00"),
    ])
    func finePrint05_unless(row: StreetCase) throws { try row.check() }

    private static let thrice = twice + "\n- Fri 10:00: visit.held with Ana"

    @Test(arguments: [
        StreetCase(
            "each", StreetRules.note, log: twice, now: "Wed 20:00", "Ana overdue by Tue 10:00", "Ana due by Thu 10:00"),
        StreetCase(
            "the first", StreetRules.note + "\nwhich: first", log: twice, now: "Wed 20:00", "Ana overdue by Tue 10:00"),
        StreetCase(
            "the latest", StreetRules.note + "\nwhich: latest", log: twice, now: "Wed 20:00", "Ana due by Thu 10:00"),
        StreetCase(
            "every 3rd", StreetRules.note + "\nwhich: every 3rd", log: thrice + "\n- Fri 11:00: visit.held with Bob",
            now: "Fri 20:00", "Ana due by Sat 10:00"),
        StreetCase(
            "the first of each person", StreetRules.note + "\nwhich: first",
            log: twice + "\n- Wed 11:00: visit.held with Bob",
            now: "Wed 20:00", "Ana overdue by Tue 10:00", "Bob due by Thu 11:00"),
        StreetCase(
            "the first of those the rule speaks about", StreetRules.note + "\nwhere:\n  place: garden\nwhich: first",
            log: """
                - Mon 10:00: visit.held with Ana
                  place: house
                - Wed 10:00: visit.held with Ana
                  place: garden
                - Wed 12:00: visit.held with Ana
                  place: garden
                """, now: "Wed 20:00", "Ana does not apply", "Ana due by Thu 10:00"),
        StreetCase(
            "two people are two occasions", StreetRules.note,
            log: "- Mon 10:00: visit.held with Ana, Bob\n- Mon 11:00: note.sent with Ana", now: "Mon 20:00",
            "Ana ok by Tue 10:00 found Mon 11:00", "Bob due by Tue 10:00"),
    ])
    func finePrint15_whichOccasionsCount(row: StreetCase) throws { try row.check() }

    private static let restarting = StreetRules.note + "\nrestart: yes"

    @Test(arguments: [
        StreetCase(
            "a newer one closes an unanswered one", restarting, log: twice, now: "Wed 20:00",
            "Ana does not apply found Wed 10:00", "Ana due by Thu 10:00"),
        StreetCase(
            "one that was answered stays", restarting, log: twice + "\n- Mon 20:00: note.sent with Ana",
            now: "Wed 20:00",
            "Ana ok by Tue 10:00 found Mon 20:00", "Ana due by Thu 10:00"),
        StreetCase(
            "one that was answered late, but before the newer, stays", restarting,
            log: twice + "\n- Tue 20:00: note.sent with Ana", now: "Wed 20:00", "Ana late by Tue 10:00 found Tue 20:00",
            "Ana due by Thu 10:00"),
        StreetCase(
            "what answers the newer does not make the older late", restarting,
            log: twice + "\n- Wed 15:00: note.sent with Ana",
            now: "Wed 20:00", "Ana does not apply found Wed 10:00", "Ana ok by Thu 10:00 found Wed 15:00"),
        StreetCase(
            "with somebody else", restarting, log: "- Mon 10:00: visit.held with Ana\n- Wed 10:00: visit.held with Bob",
            now: "Wed 20:00", "Ana overdue by Tue 10:00", "Bob due by Thu 10:00"),
        StreetCase(
            "a newer one with somebody else, where anyone may answer",
            restarting.replacing("same person", with: "anyone"),
            log: "- Mon 10:00: visit.held with Bob\n- Wed 10:00: visit.held with Ana", now: "Wed 20:00",
            "Bob does not apply found Wed 10:00", "Ana due by Thu 10:00"),
        StreetCase(
            "somebody known longer who was met again later", restarting.replacing("same person", with: "anyone"),
            log:
                "- Mon 10:00: visit.held with Ana\n- Tue 10:00: visit.held with Bob\n- Wed 10:00: visit.held with Ana",
            now: "Wed 20:00", "Ana does not apply found Tue 10:00", "Ana due by Thu 10:00",
            "Bob does not apply found Wed 10:00"),
        StreetCase(
            "a newer one about something else, where the answer must be about the same",
            restarting.replacing("same person", with: "anyone") + "\nabout: same place",
            log: """
                - Mon 10:00: visit.held with Ana
                  place: garden
                - Tue 10:00: visit.held with Bob
                  place: house
                - Wed 10:00: visit.held with Ben
                  place: garden
                """, now: "Wed 20:00", "Ana does not apply found Wed 10:00", "Bob overdue by Wed 10:00",
            "Ben due by Thu 10:00"),
        StreetCase(
            "a newer one the rule does not speak about", restarting + "\nwhere:\n  place: garden",
            log: """
                - Mon 10:00: visit.held with Ana
                  place: garden
                - Wed 10:00: visit.held with Ana
                  place: house
                """, now: "Wed 20:00", "Ana overdue by Tue 10:00", "Ana does not apply"),
    ])
    func finePrint15_restart(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "too early does not count", StreetRules.note + "\nnot_before: 2 hours",
            log: "- Mon 10:00: visit.held with Ana\n- Mon 11:59:59: note.sent with Ana", now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "at the first moment it may be done", StreetRules.note + "\nnot_before: 2 hours",
            log: "- Mon 10:00: visit.held with Ana\n- Mon 12:00: note.sent with Ana", now: "Mon 20:00",
            "Ana ok by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "days begin with the day",
            StreetRules.note.replacing("24 hours", with: "5 days") + "\nnot_before: 2 days",
            log: "- Mon 10:00: visit.held with Ana\n- Wed 00:00: note.sent with Ana", now: "Wed 20:00",
            "Ana ok by Sat 23:59:59 found Wed 00:00"),
    ])
    func finePrint16_notBefore(row: StreetCase) throws { try row.check() }
}
