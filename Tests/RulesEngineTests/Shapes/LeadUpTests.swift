import Testing

@testable import RulesEngine

/// Before X, do Y at least D ahead.
struct LeadUpTests {
    private static let plan = "- Mon 10:00: visit.planned with Ana\n  starts: Fri 10:00\n  length: 1 hour"
    private static let dayAhead = StreetRules.call + "\nahead: 24 hours"

    @Test(arguments: [
        StreetCase("due", dayAhead, log: plan, now: "Tue", "Ana due by Thu 10:00"),
        StreetCase("overdue", dayAhead, log: plan, now: "Thu 12:00", "Ana overdue by Thu 10:00"),
        StreetCase(
            "ok", dayAhead, log: plan + "\n- Tue 10:00: call.made with Ana", now: "Wed",
            "Ana ok by Thu 10:00 found Tue 10:00"),
        StreetCase(
            "late", dayAhead, log: plan + "\n- Thu 12:00: call.made with Ana", now: "Fri 09:00",
            "Ana late by Thu 10:00 found Thu 12:00"),
        StreetCase(
            "done before it was arranged", dayAhead, log: "- Mon 08:00: call.made with Ana\n" + plan, now: "Wed",
            "Ana ok by Thu 10:00 found Mon 08:00"),
        StreetCase(
            "the last one counts as the evidence", dayAhead,
            log: "- Mon 08:00: call.made with Ana\n" + plan + "\n- Wed 08:00: call.made with Ana", now: "Wed 12:00",
            "Ana ok by Thu 10:00 found Wed 08:00"),
        StreetCase(
            "too old", StreetRules.call + "\nno_older_than: 2 days", log: "- Mon 08:00: call.made with Ana\n" + plan,
            now: "Wed 12:00",
            "Ana due by Fri 10:00"),
        StreetCase(
            "just not too old", StreetRules.call + "\nno_older_than: 2 days",
            log: plan + "\n- Wed 00:00: call.made with Ana",
            now: "Wed 12:00", "Ana ok by Fri 10:00 found Wed 00:00"),
        StreetCase(
            "with somebody else", dayAhead, log: plan + "\n- Tue 10:00: call.made with Bob", now: "Wed",
            "Ana due by Thu 10:00"),
        StreetCase(
            "only the first visit", dayAhead + "\nwhich: first",
            log: plan + "\n- Mon 11:00: visit.planned with Ana\n  starts: Sat 10:00",
            now: "Tue", "Ana due by Thu 10:00"),
        StreetCase(
            "the first that is not called off", dayAhead + "\nwhich: first",
            log: plan + """

                - Mon 11:00: visit.planned with Ana
                  starts: Sat 10:00
                - Mon 12:00: visit.cancelled with Ana
                """, now: "Tue", "Ana does not apply", "Ana due by Fri 10:00"),
        StreetCase(
            "before what is no episode", "before: gift.given\nexpect: note.sent\nto: same person",
            log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: gift.given with Ana\n- Tue 11:00: gift.given with Bob",
            now: "Wed",
            "Ana ok by Tue 10:00 found Mon 10:00", "Bob broken by Tue 11:00"),
    ])
    func verdict(row: StreetCase) throws { try row.check() }

    private static let fresh = StreetRules.call + "\nno_older_than: 2 days"

    /// What would be too old by then is not asked for yet: the card waits until the window opens.
    @Test(arguments: [("Tue 23:59", 0, 1), ("Wed 00:00", 1, 0)])
    func theCardWaitsUntilWhatIsDoneWouldCount(_ now: String, _ shown: Int, _ later: Int) throws {
        let agenda = try Street(Self.fresh, log: Self.plan).agenda(at: now)
        #expect([agenda.cards.count, agenda.notYet] == [shown, later])
        if let card = agenda.later.first { #expect(card.detail.hasSuffix("Not before Wed 7 Jan 2026 00:00.")) }
    }

    @Test func aCheckOfAPlanSaysItIsStillToDo() throws {
        let street = try Street(Self.fresh, log: "- Mon 08:00: hedge.cut")
        let outcome = try street.lint("plan: visit\nwith: Ana\nstarts: Fri 10:00\nlength: 1 hour\n", at: "Mon 12:00")
        #expect(outcome.findings.isEmpty && outcome.stillToDo == ["Rule a"])
    }

    @Test func aWindowThatClosesBeforeItOpensIsReported() {
        #expect(
            RuleTrial(StreetRules.call + "\nahead: 3 days\nno_older_than: 2 days").mistakes
                == ["empty-range '2 days': it may not be done before its deadline has passed"])
        #expect(RuleTrial(StreetRules.call + "\nahead: 2 days\nno_older_than: 2 days").mistakes.isEmpty)
    }

    @Test func whatWasTooOldIsTheNearestMiss() throws {
        let street = try Street(
            StreetRules.call + "\nno_older_than: 2 days", log: "- Mon 08:00: call.made with Ana\n" + Self.plan)
        let evaluated = try street.evaluated(at: "Tue")
        #expect(
            evaluated.verdicts.map { evaluated.explanation(of: $0).lines } == [
                [
                    "deadline: Fri 9 Jan 2026 10:00 (when it starts)",
                    "not before: Wed 7 Jan 2026 00:00 (2 days before it)", "found: no call before it",
                    "nearest miss: call with Ana, Mon 5 Jan 2026 08:00; that is more than 2 days before it",
                ]
            ])
    }
}
