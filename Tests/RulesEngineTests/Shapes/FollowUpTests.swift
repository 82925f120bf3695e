import Testing

@testable import RulesEngine

/// After X, do Y within D: every verdict, why it is what it is, and what came nearest.
struct FollowUpTests {
    private static let visit = "- Mon 10:00: visit.held with Ana"

    @Test(arguments: [
        StreetCase("no occasion", StreetRules.note, log: "- Mon 10:00: hedge.cut", now: "Mon 20:00"),
        StreetCase("due", StreetRules.note, log: visit, now: "Mon 20:00", "Ana due by Tue 10:00"),
        StreetCase("overdue", StreetRules.note, log: visit, now: "Wed", "Ana overdue by Tue 10:00"),
        StreetCase(
            "ok", StreetRules.note, log: visit + "\n- Mon 11:00: note.sent with Ana", now: "Mon 20:00",
            "Ana ok by Tue 10:00 found Mon 11:00"),
        StreetCase(
            "late", StreetRules.note, log: visit + "\n- Wed 11:00: note.sent with Ana", now: "Thu",
            "Ana late by Tue 10:00 found Wed 11:00"),
        StreetCase(
            "without a deadline it is never late", "after: visit.held\nexpect: note.sent\nto: same person",
            log: visit + "\n- day 20 11:00: note.sent with Ana", now: "day 21", "Ana ok found day 20 11:00"),
    ])
    func verdict(row: StreetCase) throws { try row.check() }

    // MARK: During

    private static let during = """
        after: visit.held
        where:
          length:
            more_than: 30 minutes
        expect: gift.given
        to: same person
        during: same visit
        """
    private static let long = "- Mon 10:00: visit.held with Ana\n  length: 1 hour"

    @Test(arguments: [
        StreetCase(
            "between its start and its end", during, log: long + "\n- Mon 10:40: gift.given with Ana", now: "Tue",
            "Ana ok by Mon 11:00 found Mon 10:40"),
        StreetCase(
            "at its very end", during, log: long + "\n- Mon 11:00: gift.given with Ana", now: "Tue",
            "Ana ok by Mon 11:00 found Mon 11:00"),
        StreetCase(
            "a minute later it is too late, and cannot be mended", during,
            log: long + "\n- Mon 11:01: gift.given with Ana", now: "Tue", "Ana broken by Mon 11:00"),
        StreetCase(
            "linked to it, whenever it was logged", during,
            log:
                "- Mon 10:00: visit.held with Ana\n  id: v\n  length: 1 hour\n- Tue 10:00: gift.given with Ana\n  visit: v",
            now: "Wed", "Ana ok by Mon 11:00 found Tue 10:00"),
        StreetCase(
            "with somebody else", during, log: long + "\n- Mon 10:40: gift.given with Bob", now: "Tue",
            "Ana broken by Mon 11:00"),
        StreetCase(
            "what the account lists", during.replacing("gift.given", with: "story.told"),
            log: long + "\n  program:\n    - story.told", now: "Tue", "Ana ok by Mon 11:00 found Mon 10:00"),
        StreetCase(
            "a short visit", during, log: long.replacing("1 hour", with: "20 minutes"), now: "Tue",
            "Ana does not apply"),
        StreetCase(
            "excused", during + "\nunless:\n  happened: call.made\n  before: occasion",
            log: "- Mon 09:00: call.made with Ana\n" + long, now: "Tue", "Ana does not apply found Mon 09:00"),
        StreetCase(
            "perhaps", during.replacing("gift.given", with: "gift.given\nexpect_where:\n  words: flowers"),
            log: long + "\n- Mon 10:40: gift.given with Ana", now: "Tue",
            "Ana cannot tell without words by Mon 11:00 found Mon 10:40"),
    ])
    func finePrint01_duringAnOccasion(row: StreetCase) throws { try row.check() }

    @Test func whatIsMissingDuringAPlanIsAFinding() throws {
        let rule = "after: visit.held\nexpect: greeting.said\nduring: same visit"
        let plan = "plan: visit\nwith: Ana\nstarts: Fri 10:00\nlength: 1 hour\nprogram:\n  - "
        let street = try Street(rule, log: "- Mon 08:00: hedge.cut")
        let missing = try street.lint(plan + "tell: the old story\n", at: "Mon 12:00")
        #expect(missing.findings.map(\.range?.text) == ["program"])
        let there = try street.lint(plan + "good morning\n", at: "Mon 12:00")
        #expect(there.findings.isEmpty && there.followed.count == 1)
    }

    /// Whether the start is known tells a plan from what was done, so it reads so; of a plan it says what it says.
    @Test(arguments: [
        SentenceCase(
            "after: visit.held\nwhere:\n  starts:\n    is_set: no\nexpect: gift.given\nto: same person\nwithin: 1 day",
            "After you visit someone (where it is more than a plan), give the same person a gift within 1 day."),
        SentenceCase(
            "after: visit.planned\nwhere:\n  starts:\n    is_set: no\nexpect: gift.given\nto: same person\nwithin: 1 day",
            "After you plan a visit (where the start is not known), give the same person a gift within "
                + "1 day."),
        SentenceCase(
            "after: visit.held\nwhere:\n  person:\n    is_set: yes\nexpect: gift.given\nto: same person\nwithin: 1 day",
            "After you visit someone (where somebody is named), give the same person a gift within 1 day."),
    ])
    func whatIsSetReadsAsWhatItMeans(row: SentenceCase) throws { try row.check() }

    @Test func duringSaysHowItReadsAndWhatCameNearest() throws {
        #expect(
            try RuleTrial(Self.during).sentence()
                == "After you visit someone (where the length is more than 30 minutes), give the same person a gift "
                + "during the same visit.")
        try WhyCase(
            "after it", Self.during, log: Self.long + "\n- Mon 12:00: gift.given with Ana", now: "Tue",
            "visit with Ana, Mon 5 Jan 2026 10:00", "found: no gift with Ana during it",
            "nearest miss: gift with Ana, Mon 5 Jan 2026 12:00; that was after it"
        ).check()
    }

    @Test(arguments: [
        MistakeCase(
            "no visit", "after: note.sent\nexpect: gift.given\nduring: same visit",
            "unknown-word 'same visit': 'same visit' is not what goes on under 'after'"),
        MistakeCase(
            "a deadline of its own", "after: visit.held\nexpect: gift.given\nduring: same visit\nwithin: 2 days",
            "two-shapes 'within': 'during' and 'within' cannot stand in one rule"),
    ])
    func mistakesWithDuring(row: MistakeCase) { row.check() }

    /// A log, and what is said of its only verdict.
    struct Why: CustomTestStringConvertible, Sendable {
        let name: String
        var rule = StreetRules.note
        let log: String
        var now = "Wed 20:00"
        let lines: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Why(
            name: "nothing was done", log: visit,
            lines: [
                "deadline: Tue 6 Jan 2026 10:00 (24 hours after Mon 5 Jan 2026 10:00)",
                "found: no note with Ana since then",
            ]),
        Why(
            name: "with somebody else", log: visit + "\n- Mon 11:00: note.sent with Bob",
            lines: [
                "deadline: Tue 6 Jan 2026 10:00 (24 hours after Mon 5 Jan 2026 10:00)",
                "found: no note with Ana since then",
                "nearest miss: note with Bob, Mon 5 Jan 2026 11:00; that is somebody else",
            ]),
        Why(
            name: "before it", log: "- Mon 09:00: note.sent with Ana\n" + visit,
            lines: [
                "deadline: Tue 6 Jan 2026 10:00 (24 hours after Mon 5 Jan 2026 10:00)",
                "found: no note with Ana since then",
                "nearest miss: note with Ana, Mon 5 Jan 2026 09:00; that came before it",
            ]),
        Why(
            name: "too early", rule: StreetRules.note + "\nnot_before: 2 hours",
            log: visit + "\n- Mon 11:00: note.sent with Ana",
            lines: [
                "deadline: Tue 6 Jan 2026 10:00 (24 hours after Mon 5 Jan 2026 10:00)",
                "not before: Mon 5 Jan 2026 12:00",
                "found: no note with Ana since then",
                "nearest miss: note with Ana, Mon 5 Jan 2026 11:00; that was too early",
            ]),
        Why(
            name: "late", log: visit + "\n- Tue 13:00: note.sent with Ana",
            lines: [
                "deadline: Tue 6 Jan 2026 10:00 (24 hours after Mon 5 Jan 2026 10:00)",
                "found: note with Ana, Tue 6 Jan 2026 13:00", "that is 3 hours after the deadline",
            ]),
        Why(
            name: "perhaps", rule: StreetRules.note + "\nexpect_where:\n  by: post",
            log: visit + "\n- Mon 13:00: note.sent with Ana",
            lines: [
                "deadline: Tue 6 Jan 2026 10:00 (24 hours after Mon 5 Jan 2026 10:00)",
                "perhaps: note with Ana, Mon 5 Jan 2026 13:00",
                "missing: 'by' of the note with Ana, Mon 5 Jan 2026 13:00",
            ]),
        Why(
            name: "kept out", rule: StreetRules.note + "\nunless:\n  happened: call.made",
            log: visit + "\n- Mon 13:00: call.made with Ana",
            lines: ["kept out by: call with Ana, Mon 5 Jan 2026 13:00"]),
    ])
    func why(row: Why) throws {
        let evaluated = try Street(row.rule, log: row.log).evaluated(at: row.now)
        #expect(evaluated.verdicts.map { evaluated.explanation(of: $0).lines } == [row.lines], "\(row.name)")
    }
}
