import TestSupport
import Testing

@testable import RulesEngine

/// Rules that add nothing to another, and disputes without another side.
struct RuleShadowTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// The lines of two rules called `a` and `b`.
        let a: String
        let b: String
        /// Which of them adds nothing.
        var shadowed: String?
    }

    private static let follow = "strength: should\nafter: meeting.held\nexpect: thank_you.sent\nto: same person\n"
    private static let limit = "strength: should\nfor_each: meeting.planned\ncheck: length\n"

    static let rows = [
        Row(
            testDescription: "a longer deadline", a: follow + "within: 24 hours", b: follow + "within: 3 days",
            shadowed: "b"),
        Row(
            testDescription: "a shorter deadline", a: follow + "within: 3 days", b: follow + "within: 24 hours",
            shadowed: "a"),
        Row(testDescription: "no deadline", a: follow, b: follow + "within: 24 hours", shadowed: "a"),
        Row(testDescription: "the same twice", a: follow + "within: 1 day", b: follow + "within: 1 day", shadowed: "b"),
        Row(
            testDescription: "not surely longer", a: follow + "within: 24 hours", b: follow + "within: 1 day"),
        Row(
            testDescription: "longer and stronger is a second call", a: follow + "within: 24 hours",
            b: follow.replacing("should", with: "must") + "within: 3 days"),
        Row(
            testDescription: "the same, weaker", a: follow.replacing("should", with: "consider") + "within: 1 day",
            b: follow + "within: 1 day", shadowed: "a"),
        Row(
            testDescription: "another person", a: follow + "within: 24 hours",
            b: follow.replacing("same person", with: "anyone") + "within: 3 days"),
        Row(
            testDescription: "another condition", a: follow + "within: 24 hours",
            b: follow + "within: 3 days\nwhere:\n  format: phone"),
        Row(
            testDescription: "kinds in another order",
            a: follow.replacing("thank_you.sent", with: "[thank_you.sent, thanks.said]"),
            b: follow.replacing("thank_you.sent", with: "[thanks.said, thank_you.sent]"), shadowed: "b"),
        Row(
            testDescription: "another shape", a: follow + "within: 24 hours",
            b: "strength: consider\nbefore: meeting.planned\nexpect: research.done"),
        Row(
            testDescription: "wider limits", a: limit + "at_most: 20 minutes", b: limit + "at_most: 30 minutes",
            shadowed: "b"),
        Row(
            testDescription: "narrower on one side, wider on the other",
            a: limit + "at_least: 10 minutes\nat_most: 30 minutes",
            b: limit + "at_least: 15 minutes\nat_most: 40 minutes"),
        Row(
            testDescription: "only one of two limits", a: limit + "at_least: 10 minutes\nat_most: 30 minutes",
            b: limit + "at_most: 30 minutes", shadowed: "b"),
        Row(
            testDescription: "less often", a: "strength: should\nkeep: request.sent\nat_least: 3\nper: week",
            b: "strength: should\nkeep: request.sent\nat_least: 1\nper: week", shadowed: "b"),
        Row(
            testDescription: "a smaller share",
            a: "strength: should\nof: people\nare:\n  level: senior\nat_least: 40 percent",
            b: "strength: should\nof: people\nare:\n  level: senior\nat_least: 9 %", shadowed: "b"),
        Row(
            testDescription: "sides of a dispute", a: follow + "within: 24 hours\ndispute: d\nposition: soon",
            b: follow + "within: 3 days\ndispute: d\nposition: later"),
    ]

    @Test(arguments: rows)
    func aRuleThatAddsNothingIsFound(_ row: Row) throws {
        let (rules, _) = try load("rules:\n" + Self.rule("a", row.a) + Self.rule("b", row.b))
        let shadow = RuleShadow(rules)
        let found = rules.packs.flatMap(\.rules).filter { shadow.problem($0) != nil }
        #expect(found.map(\.id) == (row.shadowed.map { ["small/\($0)"] } ?? []))
        for rule in found {
            let problem = try #require(shadow.problem(rule))
            #expect(problem.code == .shadowedRule && problem.range == rule.idRange && problem.notes.count == 1)
        }
    }

    @Test(arguments: [
        "first-conversation", "asking", "finding-people", "at-the-meeting", "after-the-meeting", "deciding",
    ])
    func noShippedRuleIsBlamed(_ pack: String) throws {
        var diagnostics = Diagnostics()
        let folder = ProjectFiles.root.appendingPathComponent("Rules/\(pack)").path
        let rules = PackLoader.load([try SmallPacks.career(), try PackFiles(folder: folder)], &diagnostics)
        let shadow = RuleShadow(rules)
        for rule in rules.rules { #expect(shadow.problem(rule) == nil, "\(rule.id)") }
    }

    // MARK: Disputes

    static let disputes: [(page: String, position: String, found: String?)] = [
        ("", "soon", "soon"),
        ("disputes:\n  - dispute: d\n    default: soon\n", "soon", "d"),
        ("disputes:\n  - dispute: d\n    default: later\n", "soon", nil),
        ("disputes:\n  - dispute: d\n    default: soon\n    positions: [soon, later]\n", "soon", nil),
    ]

    /// A dispute has another side: that of another rule, the default, or one that is listed.
    @Test(arguments: disputes)
    func aDisputeHasTwoSides(_ row: (page: String, position: String, found: String?)) throws {
        let text = "rules:\n" + Self.rule("a", Self.follow + "dispute: d\nposition: \(row.position)")
        let (rules, pack) = try load(text, page: row.page)
        var diagnostics = Diagnostics()
        PackCheck(rules: rules, zones: { _ in nil }).check(pack, today: CalendarDay(number: 20_777), &diagnostics)
        let found = diagnostics.all.filter { $0.code == .oneSidedDispute }
        #expect(found.map { $0.range?.text } == (row.found == nil ? [] : ["d"]))
        #expect(found.allSatisfy { $0.message.hasSuffix("'soon'") })
    }

    /// A position that is misspelt would let its rule rest; another one is nobody's mistake.
    @Test(arguments: [("latter", "later"), ("later", nil), ("never at all", nil)] as [(String, String?)])
    func aMisspeltPositionIsTold(_ position: String, _ meant: String?) throws {
        let page = "disputes:\n  - dispute: d\n    default: soon\n    positions: [soon, later]\n"
        let text = "rules:\n" + Self.rule("a", Self.follow + "dispute: d\nposition: \(position)")
        let (rules, pack) = try load(text, page: page)
        var diagnostics = Diagnostics()
        PackCheck(rules: rules, zones: { _ in nil }).check(pack, today: CalendarDay(number: 20_777), &diagnostics)
        let found = diagnostics.all.filter { $0.code == .unknownPosition }
        #expect(found.map { $0.fix?.replacement } == (meant.map { [$0] } ?? []))
    }

    private func load(_ text: String, page: String = "") throws -> (RuleSet, RuleSet.Pack) {
        var diagnostics = Diagnostics()
        let pack = SmallPacks.pack("small", rules: text, page: page)
        let rules = PackLoader.load([try SmallPacks.career(), pack], &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
        return (rules, try #require(rules.packs.last))
    }

    private static func rule(_ id: String, _ lines: String) -> String {
        let indented = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
        return "  - id: \(id)\n    title: A\n" + indented
    }
}
