import TestSupport
import Testing

@testable import RulesEngine

/// Rules that count: what is proposed has as many people, lines and parts as it takes.
struct MutationCountTests {
    static let rules: [(name: String, rule: String)] = [
        ("possible people", "never: tool.lent\nunless_first: visit.held\nby: same person"),
        ("possible people ahead", "before: visit.planned\nexpect: tool.lent\nto: same person\nahead: 1 day"),
        (
            "different people before",
            """
            never: gift.given
            unless_first:
              happened: visit.held
              count: 5
              different: person
            """
        ),
        (
            "people of whom something is known",
            """
            never: gift.given
            unless_first:
              happened: visit.held
              where:
                place: garden
                person.age: [middle, old]
              count: 3
              different: person
            """
        ),
        ("parts of a plan", "in_each: visit.planned\nexpect: story.told\ncount:\n  at_least: 5"),
        (
            "parts between two numbers",
            "in_each: visit.planned\nexpect: story.told\ncount:\n  at_least: 2\n  at_most: 4"
        ),
        ("so many parts of what took place", "in_each: visit.held\nexpect: story.told\ncount: 3\nunder: program"),
        ("no part of a plan", "in_each: visit.planned\navoid: story.told"),
        ("no part of what took place", "in_each: visit.held\navoid: story.told"),
        ("at most so many", "keep: note.sent\nat_most: 3\nper: week"),
        ("different people in a month", "keep: visit.held\nat_least: 3\ndifferent: person\nper: month"),
        (
            "several answers",
            "after: visit.held\nexpect:\n  happened: note.sent\n  count: 2\nto: same person\nwithin: 24 hours"
        ),
        ("a share of five", "of: people\nare:\n  age: [middle, old]\nat_most: 50 percent"),
        (
            "a share of visits",
            "of: visit.held\nare:\n  place: garden\nat_least: 50 percent\nat_least_of: 4"
        ),
        (
            "a share of parts",
            "for_each: visit.planned\nof: program parts\nare: story.told\nat_least: 50 percent\nat_least_of: 4"
        ),
        (
            "a cover by three",
            "cover: dishes\nfrom: visit.held\ntopics: [soup, cake, bread]\nby_at_least: 3\nat_least_of: 4"
        ),
        (
            "a cover for each club",
            "cover: dishes\nfrom: visit.held\ntopics: [soup, cake]\nby_at_least: 3\nat_least_of: 4\nfor_each: club"
        ),
        (
            "a share of visits for each club",
            """
            of: visit.held
            are:
              place: garden
            count: activities
            at_least: 40 percent
            at_least_of: 3
            for_each: club
            """
        ),
        ("a rhythm for each club", "keep: note.sent\nat_least: 2\nper: week\nfor_each: club"),
        ("forty people", "never: gift.given\nunless_first:\n  happened: visit.held\n  count: 40\n  different: person"),
        ("thirty a month", "keep: note.sent\nat_least: 30\nper: month"),
        ("a share of many", "of: people\nare:\n  age: [middle, old]\nat_least: 45 percent\nat_least_of: 20"),
        (
            "a counted exception",
            """
            after: visit.held
            expect: note.sent
            to: same person
            within: 24 hours
            unless:
              happened: call.made
              count: 3
            """
        ),
    ]

    /// Beginning with no example at all.
    @Test(arguments: rules)
    func whatIsProposedIsEnough(_ row: (name: String, rule: String)) throws { try MutationRound(row.rule).check() }

    /// Beginning with an example in which the rule has nothing to say.
    @Test(arguments: rules.prefix(5))
    func oneExampleIsEnoughToBegin(_ row: (name: String, rule: String)) throws {
        let silent = "  - name: nothing\n    log: []\n    now: Mon 12:00\n    verdict: does not apply"
        try MutationRound(row.rule, examples: silent).check()
    }

    /// What is proposed is as plain as one would write it.
    @Test func peopleHaveNamesAndTimesAreOnTheHour() throws {
        let score = try MutationRound(Self.rules[2].rule).score
        let enough = try #require(score.survivors.first { $0.verdicts == [.ok] }).example
        let lines = enough.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0 != "names: Tom" }
        #expect(
            lines == [
                "- name: Is it wrong even after a visit?", "log:", "- Mon 05:00: visit.held with Ana",
                "- Mon 06:00: visit.held with Ben", "- Mon 07:00: visit.held with Cleo",
                "- Mon 08:00: visit.held with Dan", "- Mon 09:00: visit.held with Eva",
                "- Mon 10:00: gift.given with Ana",
                "now: Mon 12:00", "verdict: ok",
            ])
    }
}
