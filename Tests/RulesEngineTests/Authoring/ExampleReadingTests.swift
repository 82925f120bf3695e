import TestSupport
import Testing

@testable import RulesEngine

/// Examples beside rules, and advice that is weak though it can be read.
struct ExampleReadingTests {
    private static func pack(_ examples: String, rule: String = StreetRules.note, more: String = "") -> String {
        let lines = (rule + "\n" + more + "examples:\n" + examples).split(
            separator: "\n", omittingEmptySubsequences: true)
        return "rules:\n  - id: a\n    title: A\n    strength: should\n" + lines.map { "    " + $0 + "\n" }.joined()
    }

    private func found(_ text: String) throws -> Diagnostics {
        var diagnostics = Diagnostics()
        let rules = PackLoader.load([Neighbours.pack(text)], &diagnostics)
        let pack = try #require(rules.packs.first)
        let results = ExampleRunner(rules: rules, zones: { $0 == "UTC" ? .utc : nil }).run(pack, &diagnostics)
        for problem in results.compactMap(\.problem) { diagnostics.report(problem) }
        return diagnostics
    }

    private static let log = "  log:\n    - Mon 10:00: visit.held with Ana\n"

    @Test(arguments: [
        Mistake(
            "a verdict that is none", .unknownVerdict,
            pack("- name: n\n" + log + "  now: Mon 20:00\n  verdict: ⟦overdew⟧\n")),
        Mistake(
            "one of several verdicts", .unknownVerdict,
            pack("- name: n\n" + log + "  now: Mon 20:00\n  verdicts: [⟦dew⟧]\n")),
        Mistake(
            "a moment that is none", .unreadableTime, pack("- name: n\n" + log + "  now: ⟦later⟧\n  verdict: due\n")),
        Mistake(
            "a time of its log", .unreadableTime,
            pack(
                "- name: n\n  log:\n    - ⟦Monday⟧ 10:00: visit.held with Ana\n  now: Mon 20:00\n  verdict: does not apply\n"
            )),
        Mistake(
            "a zone", .unknownTimeZone,
            pack("- name: n\n  time_zone: ⟦Moon⟧\n" + log + "  now: Mon 20:00\n  verdict: due\n")),
        Mistake("no moment", .missingKey, pack("- ⟦name⟧: n\n" + log + "  verdict: due\n")),
        Mistake("no verdict", .missingKey, pack("- ⟦name⟧: n\n" + log + "  now: Mon 20:00\n")),
        Mistake(
            "a key", .unknownKey, pack("- name: n\n" + log + "  now: Mon 20:00\n  ⟦verdickt⟧: due\n  verdict: due\n")),
        Mistake(
            "another verdict comes out", .exampleFails,
            pack("- name: n\n" + log + "  now: Mon 20:00\n  verdict: ⟦overdue⟧\n")),
        Mistake(
            "too few verdicts", .exampleFails,
            pack("- name: n\n" + log + "  now: Mon 20:00\n  verdicts: ⟦[due, due]⟧\n")),
    ])
    func mistake(mistake: Mistake) throws {
        let diagnostics = try found(MarkedText(mistake.text).text)
        #expect(
            Mistake.described(diagnostics) == mistake.expected, "\(DiagnosticRenderer().render(all: diagnostics.all))")
    }

    @Test(arguments: [
        ("as expected", "- name: n\n" + log + "  now: Mon 20:00\n  verdict: due\n"),
        (
            "nothing was done",
            "- name: n\n  log:\n    - Mon 10:00: hedge.cut\n  now: Mon 20:00\n  verdict: does not apply\n"
        ),
        ("an empty log", "- name: n\n  log: []\n  now: Mon 20:00\n  verdict: does not apply\n"),
        (
            "several, in the order of time",
            "- name: n\n  log:\n    - Mon 10:00: visit.held with Zoe\n    - Tue 10:00: visit.held with Ana\n  now: Tue 12:00\n  verdicts: [overdue, due]\n"
        ),
        (
            "of one person",
            "- name: n\n  log:\n    - Mon 10:00: visit.held with Zoe\n    - Tue 10:00: visit.held with Ana\n  now: Tue 12:00\n  for: Ana\n  verdict: due\n"
        ),
        (
            "of a plan",
            "- name: n\n  log:\n    - Mon 10:00: visit.held with Zoe\n  plan:\n    plan: visit\n    with: Ana\n    starts: Wed 10:00\n  now: Tue 12:00\n  verdict: due\n"
        ),
        ("what is said", "- name: n\n" + log + "  now: Mon 20:00\n  verdict: due\n  says: A\n"),
    ])
    func theExampleHolds(name: String, example: String) throws {
        let diagnostics = try found(Self.pack(example))
        #expect(DiagnosticRenderer().render(all: diagnostics.all).isEmpty, "\(name)")
    }

    @Test func anotherSentenceIsSaid() throws {
        let text = Self.pack("- name: n\n" + Self.log + "  now: Mon 20:00\n  verdict: due\n  says: B\n")
        #expect(try found(text).all.map(\.help) == ["the rule says: A"])
    }

    // MARK: Weak advice

    private func check(_ rules: String, page: String = "", today: String = "2026-01-05") throws -> [String] {
        var diagnostics = Diagnostics()
        let set = PackLoader.load([Neighbours.pack(MarkedText(rules).text, more: page)], &diagnostics)
        let pack = try #require(set.packs.first)
        let day = Zone.utc.wallTime(at: try Moment.read(today, in: .utc).get().start).day
        PackCheck(rules: set, zones: { _ in nil }).check(pack, today: day, &diagnostics)
        return diagnostics.all.map { "\($0.code.rawValue) \($0.severity.rawValue) \($0.range?.text ?? "")" }
    }

    private static let source = "sources:\n  - work: book\n    title: The Book\n"
    private static let good = "source:\n  work: book\nbecause: It is kind.\n"

    @Test func adviceWithoutAnything() throws {
        let text = Self.pack("").replacing("    examples:\n", with: "")
        #expect(try check(text) == ["no-source warning a", "no-reason warning a", "no-example warning a"])
    }

    @Test func adviceWithoutAllItsVerdicts() throws {
        let text = Self.pack("- name: n\n" + Self.log + "  now: Mon 20:00\n  verdict: due\n", more: Self.good)
        #expect(try check(text, page: Self.source) == ["verdict-without-example warning a"])
    }

    @Test(arguments: [("2026-01-05", true), ("2026-01-06", true), ("2026-01-07", false)])
    func adviceNobodyLookedAtAgain(today: String, isFresh: Bool) throws {
        let found = try check("rules: []\n", page: "review_by: 2026-01-06\n", today: today)
        #expect(found.map { $0.split(separator: " ").first } == (isFresh ? [] : ["review-passed"]))
    }
}
