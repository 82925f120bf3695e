import TestSupport
import Testing

@testable import RulesEngine

/// Rank people higher when they are such.
struct PreferenceTests {
    private static let old = """
        prefer: person
        when:
          age: [middle, old]
        ideally:
          street:
            is_not: Elm
        """

    private static let people = """
        people:
          - name: Eve
            age: young
            street: Oak
          - name: Ana
            age: old
            street: Oak
          - name: Ben
            age: middle
            street: Elm
          - name: Kim
            street: Oak
          - name: Lea
            age: old
        activities: []

        """

    private func ranking(_ rule: String, _ log: String = people, at now: String = "Mon", of kind: String = "person")
        throws -> [Ranked]
    {
        let street = try Street(rule, log: log)
        var diagnostics = Diagnostics()
        let facts = street.engine.facts(of: street.document, &diagnostics)
        return street.engine.ranking(of: kind, in: facts, at: try street.moment(now).end)
    }

    // MARK: Order

    @Test func thosePreferredComeFirstAndTheIdealBeforeThem() throws {
        #expect(
            try ranking(Self.old).map { "\($0.name) \($0.points)" } == ["Ana 6", "Ben 4", "Lea 4", "Eve 0", "Kim 0"])
    }

    @Test func whatIsIdealCountsForThosePreferredOnly() throws {
        let eve = try #require(try ranking(Self.old).first { $0.name == "Eve" })
        #expect(eve.terms.map(\.label) == ["the age is middle or old"])
    }

    @Test func finePrint09_whatIsNotKnownGivesNoPointsAndSaysSo() throws {
        let ranked = try ranking(Self.old)
        #expect(ranked.first { $0.name == "Kim" }?.terms.map(\.missing) == ["Kim's age is not known"])
        #expect(ranked.first { $0.name == "Lea" }?.terms.map(\.missing) == [nil, "Lea's street is not known"])
        #expect(ranked.first { $0.name == "Lea" }?.terms.map(\.points) == [4, 0])
    }

    @Test(arguments: zip(["must", "should", "consider"], [[9, 6], [6, 4], [3, 2]]))
    func theStrengthOfTheRuleWeighs(_ strength: String, _ points: [Int]) throws {
        #expect(try ranking("strength: \(strength)\n" + Self.old).prefix(2).map(\.points) == points)
    }

    @Test func severalRulesAddUp() throws {
        let rules = "- prefer: person\n  when:\n    age: old\n- prefer: people\n  ideally:\n    street: Oak\n"
        let ranked = try ranking(rules)
        #expect(ranked.map { "\($0.name) \($0.points)" } == ["Ana 6", "Lea 4", "Eve 2", "Kim 2", "Ben 0"])
        #expect(ranked.first?.terms.map(\.rule) == ["street/a", "street/b"])
    }

    @Test func equalPointsStayInTheOrderOfTheLog() throws {
        #expect(try ranking("prefer: person\nwhen:\n  age: old").map(\.name) == ["Ana", "Lea", "Eve", "Ben", "Kim"])
    }

    @Test func withoutARuleNobodyHasPoints() throws {
        #expect(try ranking("after: note.sent\nexpect: call.made").allSatisfy { $0.points == 0 && $0.terms.isEmpty })
    }

    @Test func thoseArchivedAreLeftOut() throws {
        let log =
            "people:\n  - name: Ana\n    age: old\n    archived: Mon\n  - name: Ben\n    age: old\nactivities: []\n"
        #expect(try ranking(Self.old, log, at: "Tue").map(\.name) == ["Ben"])
    }

    @Test func finePrint10_preferencesReadNow() throws {
        let log =
            "people:\n  - name: Ana\n    age: young\n    changes:\n      - since: Wed\n        age: old\nactivities: []\n"
        #expect(try ranking(Self.old, log, at: "Tue").map(\.points) == [0])
        #expect(try ranking(Self.old, log, at: "Wed").map(\.points) == [4])
    }

    @Test func aFactAboutOneselfCanBeCompared() throws {
        let rule = "prefer: person\nwhen:\n  street:\n    is_not:\n      field: me.street"
        let log = "me:\n  street: Elm\n" + Self.people
        #expect(
            try ranking(rule, log).map { "\($0.name) \($0.points)" } == ["Eve 4", "Ana 4", "Kim 4", "Ben 0", "Lea 0"])
    }

    @Test func whereSaysWhomItIsAbout() throws {
        let rule = Self.old + "\nwhere:\n  street: Oak"
        #expect(try ranking(rule).map { "\($0.name) \($0.points)" } == ["Ana 6", "Eve 0", "Ben 0", "Kim 0", "Lea 0"])
    }

    @Test func otherRecordsCanBeRanked() throws {
        let log = "clubs:\n  - name: Choir\n    motto: Sing\n  - name: Chess\n    motto: Onward\nactivities: []\n"
        let ranked = try ranking("prefer: club\nwhen:\n  motto: Onward", log, of: "club")
        #expect(ranked.map { "\($0.name) \($0.points)" } == ["Chess 4", "Choir 0"])
    }

    @Test func itGivesNoVerdicts() throws {
        let street = try Street(Self.old, log: Self.people)
        #expect(try street.evaluated(at: "Mon").verdicts.isEmpty)
        #expect(try RuleTrial(Self.old).rule().possibleVerdicts.isEmpty)
        let evaluated = try street.evaluated(at: "Mon")
        let silence = evaluated.silence(of: try RuleTrial(Self.old).rule(), about: nil)
        #expect(silence == "it ranks people and has no verdict on what was done.")
    }

    // MARK: Examples

    private func results(_ order: String, people: String = "") throws -> [ExampleRunner.Result] {
        let example = """
            examples:
              - name: three neighbours
                people:
                  - name: Eve
                    age: young
                  - name: Ana
                    age: old
                    street: Oak
                  - name: Ben
                    age: middle
                    street: Elm
                order: \(order)
            """
        let rules = RuleTrial(Self.old + "\n" + example).rules
        var diagnostics = Diagnostics()
        let pack = try #require(rules.packs.first)
        let results = ExampleRunner(rules: rules, zones: { _ in nil }).run(pack, &diagnostics)
        return diagnostics.hasErrors ? [] : results
    }

    @Test func anExampleOfAnOrderIsKept() throws {
        #expect(try results("[Ana, Ben, Eve]").map(\.passed) == [true])
        #expect(try results("[Ana, Eve]").map(\.passed) == [true])
    }

    @Test func anExampleOfAnOrderFailsWithThePoints() throws {
        let problem = try #require(try results("[Ben, Ana]").first?.problem)
        #expect(problem.message == "the example 'three neighbours' comes out in another order: Ana 6, Ben 4")
        #expect(problem.range?.text == "[Ben, Ana]")
    }

    @Test func aNameThatNobodyHasIsReported() throws {
        #expect(try results("[Ana, Bob]").isEmpty)
    }

    // MARK: Words and reading

    @Test(arguments: [
        SentenceCase(old, "Prefer people where the age is middle or old, ideally where the street is not Elm."),
        SentenceCase("prefer: club\nideally:\n  motto: Onward", "Prefer clubs, ideally where the motto is Onward."),
    ])
    func sentence(_ row: SentenceCase) throws { try row.check() }

    @Test(arguments: [
        MistakeCase(
            "no condition", "prefer: person", "missing-key 'prefer': this rule prefers somebody, but does not say when"),
        MistakeCase(
            "nobody of that name", "prefer: neighbour\nwhen:\n  age: old",
            "unknown-word 'neighbour': 'neighbour' is not something that can be ranked"),
        MistakeCase(
            "a field they do not have", "prefer: person\nwhen:\n  motto: Onward",
            "unknown-word 'motto': 'motto' is not a field that can be asked for here"),
        MistakeCase(
            "it has no verdicts to be kept out", old + "\nunless:\n  happened: note.sent",
            "unknown-key 'unless': a rule of this form has no key 'unless'"),
    ])
    func mistake(_ row: MistakeCase) { row.check() }
}
