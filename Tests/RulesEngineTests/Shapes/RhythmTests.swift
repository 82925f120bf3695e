import TestSupport
import Testing

@testable import RulesEngine

/// At least n Y a week; at most n Y since the last Z.
struct RhythmTests {
    private static let weekly = """
        keep: note.sent
        at_least: 2
        per: week
        """
    private static let monthly = "keep: word\nat_least: 1\nper: month"
    private static let rolling = """
        keep: word
        at_least: 1
        per: 30 days
        for_each: person
        """
    private static let limit = "keep: note.sent\nat_most: 2\nper: week"
    private static let since = """
        keep: note.sent
        at_most: 2
        since: call.made
        for_each: person
        """

    private static func log(_ lines: String, started: String = "Mon") -> String {
        "started: \(started)\nactivities:\n" + lines.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
            + "\n"
    }

    // MARK: At least, in the calendar

    @Test(arguments: [
        CountCase("an empty log has no one who began", weekly, log: "activities: []", now: "Wed 10:00"),
        CountCase(
            "nothing yet", weekly, log: log("- Mon 08:00: call.made with Ana"), now: "Wed 10:00",
            "you: due 0/2 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "one of two", weekly, log: log("- Mon 08:00: note.sent with Ana"), now: "Wed 10:00",
            "you: due 1/2 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "reached", weekly, log: log("- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ana"),
            now: "Wed 10:00",
            "you: ok 2/2 week Mon 00:00 found Tue 08:00"),
        CountCase(
            "more than asked for", weekly,
            log: log(
                "- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ana\n- Wed 08:00: note.sent with Ben"),
            now: "Wed 10:00",
            "you: ok 3/2 week Mon 00:00 found Tue 08:00"),
        CountCase(
            "what is dated later has not happened", weekly,
            log: log("- Mon 08:00: note.sent with Ana\n- Fri 08:00: note.sent with Ana"), now: "Wed 10:00",
            "you: due 1/2 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "another kind does not count", weekly,
            log: log("- Mon 08:00: call.made with Ana\n- Tue 08:00: note.sent with Ana"),
            now: "Wed 10:00", "you: due 1/2 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "two people in one line count twice", weekly, log: log("- Mon 08:00: note.sent with Ana and Ben"),
            now: "Wed 10:00",
            "you: ok 2/2 week Mon 00:00 found Mon 08:00"),
        CountCase(
            "a new week begins anew, and the miss leaves nothing", weekly,
            log: log("- Mon 08:00: note.sent with Ana"), now: "day 8 00:00",
            "you: due 0/2 week day 8 00:00 by day 14 23:59:59"),
        CountCase(
            "the last second of the week", weekly,
            log: log("- Mon 08:00: note.sent with Ana\n- Sun 23:59: note.sent with Ana"),
            now: "Sun 23:59", "you: ok 2/2 week Mon 00:00 found Sun 23:59"),
        CountCase(
            "Sunday belongs to the week before", weekly,
            log: log("- Sun 23:59: note.sent with Ana\n- day 8 08:00: note.sent with Ana"),
            now: "day 8 10:00", "you: due 1/2 week day 8 00:00 by day 14 23:59:59"),
        CountCase(
            "the week is that of the person's zone", weekly,
            log: "started: Mon\nactivities:\n  - day 8 00:30: note.sent with Ana\n", now: "day 8 01:00",
            zone: "America/New_York",
            "you: due 1/2 week day 8 00:00 by day 14 23:59:59"),
        CountCase(
            "a first week that is not whole does not apply", weekly,
            log: log("- Tue 08:00: note.sent with Ana", started: "Tue"),
            now: "Wed 10:00", "you: does not apply 0/2 week Mon 00:00"),
        CountCase(
            "a first week from its Monday is whole", weekly, log: "- Mon 10:00: note.sent with Ana", now: "Wed 10:00",
            "you: due 1/2 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "without a start the first activity begins it", weekly, log: "- Tue 10:00: call.made with Ana",
            now: "Wed 10:00",
            "you: does not apply 0/2 week Mon 00:00"),
        CountCase(
            "after the first week it applies", weekly, log: "- Tue 10:00: call.made with Ana", now: "day 8 10:00",
            "you: due 0/2 week day 8 00:00 by day 14 23:59:59"),
        CountCase(
            "the month of the calendar", monthly, log: log("- Mon 08:00: note.sent with Ana", started: "2026-01-01"),
            now: "2026-02-10 10:00",
            "you: due 0/1 month day 28 00:00 by 2026-02-28 23:59:59".replacing("2026-02-28", with: "day 55")),
        CountCase(
            "a day", "keep: note.sent\nat_least: 1\nper: day", log: log("- Mon 08:00: note.sent with Ana"),
            now: "Tue 10:00",
            "you: due 0/1 day Tue 00:00 by Tue 23:59:59"),
        CountCase(
            "in all", "keep: note.sent\nat_least: 2", log: log("- Mon 08:00: note.sent with Ana"), now: "day 50",
            "you: due 1/2"),
    ])
    func finePrint13_goalsInTheCalendar(_ row: CountCase) throws { try row.check() }

    @Test(arguments: [
        CountCase(
            "different people", "keep: note.sent\nat_least: 2\ndifferent: person\nper: week",
            log: log("- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ana"), now: "Wed 10:00",
            "you: due 1/2 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "two different people", "keep: note.sent\nat_least: 2\ndifferent: person\nper: week",
            log: log("- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ben"), now: "Wed 10:00",
            "you: ok 2/2 week Mon 00:00 found Tue 08:00"),
        CountCase(
            "nobody is no different person", "keep: gift.given\nat_least: 1\ndifferent: person\nper: week",
            log: log("- Mon 08:00: gift.given"), now: "Wed 10:00", "you: due 0/1 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "a condition on what counts", weekly + "\nkeep_where:\n  by: post",
            log: log("- Mon 08:00: note.sent with Ana\n  by: post\n- Tue 08:00: note.sent with Ana\n  by: hand"),
            now: "Wed 10:00",
            "you: due 1/2 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "what might count decides", weekly + "\nkeep_where:\n  by: post",
            log: log("- Mon 08:00: note.sent with Ana\n  by: post\n- Tue 08:00: note.sent with Ana"), now: "Wed 10:00",
            "you: cannot tell 1/2 week Mon 00:00 without by found Tue 08:00"),
        CountCase(
            "what might count does not matter", weekly + "\nkeep_where:\n  by: post",
            log: log("- Tue 08:00: note.sent with Ana"), now: "Wed 10:00", "you: due 0/2 week Mon 00:00 by Sun 23:59:59"
        ),
        CountCase(
            "a condition on the person whose log it is", weekly + "\nwhere:\n  mood: high",
            log: "started: Mon\nme:\n  mood: low\nactivities:\n  - Mon 08:00: call.made with Ana\n", now: "Wed 10:00",
            "you: does not apply"),
        CountCase(
            "one that nobody answered", weekly + "\nwhere:\n  mood: high", log: log("- Mon 08:00: call.made with Ana"),
            now: "Wed 10:00",
            "you: cannot tell without mood"),
    ])
    func conditions(_ row: CountCase) throws { try row.check() }

    // MARK: At least, in a span that moves along

    @Test(arguments: [
        CountCase(
            "kept", rolling, log: "- day 1 10:00: note.sent with Ana", now: "day 31 10:00",
            "Ana: ok 1/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00"),
        CountCase(
            "lapsed", rolling, log: "- day 1 10:00: note.sent with Ana", now: "day 32 00:00",
            "Ana: overdue 0/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00"),
        CountCase(
            "the latest counts", rolling, log: "- day 1 10:00: note.sent with Ana\n- day 20 10:00: call.made with Ana",
            now: "day 32 00:00",
            "Ana: ok 1/1 rolling day 20 10:00 by day 50 23:59:59 found day 20 10:00"),
        CountCase(
            "a first span that has not passed does not apply", rolling, log: "- day 1 10:00: gift.given with Ana",
            now: "day 31 10:00",
            "Ana: does not apply 0/1 rolling Mon 10:00 by day 31 23:59:59"),
        CountCase(
            "when it has, it does", rolling, log: "- day 1 10:00: gift.given with Ana", now: "day 32 10:00",
            "Ana: overdue 0/1 rolling Mon 10:00 by day 31 23:59:59"),
        CountCase(
            "nobody is asked for ever", rolling, log: "- day 1 10:00: note.sent with Ana", now: "day 152 00:00",
            "Ana: overdue (givenUp) 0/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00"),
        CountCase(
            "a day before that", rolling, log: "- day 1 10:00: note.sent with Ana", now: "day 151 23:00",
            "Ana: overdue 0/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00"),
        CountCase(
            "each person has a count", rolling,
            log: "- day 1 10:00: note.sent with Ana\n- day 20 10:00: note.sent with Ben", now: "day 40 10:00",
            "Ana: overdue 0/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00",
            "Ben: ok 1/1 rolling day 20 10:00 by day 50 23:59:59 found day 20 10:00"),
        CountCase(
            "somebody of whom nothing is logged has none", rolling, log: "people:\n  - name: Ana\nactivities: []",
            now: "day 40 10:00"),
        CountCase(
            "somebody archived is left in peace", rolling,
            log: "people:\n  - name: Ana\n    archived: day 10\nactivities:\n  - day 1 10:00: note.sent with Ana",
            now: "day 40 10:00",
            "Ana: overdue (archived) 0/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00"),
        CountCase(
            "two in ten days, the older of which falls out", "keep: note.sent\nat_least: 2\nper: 10 days",
            log: log("- day 1 10:00: note.sent with Ana\n- day 5 10:00: note.sent with Ana"), now: "day 12 10:00",
            "you: overdue 1/2 rolling Fri 10:00 by day 11 23:59:59 found Fri 10:00"),
        CountCase(
            "an exact span ends to the minute", "keep: note.sent\nat_least: 1\nper: 48 hours",
            log: log("- Mon 10:00: note.sent with Ana"),
            now: "Wed 10:00", "you: ok 1/1 rolling Mon 10:00 by Wed 10:00 found Mon 10:00"),
        CountCase(
            "and no later", "keep: note.sent\nat_least: 1\nper: 48 hours", log: log("- Mon 10:00: note.sent with Ana"),
            now: "Wed 10:01",
            "you: overdue 0/1 rolling Mon 10:00 by Wed 10:00 found Mon 10:00"),
    ])
    func finePrint13_goalsInASpanThatMovesAlong(_ row: CountCase) throws { try row.check() }

    // MARK: A pause

    private static let rest = "- Wed 10:00: rest.begun\n  until: day 10"

    @Test(arguments: [
        CountCase(
            "a week with a break in it does not apply", weekly, log: log(rest), now: "Sun 10:00",
            "you: does not apply 0/2 week Mon 00:00"),
        CountCase(
            "nor does the one it ends in", weekly, log: log(rest), now: "day 12 10:00",
            "you: does not apply 0/2 week day 8 00:00"),
        CountCase(
            "the one after it does", weekly, log: log(rest), now: "day 15 10:00",
            "you: due 0/2 week day 15 00:00 by day 21 23:59:59"),
        CountCase(
            "what is kept up all the same counts", weekly,
            log: log(rest + "\n- Wed 11:00: note.sent with Ana and Ben"), now: "Sun 10:00",
            "you: ok 2/2 week Mon 00:00 found Wed 11:00"),
        CountCase(
            "a break that ends as the week begins leaves it whole", weekly,
            log: log("- Wed 10:00: rest.begun\n  until: day 8 00:00"), now: "day 9 10:00",
            "you: due 0/2 week day 8 00:00 by day 14 23:59:59"),
        CountCase(
            "one who comes back early is back", weekly,
            log: log("- Wed 10:00: rest.begun\n- Sun 10:00: rest.ended"), now: "day 9 10:00",
            "you: due 0/2 week day 8 00:00 by day 14 23:59:59"),
        CountCase(
            "a break without an end goes on", weekly, log: log("- Wed 10:00: rest.begun"), now: "day 99 10:00",
            "you: does not apply 0/2 week day 99 00:00"),
        CountCase(
            "a limit stays", limit,
            log: log("- Mon 08:00: note.sent with Ana and Ben and Eve\n" + rest), now: "Sun 10:00",
            "you: broken 3/2 week Mon 00:00 found Mon 08:00"),
        CountCase(
            "the clock of a rolling span stands still", rolling,
            log: "- day 1 10:00: note.sent with Ana\n- day 10 00:00: rest.begun\n  until: day 15 00:00",
            now: "day 36 10:00",
            "Ana: ok 1/1 rolling Mon 10:00 by day 36 23:59:59 found Mon 10:00"),
        CountCase(
            "and runs on after it", rolling,
            log: "- day 1 10:00: note.sent with Ana\n- day 10 00:00: rest.begun\n  until: day 15 00:00",
            now: "day 37 10:00",
            "Ana: overdue 0/1 rolling Mon 10:00 by day 36 23:59:59 found Mon 10:00"),
        CountCase(
            "a break after it has lapsed changes nothing", rolling,
            log: "- day 1 10:00: note.sent with Ana\n- day 33 00:00: rest.begun\n  until: day 40", now: "day 41 10:00",
            "Ana: overdue 0/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00"),
    ])
    func finePrint13_aPauseStopsTheClock(_ row: CountCase) throws { try row.check() }

    // MARK: At most

    @Test(arguments: [
        CountCase(
            "within", limit, log: log("- Mon 08:00: note.sent with Ana"), now: "Wed 10:00", "you: ok 1/2 week Mon 00:00"
        ),
        CountCase(
            "reached: no more before the next week", limit,
            log: log("- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ben"),
            now: "Wed 10:00", "you: ok 2/2 week Mon 00:00 not before day 8 00:00"),
        CountCase(
            "crossed", limit,
            log: log(
                "- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ben\n- Wed 08:00: note.sent with Ana"),
            now: "Wed 10:00", "you: broken 3/2 week Mon 00:00 found Wed 08:00"),
        CountCase(
            "crossed further is said once", limit,
            log: log(
                "- Mon 08:00: note.sent with Ana and Ben and Eve\n- Wed 08:00: note.sent with Ana\n- Thu 08:00: note.sent with Ana"
            ), now: "Fri 10:00",
            "you: broken 3/2 week Mon 00:00 found Mon 08:00"),
        CountCase(
            "a new week", limit,
            log: log("- Mon 08:00: note.sent with Ana and Ben and Eve\n- day 8 08:00: note.sent with Ana"),
            now: "day 9 10:00",
            "you: broken 3/2 week Mon 00:00 found Mon 08:00", "you: ok 1/2 week day 8 00:00"),
        CountCase(
            "a first week that is not whole counts", limit,
            log: log("- Wed 08:00: note.sent with Ana and Ben and Eve", started: "Wed"), now: "Wed 10:00",
            "you: broken 3/2 week Mon 00:00 found Wed 08:00"),
        CountCase(
            "before the person began it is history", limit,
            log: log("- Mon 08:00: note.sent with Ana and Ben and Eve", started: "day 8"), now: "day 9 10:00",
            "you: broken (history) 3/2 week Mon 00:00 found Mon 08:00", "you: ok 0/2 week day 8 00:00"),
        CountCase(
            "since the last one", since,
            log: "- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ana\n- Wed 08:00: note.sent with Ana",
            now: "Wed 10:00", "Ana: broken 3/2 found Wed 08:00"),
        CountCase(
            "a restart between", since,
            log:
                "- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ana\n- Tue 09:00: call.made with Ana\n- Wed 08:00: note.sent with Ana",
            now: "Wed 10:00",
            "Ana: ok 1/2 since Tue 09:00"),
        CountCase(
            "a restart with somebody else", since,
            log:
                "- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ana\n- Tue 09:00: call.made with Ben\n- Wed 08:00: note.sent with Ana",
            now: "Wed 10:00",
            "Ana: broken 3/2 found Wed 08:00"),
        CountCase(
            "a restart at the same moment comes first", since,
            log:
                "- Mon 08:00: note.sent with Ana and Ana\n- Tue 08:00: note.sent with Ana\n- Tue 08:00: call.made with Ana\n"
                .replacing(" and Ana", with: "")
                + "- Mon 09:00: note.sent with Ana", now: "Wed 10:00", "Ana: ok 1/2 since Tue 08:00"),
        CountCase(
            "reached since the last one: nobody knows until when", since,
            log: "- Mon 08:00: note.sent with Ana\n- Tue 08:00: note.sent with Ana",
            now: "Wed 10:00", "Ana: ok 2/2 not before ever"),
        CountCase(
            "in any two days", "keep: note.sent\nat_most: 1\nper: 48 hours",
            log: log("- Mon 08:00: note.sent with Ana\n- Wed 07:59: note.sent with Ben"),
            now: "Wed 10:00", "you: broken 2/1 rolling Wed 07:59 found Wed 07:59",
            "you: ok 1/1 rolling Wed 07:59 not before Fri 07:59"),
        CountCase(
            "at the end of two days it is free", "keep: note.sent\nat_most: 1\nper: 48 hours",
            log: log("- Mon 08:00: note.sent with Ana\n- Wed 08:00: note.sent with Ben"), now: "Wed 10:00",
            "you: ok 1/1 rolling Wed 08:00 not before Fri 08:00"),
        CountCase(
            "calendar days end with the day", "keep: note.sent\nat_most: 1\nper: 2 days",
            log: log("- Mon 08:00: note.sent with Ana\n- Wed 23:00: note.sent with Ben"), now: "Thu 10:00",
            "you: broken 2/1 rolling Wed 23:00 found Wed 23:00", "you: ok 1/1 rolling Wed 23:00 not before Sat 00:00"),
        CountCase(
            "what might count", limit + "\nkeep_where:\n  by: post",
            log: log("- Mon 08:00: note.sent with Ana and Ben\n  by: post\n- Tue 08:00: note.sent with Ana"),
            now: "Wed 10:00",
            "you: cannot tell 2/2 week Mon 00:00 without by found Tue 08:00"),
        CountCase(
            "between", "keep: note.sent\nat_least: 1\nat_most: 2\nper: week",
            log: log("- Mon 08:00: note.sent with Ana and Ben and Eve"), now: "Wed 10:00",
            "you: broken 3/2 week Mon 00:00 found Mon 08:00",
            "you: ok 3/1 week Mon 00:00 found Mon 08:00 not before day 8 00:00"),
    ])
    func finePrint13_limits(_ row: CountCase) throws { try row.check() }

    @Test(arguments: [
        CountCase(
            "a record of another kind, named by the activity",
            "keep: note.sent\nat_least: 1\nper: week\nfor_each: club",
            log:
                "started: Mon\nclubs:\n  - name: Chess\n  - name: Choir\nactivities:\n  - Mon 08:00: note.sent with Ana\n    club: Chess\n  - Mon 09:00: call.made with Ben\n    club: Choir\n",
            now: "Wed 10:00", "Chess: ok 1/1 week Mon 00:00 found Mon 08:00",
            "Choir: due 0/1 week Mon 00:00 by Sun 23:59:59"),
        CountCase(
            "a condition on the record", rolling + "\nwhere:\n  age: old",
            log:
                "people:\n  - name: Ana\n    age: old\n  - name: Ben\n    age: young\nactivities:\n  - Mon 10:00: note.sent with Ana and Ben",
            now: "day 40 10:00",
            "Ana: overdue 0/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00", "Ben: does not apply"),
    ])
    func finePrint13_forEachRecord(_ row: CountCase) throws { try row.check() }

    // MARK: unless and only_if

    @Test(arguments: [
        CountCase(
            "unless something happened within the stretch",
            weekly + "\nunless:\n  happened: hedge.cut\n  since: occasion",
            log: log("- Tue 08:00: hedge.cut"), now: "Wed 10:00",
            "you: does not apply 0/2 week Mon 00:00 found Tue 08:00"),
        CountCase(
            "what happened before the stretch", weekly + "\nunless:\n  happened: hedge.cut\n  since: occasion",
            log: log("- Tue 08:00: hedge.cut"), now: "day 9 10:00", "you: due 0/2 week day 8 00:00 by day 14 23:59:59"),
        CountCase(
            "unless something is open", weekly + "\nunless:\n  open: holiday", log: log("- Tue 08:00: holiday.begun"),
            now: "Wed 10:00",
            "you: does not apply 0/2 week Mon 00:00 found Tue 08:00"),
        CountCase(
            "when it has lapsed", weekly + "\nunless:\n  open: holiday", log: log("- Tue 08:00: holiday.begun"),
            now: "day 10 10:00",
            "you: due 0/2 week day 8 00:00 by day 14 23:59:59"),
        CountCase(
            "only if something happened", weekly + "\nonly_if:\n  happened: hedge.cut",
            log: log("- Tue 08:00: call.made with Ana"), now: "Wed 10:00",
            "you: does not apply 0/2 week Mon 00:00"),
        CountCase(
            "with the same person", rolling + "\nonly_if:\n  happened: tool.lent\n  to: same person",
            log: "- Mon 10:00: note.sent with Ana and Ben\n- Tue 10:00: tool.lent with Ben", now: "day 40 10:00",
            "Ana: does not apply 0/1 rolling Mon 10:00",
            "Ben: overdue 0/1 rolling Mon 10:00 by day 31 23:59:59 found Mon 10:00"),
    ])
    func gates(_ row: CountCase) throws { try row.check() }

    // MARK: Plans

    @Test func aPlanThatGoesOverTheLimitIsAFinding() throws {
        let street = try Street(
            "keep: visit.held\nat_most: 1\nper: week\nsay:\n  overdue: That is one visit too many.",
            log: "started: Mon\nactivities:\n  - Mon 10:00: visit.held with Ana\n")
        let outcome = try street.lint("plan: visit\nwith: Ben\nstarts: Wed 10:00\n", at: "Mon 12:00")
        #expect(outcome.findings.map(\.message) == ["That is one visit too many"])
    }

    // MARK: Words

    @Test(arguments: [
        SentenceCase(weekly, "Send a note at least 2 times a week."),
        SentenceCase(limit, "Send a note at most 2 times a week."),
        SentenceCase(rolling, "Get in touch at least once in any 30 days, for each person."),
        SentenceCase(since, "Send a note at most 2 times since the last call, for each person."),
        SentenceCase(
            "keep: note.sent\nat_least: 2\nat_most: 5\nper: month",
            "Send a note at least 2 and at most 5 times a month."),
        SentenceCase(
            "keep: note.sent\nat_least: 2\ndifferent: person\nper: week",
            "Send a note at least 2 times a week, each time with somebody else."),
        SentenceCase(
            weekly + "\nunless:\n  open: holiday", "Send a note at least 2 times a week, unless you are on holiday."),
        SentenceCase(
            weekly + "\nonly_if:\n  happened: hedge.cut",
            "Send a note at least 2 times a week, only if you cut the hedge."),
    ])
    func sentence(_ row: SentenceCase) throws { try row.check() }

    @Test(arguments: [
        WhyCase(
            "due", weekly, log: log("- Mon 08:00: note.sent with Ana"), now: "Wed 10:00",
            "the week from Mon 5 Jan 2026", "counted: 1 in the week from Mon 5 Jan 2026, at least 2",
            "deadline: the end of Sun 11 Jan 2026"),
        WhyCase(
            "the week before is told", weekly, log: log("- Mon 08:00: note.sent with Ana"), now: "day 8 10:00",
            "the week from Mon 12 Jan 2026", "counted: 0 in the week from Mon 12 Jan 2026, at least 2",
            "deadline: the end of Sun 18 Jan 2026",
            "the week before: 1"),
        WhyCase(
            "a first week", weekly, log: "- Tue 10:00: call.made with Ana", now: "Wed 10:00",
            "the week from Mon 5 Jan 2026", "counted: 0 in the week from Mon 5 Jan 2026, at least 2",
            "the first stretch is not a whole one, so nothing is asked in it"),
        WhyCase(
            "lapsed", rolling, log: "- day 1 10:00: note.sent with Ana", now: "day 32 00:00",
            "Ana, since Mon 5 Jan 2026 10:00", "counted: 0 since Mon 5 Jan 2026 10:00, at least 1",
            "deadline: the end of Wed 4 Feb 2026",
            "found: note with Ana, Mon 5 Jan 2026 10:00"),
        WhyCase(
            "crossed", limit, log: log("- Mon 08:00: note.sent with Ana and Ben and Eve"), now: "Wed 10:00",
            "note with Eve, Mon 5 Jan 2026 08:00", "counted: 3 in the week from Mon 5 Jan 2026, at most 2",
            "found: note with Eve, Mon 5 Jan 2026 08:00"),
        WhyCase(
            "reached", limit, log: log("- Mon 08:00: note.sent with Ana and Ben"), now: "Wed 10:00",
            "the week from Mon 5 Jan 2026", "counted: 2 in the week from Mon 5 Jan 2026, at most 2",
            "no more before Mon 12 Jan 2026 00:00"),
    ])
    func why(_ row: WhyCase) throws { try row.check() }

    @Test func saysHowManyAreMissing() throws {
        let evaluated = try Street(
            Self.weekly + "\nsay:\n  due: <count> of <total> notes this week.",
            log: Self.log("- Mon 08:00: note.sent with Ana")
        )
        .evaluated(at: "Wed 10:00")
        #expect(evaluated.verdicts.map { evaluated.headline(of: $0) } == ["1 of 2 notes this week."])
    }

    // MARK: Reading

    @Test(arguments: [
        MistakeCase(
            "no limit", "keep: note.sent\nper: week",
            "missing-key 'id': this rule checks something, but not what it should be"),
        MistakeCase(
            "a limit that is no number", "keep: note.sent\nat_least: many\nper: week",
            "not-a-number 'many': 'at_least' must be a whole number, but this is text"),
        MistakeCase(
            "nothing at least", "keep: note.sent\nat_least: 0\nper: week",
            "number-out-of-range '0': 'at_least' is out of range"),
        MistakeCase(
            "limits the wrong way round", "keep: note.sent\nat_least: 3\nat_most: 2\nper: week",
            "empty-range 'at_most': no number can be inside these limits"),
        MistakeCase(
            "no such stretch", "keep: note.sent\nat_least: 3\nper: fortnight",
            "unreadable-value 'fortnight': 'fortnight' is not a stretch of time to count in"),
        MistakeCase(
            "no such kind", "keep: note.snt\nat_least: 3\nper: week",
            "unknown-word 'note.snt': 'note.snt' is not a kind of activity"),
        MistakeCase(
            "no such record", "keep: note.sent\nat_least: 3\nper: week\nfor_each: clubb",
            "unknown-word 'clubb': 'clubb' is not something to count for each of"),
        MistakeCase(
            "told apart by what", "keep: note.sent\nat_least: 3\ndifferent: street",
            "unknown-word 'street': 'street' is not something to tell apart by"),
        MistakeCase(
            "a slip in a key", "keep: note.sent\nat_leest: 3\nper: week",
            "missing-key 'id': this rule checks something, but not what it should be",
            "unknown-key 'at_leest': a rule has no key 'at_leest'"),
        MistakeCase(
            "nothing of that name can be open", weekly + "\nunless:\n  open: lone",
            "unknown-word 'lone': 'lone' is not something that can be open"),
        MistakeCase(
            "a field the record does not have", weekly + "\nwhere:\n  age: old",
            "unknown-word 'age': 'age' is not a field that can be asked for here"),
    ])
    func mistake(_ row: MistakeCase) { row.check() }

    @Test func verdictsItCanGive() throws {
        #expect(try RuleTrial(Self.weekly).rule().possibleVerdicts == [.ok, .doesNotApply, .due])
        #expect(try RuleTrial(Self.rolling).rule().possibleVerdicts == [.ok, .doesNotApply, .overdue])
        #expect(try RuleTrial(Self.limit).rule().possibleVerdicts == [.ok, .broken])
    }
}
