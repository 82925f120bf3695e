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
