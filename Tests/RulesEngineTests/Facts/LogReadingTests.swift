import TestSupport
import Testing

@testable import RulesEngine

/// Small broken logs and plans: every mistake is found once, at its exact place.
struct LogReadingTests {
    private static let vocabulary: Vocabulary = {
        var diagnostics = Diagnostics()
        return PackLoader.load([Neighbours.pack("rules: []\n")], &diagnostics).vocabulary
    }()

    private func checkLog(_ mistake: Mistake) {
        let file = SourceFile(name: "log.yaml", text: MarkedText(mistake.text).text)
        var diagnostics = Diagnostics()
        if let tree = YAMLLoader.load(file, &diagnostics) {
            let reader = LogReader(vocabulary: Self.vocabulary, zones: { $0 == "UTC" ? .utc : nil })
            let document = reader.read(tree, zone: .utc, &diagnostics)
            let frame = TimeFrame(zone: .utc)
            _ = FactsBuilder(vocabulary: Self.vocabulary, frame: frame).facts(of: document, &diagnostics)
        }
        #expect(
            Mistake.described(diagnostics) == mistake.expected, "\(DiagnosticRenderer().render(all: diagnostics.all))")
    }

    private func checkPlan(_ mistake: Mistake) throws {
        let file = SourceFile(name: "plan.yaml", text: MarkedText(mistake.text).text)
        var diagnostics = Diagnostics()
        let root = try #require(YAMLLoader.load(file, &diagnostics)?.root)
        let moment = Moment(at: Instant(seconds: 0), in: .utc)
        _ = PlanReader(vocabulary: Self.vocabulary, zone: .utc).read(root, at: moment, &diagnostics)
        #expect(
            Mistake.described(diagnostics) == mistake.expected, "\(DiagnosticRenderer().render(all: diagnostics.all))")
    }

    private static func log(_ lines: String) -> String { "log: 1\nactivities:\n" + lines + "\n" }

    @Test(arguments: [
        Mistake("only a text", .notAnActivity, log("  - ⟦we met⟧")),
        Mistake("a format of a program that came later", .numberOutOfRange, "log: ⟦2⟧\nactivities: []\n"),
        Mistake("a time without anything", .emptyValue, log("  - 2026-01-05 10:00:⟦⟧")),
        Mistake("a time that is none", .unreadableTime, log("  - ⟦2026-13-05⟧: visit.held with Ana")),
        Mistake("a time of day that is none", .unreadableTime, log("  - 2026-01-05 ⟦25:00⟧: visit.held with Ana")),
        Mistake(
            "a time in a field", .unreadableTime,
            log("  - 2026-01-05 10:00: visit.planned with Ana\n    starts: ⟦soon⟧")),
        Mistake("a holiday", .unreadableTime, "log: 1\nholidays: [⟦Easter⟧]\nactivities: []\n"),
        Mistake("what was done", .unknownWord, log("  - 2026-01-05 10:00: ⟦visit.hold⟧ with Ana")),
        Mistake(
            "a field of another kind", .unknownField, log("  - 2026-01-05 10:00: visit.held with Ana\n    ⟦ready⟧: yes")
        ),
        Mistake("nobody", .missingPerson, log("  - 2026-01-05 10:00: ⟦visit.held⟧")),
        Mistake(
            "nobody in the list", .unknownPerson,
            "log: 1\npeople:\n  - name: Ana\n"
                + String(log("  - 2026-01-05 10:00: visit.held with ⟦Anna⟧").dropFirst(7))),
        Mistake("one name twice", .sameName, "log: 1\npeople:\n  - name: Ana\n  - name: ⟦ana⟧\n"),
        Mistake(
            "an id nothing has", .unknownReference, log("  - 2026-01-05 10:00: visit.held with Ana\n    visit: ⟦v9⟧")),
        Mistake(
            "an id nothing has, with two people", .unknownReference,
            log("  - 2026-01-05 10:00: note.sent with Ana, Bob\n    visit: ⟦v9⟧")),
        Mistake("a zone", .unknownTimeZone, "log: 1\ntime_zone: ⟦Mars/Olympus⟧\n"),
        Mistake(
            "a duration", .unreadableValue, log("  - 2026-01-05 10:00: visit.held with Ana, Bob\n    length: ⟦long⟧")),
        Mistake("a choice", .unreadableValue, log("  - 2026-01-05 10:00: visit.held with Ana\n    place: ⟦park⟧")),
        Mistake(
            "one of a list", .unreadableValue,
            log("  - 2026-01-05 10:00: visit.held with Ana\n    dishes: [cake, ⟦pie⟧]")),
        Mistake("a number", .unreadableValue, log("  - 2026-01-05 10:00: visit.held with Ana\n    guests: ⟦many⟧")),
        Mistake(
            "a number with a leading zero", .unreadableValue,
            log("  - 2026-01-05 10:00: visit.held with Ana\n    guests: ⟦010⟧")),
        Mistake("yes or no", .unreadableValue, log("  - 2026-01-05 10:00: visit.planned with Ana\n    ready: ⟦maybe⟧")),
        Mistake("a choice of a person", .unreadableValue, "log: 1\npeople:\n  - name: Ana\n    age: ⟦ancient⟧\n"),
        Mistake(
            "a day with a time", .unreadableValue, "log: 1\npeople:\n  - name: Ana\n    moved_in: ⟦2026-01-05 10:00⟧\n"),
        Mistake(
            "free text in a list of parts", .unrecognisedLine,
            log("  - 2026-01-05 10:00: visit.planned with Ana\n    program:\n      - ⟦eat biscuits⟧")),
        Mistake(
            "a word no part is", .unknownWord,
            log("  - 2026-01-05 10:00: visit.planned with Ana\n    program:\n      - ⟦biscuits⟧: eat")),
        Mistake("a setting", .unknownKey, "log: 1\n⟦peopel⟧: []\n"),
        Mistake(
            "a decision without an occasion", .missingKey,
            "log: 1\ndecisions:\n  - ⟦rule⟧: street/a\n    at: 2026-01-05\n    acknowledged: yes\n"),
        Mistake("another format", .numberOutOfRange, "log: ⟦2⟧\n"),
    ])
    func brokenLog(mistake: Mistake) { checkLog(mistake) }

    @Test(arguments: [
        Mistake("a log", .notAPlan, "⟦log⟧: 1\nactivities: []\n"),
        Mistake("no plan", .notAPlan, "⟦with⟧: Ana\nstarts: 2026-01-05 10:00\n"),
        Mistake("nothing that can be planned", .unknownWord, "plan: ⟦walk⟧\nwith: Ana\nstarts: 2026-01-05 10:00\n"),
        Mistake("with nobody", .missingKey, "plan: ⟦visit⟧\nstarts: 2026-01-05 10:00\n"),
        Mistake("at no time", .missingKey, "plan: ⟦visit⟧\nwith: Ana\n"),
        Mistake("at a time that is none", .unreadableTime, "plan: visit\nwith: Ana\nstarts: ⟦soon⟧\n"),
        Mistake("what it cannot say", .unknownField, "plan: visit\nwith: Ana\nstarts: 2026-01-05 10:00\n⟦by⟧: post\n"),
        Mistake(
            "a part before it", .beforeItsPlan,
            "plan: visit\nwith: Ana\nstarts: 2026-01-05 10:00\nprogram:\n  - ⟦2026-01-05 09:00: greeting.said⟧\n"),
        Mistake(
            "a part no rule knows", .unrecognisedLine,
            "plan: visit\nwith: Ana\nstarts: 2026-01-05 10:00\nprogram:\n  - ⟦eat biscuits⟧\n"),
    ])
    func brokenPlan(mistake: Mistake) throws { try checkPlan(mistake) }
}
