import TestSupport
import Testing

@testable import RulesEngine

/// Cards of verdicts that are about a record and a stretch of time rather than about an activity.
struct RecordCardTests {
    private static let weekly = "keep: note.sent\nat_least: 2\nper: week\ndo: Write two notes"

    private static func log(_ lines: String) -> String { "started: Mon\nactivities:\n" + lines }

    @Test func theKeyNamesTheOwnerAndTheStretch() throws {
        let evaluated = try Street(Self.weekly, log: Self.log("  - Mon 10:00: call.made with Ana")).evaluated(
            at: "day 9 10:00")
        let verdict = try #require(evaluated.verdicts.first)
        let occasion = try #require(evaluated.occasion(of: verdict))
        #expect(occasion.key == "week 2026-01-12 you" && occasion.text == "the week from Mon 12 Jan 2026")
        #expect(occasion.kind == "me" && occasion.id == nil && occasion.line == nil)
    }

    @Test func withoutAStretchTheOwnerAloneIsTheKey() throws {
        let rule = "of: people\nare:\n  age: old\nat_least: 50 percent\nat_least_of: 1"
        let log = "people:\n  - name: Ana\n    age: young\nactivities: []\n"
        let evaluated = try Street(rule, log: log).evaluated(at: "Mon")
        #expect(evaluated.verdicts.map { evaluated.occasion(of: $0)?.key } == ["you"])
    }

    @Test func ofAPersonItIsTheirName() throws {
        let rule = "keep: word\nat_least: 1\nper: 30 days\nfor_each: person\ndo: Write to <person>"
        let street = try Street(rule, log: "- day 1 10:00: note.sent with Ana")
        let card = try #require(try street.agenda(at: "day 40").cards.first)
        #expect(card.headline == "Write to Ana" && card.person == "Ana" && card.entry?.word == "wrote")
        #expect(card.occasions.map(\.occasion) == ["counted from 2026-01-05 10:00 Ana"])
    }

    @Test func aDismissalHoldsForItsStretchOnly() throws {
        let street = try Street(Self.weekly, log: Self.log("  - Mon 10:00: call.made with Ana"))
        let card = try #require(try street.agenda(at: "Tue 10:00").cards.first)
        let key = try #require(card.occasions.first)
        let decision = Decision(
            rule: key.rule, occasion: key.occasion, action: .dismissed(because: "not this week"),
            at: try street.moment("Tue 11:00"))
        #expect(try street.agenda(at: "Wed 10:00", decisions: [decision]).cards.isEmpty)
        #expect(try street.agenda(at: "day 9 10:00", decisions: [decision]).cards.count == 1)
    }

    @Test func eachRecordHasACardOfItsOwn() throws {
        let rule = "cover: dishes\nat_least_of: 1\nfor_each: club\nsay:\n  due: <club> lacks <missing>."
        let log = """
            clubs:
              - name: Chess
              - name: Choir
            activities:
              - Mon 10:00: visit.held with Ana
                dishes: [soup]
                club: Chess
              - Mon 10:00: visit.held with Ben
                dishes: [cake]
                club: Choir
            """
        let cards = try Street(rule, log: log).agenda(at: "Tue").cards
        #expect(cards.map(\.headline) == ["Chess lacks cake, bread.", "Choir lacks soup, bread."])
    }

    @Test func twoRulesThatAskForTheSameAreOneCard() throws {
        let rules = "- keep: note.sent\n  at_least: 2\n  per: week\n- keep: note.sent\n  at_least: 5\n  per: month\n"
        let cards = try Street(rules, log: "started: 2026-01-01\nactivities: []").agenda(at: "2026-02-10").cards
        #expect(cards.map(\.rules) == [["street/a", "street/b"]])
    }
}
