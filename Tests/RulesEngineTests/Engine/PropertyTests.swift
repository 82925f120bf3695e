import TestSupport
import Testing

@testable import RulesEngine

/// What holds for every log: the same result each time, whatever the order of lines, rule by rule, person by person.
struct PropertyTests {
    /// Rules of every shape with most of what they can say; those whose links stay with one person come first.
    private static let rules = """
        - after: visit.held
          expect: note.sent
          to: same person
          within: 24 hours
          expect_where:
            by: post
          unless:
            happened: call.made
        - after: [visit.held, call.made]
          expect: word
          to: same person
          not_before: 2 hours
          within: 3 business days
          restart: yes
        - before: visit.planned
          expect: visit.confirmed
          to: same person
          ahead: 1 day
          which: first
        - never: tool.lent
          unless_first: tool.asked
          by: same person
          no_older_than: 2 weeks
        - in_each: visit.planned
          expect: greeting.said
          as: in first 2
          where:
            place: garden
        - for_each: [visit.planned, visit.held]
          check: length
          between: 15 and 60 minutes
        """

    private static let others = """
        - after: visit.held
          expect: gift.given
          to: anyone
          within: 1 week
          each: its own
        - after: visit.held
          expect: note.sent
          to: the introducer
          counting_from: 3 days before
        - before: visit.planned
          expect: note.sent
          to: someone else on the same street
          no_older_than: 1 month
        - in_each: visit.held
          avoid: story.told
        - after: hedge.cut
          expect: gift.given
          within: 1 day
          which: every 3rd
          unless:
            happened: holiday.begun
        - never: story.told
        """

    private static func engine(_ rules: String) throws -> Engine {
        Engine(rules: try Street(rules, log: "- Mon: hedge.cut").rules, frame: TimeFrame(zone: .utc))
    }

    private static func evaluated(_ engine: Engine, _ document: LogDocument, _ now: Instant) -> Evaluated {
        var diagnostics = Diagnostics()
        return engine.evaluate(engine.facts(of: document, &diagnostics), at: now)
    }

    private static func texts(_ evaluated: Evaluated) -> [String] {
        evaluated.verdicts.map { VerdictText(evaluated).text($0) }
    }

    private static let seeds = Array(UInt64(0)..<40)

    @Test func randomLogsShowEveryVerdict() throws {
        let engine = try Self.engine(Self.rules)
        var statuses: Set<Verdict.Status> = []
        var closings: Set<Verdict.Closing> = []
        for seed in Self.seeds {
            var street = RandomStreet(seed: seed)
            let verdicts = Self.evaluated(engine, street.document(80), street.now()).verdicts
            statuses.formUnion(verdicts.map(\.status))
            closings.formUnion(verdicts.map(\.closing))
        }
        #expect(statuses == Set(Verdict.Status.allCases))
        #expect(closings == [.open, .excused, .givenUp, .history, .archived])
    }

    @Test(arguments: [rules, others])
    func evaluationIsDeterministic(rules: String) throws {
        let engine = try Self.engine(rules)
        for seed in Self.seeds {
            var street = RandomStreet(seed: seed, isWild: true)
            let (document, now) = (street.document(60), street.now())
            let first = Self.evaluated(engine, document, now)
            let second = Self.evaluated(engine, document, now)
            #expect(first.verdicts == second.verdicts, "seed \(seed)")
            let agendas = [first, second].map { AgendaMaker().agenda(of: $0, decisions: []) }
            #expect(agendas[0] == agendas[1], "seed \(seed)")
        }
    }

    @Test(arguments: [rules, others])
    func theOrderOfLinesDoesNotMatter(rules: String) throws {
        let engine = try Self.engine(rules)
        for seed in Self.seeds {
            var street = RandomStreet(seed: seed)
            let (document, now) = (street.document(80), street.now())
            var sorted = document
            sorted.activities.sort { ($0.at?.start.seconds ?? 0) < ($1.at?.start.seconds ?? 0) }
            let found = Self.texts(Self.evaluated(engine, document, now))
            #expect(found == Self.texts(Self.evaluated(engine, sorted, now)), "seed \(seed)")
        }
    }

    @Test func anotherPersonsActivitiesChangeNothing() throws {
        let engine = try Self.engine(Self.rules)
        for seed in Self.seeds {
            var street = RandomStreet(seed: seed)
            let (document, now) = (street.document(60), street.now())
            var more = document
            for line in document.activities
            where line.with.count == 1 && !line.parts.contains(where: { !$0.lines.isEmpty }) {
                var other = line
                other.with = [WrittenText("Zoe")]
                other.id = nil
                more.activities.append(other)
            }
            let before = Self.texts(Self.evaluated(engine, document, now))
            let after = Self.texts(Self.evaluated(engine, more, now)).filter { !$0.contains("Zoe") }
            #expect(before == after, "seed \(seed)")
        }
    }

    @Test(arguments: [rules, others])
    func someRulesSayWhatAllOfThemSay(rules: String) throws {
        let engine = try Self.engine(rules)
        for seed in Self.seeds {
            var street = RandomStreet(seed: seed)
            let document = street.document(60)
            var diagnostics = Diagnostics()
            let facts = engine.facts(of: document, &diagnostics)
            let now = street.now()
            let all = engine.evaluate(facts, at: now).verdicts
            for chosen in [[0], [1, 3], [2, 4, 5], [], [99, -1]] {
                let some = engine.evaluate(facts, at: now, only: chosen).verdicts
                #expect(some == all.filter { chosen.contains(Int($0.rule)) }, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [rules, others])
    func aBufferThatIsUsedAgainHoldsWhatAFreshOneHolds(rules: String) throws {
        let engine = try Self.engine(rules)
        var buffer: [Verdict] = []
        for seed in Self.seeds {
            var street = RandomStreet(seed: seed)
            var diagnostics = Diagnostics()
            let facts = engine.facts(of: street.document(seed.isMultiple(of: 2) ? 60 : 5), &diagnostics)
            let now = street.now()
            engine.evaluate(facts, at: now, into: &buffer)
            #expect(buffer == engine.evaluate(facts, at: now).verdicts, "seed \(seed)")
        }
    }

    @Test func theClockAloneDoesNotUndoWhatWasFollowed() throws {
        let engine = try Self.engine(Self.rules + "\n" + Self.others)
        for seed in Self.seeds {
            var street = RandomStreet(seed: seed)
            let document = street.document(60)
            let ends = document.activities.compactMap { $0.at?.end }
            let end = try #require(ends.max())
            let first = Self.evaluated(engine, document, end)
            let later = Self.evaluated(engine, document, end.adding(seconds: 90 * 86_400))
            let followed = Set(first.verdicts.filter(\.isAnswered).map { [$0.rule, $0.occasion, $0.evidence] })
            let stillFollowed = Set(later.verdicts.filter(\.isAnswered).map { [$0.rule, $0.occasion, $0.evidence] })
            #expect(followed.isSubset(of: stillFollowed), "seed \(seed)")
        }
    }

    @Test(arguments: [rules, others])
    func wildLogsNeverTrap(rules: String) throws {
        let engine = try Self.engine(rules)
        for seed in UInt64(100)..<200 {
            var street = RandomStreet(seed: seed, isWild: true)
            let (document, now) = (street.document(40), street.now())
            let evaluated = Self.evaluated(engine, document, now)
            for verdict in evaluated.verdicts {
                let explanation = evaluated.explanation(of: verdict)
                #expect(!explanation.verdict.isEmpty)
                #expect(evaluated.occasion(of: verdict)?.key.isEmpty == false)
            }
            let agenda = AgendaMaker(budget: 5).agenda(of: evaluated, decisions: [])
            #expect(agenda.cards.count <= 5)
            var diagnostics = Diagnostics()
            let outcome = PlanCheck(engine: engine).check(street.plan(), against: document, at: now, &diagnostics)
            #expect(outcome.findings.allSatisfy { !$0.message.isEmpty })
        }
    }

    @Test func momentsAtTheEndsOfTimeDoNotTrap() throws {
        let engine = try Self.engine(Self.rules)
        var street = RandomStreet(seed: 7, isWild: true)
        let document = street.document(60)
        for now in [Instant.distantPast, .distantFuture, Instant(seconds: 0), Instant(seconds: -1)] {
            let evaluated = Self.evaluated(engine, document, now)
            _ = AgendaMaker().agenda(of: evaluated, decisions: [])
            #expect(evaluated.now == now)
        }
    }
}
