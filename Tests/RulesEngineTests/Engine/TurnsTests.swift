import TestSupport
import Testing

@testable import RulesEngine

/// A rule says of some people at a time, among others, what it says of everybody and alone.
struct TurnsTests {
    /// Rules of every shape, those that go by person and those that do not.
    private static let rules = """
        - after: visit.held
          expect: note.sent
          to: same person
          within: 24 hours
          which: latest
          unless:
            happened: call.made
        - after: visit.held
          expect: [note.sent, gift.given]
          expect_where:
            by: post
          to: someone else on the same street
          not_before: 2 hours
        - after: [visit.held, call.made]
          expect: word
          to: same person
          restart: yes
        - after: visit.held
          expect: gift.given
          to: anyone
          each: its own
        - after: visit.held
          expect: note.sent
          expect_where:
            by: post
          to: anyone
          within: 2 days
        - before: visit.planned
          expect: note.sent
          to: someone else on the same street
          no_older_than: 1 month
        - never: tool.lent
          unless_first: tool.asked
          by: same person
          unless:
            open: loan
        - after: note.sent
          avoid: note.sent
          to: someone else on the same street
          for: 3 days
        - in_each: visit.planned
          expect: greeting.said
          as: in first 2
        - in_each: visit.held
          avoid: story.told
        - for_each: [visit.planned, visit.held]
          check: length
          between: 15 and 60 minutes
        - keep: word
          at_least: 1
          per: 30 days
          for_each: person
        - keep: note.sent
          at_most: 2
          per: week
        - of: people
          are:
            age: old
          at_least: 30%
        - never: story.told
        """

    @Test(arguments: UInt64(0)..<6)
    func everyRuleSaysWhatItSaysAlone(seed: UInt64) throws {
        let street = try Street(Self.rules, log: "- Mon: hedge.cut")
        let engine = Engine(rules: street.rules, frame: TimeFrame(zone: .utc))
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: RandomStreet.crowd(80, seed: seed), &diagnostics)
        #expect(facts.index.blockCount > 2)
        var clock = RandomStreet(seed: seed)
        let now = clock.now()
        let alone = engine.rules.rules.indices.map { engine.evaluate(facts, at: now, only: [$0]).verdicts }
        #expect(engine.evaluate(facts, at: now).verdicts == Array(alone.joined()))
        let some = [9, 3, 0, 11, 3]
        #expect(engine.evaluate(facts, at: now, only: some).verdicts == Array(some.map { alone[$0] }.joined()))
        #expect(alone.count { !$0.isEmpty } == alone.count)
    }
}
