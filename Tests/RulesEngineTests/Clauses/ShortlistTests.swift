import Testing

@testable import RulesEngine

/// A search on a shortlist finds what a search through all rows finds.
struct ShortlistTests {
    /// A rule to anyone, with the conditions and links under test.
    private static let rules = [
        "after: visit.held\nexpect: note.sent\nexpect_where:\n  by: post\nto: anyone",
        "after: visit.confirmed\nexpect: note.sent\nto: anyone\nabout: same by",
        "after: note.sent\nexpect: [visit.confirmed, note.sent]\nexpect_where:\n  by: post\nto: anyone",
        "after: note.sent\nexpect: [visit.confirmed, note.sent]\nto: anyone\nabout: same by",
        "after: note.sent\nexpect: note.sent\nto: anyone\nabout: same by",
    ]

    @Test(arguments: rules, UInt64(0)..<15)
    func bothFindTheSame(rule: String, seed: UInt64) throws {
        let clauses = try RuleTrial(rule).clauses()
        let engine = Engine(rules: RuleTrial(rule).rules, frame: TimeFrame(zone: .utc))
        var street = RandomStreet(seed: seed, isWild: seed.isMultiple(of: 3))
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: street.document(80), &diagnostics)
        let run = Evaluation(
            facts: facts, vocabulary: engine.rules.vocabulary, frame: engine.frame, now: street.now())
        let list = try #require(Shortlist.list(of: clauses.expect, to: clauses.to, clauses.about, run))
        for row in 0..<facts.count where clauses.after.kinds.contains(facts.kinds[row]) {
            let answers = run.answers(to: row, clauses.to.target(of: row, facts, run.vocabulary), clauses.about)
            let from = facts.begins[row]
            guard let short = answers.first(of: clauses.expect, on: list, in: facts, from: from) else { continue }
            let long = answers.first(of: clauses.expect, in: facts, from: from, through: .max)
            #expect(short == long)
        }
    }

    @Test func withOnePersonOrWithSomethingInCommonOrWithoutAConditionThereIsNone() throws {
        let clauses = try RuleTrial("after: visit.held\nexpect: note.sent\nto: anyone").clauses()
        let engine = Engine(rules: RuleTrial(Self.rules[0]).rules, frame: TimeFrame(zone: .utc))
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: LogDocument(), &diagnostics)
        let run = Evaluation(
            facts: facts, vocabulary: engine.rules.vocabulary, frame: engine.frame, now: Instant(seconds: 0))
        #expect(Shortlist.list(of: clauses.expect, to: .anyone, nil, run).map { _ in 1 } == nil)
        let conditional = try RuleTrial(Self.rules[0]).clauses()
        #expect(Shortlist.list(of: conditional.expect, to: .samePerson, nil, run).map { _ in 1 } == nil)
        #expect(Shortlist.list(of: conditional.expect, to: .role(2), nil, run).map { _ in 1 } == nil)
        #expect(Shortlist.list(of: conditional.expect, to: .anyone, nil, run).map { _ in 1 } != nil)
    }
}

extension RuleTrial {
    typealias Clauses = (after: ActivityClause, expect: ActivityClause, to: PersonLink, about: AboutLink?)

    /// What the only rule, a follow-up, says, as its claim holds it.
    func clauses() throws -> Clauses {
        guard case .does(let demand) = try rule().shape.claim, case .after(let after) = demand.setting else {
            throw NotAFollowUp()
        }
        return (after, demand.activity, demand.to, demand.about)
    }

    private struct NotAFollowUp: Error {}
}
