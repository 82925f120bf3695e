import Testing

@testable import RulesEngine

/// X's field is within limits, to the very edge.
struct LimitTests {
    private static func held(_ length: String) -> String { "- Mon 10:00: visit.held with Ana\n  length: \(length)" }
    private static func limit(_ bounds: String) -> String { "for_each: visit.held\ncheck: length\n" + bounds }

    @Test(arguments: [
        StreetCase("the least", limit("at_least: 15 minutes"), log: held("15 minutes"), now: "Tue", "Ana ok"),
        StreetCase(
            "less than the least", limit("at_least: 15 minutes"), log: held("14 minutes"), now: "Tue", "Ana broken"),
        StreetCase("the most", limit("at_most: 30 minutes"), log: held("30 minutes"), now: "Tue", "Ana ok"),
        StreetCase(
            "more than the most", limit("at_most: 30 minutes"), log: held("31 minutes"), now: "Tue", "Ana broken"),
        StreetCase(
            "between, the lower end", limit("between: 15 and 30 minutes"), log: held("15 minutes"), now: "Tue", "Ana ok"
        ),
        StreetCase(
            "between, the upper end", limit("between: 15 and 30 minutes"), log: held("30 minutes"), now: "Tue", "Ana ok"
        ),
        StreetCase(
            "between, with two units", limit("between: 15 minutes and 1 hour"), log: held("1 hour"), now: "Tue",
            "Ana ok"),
        StreetCase("one value", limit("between: 15 and 15 minutes"), log: held("16 minutes"), now: "Tue", "Ana broken"),
        StreetCase(
            "one of several words", "for_each: visit.held\ncheck: place\none_of: [house, garden]",
            log: "- Mon 10:00: visit.held with Ana\n  place: garden", now: "Tue", "Ana ok"),
        StreetCase(
            "none of several words", "for_each: visit.held\ncheck: place\nnot_one_of: [house, garden]",
            log: "- Mon 10:00: visit.held with Ana\n  place: garden", now: "Tue", "Ana broken"),
        StreetCase(
            "of the person, as of then", "for_each: visit.held\ncheck: person.age\nat_least: middle",
            log: "people:\n  - name: Ana\n    age: young\nactivities:\n- Mon 10:00: visit.held with Ana", now: "Tue",
            "Ana broken"),
        StreetCase(
            "left open", "for_each: visit.held\ncheck: place\nis_set: no", log: "- Mon 10:00: visit.held with Ana",
            now: "Tue", "Ana ok"),
    ])
    func verdict(row: StreetCase) throws { try row.check() }
}
