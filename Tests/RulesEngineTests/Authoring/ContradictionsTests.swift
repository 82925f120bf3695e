import TestSupport
import Testing

@testable import RulesEngine

/// Two rules that cannot both be followed.
struct ContradictionsTests {
    /// Two rules, and why they contradict each other; nil when they do not.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let rules: String
        let why: String?
        var testDescription: String { name }

        init(_ name: String, _ first: String, _ second: String, _ why: String?) {
            self.name = name
            rules = [first, second].map { "- " + $0.split(separator: "\n").joined(separator: "\n  ") + "\n" }.joined()
            self.why = why
        }
    }

    private static let soon = "after: visit.held\nexpect: note.sent\nto: same person\nwithin: 3 days"
    private static func leave(_ rest: String) -> String { "after: visit.held\navoid: note.sent\n" + rest }
    private static let blocked = "the whole time one gives for it lies in the time in which the other wants it left"
    private static let forbidden = "one asks for what the other never allows"
    private static let apart = "no value is right for both"

    @Test(arguments: [
        Row("a window over the whole time", soon, leave("to: same person\nfor: 7 days"), blocked),
        Row("to anyone", soon, leave("for: 7 days"), blocked),
        Row("a window without an end", soon, leave(""), blocked),
        Row("a window that ends before the deadline", soon, leave("to: same person\nfor: 2 days"), nil),
        Row("a window as long as the time", soon, leave("to: same person\nfor: 3 days"), blocked),
        Row("hours: at the end it is free", soon.replacing("3 days", with: "24 hours"), leave("for: 24 hours"), nil),
        Row("a month is sometimes longer", soon.replacing("3 days", with: "1 month"), leave("for: 30 days"), nil),
        Row("but never longer than 31 days", soon.replacing("3 days", with: "1 month"), leave("for: 31 days"), blocked),
        Row(
            "business days within a longer window", soon.replacing("3 days", with: "1 business day"),
            leave("for: 3 days"), blocked),
        Row(
            "business days over a weekend", soon.replacing("3 days", with: "1 business day"), leave("for: 2 days"), nil),
        Row(
            "without a deadline there is always time", "after: visit.held\nexpect: note.sent\nto: same person",
            leave("for: 7 days"), nil),
        Row("another person", soon, leave("to: the named person\nfor: 7 days"), nil),
        Row("another thing", soon, leave("about: same club\nfor: 7 days"), nil),
        Row("another occasion", soon, "after: call.made\navoid: note.sent\nfor: 7 days", nil),
        Row("something ends it", soon, leave("for: 7 days\nuntil: tool.asked"), nil),
        Row("something excuses it", soon, leave("for: 7 days\nunless:\n  happened: tool.asked"), nil),
        Row(
            "only some of the occasions", soon + "\nwhere:\n  place: house",
            leave("for: 7 days\nwhere:\n  place: garden"), nil),
        Row("all of them and some of them", soon + "\nwhere:\n  place: house", leave("for: 7 days"), blocked),
        Row("only some of what is to be left", soon, leave("for: 7 days\navoid_where:\n  by: post"), nil),
        Row(
            "another way is free", soon.replacing("note.sent", with: "[note.sent, gift.given]"), leave("for: 7 days"),
            nil),
        Row("never and after", soon, "never: note.sent", forbidden),
        Row("the other way round", "never: note.sent", soon, forbidden),
        Row("never and before", "before: visit.planned\nexpect: note.sent", "never: note.sent", forbidden),
        Row("never and at least", "keep: note.sent\nat_least: 1\nper: week", "never: note.sent", forbidden),
        Row("never and at most", "keep: note.sent\nat_most: 1\nper: week", "never: note.sent", nil),
        Row("never, unless first", soon, "never: note.sent\nunless_first: tool.asked", nil),
        Row("never, but sometimes", soon, "never: note.sent\nunless:\n  happened: tool.asked", nil),
        Row(
            "a part wanted and unwanted", "in_each: visit.planned\nexpect: story.told",
            "in_each: visit.planned\navoid: story.told",
            "one wants in it what the other does not want in it"),
        Row(
            "in another list", "in_each: visit.planned\nexpect: story.told\nunder: later",
            "in_each: visit.planned\navoid: story.told\nunder: program", nil),
        Row(
            "limits apart", "for_each: visit.planned\ncheck: length\nat_least: 30 minutes",
            "for_each: visit.planned\ncheck: length\nat_most: 20 minutes", apart),
        Row(
            "limits that meet", "for_each: visit.planned\ncheck: length\nat_least: 20 minutes",
            "for_each: visit.planned\ncheck: length\nat_most: 20 minutes", nil),
        Row(
            "limits of other visits",
            "for_each: visit.planned\nwhere:\n  place: house\ncheck: length\nat_least: 30 minutes",
            "for_each: visit.planned\nwhere:\n  place: garden\ncheck: length\nat_most: 20 minutes", nil),
        Row(
            "limits on other fields", "for_each: visit.planned\ncheck: guests\nat_least: 30",
            "for_each: visit.planned\ncheck: length\nat_most: 20 minutes", nil),
        Row(
            "words without a common one", "for_each: visit.planned\ncheck: place\none_of: [house, garden]",
            "for_each: visit.planned\ncheck: place\none_of: street corner", apart),
        Row(
            "words that are all forbidden", "for_each: visit.planned\ncheck: place\none_of: [house, garden]",
            "for_each: visit.planned\ncheck: place\nnot_one_of: [house, garden]", apart),
        Row(
            "words of which one is left", "for_each: visit.planned\ncheck: place\none_of: [house, garden]",
            "for_each: visit.planned\ncheck: place\nnot_one_of: house", nil),
        Row(
            "known and left open", "for_each: visit.planned\ncheck: place\nis_set: yes",
            "for_each: visit.planned\ncheck: place\nis_set: no", "one wants it known, the other left open"),
        Row(
            "how often", "keep: note.sent\nat_least: 3\nper: week", "keep: note.sent\nat_most: 2\nper: week",
            "no number of times is right for both"),
        Row(
            "how often in another time", "keep: note.sent\nat_least: 3\nper: month",
            "keep: note.sent\nat_most: 2\nper: week", nil),
    ])
    func contradiction(_ row: Row) throws {
        let trial = RuleTrial(row.rules)
        #expect(trial.mistakes.isEmpty)
        let rules = trial.rules.rules
        try #require(rules.count == 2)
        #expect(Contradictions(trial.rules).contradiction(rules[1], rules[0]) == row.why)
    }

    @Test func itPointsAtTheLaterRuleAndShowsTheOther() throws {
        let rules = RuleTrial(
            "- id: soon\n  " + Self.soon.split(separator: "\n").joined(separator: "\n  ")
                + "\n- id: never\n  never: note.sent\n"
        ).rules
        var diagnostics = Diagnostics()
        Contradictions(rules).check(try #require(rules.packs.first), &diagnostics)
        let found = try #require(diagnostics.all.first)
        #expect(diagnostics.all.count == 1 && found.code == .contradiction && found.severity == .error)
        #expect(found.range?.text == "never" && found.notes.map(\.range.text) == ["soon"])
        #expect(found.message == "this rule and 'street/soon' cannot both be followed")
    }

    @Test func twoSidesOfADisputeMayContradictEachOther() throws {
        let side = "\n  dispute: notes\n  position: yes, write"
        let rules =
            "- " + (Self.soon + side).split(separator: "\n").joined(separator: "\n  ").replacing("    ", with: "  ")
            + "\n- never: note.sent\n  dispute: notes\n  position: yes, write\n"
        let trial = RuleTrial(rules)
        #expect(trial.mistakes.isEmpty && trial.rules.rules.count == 2)
        var diagnostics = Diagnostics()
        Contradictions(trial.rules).check(try #require(trial.rules.packs.first), &diagnostics)
        #expect(diagnostics.all.isEmpty)
    }
}
