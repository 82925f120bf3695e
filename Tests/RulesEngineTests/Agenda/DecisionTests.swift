import Testing

@testable import RulesEngine

/// Snoozing, dismissing and acknowledging, and what lifts a decision (rules.md §4a.3, 8, 17).
struct DecisionTests {
    private static let visit = "- Mon 10:00: visit.held with Ana"
    private static let plan = "- Mon 08:00: visit.planned with Ana\n  starts: Fri 10:00"

    /// A log, a decision about one occasion, and how many cards are shown, snoozed and dismissed.
    struct Row: CustomTestStringConvertible, Sendable {
        enum Kind: Sendable { case snoozed(String), dismissed, acknowledged }

        let name: String
        var rule = StreetRules.note
        var log = DecisionTests.visit
        var occasion = "visit.held 2026-01-05 10:00 Ana"
        let kind: Kind
        var decidedAt = "Mon 12:00"
        var now = "Mon 20:00"
        let counts: [Int]
        var testDescription: String { name }

        func decision(_ street: Street) throws -> Decision {
            let action: Decision.Action =
                switch kind {
                case .snoozed(let until): .snoozed(until: try street.moment(until))
                case .dismissed: .dismissed(because: "no need")
                case .acknowledged: .acknowledged
                }
            return Decision(rule: "street/a", occasion: occasion, action: action, at: try street.moment(decidedAt))
        }
    }

    @Test(arguments: [
        Row(name: "snoozed until later", kind: .snoozed("Tue"), counts: [0, 1, 0]),
        Row(name: "the snooze ends", kind: .snoozed("Mon 20:00"), counts: [1, 0, 0]),
        Row(name: "a second before it ends", kind: .snoozed("Mon 20:00:01"), counts: [0, 1, 0]),
        Row(name: "until a day is until its start", kind: .snoozed("Tue"), now: "Tue 00:00", counts: [1, 0, 0]),
        Row(name: "dismissed", kind: .dismissed, counts: [0, 0, 1]),
        Row(
            name: "dismissed for another visit", occasion: "visit.held 2026-01-04 10:00 Ana", kind: .dismissed,
            counts: [1, 0, 0]),
        Row(
            name: "dismissed for another person", occasion: "visit.held 2026-01-05 10:00 Bob", kind: .dismissed,
            counts: [1, 0, 0]),
        Row(name: "decided later than now", kind: .dismissed, decidedAt: "Tue", counts: [1, 0, 0]),
        Row(name: "what is due cannot be acknowledged", kind: .acknowledged, counts: [1, 0, 0]),
        Row(
            name: "what is broken can", rule: StreetRules.loan, log: "- Mon 10:00: tool.lent with Ana",
            occasion: "tool.lent 2026-01-05 10:00 Ana", kind: .acknowledged, counts: [0, 0, 1]),
        Row(
            name: "a question is put off", rule: StreetRules.note + "\nwhere:\n  place: garden", kind: .snoozed("Wed"),
            counts: [0, 1, 0]),
        Row(
            name: "a visit's time is part of it", rule: StreetRules.call, log: plan,
            occasion: "visit.planned 2026-01-09 10:00 Ana",
            kind: .dismissed, counts: [0, 0, 1]),
        Row(
            name: "a dismissal is lifted by a move", rule: StreetRules.call,
            log: plan + "\n- Mon 15:00: visit.moved with Ana\n  starts: Sat 10:00",
            occasion: "visit.planned 2026-01-09 10:00 Ana", kind: .dismissed, counts: [1, 0, 0]),
        Row(
            name: "a snooze outlives a move", rule: StreetRules.call,
            log: plan + "\n- Mon 15:00: visit.moved with Ana\n  starts: Sat 10:00",
            occasion: "visit.planned 2026-01-09 10:00 Ana", kind: .snoozed("Wed"), counts: [0, 1, 0]),
        Row(
            name: "a snooze outlives a correction of the time no more", rule: StreetRules.call,
            log: plan.replacing("Fri", with: "Sat"),
            occasion: "visit.planned 2026-01-09 10:00 Ana", kind: .snoozed("Wed"), counts: [1, 0, 0]),
        Row(
            name: "a plan without a time", rule: StreetRules.greeting, log: "- Mon 08:00: visit.planned with Ana",
            occasion: "visit.planned some time Ana", kind: .dismissed, counts: [0, 0, 1]),
        Row(
            name: "cards are counted, not rules", log: visit + "\n- Mon 11:00: visit.held with Ana", kind: .dismissed,
            counts: [1, 0, 1]),
    ])
    func decisions(row: Row) throws {
        let street = try Street(row.rule, log: row.log)
        let agenda = try street.agenda(at: row.now, decisions: [try row.decision(street)])
        #expect([agenda.cards.count, agenda.snoozed, agenda.dismissed] == row.counts, "\(row.name)")
    }

    @Test func theLatestDecisionHolds() throws {
        let street = try Street(StreetRules.note, log: Self.visit)
        let dismissed = try Row(name: "", kind: .dismissed, decidedAt: "Mon 12:00", counts: []).decision(street)
        let snoozed = try Row(name: "", kind: .snoozed("Mon 15:00"), decidedAt: "Mon 13:00", counts: []).decision(
            street)
        for decisions in [[dismissed, snoozed], [snoozed, dismissed]] {
            #expect(try street.agenda(at: "Mon 20:00", decisions: decisions).cards.count == 1)
        }
    }

    @Test func finePrint17_aDismissalUnderEachRulePutsTheCardAway() throws {
        let rules = "- " + StreetRules.note.split(separator: "\n").joined(separator: "\n  ")
        let street = try Street(rules + "\n" + rules, log: Self.visit)
        let card = try #require(try street.agenda(at: "Mon 20:00").cards.first)
        let decisions = try card.occasions.map { key in
            Decision(
                rule: key.rule, occasion: key.occasion, action: .dismissed(because: "no"),
                at: try street.moment("Mon 12:00"))
        }
        #expect(decisions.count == 2)
        #expect(try street.agenda(at: "Mon 20:00", decisions: decisions).cards.isEmpty)
        #expect(try street.agenda(at: "Mon 20:00", decisions: [decisions[0]]).cards.map(\.rules) == [["street/b"]])
    }

    @Test func aLaterActivityAnswersInSpiteOfADismissal() throws {
        let street = try Street(StreetRules.note, log: Self.visit + "\n- Mon 15:00: note.sent with Ana")
        let decision = try Row(name: "", kind: .dismissed, counts: []).decision(street)
        let agenda = try street.agenda(at: "Mon 20:00", decisions: [decision])
        #expect([agenda.cards.count, agenda.dismissed] == [0, 0])
    }
}
