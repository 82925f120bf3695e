import Testing

@testable import RulesEngine

/// Every X contains Y, or no X contains Y: counts and places (rules.md §4a.18).
struct PartOfTests {
    /// A program of three stories around a greeting, and what follows the visit.
    private static let program = """
        - Mon 08:00: visit.planned with Ana
          starts: day 8 10:00
          program:
            - story.told
            - greeting.said
            - story.told
          later:
            - story.told
        """

    private static func rule(_ more: String, expect: String = "greeting.said") -> String {
        "in_each: visit.planned\nexpect: \(expect)\n\(more)"
    }

    private static func story(_ more: String) -> String { rule(more, expect: "story.told") }

    @Test(arguments: [
        StreetCase(
            "anywhere", rule(""), log: program, now: "Tue",
            "Ana ok by".replacing(" by", with: "") + " found day 8 10:00"),
        StreetCase("missing", rule("", expect: "hedge.cut"), log: program, now: "Tue", "Ana overdue by day 8 10:00"),
        StreetCase(
            "first", rule("as: first"), log: program, now: "Tue", "Ana overdue by day 8 10:00 found day 8 10:00"),
        StreetCase("first, one of several", story("as: first"), log: program, now: "Tue", "Ana ok found day 8 10:00"),
        StreetCase(
            "last of its list", story("as: last\nunder: program"), log: program, now: "Tue", "Ana ok found day 8 10:00"),
        StreetCase(
            "not the last", rule("as: last"), log: program, now: "Tue", "Ana overdue by day 8 10:00 found day 8 10:00"),
        StreetCase("in first 2", rule("as: in first 2"), log: program, now: "Tue", "Ana ok found day 8 10:00"),
        StreetCase(
            "in first 1", rule("as: in first 1"), log: program, now: "Tue",
            "Ana overdue by day 8 10:00 found day 8 10:00"),
        StreetCase(
            "right before a story", rule("as: right before story.told"), log: program, now: "Tue",
            "Ana ok found day 8 10:00"),
        StreetCase(
            "right before a greeting", story("as: right before greeting.said"), log: program, now: "Tue",
            "Ana ok found day 8 10:00"),
        StreetCase(
            "right before itself", rule("as: right before greeting.said"), log: program, now: "Tue",
            "Ana overdue by day 8 10:00 found day 8 10:00"),
        StreetCase("under the program", rule("under: program"), log: program, now: "Tue", "Ana ok found day 8 10:00"),
        StreetCase(
            "under the other list", rule("under: later"), log: program, now: "Tue", "Ana overdue by day 8 10:00"),
        StreetCase(
            "two at least", story("under: program\ncount:\n  at_least: 2"), log: program, now: "Tue",
            "Ana ok found day 8 10:00"),
        StreetCase(
            "three at least", story("under: program\ncount:\n  at_least: 3"), log: program, now: "Tue",
            "Ana overdue by day 8 10:00 found day 8 10:00"),
        StreetCase(
            "one at most", story("under: program\ncount:\n  at_most: 1"), log: program, now: "Tue",
            "Ana overdue by day 8 10:00 found day 8 10:00"),
        StreetCase(
            "exactly two", story("under: program\ncount: 2"), log: program, now: "Tue", "Ana ok found day 8 10:00"),
        StreetCase(
            "at most, with none", rule("count:\n  at_most: 1", expect: "hedge.cut"), log: program, now: "Tue", "Ana ok"),
        StreetCase(
            "unwanted and there", "in_each: visit.planned\navoid: story.told", log: program, now: "Tue",
            "Ana overdue by day 8 10:00 found day 8 10:00"),
        StreetCase(
            "unwanted and not there", "in_each: visit.planned\navoid: hedge.cut", log: program, now: "Tue", "Ana ok"),
        StreetCase(
            "unwanted as the first, and in the middle", "in_each: visit.planned\navoid: greeting.said\nas: first",
            log: program, now: "Tue", "Ana ok found day 8 10:00"),
        StreetCase(
            "unwanted as the first, and there", "in_each: visit.planned\navoid: story.told\nas: first", log: program,
            now: "Tue", "Ana overdue by day 8 10:00 found day 8 10:00"),
    ])
    func finePrint18_places(row: StreetCase) throws { try row.check() }

    private static let timed = """
        - Mon 08:00: visit.planned with Ana
          starts: day 8 10:00
          program:
            - day 8 10:10: greeting.said
            - story.told
        """

    @Test(arguments: [
        StreetCase(
            "as listed, whatever the times: first", rule("as: first"), log: timed, now: "Tue",
            "Ana ok found day 8 10:10"),
        StreetCase(
            "as listed, whatever the times: last", story("as: last"), log: timed, now: "Tue", "Ana ok found day 8 10:00"
        ),
    ])
    func finePrint18_placesAreThoseOfTheList(row: StreetCase) throws { try row.check() }

    private static let empty = "- Mon 08:00: visit.planned with Ana\n  starts: day 8 10:00"

    @Test(arguments: [
        StreetCase("an empty program is given time", rule(""), log: empty, now: "Tue", "Ana due by day 8 10:00"),
        StreetCase(
            "an empty list, too", rule(""), log: empty + "\n  program: []", now: "Tue", "Ana due by day 8 10:00"),
        StreetCase("more than a day ahead", rule(""), log: empty, now: "Sun 09:59:59", "Ana due by day 8 10:00"),
        StreetCase("within a day", rule(""), log: empty, now: "Sun 10:00", "Ana overdue by day 8 10:00"),
        StreetCase("marked ready", rule(""), log: empty + "\n  ready: yes", now: "Tue", "Ana overdue by day 8 10:00"),
        StreetCase("marked not ready", rule(""), log: empty + "\n  ready: no", now: "Tue", "Ana due by day 8 10:00"),
        StreetCase("without a time", rule(""), log: "- Mon 08:00: visit.planned with Ana", now: "Tue", "Ana due"),
        StreetCase(
            "begun but unfinished", rule(""),
            log: program.replacing("        - greeting.said\n", with: "").replacing("    - greeting.said\n", with: ""),
            now: "Tue", "Ana overdue by day 8 10:00"),
        StreetCase("undecided", rule(""), log: empty, now: "day 9", "Ana cannot tell without visit"),
        StreetCase(
            "cancelled", rule(""), log: empty + "\n- Tue 08:00: visit.cancelled with Ana", now: "Wed",
            "Ana does not apply"),
        StreetCase(
            "nothing unwanted in an empty program", "in_each: visit.planned\navoid: story.told", log: empty, now: "Tue",
            "Ana ok"),
        StreetCase(
            "its conditions", rule("where:\n  place: garden"), log: empty + "\n  place: house", now: "Tue",
            "Ana does not apply"),
        StreetCase(
            "two people, one program", rule(""), log: program.replacing("with Ana", with: "with Ana, Bob"), now: "Tue",
            "Ana ok found day 8 10:00", "Bob ok found day 8 10:00"),
        StreetCase(
            "what a visit was held with", "in_each: visit.held\nexpect: greeting.said",
            log: "- Mon 10:00: visit.held with Ana\n  program:\n    - greeting.said", now: "Tue",
            "Ana ok found Mon 10:00"),
        StreetCase(
            "what was planned did not happen by that", "in_each: visit.held\nexpect: greeting.said",
            log: program + "\n- day 8 10:00: visit.held with Ana", now: "day 9", "Ana broken"),
        StreetCase(
            "what was planned answers nothing",
            "after: visit.planned\nexpect: greeting.said\nto: same person\nwithin: 3 weeks", log: program, now: "day 9",
            "Ana due by day 22 23:59:59"),
    ])
    func finePrint18_emptyPrograms(row: StreetCase) throws { try row.check() }

    // MARK: In order

    private static let ordered =
        "in_each: visit.planned\nexpect: [greeting.said, story.told, gift.given]\nin_order: yes"
    private static func listing(_ parts: String...) -> String {
        "- Mon 08:00: visit.planned with Ana\n  starts: Fri 10:00\n  program:\n"
            + parts.map { "    - \($0)" }.joined(separator: "\n")
    }

    @Test(arguments: [
        StreetCase(
            "each behind the one before", ordered,
            log: listing("greeting.said", "tool.asked", "story.told", "gift.given"), now: "Thu 12:00",
            "Ana ok found Fri 10:00"),
        StreetCase(
            "one is missing", ordered, log: listing("greeting.said", "gift.given"), now: "Thu 12:00",
            "Ana overdue by Fri 10:00"),
        StreetCase(
            "two stand the other way round", ordered, log: listing("story.told", "greeting.said", "gift.given"),
            now: "Thu 12:00", "Ana overdue by Fri 10:00 found Fri 10:00"),
        StreetCase(
            "a second one in time counts", ordered,
            log: listing("story.told", "greeting.said", "story.told", "gift.given"), now: "Thu 12:00",
            "Ana ok found Fri 10:00"),
        StreetCase(
            "an empty program has time", ordered,
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Fri 10:00", now: "Tue", "Ana due by Fri 10:00"),
    ])
    func finePrint18_inOrder(row: StreetCase) throws { try row.check() }

    @Test func theOrderIsSaidAndExplained() throws {
        #expect(
            try RuleTrial(Self.ordered).sentence()
                == "Every planned visit contains a greeting, a story and a gift, in this order.")
        let occasion = "visit with Ana, Fri 9 Jan 2026 10:00"
        try WhyCase(
            "missing", Self.ordered, log: Self.listing("greeting.said", "gift.given"), now: "Thu 12:00", occasion,
            "found: no story in it"
        ).check()
        try WhyCase(
            "the wrong way round", Self.ordered, log: Self.listing("story.told", "greeting.said", "gift.given"),
            now: "Thu 12:00", occasion, "found: story with Ana, Fri 9 Jan 2026 10:00",
            "it should stand behind a greeting"
        ).check()
    }

    @Test(arguments: [
        MistakeCase(
            "one only", "in_each: visit.planned\nexpect: greeting.said\nin_order: yes",
            "unknown-word 'yes': there is nothing to put in order: 'expect' names one activity only"),
        MistakeCase(
            "with a place", "in_each: visit.planned\nexpect: [greeting.said, gift.given]\nin_order: yes\nas: first",
            "two-shapes 'as': 'in_order' and 'as' cannot stand in one rule"),
    ])
    func mistakesWithAnOrder(row: MistakeCase) { row.check() }
}
