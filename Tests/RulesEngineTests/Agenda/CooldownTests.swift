import Testing

@testable import RulesEngine

/// A card that was shown and left is not repeated within its cooldown (rules.md §3).
struct CooldownTests {
    private static let rule = """
        after: visit.held
        expect: note.sent
        to: same person
        within: 14 days
        cooldown: 3 days
        """
    private static let visit = "- Mon 10:00: visit.held with Ana"

    /// When a card was shown, what the clock says, and whether it is shown again.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        var rule = CooldownTests.rule
        var log = CooldownTests.visit
        let shown: [String]
        let now: String
        let count: Int
        var testDescription: String { name }
    }

    @Test(arguments: [
        Row(name: "never shown", shown: [], now: "Mon 12:00", count: 1),
        Row(name: "again on the same day", shown: ["Mon 12:00"], now: "Mon 23:59", count: 1),
        Row(name: "from the day after on it rests", shown: ["Mon 12:00"], now: "Tue 00:00", count: 0),
        Row(name: "until the last day is over", shown: ["Mon 12:00"], now: "Thu 23:59", count: 0),
        Row(name: "then it is back", shown: ["Mon 12:00"], now: "Fri 00:00", count: 1),
        Row(name: "and rests anew", shown: ["Mon 12:00", "Fri 09:00"], now: "Sat 09:00", count: 0),
        Row(name: "not shown yet", shown: ["Thu 09:00"], now: "Tue 09:00", count: 1),
        Row(
            name: "a rule without a cooldown", rule: rule.replacing("\ncooldown: 3 days", with: ""),
            shown: ["Mon 12:00"], now: "Tue 12:00", count: 1),
        Row(
            name: "what has become overdue is shown at once", rule: rule.replacing("14 days", with: "24 hours"),
            shown: ["Mon 12:00"], now: "Tue 10:01", count: 1),
        Row(
            name: "what was overdue already rests", rule: rule.replacing("14 days", with: "1 hour"),
            shown: ["Mon 12:00"], now: "Tue 10:01", count: 0),
        Row(
            name: "another occasion is another card", log: visit + "\n- Tue 10:00: visit.held with Ben",
            shown: ["Mon 12:00"], now: "Tue 12:00", count: 1),
    ])
    func cooldown(row: Row) throws {
        let street = try Street(row.rule, log: row.log)
        let decisions = try row.shown.map { try Self.decision($0, street) }
        let agenda = try street.agenda(at: row.now, decisions: decisions)
        #expect(agenda.cards.count == row.count, "\(row.name)")
        let visits = row.log.split(separator: "\n").count
        #expect(agenda.cards.count + agenda.resting == visits, "what rests is counted")
    }

    /// A snooze or a dismissal beside it holds as it would alone.
    @Test func whatThePersonDecidedComesFirst() throws {
        let street = try Street(Self.rule, log: Self.visit)
        let shown = try Self.decision("Mon 12:00", street)
        var snoozed = shown
        snoozed.action = .snoozed(until: try street.moment("Sat"))
        let agenda = try street.agenda(at: "Tue", decisions: [snoozed, shown])
        #expect([agenda.cards.count, agenda.snoozed, agenda.resting] == [0, 1, 0])
    }

    @Test func whatIsShownIsRememberedOnceADay() throws {
        let street = try Street(Self.rule, log: Self.visit)
        let maker = AgendaMaker()
        var decisions: [Decision] = []
        for (now, added) in [("Mon 12:00", 1), ("Mon 18:00", 0), ("Fri 09:00", 1)] {
            let evaluated = try street.evaluated(at: now)
            let agenda = maker.agenda(of: evaluated, decisions: decisions)
            let new = maker.showings(of: agenda.cards, in: evaluated, decisions: decisions)
            #expect(new.count == added, "\(now)")
            decisions += new
        }
        #expect(decisions.map(\.action) == [.shown, .shown])
    }

    private static func decision(_ at: String, _ street: Street) throws -> Decision {
        Decision(
            rule: "street/a", occasion: "visit.held 2026-01-05 10:00 Ana", action: .shown, at: try street.moment(at))
    }
}
