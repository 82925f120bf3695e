import TestSupport
import Testing

@testable import RulesEngine

/// What no example says is asked, with the example that settles it; what is added makes the score whole.
struct MutationTests {
    /// One rule of each shape, in the words of the street, without an example.
    static let rules: [(shape: String, rule: String)] = [
        (
            "follow-up",
            """
            after: visit.held
            where:
              place: [house, garden]
              length:
                at_least: 20 minutes
            expect: note.sent
            to: same person
            within: 24 hours
            unless:
              happened: call.made
              since: occasion
            """
        ),
        (
            "lead-up",
            """
            before: visit.planned
            expect: call.made
            to: same person
            ahead: 2 days
            no_older_than: 30 days
            """
        ),
        ("only-if-first", "never: tool.lent\nunless_first: tool.asked\nby: same person\nno_older_than: 7 days"),
        ("hold-off", "after: note.sent\navoid: call.made\nto: same person\nfor: 3 business days\nuntil: greeting.said"),
        ("part-of", "in_each: visit.planned\nexpect: story.told\nas: first\nunder: program"),
        ("limit", "for_each: visit.planned\ncheck: length\nbetween: 15 and 20 minutes"),
        ("rhythm", "keep: note.sent\nat_least: 2\nper: week"),
        (
            "share",
            """
            of: people
            are:
              age: [middle, old]
            at_least: 40 percent
            at_least_of: 3
            """
        ),
        ("cover", "cover: dishes\nfrom: visit.held\ntopics: [soup, cake]\nby_at_least: 2\nat_least_of: 3"),
        (
            "preference",
            """
            prefer: people
            when:
              age: [middle, old]
            ideally:
              street:
                is_not: oak
            """
        ),
        (
            "wording",
            """
            in: note.sent
            words:
              at_most: 12
            mention: [thank you, [soup, cake]]
            avoid: [borrow]
            placeholders: no
            """
        ),
    ]

    @Test func everyShapeIsTried() {
        #expect(Self.rules.map(\.shape).sorted() == Shapes.all.map { $0.name }.sorted())
        let names = Self.rules.map { row in try? RuleTrial(row.rule).rule().shapeName }
        #expect(names == Self.rules.map(\.shape))
    }

    /// Beginning with no example at all, one round of what is proposed leaves nothing to ask, and every example passes.
    @Test(arguments: rules)
    func whatIsProposedIsEnough(_ row: (shape: String, rule: String)) throws {
        try MutationRound(row.rule).check()
    }

    // MARK: What is the same, and what is open

    /// More than anybody would write into an example: nothing that is tried makes the rule content, so nothing is called
    /// the same, and the number is named.
    @Test func whatWasNotReachedIsNotCalledTheSame() throws {
        let rule = """
            never: gift.given
            unless_first:
              happened: visit.held
              count: 400
              different: person
            """
        let score = try MutationRound(rule).score
        #expect(score.unseen == [.ok] && score.equivalents.isEmpty && !score.undecided.isEmpty && score.percent < 100)
        #expect(score.tooMany == 400)
    }

    /// A day and a business day differ only where a weekend comes between.
    @Test(arguments: [("1 day", "1 business day"), ("1 business day", "1 day"), ("2 business days", "2 days")])
    func aWeekendTellsDaysFromBusinessDays(_ row: (written: String, other: String)) throws {
        let rule = "before: visit.planned\nexpect: call.made\nto: same person\nahead: \(row.written)"
        let round = try MutationRound(rule)
        try round.check()
        #expect(round.score.equivalents.isEmpty && round.score.undecided.isEmpty)
        #expect(round.score.survivors.flatMap(\.questions).contains("Is it in time at least \(row.other) ahead?"))
    }

    /// Nobody's week is with anybody in particular, and nothing comes after a message that is about to be sent.
    @Test(arguments: [
        (
            "keep: note.sent\nat_least: 2\nper: week\nunless:\n  happened: visit.held\n  count: 3",
            ["Is it an exception with somebody else?"]
        ),
        (
            "in: note.sent\navoid: [borrow]\nunless:\n  happened: visit.held\n  to: same person",
            ["Is it an exception when it comes after that?"]
        ),
        (
            "cover: dishes\nfrom: visit.held\ntopics: [soup]\nat_least_of: 2\nonly_if:\n  happened: call.made",
            [
                "Does the rule apply when it comes before that?", "Does the rule apply when it comes after that?",
                "Does the rule apply with somebody else?",
            ]
        ),
    ])
    func whatAGateCannotSeeMeansTheSame(_ row: (rule: String, same: [String])) throws {
        #expect(try MutationRound(row.rule).score.equivalents == row.same)
    }

    /// What is asked twice in one condition can be left out once.
    @Test func aConditionThatAsksTwiceMeansTheSame() throws {
        let rule = """
            after: visit.held
            where:
              any:
                - place: house
                - place: [house, garden]
            expect: note.sent
            to: same person
            within: 24 hours
            """
        let score = try MutationRound(rule).score
        #expect(Set(score.equivalents) == ["Does the rule apply when the place is house?"])
        #expect(score.undecided.isEmpty)
    }

    /// What nothing tells apart and nothing proves the same is open, and counts.
    @Test func whatIsNotProvenIsOpen() throws {
        let rule = "of: visit.held\nare:\n  place: garden\nat_least: 50 percent\nat_least_of: 300"
        let score = try MutationRound(rule).score
        #expect(score.equivalents.isEmpty && !score.undecided.isEmpty && score.percent < 100)
    }

    /// Each kind of message a rule names is tried.
    @Test func everyKindOfMessageIsTried() throws {
        try MutationRound("in: [note.sent, gift.given]\nmention: [thank you]").check()
    }

    /// Nobody lists a hundred people to see whether exactly a third of them is enough.
    @Test func aShareThatTakesAHundredIsNotAskedAbout() throws {
        let share = { (percent: Int) in "of: people\nare:\n  age: [old]\nat_least: \(percent) percent" }
        #expect(try questions(share(33)).contains { $0.contains("exactly") } == false)
        #expect(try questions(share(35)).contains("Is exactly 35 percent enough?"))
    }

    // MARK: What is asked

    /// The questions about a rule, each once.
    private func questions(_ rule: String) throws -> [String] {
        let trial = RuleTrial(rule)
        let words = RuleWords(vocabulary: trial.rules.vocabulary, texts: trial.rules.literalTexts)
        return unique(try trial.rule().mutants(words).map(\.question))
    }

    @Test func aConditionIsAskedAboutAtEachOfItsEdges() throws {
        let rule = """
            after: visit.held
            where:
              any:
                - place: [house, garden]
                - length:
                    at_least: 20 minutes
            expect: note.sent
            to: same person
            """
        let asked = try questions(rule).filter { $0.hasPrefix("Does the rule apply when") }
        #expect(
            asked == [
                "Does the rule apply when the place is neither house nor garden and the length is less than 20 minutes?",
                "Does the rule apply when the place is house or garden?",
                "Does the rule apply when the place is house?",
                "Does the rule apply when the place is garden?",
                "Does the rule apply when the length is at least 20 minutes?",
                "Does the rule apply when the length is exactly 20 minutes?",
                "Does the rule apply when the length is 19 minutes?",
            ])
    }

    @Test func aGateIsAskedAbout() throws {
        let rule = """
            after: visit.held
            expect: note.sent
            to: same person
            only_if:
              happened: gift.given
              before: occasion
            """
        let asked = try questions(rule)
        #expect(asked.contains("Does the rule apply whether or not you give a gift?"))
        #expect(asked.contains("Does the rule apply when it comes after that?"))
    }

    @Test(arguments: [
        ("24 hours", ["1439 minutes", "1441 minutes", "12 hours", "48 hours", "1 day"]),
        ("1 day", ["2 days", "24 hours", "1 business day"]),
        ("3 business days", ["2 business days", "4 business days", "1 business day", "6 business days", "3 days"]),
        ("2 weeks", ["1 week", "3 weeks", "4 weeks"]),
        ("30 minutes", ["29 minutes", "31 minutes", "15 minutes", "60 minutes"]),
    ])
    func aSpanHasNeighbours(_ text: String, _ near: [String]) throws {
        #expect(try Span.read(text).get().near.map(\.description) == near)
    }

    @Test func aConditionIsTheSameAfterItWasReadAsATree() throws {
        let rule = """
            after: visit.held
            where:
              not:
                any:
                  - place: house
                  - all:
                      - length:
                          less_than: 20 minutes
                      - guests: 2
              dishes: soup
            expect: note.sent
            """
        let clause = try #require(try RuleTrial(rule).rule().shape.occasionClause)
        var place = 0
        let trees = ConditionTree.read(clause.condition.tests, &place, until: clause.condition.tests.count)
        #expect(trees.flatMap(\.tests) == clause.condition.tests)
        #expect(trees.count == 2 && place == clause.condition.tests.count)
    }
}
