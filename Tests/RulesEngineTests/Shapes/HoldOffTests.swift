import TestSupport
import Testing

@testable import RulesEngine

/// After X, don't Y for D.
struct HoldOffTests {
    private static let rule = """
        after: note.sent
        avoid: [note.sent, call.made]
        to: same person
        for: 24 hours
        """

    private static func rule(_ changes: String) -> String {
        "after: note.sent\navoid: call.made\nto: same person\n" + changes
    }

    // MARK: Verdicts

    @Test(arguments: [
        StreetCase("nothing to leave", rule, log: "- Mon 10:00: call.made with Ana", now: "Tue 10:00"),
        StreetCase("the window is open", rule, log: "- Mon 10:00: note.sent with Ana", now: "Mon 11:00", "Ana ok"),
        StreetCase(
            "crossed", rule, log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: call.made with Ana", now: "Tue 12:00",
            "Ana broken found Mon 12:00"),
        StreetCase(
            "a second one crosses the window of the first", rule,
            log: "- Mon 10:00: note.sent with Ana\n- Tue 09:59: note.sent with Ana", now: "Tue 12:00",
            "Ana broken found Tue 09:59", "Ana ok"),
        StreetCase(
            "the first crossing is the one", rule,
            log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: call.made with Ana\n- Mon 13:00: call.made with Ana",
            now: "Tue 12:00", "Ana broken found Mon 12:00"),
        StreetCase(
            "somebody else", rule, log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: call.made with Ben",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "anyone", "after: note.sent\navoid: call.made\nfor: 24 hours",
            log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: call.made with Ben", now: "Tue 12:00",
            "Ana broken found Mon 12:00"),
        StreetCase(
            "two people are two windows", rule,
            log: "- Mon 10:00: note.sent with Ana and Ben\n- Mon 12:00: call.made with Ben", now: "Tue 12:00", "Ana ok",
            "Ben broken found Mon 12:00"),
        StreetCase(
            "what came before does not cross", rule,
            log: "- Mon 09:00: call.made with Ana\n- Mon 10:00: note.sent with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "what is dated later has not happened", rule,
            log: "- Mon 10:00: note.sent with Ana\n- Mon 20:00: call.made with Ana", now: "Mon 12:00", "Ana ok"),
    ])
    func verdict(_ row: StreetCase) throws { try row.check() }

    // MARK: Boundaries

    @Test(arguments: [
        StreetCase(
            "at the moment it opens", rule, log: "- Mon 10:00: note.sent with Ana\n- Mon 10:00: call.made with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "a minute after it opens", rule, log: "- Mon 10:00: note.sent with Ana\n- Mon 10:01: call.made with Ana",
            now: "Tue 12:00", "Ana broken found Mon 10:01"),
        StreetCase(
            "a minute before it closes", rule, log: "- Mon 10:00: note.sent with Ana\n- Tue 09:59: call.made with Ana",
            now: "Tue 12:00", "Ana broken found Tue 09:59"),
        StreetCase(
            "at the moment it closes", rule, log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "calendar days end with the day", rule("for: 1 day"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 23:59: call.made with Ana", now: "Wed 12:00",
            "Ana broken found Tue 23:59"),
        StreetCase(
            "the next day is free", rule("for: 1 day"),
            log: "- Mon 10:00: note.sent with Ana\n- Wed 00:00: call.made with Ana",
            now: "Wed 12:00", "Ana ok"),
        StreetCase(
            "business days skip the weekend", rule("for: 2 business days"),
            log: "- Fri 10:00: note.sent with Ana\n- day 9 23:59: call.made with Ana", now: "day 12",
            "Ana broken found day 9 23:59"),
        StreetCase(
            "the window opens when the visit is over",
            "after: visit.held\navoid: call.made\nto: same person\nfor: 1 hours".replacing("hours", with: "hour"),
            log: "- Mon 10:00: visit.held with Ana\n  length: 30 minutes\n- Mon 10:20: call.made with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "and counts from its end", "after: visit.held\navoid: call.made\nto: same person\nfor: 1 hour",
            log: "- Mon 10:00: visit.held with Ana\n  length: 30 minutes\n- Mon 11:20: call.made with Ana",
            now: "Tue 12:00",
            "Ana broken found Mon 11:20"),
        StreetCase(
            "a day alone is read in the user's favour", rule,
            log: "- Mon 10:00: note.sent with Ana\n- Mon: call.made with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "a day that lies inside is no doubt", rule("for: 3 days"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue: call.made with Ana", now: "Fri 12:00",
            "Ana broken found Tue 00:00"),
        StreetCase(
            "after a doubtful one a sure one", rule("for: 3 days"),
            log: "- Mon 10:00: note.sent with Ana\n- Mon: call.made with Ana\n- Tue 10:00: call.made with Ana",
            now: "Fri 12:00",
            "Ana broken found Tue 10:00"),
    ])
    func finePrint12_windowsInThePersonsFavour(_ row: StreetCase) throws { try row.check() }

    // MARK: Until, about, conditions

    @Test(arguments: [
        StreetCase(
            "until something ends it", rule("for: 7 days\nuntil: tool.asked"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: tool.asked with Ana\n- Wed 10:00: call.made with Ana",
            now: "Fri", "Ana ok"),
        StreetCase(
            "before that it is crossed", rule("for: 7 days\nuntil: tool.asked"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana\n- Wed 10:00: tool.asked with Ana",
            now: "Fri",
            "Ana broken found Tue 10:00"),
        StreetCase(
            "at the same moment it has ended", rule("until: tool.asked"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana\n- Tue 10:00: tool.asked with Ana",
            now: "Fri", "Ana ok"),
        StreetCase(
            "somebody else does not end it", rule("until: tool.asked"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: tool.asked with Ben\n- Wed 10:00: call.made with Ana",
            now: "Fri",
            "Ana broken found Wed 10:00"),
        StreetCase(
            "what came before does not end it", rule("until: tool.asked"),
            log: "- Mon 09:00: tool.asked with Ana\n- Mon 10:00: note.sent with Ana\n- Wed 10:00: call.made with Ana",
            now: "Fri",
            "Ana broken found Wed 10:00"),
        StreetCase(
            "the sooner of the two ends it", rule("for: 1 day\nuntil: tool.asked"),
            log: "- Mon 10:00: note.sent with Ana\n- Wed 00:00: call.made with Ana", now: "Fri", "Ana ok"),
        StreetCase(
            "perhaps it has ended", rule("until:\n  happened: gift.given\n  where:\n    words: peace"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: gift.given with Ana\n- Wed 10:00: call.made with Ana",
            now: "Fri",
            "Ana cannot tell without words found Tue 10:00"),
        StreetCase(
            "without an end it is for ever", rule(""),
            log: "- Mon 10:00: note.sent with Ana\n- day 300 10:00: call.made with Ana", now: "day 300 11:00",
            "Ana broken found day 300 10:00"),
        StreetCase(
            "about the same club", rule("about: same club\nfor: 7 days"),
            log:
                "clubs:\n  - name: Chess\n  - name: Choir\nactivities:\n  - Mon 10:00: note.sent with Ana\n    club: Chess\n  - Tue 10:00: call.made with Ana\n    club: Choir",
            now: "Fri", "Ana ok"),
        StreetCase(
            "a condition on the occasion", rule("for: 7 days\nwhere:\n  by: post"),
            log: "- Mon 10:00: note.sent with Ana\n  by: hand\n- Tue 10:00: call.made with Ana", now: "Fri",
            "Ana does not apply"),
        StreetCase(
            "one nobody answered", rule("for: 7 days\nwhere:\n  by: post"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana", now: "Fri",
            "Ana cannot tell without by"),
        StreetCase(
            "a condition on what is to be left", rule("for: 7 days\navoid_where:\n  words: loud"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana\n  words: soft", now: "Fri", "Ana ok"
        ),
        StreetCase(
            "perhaps crossed", rule("for: 7 days\navoid_where:\n  words: loud"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana", now: "Fri",
            "Ana cannot tell without words found Tue 10:00"),
        StreetCase(
            "someone else on the same street",
            "after: note.sent\navoid: call.made\nto: someone else on the same street\nfor: 7 days",
            log:
                "people:\n  - name: Ana\n    street: Elm\n  - name: Ben\n    street: Elm\n  - name: Eve\n    street: Oak\nactivities:\n  - Mon 10:00: note.sent with Ana\n  - Tue 10:00: call.made with Eve\n  - Wed 10:00: call.made with Ben",
            now: "Fri", "Ana broken found Wed 10:00"),
        StreetCase(
            "an undecided visit is asked about", "after: visit.held\navoid: call.made\nto: same person\nfor: 7 days",
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Tue 10:00\n", now: "Fri",
            "Ana cannot tell without visit"),
        StreetCase(
            "before the person began it is history", rule("for: 7 days"),
            log: "started: day 8\nactivities:\n  - Mon 10:00: note.sent with Ana\n  - Tue 10:00: call.made with Ana",
            now: "day 9",
            "Ana broken (history) found Tue 10:00"),
        StreetCase(
            "unless something came before the act", rule("for: 7 days\nunless:\n  happened: tool.asked"),
            log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: tool.asked with Ana\n- Tue 10:00: call.made with Ana",
            now: "Fri",
            "Ana does not apply found Mon 12:00"),
        StreetCase(
            "what came after the act does not excuse it", rule("for: 7 days\nunless:\n  happened: tool.asked"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana\n- Tue 12:00: tool.asked with Ana",
            now: "Fri",
            "Ana broken found Tue 10:00"),
    ])
    func further(_ row: StreetCase) throws { try row.check() }

    @Test func aPlanThatCrossesItIsAFinding() throws {
        let street = try Street(
            "after: note.sent\navoid: visit.held\nto: same person\nfor: 7 days\nsay:\n  overdue: That is too soon.",
            log: "- Mon 10:00: note.sent with Ana")
        let soon = try street.lint("plan: visit\nwith: Ana\nstarts: Wed 10:00\n", at: "Mon 12:00")
        #expect(soon.findings.map(\.message) == ["That is too soon"])
        let late = try street.lint("plan: visit\nwith: Ana\nstarts: day 9 10:00\n", at: "Mon 12:00")
        #expect(late.findings.isEmpty)
    }

    // MARK: Words and reading

    @Test(arguments: [
        SentenceCase(rule, "After you send a note, do not send the same person a note or call them for 24 hours."),
        SentenceCase(
            rule("for: 7 days\nuntil: tool.asked"),
            "After you send a note, do not call them for 7 days, or until they ask for a tool."),
        SentenceCase(
            rule("until: tool.asked"),
            "After you send a note, do not call them until they ask for a tool."),
        SentenceCase(rule(""), "After you send a note, do not call them ever again."),
        SentenceCase(
            rule("for: 7 days\nunless:\n  open: loan"),
            "After you send a note, do not call them for 7 days, unless a loan is open."),
    ])
    func sentence(_ row: SentenceCase) throws { try row.check() }

    @Test(arguments: [
        WhyCase(
            "open", rule, log: "- Mon 10:00: note.sent with Ana", now: "Mon 12:00",
            "note with Ana, Mon 5 Jan 2026 10:00",
            "to be left until Tue 6 Jan 2026 10:00 (24 hours after Mon 5 Jan 2026 10:00)",
            "not before Tue 6 Jan 2026 10:00"),
        WhyCase(
            "crossed", rule("for: 1 day"), log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana",
            now: "Wed",
            "note with Ana, Mon 5 Jan 2026 10:00", "found: call with Ana, Tue 6 Jan 2026 10:00",
            "to be left until the end of Tue 6 Jan 2026 (1 day after Mon 5 Jan 2026 10:00)"),
        WhyCase(
            "nobody knows until when", rule("until: tool.asked"), log: "- Mon 10:00: note.sent with Ana", now: "Wed",
            "note with Ana, Mon 5 Jan 2026 10:00", "to be left until they ask for a tool", "still to be left"),
        WhyCase(
            "kept out", rule("for: 7 days\nonly_if:\n  happened: tool.asked"), log: "- Mon 10:00: note.sent with Ana",
            now: "Wed",
            "note with Ana, Mon 5 Jan 2026 10:00", "what it needs to apply is not there"),
    ])
    func why(_ row: WhyCase) throws { try row.check() }

    @Test(arguments: [
        MistakeCase(
            "half said", "after: note.sent\nfor: 7 days",
            "no-shape 'after': this rule is only half said: 'after' needs 'expect'"),
        MistakeCase(
            "both at once", "after: note.sent\nexpect: call.made\navoid: call.made",
            "two-shapes 'expect': 'expect' and 'avoid' cannot stand in one rule"),
        MistakeCase(
            "no such kind", "after: note.sent\navoid: call.mad\nfor: 7 days",
            "unknown-word 'call.mad': 'call.mad' is not a kind of activity"),
        MistakeCase(
            "no such span", rule("for: a while"), "unreadable-duration 'while': a span is not counted in 'while'"),
        MistakeCase(
            "no such person", rule("for: 7 days").replacing("same person", with: "samee person"),
            "unknown-word 'samee person': 'samee person' is not a way to name a person"),
        MistakeCase(
            "an occasion comes one at a time",
            "after:\n  happened: note.sent\n  count: 2\navoid: call.made\nfor: 7 days",
            "unknown-key 'count': 'after' has no key 'count'"),
    ])
    func mistake(_ row: MistakeCase) { row.check() }

    @Test func verdictsItCanGive() throws {
        #expect(try RuleTrial(Self.rule).rule().possibleVerdicts == [.doesNotApply, .ok, .broken])
    }
}
