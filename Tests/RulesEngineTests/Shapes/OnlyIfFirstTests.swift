import Testing

@testable import RulesEngine

/// Never X, unless Y came first.
struct OnlyIfFirstTests {
    private static let lent = "- Wed 10:00: tool.lent with Ana"

    @Test(arguments: [
        StreetCase("nothing was lent", StreetRules.loan, log: "- Mon 10:00: tool.asked with Ana", now: "Thu"),
        StreetCase(
            "asked first", StreetRules.loan, log: "- Mon 10:00: tool.asked with Ana\n" + lent, now: "Thu",
            "Ana ok found Mon 10:00"),
        StreetCase(
            "asked after", StreetRules.loan, log: lent + "\n- Wed 11:00: tool.asked with Ana", now: "Thu", "Ana broken"),
        StreetCase(
            "asked by somebody else", StreetRules.loan, log: "- Mon 10:00: tool.asked with Bob\n" + lent, now: "Thu",
            "Ana broken"),
        StreetCase(
            "asked by anyone", StreetRules.loan.replacing("same person", with: "anyone"),
            log: "- Mon 10:00: tool.asked with Bob\n" + lent, now: "Thu", "Ana ok found Mon 10:00"),
        StreetCase(
            "too long ago", StreetRules.loan + "\nno_older_than: 24 hours",
            log: "- Tue 09:59: tool.asked with Ana\n" + lent, now: "Thu",
            "Ana broken"),
        StreetCase(
            "just not too long ago", StreetRules.loan + "\nno_older_than: 24 hours",
            log: "- Tue 10:00: tool.asked with Ana\n" + lent,
            now: "Thu", "Ana ok found Tue 10:00"),
        StreetCase(
            "about the same visit", StreetRules.loan + "\nabout: same visit",
            log: """
                - Mon 10:00: visit.held with Ana
                  id: v1
                - Mon 10:10: tool.asked with Ana
                  visit: v1
                - Tue 10:00: visit.held with Ana
                  id: v2
                - Tue 10:10: tool.lent with Ana
                  visit: v2
                """, now: "Wed", "Ana broken"),
        StreetCase(
            "its conditions", StreetRules.loan + "\nwhere:\n  words: ladder", log: lent + "\n  words: saw", now: "Thu",
            "Ana does not apply"),
        StreetCase(
            "by an introducer there is not", StreetRules.loan.replacing("same person", with: "the introducer"),
            log: "people:\n  - name: Ana\n    introduced_by: none\nactivities:\n" + lent, now: "Thu", "Ana broken"),
    ])
    func verdict(row: StreetCase) throws { try row.check() }

    /// Where it takes two, the word of one alone explains nothing.
    @Test func eachOfSeveralThatCameFirstIsNamed() throws {
        let rule = """
            never: tool.lent
            unless_first:
              happened: visit.held
              count: 2
              different: person
            by: anyone
            """
        let log =
            "- Mon 08:00: visit.held with Cleo\n- Mon 10:00: visit.held with Ana\n- Tue 10:00: visit.held with Bob\n"
            + "- Tue 11:00: visit.held with Ana\n" + Self.lent
        let evaluated = try Street(rule, log: log).evaluated(at: "Thu")
        let lines = evaluated.verdicts.flatMap { evaluated.explanation(of: $0).lines }
        #expect(
            lines == [
                "first came: visit with Ana, Mon 5 Jan 2026 10:00", "first came: visit with Bob, Tue 6 Jan 2026 10:00",
            ])
    }

    @Test(arguments: [
        ("- Wed 11:00: tool.asked with Ana", "tool with Ana, Wed 7 Jan 2026 11:00; that was too late"),
        ("- Mon 10:00: tool.asked with Ana", "tool with Ana, Mon 5 Jan 2026 10:00; that was too long ago"),
        ("- Wed 09:00: tool.asked with Bob", "tool with Bob, Wed 7 Jan 2026 09:00; that was somebody else"),
    ])
    func theNearestMissIsNamed(log: String, miss: String) throws {
        let evaluated = try Street(StreetRules.loan + "\nno_older_than: 24 hours", log: Self.lent + "\n" + log)
            .evaluated(at: "Thu")
        let lines = evaluated.verdicts.flatMap { evaluated.explanation(of: $0).lines }
        #expect(lines == ["found: no request for a tool before it", "nearest miss: request for a " + miss])
    }
}
