import TestSupport
import Testing

@testable import RulesEngine

/// Facts that are worked out from others: declared in the vocabulary, used in rules, written by nobody (rules.md §4).
struct ComputedFieldTests {
    private static func rule(_ condition: String) -> String { StreetRules.note + "\nwhere:\n  " + condition }
    private static func visit(_ fields: String...) -> String {
        "- Mon 10:00: visit.held with Ana" + fields.map { "\n  \($0)" }.joined()
    }

    @Test(arguments: [
        StreetCase(
            "how many a list holds", rule("courses: 2"), log: visit("dishes: [soup, cake]"), now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "not so many", rule("courses: 2"), log: visit("dishes: [soup]"), now: "Mon 20:00", "Ana does not apply"),
        StreetCase(
            "an empty list holds none", rule("courses: 0"), log: visit("dishes: []"), now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "a list nobody told", rule("courses: 2"), log: visit(), now: "Mon 20:00", "Ana cannot tell without dishes"),
        StreetCase(
            "how many parts", rule("acts: 2"), log: visit("program:", "  - story.told", "  - greeting.said"),
            now: "Mon 20:00", "Ana due by Tue 10:00"),
        StreetCase(
            "a difference", rule("spare:\n    more_than: 30 minutes"),
            log: visit("length: 1 hour", "break: 29 minutes"),
            now: "Mon 20:00", "Ana due by Tue 11:00"),
        StreetCase(
            "at its edge", rule("spare:\n    more_than: 30 minutes"), log: visit("length: 1 hour", "break: 30 minutes"),
            now: "Mon 20:00", "Ana does not apply"),
        StreetCase(
            "a sum", rule("whole: 90 minutes"), log: visit("length: 1 hour", "break: 30 minutes"), now: "Mon 20:00",
            "Ana due by Tue 11:00"),
        StreetCase(
            "a part that is missing is what is asked for", rule("whole: 90 minutes"), log: visit("length: 1 hour"),
            now: "Mon 20:00", "Ana cannot tell without break"),
        StreetCase(
            "a ratio", rule("portion:\n    at_least: 0.5"), log: visit("guests: 2", "helpings: 4"), now: "Mon 20:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "of nothing there is none", rule("portion:\n    at_least: 0.5"), log: visit("guests: 2", "helpings: 0"),
            now: "Mon 20:00", "Ana does not apply"),
    ])
    func fromFieldsOfAnActivity(row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "how often with this person, by then", rule("person.visits: 2"),
            log: "- Mon 09:00: visit.held with Ana\n- Mon 09:30: visit.held with Ben\n" + visit()
                + "\n- Mon 11:00: visit.held with Ana", now: "Mon 20:00",
            "Ana does not apply", "Ana due by Tue 10:00", "Ana does not apply", "Ben does not apply"),
        StreetCase(
            "how often with anybody", rule("me.visits: 2"),
            log: "- Mon 09:30: visit.held with Ben\n" + visit(), now: "Mon 20:00",
            "Ben does not apply", "Ana due by Tue 10:00"),
        StreetCase(
            "days since one of a group", rule("person.quiet:\n    at_least: 4"),
            log: "- Mon 23:00: call.made with Ana\n- Fri 01:00: visit.held with Ana", now: "Fri 12:00",
            "Ana due by Sat 01:00"),
        StreetCase(
            "a day less", rule("person.quiet:\n    at_least: 4"),
            log: "- Tue 00:00: call.made with Ana\n- Fri 23:00: visit.held with Ana", now: "Fri 23:30",
            "Ana does not apply"),
        StreetCase(
            "none there ever was", rule("person.quiet:\n    at_least: 4"), log: visit(), now: "Mon 20:00",
            "Ana does not apply"),
        StreetCase(
            "days since a date", rule("person.settled: 3"),
            log: "people:\n  - name: Ana\n    moved_in: 2026-01-05\nactivities:\n  - Thu 01:00: visit.held with Ana",
            now: "Thu 20:00", zone: "America/New_York", "Ana due by Fri 01:00"),
        StreetCase(
            "a date nobody told", rule("person.settled: 3"), log: visit(), now: "Mon 20:00",
            "Ana cannot tell without moved_in"),
    ])
    func fromWhatWasDone(row: StreetCase) throws { try row.check() }

    @Test func aSentenceMayNameIt() throws {
        let street = try Street(
            StreetRules.note + "\nsay:\n  due: After <courses> courses, write to <person>.",
            log: Self.visit("dishes: [soup, cake]"))
        let evaluated = try street.evaluated(at: "Mon 20:00")
        #expect(evaluated.verdicts.map { evaluated.headline(of: $0) } == ["After 2 courses, write to Ana."])
    }

    /// It is no field of a log: whoever writes it is told the fields there are.
    @Test func nobodyWritesItIntoALog() throws {
        var diagnostics = Diagnostics()
        let vocabulary = PackLoader.load([Neighbours.pack("rules: []\n")], &diagnostics).vocabulary
        let tree = YAMLLoader.load(
            SourceFile(
                name: "log.yaml",
                text: "log: 1\nactivities:\n  - 2026-01-05 10:00: visit.held with Ana\n    courses: 3\n"),
            &diagnostics)
        _ = LogReader(vocabulary: vocabulary, zones: { _ in nil }).read(try #require(tree), zone: .utc, &diagnostics)
        #expect(diagnostics.all.map(\.code) == [.unknownField])
    }

    @Test(arguments: [
        ("computed: adding\n    of: [a, b]", "'adding' is not a way to compute"),
        ("computed: sum", "a field needs 'of'"),
        ("computed: sum\n    of: [length, guests]", "'sum' cannot be worked out from this"),
        ("computed: ratio\n    of: length", "'ratio' cannot be worked out from this"),
        ("computed: days since\n    of: guests", "'days since' cannot be worked out from this"),
        ("computed: count\n    of: nothing.known", "'nothing.known' is not a field"),
    ])
    func whatCannotBeWorkedOutIsReported(_ lines: String, _ message: String) {
        let words = """
            vocabulary: more
            fields:
              - field: length
                type: duration
              - field: guests
                type: number
              - field: result
                \(lines)

            """
        var builder = VocabularyBuilder()
        var diagnostics = Diagnostics()
        if let tree = YAMLLoader.load(SourceFile(name: "vocabulary.yaml", text: words), &diagnostics) {
            builder.add(tree, &diagnostics)
        }
        _ = builder.build(&diagnostics)
        #expect(diagnostics.all.map(\.message) == [message])
    }
}
