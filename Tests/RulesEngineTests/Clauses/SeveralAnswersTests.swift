import TestSupport
import Testing

@testable import RulesEngine

/// Clauses that take several activities, lists of people, and what else a clause may say in every shape.
struct SeveralAnswersTests {
    private static let twice = """
        after: visit.held
        expect:
          happened: note.sent
          count: 2
        to: same person
        within: 3 days
        """
    private static let others = """
        after: hedge.cut
        expect:
          happened: word
          count: 2
          different: person
        within: 3 days
        """

    @Test(arguments: [
        StreetCase(
            "one of two", twice, log: "- Mon 10:00: visit.held with Ana\n- Mon 12:00: note.sent with Ana", now: "Tue",
            "Ana due by Thu 23:59:59"),
        StreetCase(
            "the second one answers", twice,
            log: "- Mon 10:00: visit.held with Ana\n- Mon 12:00: note.sent with Ana\n- Tue 12:00: note.sent with Ana",
            now: "Wed",
            "Ana ok by Thu 23:59:59 found Tue 12:00"),
        StreetCase(
            "the second one too late", twice,
            log: "- Mon 10:00: visit.held with Ana\n- Mon 12:00: note.sent with Ana\n- Fri 00:00: note.sent with Ana",
            now: "Sat",
            "Ana late by Thu 23:59:59 found Fri 00:00"),
        StreetCase(
            "the same person twice", others,
            log: "- Mon 10:00: hedge.cut\n- Mon 12:00: note.sent with Ana\n- Mon 13:00: call.made with Ana",
            now: "Tue", "due by Thu 23:59:59"),
        StreetCase(
            "two different people", others,
            log: "- Mon 10:00: hedge.cut\n- Mon 12:00: note.sent with Ana\n- Mon 13:00: call.made with Ben",
            now: "Tue", "ok by Thu 23:59:59 found Mon 13:00"),
        StreetCase(
            "what might count decides", twice + "\nexpect_where:\n  by: post",
            log:
                "- Mon 10:00: visit.held with Ana\n- Mon 12:00: note.sent with Ana\n  by: post\n- Tue 12:00: note.sent with Ana",
            now: "Wed",
            "Ana cannot tell without by by Thu 23:59:59 found Tue 12:00"),
        StreetCase(
            "ahead of a plan",
            "before: visit.planned\nexpect:\n  happened: call.made\n  count: 2\nto: same person\nahead: 1 day",
            log:
                "- Mon 10:00: visit.planned with Ana\n  starts: Fri 10:00\n- Tue 10:00: call.made with Ana\n- Wed 10:00: call.made with Ana",
            now: "Wed 12:00",
            "Ana ok by Thu 23:59:59 found Wed 10:00"),
        StreetCase(
            "the second one late",
            "before: visit.planned\nexpect:\n  happened: call.made\n  count: 2\nto: same person\nahead: 1 day",
            log:
                "- Mon 10:00: visit.planned with Ana\n  starts: Fri 10:00\n- Tue 10:00: call.made with Ana\n- Fri 08:00: call.made with Ana",
            now: "Fri 09:00",
            "Ana late by Thu 23:59:59 found Fri 08:00"),
        StreetCase(
            "never, unless two came first",
            "never: tool.lent\nunless_first:\n  happened: tool.asked\n  count: 2\nby: same person",
            log: "- Mon 10:00: tool.asked with Ana\n- Tue 10:00: tool.lent with Ana", now: "Wed", "Ana broken"),
        StreetCase(
            "two came first", "never: tool.lent\nunless_first:\n  happened: tool.asked\n  count: 2\nby: same person",
            log: "- Mon 10:00: tool.asked with Ana\n- Mon 12:00: tool.asked with Ana\n- Tue 10:00: tool.lent with Ana",
            now: "Wed",
            "Ana ok found Mon 12:00"),
        StreetCase(
            "never, unless two people came first",
            "never: hedge.cut\nunless_first:\n  happened: call.made\n  count: 2\n  different: person",
            log:
                "- Mon 10:00: call.made with Ana\n- Mon 12:00: call.made with Ana\n- Tue 10:00: hedge.cut\n- Tue 12:00: call.made with Ben\n- Wed 10:00: hedge.cut",
            now: "Thu", "broken", "ok found Tue 12:00"),
    ])
    func count(_ row: StreetCase) throws { try row.check() }

    private static let guests = """
        - Mon 10:00: visit.held with Ana
          invited: [Ben, Eve]

        """

    @Test(arguments: [
        StreetCase(
            "each of a list", "after: visit.held\nexpect: note.sent\nto: each of invited\nwithin: 3 days",
            log: guests + "- Tue 10:00: note.sent with Ben", now: "Wed",
            "Ben ok by Thu 23:59:59 found Tue 10:00", "Eve due by Thu 23:59:59"),
        StreetCase(
            "any of a list", "after: visit.held\nexpect: note.sent\nto: any of invited\nwithin: 3 days",
            log: guests + "- Tue 10:00: note.sent with Eve", now: "Wed",
            "Ana ok by Thu 23:59:59 found Tue 10:00"),
        StreetCase(
            "none of it", "after: visit.held\nexpect: note.sent\nto: any of invited\nwithin: 3 days",
            log: guests + "- Tue 10:00: note.sent with Ana", now: "Wed",
            "Ana due by Thu 23:59:59"),
        StreetCase(
            "an empty list concerns nobody",
            "after: visit.held\nexpect: note.sent\nto: each of invited\nwithin: 3 days",
            log: "- Mon 10:00: visit.held with Ana\n  invited: []", now: "Wed", "Ana does not apply"),
        StreetCase(
            "a list that was not written", "after: visit.held\nexpect: note.sent\nto: each of invited\nwithin: 3 days",
            log: "- Mon 10:00: visit.held with Ana", now: "Wed",
            "Ana cannot tell without invited"),
        StreetCase(
            "before a plan", "before: visit.planned\nexpect: call.made\nto: each of invited",
            log:
                "- Mon 10:00: visit.planned with Ana\n  starts: Fri 10:00\n  invited: [Ben, Eve]\n- Tue 10:00: call.made with Eve",
            now: "Wed",
            "Ben due by Fri 10:00", "Eve ok by Fri 10:00 found Tue 10:00"),
        StreetCase(
            "never, unless each of them was called first",
            "never: visit.held\nunless_first: call.made\nby: each of invited",
            log: "- Sun 10:00: call.made with Ben\n".replacing("Sun", with: "2026-01-04") + guests, now: "Wed",
            "Ben ok found 2026-01-04 10:00", "Eve broken"),
        StreetCase(
            "a window for each of them", "after: visit.held\navoid: call.made\nto: each of invited\nfor: 7 days",
            log: guests + "- Tue 10:00: call.made with Eve", now: "Wed",
            "Ben ok", "Eve broken found Tue 10:00"),
    ])
    func list(_ row: StreetCase) throws { try row.check() }

    @Test func eachOfAListIsAnOccasionOfItsOwn() throws {
        let street = try Street(
            "after: visit.held\nexpect: note.sent\nto: each of invited\nwithin: 3 days", log: Self.guests)
        let evaluated = try street.evaluated(at: "Tue")
        #expect(
            evaluated.verdicts.map { evaluated.key(of: $0) } == [
                "visit.held 2026-01-05 10:00 Ana for Ben", "visit.held 2026-01-05 10:00 Ana for Eve",
            ])
    }

    @Test(arguments: [
        SentenceCase(twice, "After you visit someone, send the same person a note (2 times) within 3 days."),
        SentenceCase(others, "After you cut the hedge, get in touch (with 2 different people) within 3 days."),
        SentenceCase(
            "after: visit.held\nexpect: note.sent\nto: each of invited",
            "After you visit someone, send each of the guests invited a note."),
    ])
    func sentence(_ row: SentenceCase) throws { try row.check() }

    @Test(arguments: [
        MistakeCase(
            "no list of that name", "after: visit.held\nexpect: note.sent\nto: each of guests",
            "unknown-word 'each of guests': 'each of guests' is not a way to name a person"),
        MistakeCase(
            "no number", "after: visit.held\nexpect:\n  happened: note.sent\n  count: two",
            "not-a-number 'two': 'count' must be a whole number, but this is text"),
        MistakeCase(
            "what a rule speaks about comes one at a time",
            "before:\n  happened: visit.planned\n  different: person\nexpect: note.sent",
            "unknown-key 'different': 'before' has no key 'different'"),
    ])
    func mistake(_ row: MistakeCase) { row.check() }
}
