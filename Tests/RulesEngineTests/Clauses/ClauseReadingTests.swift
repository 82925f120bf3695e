import TestSupport
import Testing

@testable import RulesEngine

/// Small broken rules: every mistake in a clause is found once, at its exact place.
struct ClauseReadingTests {
    private func check(_ mistake: Mistake) {
        let rules = MarkedText(Street.filledIn(mistake.text))
        var diagnostics = Diagnostics()
        _ = PackLoader.load([Neighbours.pack(rules.text)], &diagnostics)
        let expected = Mistake("", mistake.code, Street.filledIn(mistake.text)).expected
        #expect(Mistake.described(diagnostics) == expected, "\(DiagnosticRenderer().render(all: diagnostics.all))")
    }

    private static func note(_ more: String) -> String { StreetRules.note + "\n" + more }
    private static func length(_ more: String) -> String { "for_each: visit.planned\ncheck: length\n" + more }

    /// Slips of which it is clear what was meant: the help says it, and a repair makes it.
    @Test(arguments: [
        ("after: visit.held or call.made\nexpect: note.sent", "write [visit.held, call.made]"),
        ("after: visit.held / call.made\nexpect: note.sent", "write [visit.held, call.made]"),
        ("after: visit.held\nexpect: note.sent\nwithin: 1:30", "write 90 minutes"),
        ("after: visit.held\nexpect: note.sent\nwithin: 1.5 days", "write 36 hours"),
        ("keep: call.made\nat_most: two\nper: week", "write 2"),
    ])
    func whatWasMeantIsRepaired(_ text: String, _ help: String) throws {
        var diagnostics = Diagnostics()
        _ = PackLoader.load([Neighbours.pack(Street.filledIn(text))], &diagnostics)
        let found = try #require(diagnostics.all.first, "\(text)")
        #expect(found.help == help && diagnostics.all.count == 1, "\(diagnostics.all.map(\.message))")
        #expect(found.fix.map { "write " + $0.replacement } == help)
    }

    @Test func whoeverIsCountedForIsNoTime() throws {
        var diagnostics = Diagnostics()
        _ = PackLoader.load(
            [Neighbours.pack(Street.filledIn("keep: call.made\nat_most: 2\nper: person"))], &diagnostics)
        #expect(diagnostics.all.first?.help?.hasPrefix("write for_each: person") == true)
    }

    @Test(arguments: [
        Mistake("after", .unknownWord, StreetRules.note.replacing("visit.held", with: "⟦visit.hold⟧")),
        Mistake("expect", .unknownWord, StreetRules.note.replacing("note.sent", with: "⟦note.send⟧")),
        Mistake(
            "one of a list", .unknownWord, StreetRules.note.replacing("note.sent", with: "[call.made, ⟦note.send⟧]")),
        Mistake("of a nested activity", .unknownWord, note("unless:\n  happened: ⟦holyday.begun⟧")),
        Mistake("the person", .unknownWord, StreetRules.note.replacing("same person", with: "⟦some person⟧")),
        Mistake("the person of an exception", .unknownWord, note("unless:\n  happened: call.made\n  to: ⟦him⟧")),
        Mistake("what it is about", .unknownWord, note("about: ⟦same clob⟧")),
        Mistake("which", .unknownWord, note("which: ⟦every third⟧")),
        Mistake("every first is each", .unknownWord, note("which: ⟦every 1st⟧")),
        Mistake("each", .unknownWord, note("each: ⟦one⟧")),
        Mistake("a moment of an exception", .unknownWord, note("unless:\n  happened: call.made\n  since: ⟦yesterday⟧")),
        Mistake("a field of where", .unknownWord, note("where:\n  ⟦plaice⟧: garden")),
        Mistake("a field on the way", .unknownWord, note("where:\n  ⟦person.aeg⟧: old")),
        Mistake("a field of another kind", .unknownWord, note("where:\n  ⟦ready⟧: yes")),
        Mistake("a field of what is expected", .unknownWord, note("expect_where:\n  ⟦place⟧: garden")),
        Mistake("a field compared with", .unknownWord, note("where:\n  names:\n    field: ⟦persona⟧")),
        Mistake("what is checked", .unknownWord, "for_each: visit.planned\ncheck: ⟦lenght⟧\nat_most: 3"),
        Mistake("a place among parts", .unknownWord, StreetRules.greeting + "\nas: ⟦middle⟧"),
        Mistake("right before nothing known", .unknownWord, StreetRules.greeting + "\nas: ⟦right before tea⟧"),
        Mistake("in first nothing", .unknownWord, StreetRules.greeting + "\nas: ⟦in first 0⟧"),
        Mistake("a list of parts", .unknownWord, StreetRules.greeting + "\nunder: ⟦agenda⟧"),
    ])
    func unknownWord(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake("a choice", .unreadableValue, note("where:\n  place: ⟦park⟧")),
        Mistake("one of several choices", .unreadableValue, note("where:\n  place: [garden, ⟦park⟧]")),
        Mistake("a number", .unreadableValue, note("where:\n  guests: ⟦many⟧")),
        Mistake(
            "yes or no", .unreadableValue,
            "after: visit.planned\nexpect: note.sent\nto: same person\nwhere:\n  ready: ⟦perhaps⟧"),
        Mistake("a duration", .unreadableValue, length("at_most: ⟦soon⟧")),
        Mistake("a duration in between", .unreadableValue, length("between: ⟦15 and 20 apples⟧")),
        Mistake("a choice of a limit", .unreadableValue, "for_each: visit.held\ncheck: place\none_of: [house, ⟦park⟧]"),
        Mistake("a person", .unreadableValue, note("where:\n  names: ⟦Ana⟧")),
        Mistake("compared with more", .unreadableValue, note("where:\n  guests:\n    more_than: ⟦few⟧")),
    ])
    func unreadableValue(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake("within", .unreadableDuration, StreetRules.note.replacing("24 hours", with: "⟦soon⟧")),
        Mistake("its unit", .unreadableDuration, StreetRules.note.replacing("24 hours", with: "24 ⟦fortnights⟧")),
        Mistake("not_before", .unreadableDuration, note("not_before: 2 ⟦moons⟧")),
        Mistake("give_up", .unreadableDuration, note("give_up: ⟦never⟧")),
        Mistake("counting_from", .unreadableDuration, note("counting_from: ⟦ages⟧ before")),
        Mistake("ahead", .unreadableDuration, StreetRules.call + "\nahead: ⟦early⟧"),
        Mistake("no_older_than", .unreadableDuration, StreetRules.loan + "\nno_older_than: ⟦old⟧"),
        Mistake("cooldown", .unreadableDuration, note("cooldown: 3 ⟦winks⟧")),
        Mistake("effort", .unreadableDuration, note("effort: ⟦little⟧")),
    ])
    func unreadableDuration(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake("a text", .notACondition, note("where: ⟦in the garden⟧")),
        Mistake("a text in a list", .notACondition, note("where:\n  any:\n    - ⟦in the garden⟧\n    - place: house")),
        Mistake("a text after not", .notACondition, note("where:\n  not: ⟦garden⟧")),
        Mistake("of what is expected", .notACondition, note("expect_where: ⟦by post⟧")),
        Mistake("a list", .notACondition, note("where: ⟦[garden]⟧")),
    ])
    func notACondition(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake(
            "a text is not less", .notOrdered,
            "after: note.sent\nexpect: call.made\nto: same person\nwhere:\n  words:\n    ⟦less_than⟧: hello"),
        Mistake(
            "yes is not more", .notOrdered,
            "after: visit.planned\nexpect: call.made\nto: same person\nwhere:\n  ready:\n    ⟦more_than⟧: no"),
        Mistake("a text has no least", .notOrdered, "for_each: note.sent\ncheck: words\n⟦at_least⟧: hello"),
        Mistake("a text has no most", .notOrdered, "for_each: note.sent\ncheck: words\n⟦at_most⟧: hello"),
        Mistake("a text is not between", .notOrdered, "for_each: note.sent\ncheck: words\n⟦between⟧: hello and bye"),
    ])
    func notOrdered(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake("of two shapes", .twoShapes, "⟦after⟧: visit.held\nexpect: note.sent\nnever: tool.lent"),
        Mistake("after and before", .twoShapes, "⟦after⟧: visit.held\nbefore: visit.planned\nexpect: note.sent"),
        Mistake("wanted and unwanted", .twoShapes, StreetRules.greeting + "\n⟦avoid⟧: story.told"),
    ])
    func twoShapes(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake("between", .emptyRange, length("between: ⟦20 and 15 minutes⟧")),
        Mistake("least and most", .emptyRange, length("at_least: 30 minutes\nat_most: ⟦15 minutes⟧")),
        Mistake("a count", .emptyRange, StreetRules.greeting + "\ncount: ⟦{at_least: 3, at_most: 2}⟧"),
        Mistake("not before its deadline", .emptyRange, note("not_before: ⟦25 hours⟧")),
        Mistake("days and hours", .emptyRange, note("not_before: ⟦2 days⟧")),
    ])
    func emptyRange(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake("one end", .notBetween, length("between: ⟦20 minutes⟧")),
        Mistake("a dash", .notBetween, length("between: ⟦15-20 minutes⟧")),
    ])
    func notBetween(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake("no limits", .missingKey, "for_each: visit.planned\ncheck: ⟦length⟧"),
        Mistake("an exception without what happened", .missingKey, note("unless:\n  ⟦to⟧: anyone")),
        Mistake("nothing wanted", .missingKey, "⟦id⟧: a\ntitle: A\nstrength: should\nin_each: visit.planned"),
    ])
    func missingKey(mistake: Mistake) { check(mistake) }

    @Test(arguments: [
        Mistake("a setting of another shape", .unknownKey, note("⟦ahead⟧: 1 day")),
        Mistake("a misspelt setting", .unknownKey, note("⟦wihtin⟧: 1 day")),
        Mistake("of an exception", .unknownKey, note("unless:\n  happened: call.made\n  ⟦within⟧: 1 day")),
        Mistake("of a comparison", .unknownKey, note("where:\n  guests:\n    ⟦more⟧: 2")),
        Mistake("of a count", .unknownKey, StreetRules.greeting + "\ncount:\n  ⟦least⟧: 2"),
    ])
    func unknownKey(mistake: Mistake) { check(mistake) }

    @Test func severalMistakesAreAllFound() {
        let rule =
            "after: visit.hold\nexpect: note.send\nto: him\nwithin: soon\nwhich: some\nunless:\n  happened: nothing"
        var diagnostics = Diagnostics()
        _ = PackLoader.load([Neighbours.pack(Street.filledIn(rule))], &diagnostics)
        #expect(
            diagnostics.all.map { $0.range?.text } == ["visit.hold", "note.send", "him", "soon", "some", "nothing"])
    }

    @Test(arguments: [
        ("visit.hold", "visit.held"), ("note.send", "note.sent"), ("call.mad", "call.made"),
    ])
    func theNearestWordIsOffered(written: String, meant: String) {
        let rule = "after: \(written)\nexpect: story.told"
        var diagnostics = Diagnostics()
        _ = PackLoader.load([Neighbours.pack(Street.filledIn(rule))], &diagnostics)
        #expect(diagnostics.all.map(\.fix?.replacement) == [meant])
    }
}
