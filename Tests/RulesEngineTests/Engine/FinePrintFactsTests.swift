import Testing

@testable import RulesEngine

/// rules.md §4a.9, 10 and 18: missing facts, facts as of the occasion, lists and places in them.
struct FinePrintFactsTests {
    private static func note(where condition: String) -> String { StreetRules.note + "\nwhere:\n  " + condition }
    private static let visit = "- Mon 10:00: visit.held with Ana"

    @Test(arguments: [
        StreetCase(
            "unknown in where", note(where: "place: garden"), log: visit, now: "Mon 20:00",
            "Ana cannot tell without place"),
        StreetCase(
            "it holds", note(where: "place: garden"), log: visit + "\n  place: garden", now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "it fails", note(where: "place: garden"), log: visit + "\n  place: house", now: "Mon 20:00",
            "Ana does not apply"),
        StreetCase(
            "unknown does not matter when the rest fails", note(where: "place: garden\n  guests: 3"),
            log: visit + "\n  guests: 2",
            now: "Mon 20:00", "Ana does not apply"),
        StreetCase(
            "unknown matters when the rest holds", note(where: "place: garden\n  guests: 3"),
            log: visit + "\n  guests: 3",
            now: "Mon 20:00", "Ana cannot tell without place"),
        StreetCase(
            "any: one that holds is enough", note(where: "any:\n    - place: garden\n    - guests: 3"),
            log: visit + "\n  guests: 3", now: "Mon 20:00", "Ana due by Tue 10:00"),
        StreetCase(
            "any: unknown when the others fail", note(where: "any:\n    - place: garden\n    - guests: 3"),
            log: visit + "\n  guests: 2", now: "Mon 20:00", "Ana cannot tell without place"),
        StreetCase(
            "not: unknown stays unknown", note(where: "not:\n    place: garden"), log: visit, now: "Mon 20:00",
            "Ana cannot tell without place"),
        StreetCase(
            "not of two: one that fails is enough", note(where: "not:\n    place: garden\n    guests: 3"),
            log: visit + "\n  guests: 2", now: "Mon 20:00", "Ana due by Tue 10:00"),
        StreetCase(
            "all: the blocks of a list belong together",
            note(where: "all:\n    - place: garden\n    - any:\n        - guests: 1\n        - guests: 2"),
            log: visit + "\n  guests: 2\n  place: garden", now: "Mon 20:00", "Ana due by Tue 10:00"),
        StreetCase(
            "is_set is never unknown", note(where: "place:\n    is_set: no"), log: visit, now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "unknown of a person", note(where: "person.age: old"), log: visit, now: "Mon 20:00",
            "Ana cannot tell without age"),
        StreetCase(
            "unknown on the way", note(where: "person.introduced_by.age: old"), log: visit, now: "Mon 20:00",
            "Ana cannot tell without introduced_by"),
        StreetCase(
            "unknown of oneself", note(where: "me.mood: high"), log: visit, now: "Mon 20:00",
            "Ana cannot tell without mood"),
    ])
    func finePrint09_unknownInWhere(row: StreetCase) throws { try row.check() }

    private static let byPost = StreetRules.note + "\nexpect_where:\n  by: post"

    @Test(arguments: [
        StreetCase(
            "perhaps, so cannot tell rather than overdue", byPost, log: visit + "\n- Mon 12:00: note.sent with Ana",
            now: "Wed",
            "Ana cannot tell without by by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "perhaps late, or not at all", byPost, log: visit + "\n- Tue 12:00: note.sent with Ana", now: "Wed",
            "Ana cannot tell without by by Tue 10:00 found Tue 12:00"),
        StreetCase(
            "perhaps in time, surely late", byPost,
            log: visit + "\n- Mon 12:00: note.sent with Ana\n- Tue 12:00: note.sent with Ana\n  by: post", now: "Wed",
            "Ana cannot tell without by by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "perhaps late, surely late", byPost,
            log: visit + "\n- Tue 12:00: note.sent with Ana\n- Tue 13:00: note.sent with Ana\n  by: post", now: "Wed",
            "Ana late by Tue 10:00 found Tue 13:00"),
        StreetCase(
            "perhaps does not matter when another one counts", byPost,
            log: visit + "\n- Mon 12:00: note.sent with Ana\n- Mon 13:00: note.sent with Ana\n  by: post", now: "Wed",
            "Ana ok by Tue 10:00 found Mon 13:00"),
        StreetCase(
            "surely not", byPost, log: visit + "\n- Mon 12:00: note.sent with Ana\n  by: hand", now: "Wed",
            "Ana overdue by Tue 10:00"),
        StreetCase(
            "perhaps excused does not matter when followed",
            byPost + "\nunless:\n  happened: tool.lent\n  where:\n    names:\n      is_set: yes",
            log: visit + "\n- Mon 12:00: note.sent with Ana\n  by: post\n- Mon 12:00: tool.lent with Ana", now: "Wed",
            "Ana ok by Tue 10:00 found Mon 12:00"),
        StreetCase(
            "what came first, perhaps",
            StreetRules.loan.replacing("tool.asked", with: "\n  happened: note.sent\n  where:\n    by: hand"),
            log: "- Mon 09:00: note.sent with Ana\n- Mon 10:00: tool.lent with Ana", now: "Mon 20:00",
            "Ana cannot tell without by found Mon 09:00"),
        StreetCase(
            "a lead-up, perhaps",
            StreetRules.call.replacing("call.made", with: "note.sent") + "\nexpect_where:\n  by: post",
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n- Mon 09:00: note.sent with Ana",
            now: "Tue",
            "Ana cannot tell without by by Wed 10:00 found Mon 09:00"),
        StreetCase(
            "a part, perhaps", "in_each: visit.planned\nexpect: tool.asked\nexpect_where:\n  words: may I",
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00\n  program:\n    - tool.asked",
            now: "Tue 12:00",
            "Ana cannot tell without words by Wed 10:00 found Wed 10:00"),
        StreetCase(
            "a limit on what nobody told", StreetRules.length,
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00", now: "Tue",
            "Ana cannot tell without length"),
        StreetCase(
            "a limit that wants it told", "for_each: visit.planned\ncheck: length\nat_most: 30 minutes\nis_set: yes",
            log: "- Mon 08:00: visit.planned with Ana\n  starts: Wed 10:00", now: "Tue", "Ana overdue by Wed 10:00"),
    ])
    func finePrint09_perhaps(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "don't know stays unknown", note(where: "place: garden"), log: visit + "\n  place: don't know",
            now: "Mon 20:00",
            "Ana cannot tell without place"),
        StreetCase(
            "none is an answer", note(where: "place: garden"), log: visit + "\n  place: none", now: "Mon 20:00",
            "Ana does not apply"),
        StreetCase(
            "none is not set", note(where: "place:\n    is_set: no"), log: visit + "\n  place: none", now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "don't know is not set", note(where: "place:\n    is_set: no"), log: visit + "\n  place: don't know",
            now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "don't know in place of a list", note(where: "dishes: cake"), log: visit + "\n  dishes: don't know",
            now: "Mon 20:00",
            "Ana cannot tell without dishes"),
        StreetCase(
            "none in place of a list", note(where: "dishes: cake"), log: visit + "\n  dishes: none", now: "Mon 20:00",
            "Ana does not apply"),
        StreetCase(
            "don't know in place of a text", note(where: "person.street: Elm"),
            log: "people:\n  - name: Ana\n    street: don't know\nactivities:\n" + visit, now: "Mon 20:00",
            "Ana cannot tell without street"),
        StreetCase(
            "none on the way", note(where: "person.introduced_by.age: old"),
            log: "people:\n  - name: Ana\n    introduced_by: none\nactivities:\n" + visit, now: "Mon 20:00",
            "Ana does not apply"),
    ])
    func finePrint09_dontKnowAndNone(row: StreetCase) throws { try row.check() }

    @Test func finePrint09_eachFactIsAskedOnce() throws {
        let rules = """
            - after: visit.held
              expect: note.sent
              to: same person
              where:
                place: garden
            - after: visit.held
              expect: call.made
              to: same person
              where:
                place: garden
            """
        let street = try Street(rules, log: Self.visit + "\n- Mon 11:00: visit.held with Bob, Cyd")
        let cards = try street.agenda(at: "Mon 20:00", budget: 5).cards
        #expect(cards.map(\.kind) == [.question, .question])
        #expect(cards.map(\.rules) == [["street/a", "street/b"], ["street/a", "street/b"]])
    }

    @Test func finePrint09_whatAPersonDoesNotKnowIsNotAskedAgain() throws {
        let street = try Street(
            Self.note(where: "place: garden\n  person.age: old"),
            log: "people:\n  - name: Ana\n    age: don't know\nactivities:\n" + Self.visit + "\n  place: garden")
        #expect(try street.verdicts(at: "Mon 20:00") == ["Ana cannot tell without age"])
        #expect(try street.agenda(at: "Mon 20:00").cards.isEmpty)
    }

    private static let ageing = """
        people:
          - name: Ana
            age: young
            changes:
              - since: Tue
                age: middle
              - since: Fri
                age: old
        activities:
          - Mon 10:00: visit.held with Ana
          - Tue 00:00: visit.held with Ana
          - Sat 10:00: visit.held with Ana
        """

    @Test(arguments: [
        StreetCase(
            "as of each visit", note(where: "person.age: middle"), log: ageing, now: "Sat 20:00", "Ana does not apply",
            "Ana overdue by Wed 00:00", "Ana does not apply"),
        StreetCase(
            "later ones count as more", note(where: "person.age:\n    at_least: middle"), log: ageing, now: "Sat 20:00",
            "Ana does not apply", "Ana overdue by Wed 00:00", "Ana due by day 7 10:00".replacing("day 7", with: "Sun")),
        StreetCase(
            "what was told as a change was not known before", note(where: "person.age: old"),
            log: ageing.replacing("    age: young\n", with: ""), now: "Sat 20:00", "Ana cannot tell without age",
            "Ana does not apply", "Ana due by Sun 10:00"),
        StreetCase(
            "a correction rewrites", note(where: "person.age: young"),
            log: ageing.replacing("changes:\n", with: "changes: []\n")
                .replacing("      - since: Tue\n        age: middle\n      - since: Fri\n        age: old\n", with: ""),
            now: "Sat 20:00", "Ana overdue by Tue 10:00", "Ana overdue by Wed 00:00", "Ana due by Sun 10:00"),
    ])
    func finePrint10_asOf(row: StreetCase) throws { try row.check() }

    private static func dishes(_ test: String) -> String { "for_each: visit.held\ncheck: dishes\n" + test }
    private static let cakeAndSoup = visit + "\n  dishes: [cake, soup]"

    @Test(arguments: [
        StreetCase(
            "one_of tests every element", dishes("one_of: [cake, bread]"), log: cakeAndSoup, now: "Tue", "Ana broken"),
        StreetCase(
            "every element is one of them", dishes("one_of: [cake, soup]"), log: cakeAndSoup, now: "Tue", "Ana ok"),
        StreetCase(
            "not_one_of tests every element", dishes("not_one_of: [soup]"), log: cakeAndSoup, now: "Tue", "Ana broken"),
        StreetCase(
            "an empty list satisfies one_of", dishes("one_of: [cake]"), log: visit + "\n  dishes: []", now: "Tue",
            "Ana ok"),
        StreetCase(
            "contains some", note(where: "dishes: soup"), log: cakeAndSoup, now: "Mon 20:00", "Ana due by Tue 10:00"),
        StreetCase(
            "contains all", note(where: "dishes:\n    contains_all: [soup, bread]"), log: cakeAndSoup, now: "Mon 20:00",
            "Ana does not apply"),
        StreetCase(
            "is_not", note(where: "dishes:\n    is_not: bread"), log: cakeAndSoup, now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "the same as another field", note(where: "names:\n    same_as:\n      field: person"),
            log: visit + "\n  names: ana", now: "Mon 20:00", "Ana due by Tue 10:00"),
        StreetCase(
            "another field, written in one line", note(where: "names:\n    field: person"),
            log: visit + "\n  names: Bob",
            now: "Mon 20:00", "Ana does not apply"),
        StreetCase(
            "more than", note(where: "guests:\n    more_than: 2"), log: visit + "\n  guests: 2", now: "Mon 20:00",
            "Ana does not apply"),
        StreetCase(
            "less than", note(where: "guests:\n    less_than: 2.5"), log: visit + "\n  guests: 2", now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "a text in any letter case", note(where: "person.street: ELM"),
            log: "people:\n  - name: Ana\n    street: elm\nactivities:\n" + visit, now: "Mon 20:00",
            "Ana due by Tue 10:00"),
    ])
    func finePrint18_lists(row: StreetCase) throws { try row.check() }
}
