import TestSupport
import Testing

@testable import RulesEngine

/// What a rule keeps a person from doing for a time is not asked for by another (rules.md §4a.16).
struct HeldBackTests {
    /// A note is asked for within days, and one rule wants it left for a time.
    private static func rules(_ other: String, within: String = "7 days", expect: String = "note.sent") -> String {
        """
        - after: visit.held
          expect: \(expect)
          to: same person
          within: \(within)
          do: Write to <person>
        - \(other.split(separator: "\n").joined(separator: "\n  "))

        """
    }

    private static let leave = "after: call.made\navoid: note.sent\nto: same person\nfor: 48 hours"
    private static let log = "- Mon 10:00: visit.held with Ana\n- Mon 12:00: call.made with Ana\n"

    private func agenda(_ rules: String, _ log: String = log, at now: String) throws -> Agenda {
        try Street(rules, log: log).agenda(at: now)
    }

    private func isShown(_ agenda: Agenda) -> Bool { agenda.cards.contains { $0.headline == "Write to Ana" } }

    @Test func finePrint16_theCardWaitsAndItsDeadlineStays() throws {
        let agenda = try agenda(Self.rules(Self.leave), at: "Tue 10:00")
        #expect(!isShown(agenda) && agenda.notYet == 1)
        let card = try #require(agenda.later.first)
        #expect(card.notBefore == (try ExampleTime.read("Wed 12:00", in: .utc).get().start))
        #expect(card.deadline == (try ExampleTime.read("day 8 23:59:59", in: .utc).get().start))
        #expect(card.detail == "Rule a. Not before Wed 7 Jan 2026 12:00.")
    }

    @Test func whenTheWindowEndsItIsShown() throws {
        let before = try agenda(Self.rules(Self.leave), at: "Wed 11:59")
        let after = try agenda(Self.rules(Self.leave), at: "Wed 12:00")
        #expect(!isShown(before) && isShown(after) && after.notYet == 0)
    }

    @Test func aWindowThatOutlastsTheDeadlineSaysNothing() throws {
        let card = try #require(try agenda(Self.rules(Self.leave, within: "24 hours"), at: "Tue 09:00").later.first)
        #expect(card.detail == "Rule a")
    }

    @Test func anotherPersonIsNotHeldBack() throws {
        let log = "- Mon 10:00: visit.held with Ana\n- Mon 12:00: call.made with Ben\n"
        #expect(isShown(try agenda(Self.rules(Self.leave), log, at: "Tue 10:00")))
    }

    @Test func whatCanBeDoneInAnotherWayIsNotHeldBack() throws {
        #expect(isShown(try agenda(Self.rules(Self.leave, expect: "[note.sent, gift.given]"), at: "Tue 10:00")))
    }

    @Test func aWindowForSomeOfItHoldsNothingBack() throws {
        #expect(isShown(try agenda(Self.rules(Self.leave + "\navoid_where:\n  by: post"), at: "Tue 10:00")))
    }

    @Test func withAnyoneEverybodyIsHeldBack() throws {
        let rules = Self.rules(Self.leave.replacing("to: same person\n", with: ""))
        let log = "- Mon 10:00: visit.held with Ana\n- Mon 12:00: call.made with Ben\n"
        #expect(try agenda(rules, log, at: "Tue 10:00").notYet == 1)
    }

    @Test func peopleOnTheSameStreetAreHeldBack() throws {
        let rules = Self.rules(Self.leave.replacing("same person", with: "someone else on the same street"))
        let log = """
            people:
              - name: Ana
                street: Elm
              - name: Ben
                street: Elm
              - name: Eve
                street: Oak
            activities:
              - Mon 10:00: visit.held with Ana and Eve and Ben
              - Mon 12:00: call.made with Ben
            """
        let agenda = try agenda(rules, log, at: "Tue 10:00")
        #expect(agenda.later.map(\.person) == ["Ana"])
        #expect(Set(agenda.cards.map(\.person)) == ["Ben", "Eve"])
    }

    @Test func onlyWhatIsAboutTheSameIsHeldBack() throws {
        let log = """
            clubs:
              - name: Chess
              - name: Choir
            activities:
              - Mon 10:00: visit.held with Ana
                club: Chess
              - Mon 12:00: call.made with Ana
                club: Choir
            """
        let rules = Self.rules(Self.leave + "\nabout: same club")
        #expect(isShown(try agenda(rules, log, at: "Tue 10:00")))
        #expect(
            !isShown(
                try agenda(
                    rules,
                    log.replacing("Choir\n", with: "Choir\n", maxReplacements: 1).replacing(
                        "club: Choir", with: "club: Chess"), at: "Tue 10:00")))
    }

    @Test func aLimitThatIsReachedHoldsBack() throws {
        let rules = Self.rules("keep: note.sent\nat_most: 1\nper: week")
        let log = "started: Mon\nactivities:\n  - Mon 09:00: note.sent with Ben\n  - Mon 10:00: visit.held with Ana\n"
        let agenda = try agenda(rules, log, at: "Tue 10:00")
        #expect(agenda.later.map(\.notBefore) == [try ExampleTime.read("day 8 00:00", in: .utc).get().start])
    }

    @Test func aLimitForEachPersonHoldsBackThatPerson() throws {
        let rules = Self.rules("keep: note.sent\nat_most: 1\nsince: call.made\nfor_each: person")
        let log = "- Mon 09:00: note.sent with Ben\n- Mon 10:00: visit.held with Ana and Ben\n"
        let agenda = try agenda(rules, log, at: "Tue 10:00")
        #expect(agenda.later.map(\.person) == ["Ben"] && agenda.cards.map(\.person) == ["Ana"])
    }

    @Test func whyNamesTheRule() throws {
        let evaluated = try Street(Self.rules(Self.leave), log: Self.log).evaluated(at: "Tue 10:00")
        let due = try #require(evaluated.verdicts.first { $0.status == .due })
        #expect(evaluated.explanation(of: due).lines.contains("not before Wed 7 Jan 2026 12:00: street/b"))
    }

    @Test func finePrint08_whatIsBrokenWarnsForSevenDaysFromTheCrossing() throws {
        let rules = "after: call.made\navoid: note.sent\nto: same person\nfor: 90 days"
        let log = "- day 1 10:00: call.made with Ana\n- day 60 10:00: note.sent with Ana\n"
        #expect(try agenda(rules, log, at: "day 67 10:00").cards.map(\.kind) == [.notice])
        #expect(try agenda(rules, log, at: "day 67 10:01").cards.isEmpty)
    }
}
