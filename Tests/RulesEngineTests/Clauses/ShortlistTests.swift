import Testing

@testable import RulesEngine

/// A search on a shortlist finds what a search through all rows finds.
struct ShortlistTests {
    /// A rule to anyone, with the conditions and links under test.
    private static let rules = [
        "after: visit.held\nexpect: note.sent\nexpect_where:\n  by: post\nto: anyone",
        "after: visit.confirmed\nexpect: note.sent\nto: anyone\nabout: same by",
        "after: note.sent\nexpect: note.sent\nexpect_where:\n  by: post\nto: someone else on the same street",
        "after: note.sent\nexpect: note.sent\nto: anyone\nabout: same by",
    ]

    @Test(arguments: rules, UInt64(0)..<15)
    func bothFindTheSame(rule: String, seed: UInt64) throws {
        let clauses = try Self.clauses(rule)
        let engine = Engine(rules: RuleTrial(rule).rules, frame: TimeFrame(zone: .utc))
        var street = RandomStreet(seed: seed, isWild: seed.isMultiple(of: 3))
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: street.document(80), &diagnostics)
        let run = Evaluation(
            facts: facts, vocabulary: engine.rules.vocabulary, frame: engine.frame, now: street.now())
        let list = try #require(Shortlist(of: clauses.expect, to: clauses.to, clauses.about, run))
        for row in 0..<facts.count where clauses.after.kinds.contains(facts.kinds[row]) {
            let answers = run.answers(to: row, clauses.to.target(of: row, facts, run.vocabulary), clauses.about)
            let from = facts.begins[row]
            guard let short = answers.first(of: clauses.expect, on: list, in: facts, from: from) else { continue }
            let long = answers.first(of: clauses.expect, in: facts, from: from, through: .max)
            #expect(short.row == long.row && short.perhaps == long.perhaps && short.perhapsRow == long.perhapsRow)
        }
    }

    @Test func withOnePersonOrWithoutAConditionThereIsNone() throws {
        let clauses = try Self.clauses("after: visit.held\nexpect: note.sent\nto: anyone")
        let engine = Engine(rules: RuleTrial(Self.rules[0]).rules, frame: TimeFrame(zone: .utc))
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: LogDocument(), &diagnostics)
        let run = Evaluation(
            facts: facts, vocabulary: engine.rules.vocabulary, frame: engine.frame, now: Instant(seconds: 0))
        #expect(Shortlist(of: clauses.expect, to: .anyone, nil, run).map { _ in 1 } == nil)
        let conditional = try Self.clauses(Self.rules[0])
        #expect(Shortlist(of: conditional.expect, to: .samePerson, nil, run).map { _ in 1 } == nil)
        #expect(Shortlist(of: conditional.expect, to: .anyone, nil, run).map { _ in 1 } != nil)
    }

    private typealias Clauses = (after: ActivityClause, expect: ActivityClause, to: PersonLink, about: AboutLink?)

    /// What a rule says, as its claim holds it.
    private static func clauses(_ rule: String) throws -> Clauses {
        guard case .does(let demand) = try RuleTrial(rule).rule().shape.claim, case .after(let after) = demand.setting
        else { throw NotAFollowUp() }
        return (after, demand.activity, demand.to, demand.about)
    }

    private struct NotAFollowUp: Error {}
}
