import TestSupport
import Testing

@testable import RulesEngine

/// Rules that can never speak, and rules that nobody can follow.
struct RuleReachTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let rule: String
        /// What is found; nil when the rule is in order.
        var code: DiagnosticCode?
        /// Where.
        var at = ""
        var because = ""
    }

    private static let limit = "for_each: meeting.planned\ncheck: length\n"
    private static let follow = "after: meeting.held\nexpect: thank_you.sent\nto: same person\n"

    static let rows = [
        // Conditions.
        Row(
            testDescription: "more and less",
            rule: follow + "where:\n  length:\n    more_than: 30 minutes\n    at_most: 20 minutes",
            code: .neverSpeaks, at: "where", because: "nothing can meet all of its conditions"),
        Row(
            testDescription: "an empty stretch between two bounds",
            rule: follow + "where:\n  length:\n    more_than: 20 minutes\n    less_than: 20 minutes",
            code: .neverSpeaks, at: "where"),
        Row(
            testDescription: "the very bound",
            rule: follow + "where:\n  length:\n    at_least: 20 minutes\n    at_most: 20 minutes"),
        Row(
            testDescription: "two words for one fact",
            rule: follow + "where:\n  all:\n    - format: phone\n    - format: video", code: .neverSpeaks, at: "where"),
        Row(testDescription: "one of two words", rule: follow + "where:\n  format: [phone, video]"),
        Row(
            testDescription: "below the lowest level", rule: follow + "where:\n  person.level:\n    less_than: student",
            code: .neverSpeaks, at: "where"),
        Row(testDescription: "the lowest level", rule: follow + "where:\n  person.level:\n    at_most: student"),
        Row(
            testDescription: "unknown, and something",
            rule: follow + "where:\n  length:\n    is_set: no\n    at_least: 1 minute",
            code: .neverSpeaks, at: "where"),
        Row(
            testDescription: "a negation", rule: follow + "where:\n  format: phone\n  not:\n    format: [phone, video]",
            code: .neverSpeaks, at: "where"),
        Row(
            testDescription: "no branch holds",
            rule: follow + "where:\n  format: phone\n  any:\n    - format: video\n    - format: in person",
            code: .neverSpeaks,
            at: "where"),
        Row(
            testDescription: "one branch holds",
            rule: follow
                + "where:\n  format: phone\n  any:\n    - format: video\n    - length:\n        at_least: 1 hour"),
        Row(testDescription: "different facts", rule: follow + "where:\n  format: phone\n  person.level: senior"),
        Row(
            testDescription: "a list may hold both",
            rule: follow + "where:\n  all:\n    - learned: pay\n    - learned: hours"),
        Row(
            testDescription: "another field may be anything",
            rule: follow + "where:\n  length:\n    more_than: {field: minutes_asked}\n    at_most: 20 minutes"),
        Row(
            testDescription: "two texts", rule: follow + "where:\n  all:\n    - place: here\n    - place: there",
            code: .neverSpeaks, at: "where"),
        Row(testDescription: "anything but these", rule: follow + "where:\n  place:\n    is_not: [here, there]"),
        // What is asked for.
        Row(
            testDescription: "an answer that cannot be",
            rule: follow + "expect_where:\n  all:\n    - channel: email\n    - channel: post", code: .neverFollowed,
            at: "expect_where"),
        Row(
            testDescription: "a part that cannot be is never unwanted",
            rule:
                "in_each: meeting.planned\navoid: question.asked\nexpect_where:\n  all:\n    - topic: pay\n    - topic: hours",
            code: .neverSpeaks, at: "expect_where"),
        Row(
            testDescription: "parts of what has none", rule: "in_each: thank_you.sent\nexpect: question.asked",
            code: .neverFollowed, at: "in_each", because: "a thank-you note has no parts"),
        Row(
            testDescription: "unwanted parts of what has none", rule: "in_each: thank_you.sent\navoid: question.asked",
            code: .neverSpeaks, at: "in_each"),
        Row(
            testDescription: "parts of a meeting",
            rule: "in_each: [meeting.held, thank_you.sent]\nexpect: question.asked"),
        // Limits.
        Row(
            testDescription: "limits against the condition",
            rule: limit + "at_most: 20 minutes\nwhere:\n  length:\n    more_than: 30 minutes", code: .neverFollowed,
            at: "length",
            because: "no 'length' it speaks of can be within its limits"),
        Row(
            testDescription: "limits that the condition keeps",
            rule: limit + "at_most: 30 minutes\nwhere:\n  length:\n    at_most: 30 minutes", code: .neverSpeaks,
            at: "length",
            because: "every 'length' it speaks of is within its limits"),
        Row(
            testDescription: "every word is right",
            rule:
                "for_each: meeting.planned\ncheck: format\none_of: [in person, phone, video]\nwhere:\n  format:\n    is_not: none_such"
                .replacing("none_such", with: "phone"),
            code: nil),
        Row(
            testDescription: "right and wrong at once",
            rule: "for_each: meeting.planned\ncheck: format\none_of: [phone]\nnot_one_of: [phone]",
            code: .neverFollowed, at: "format"),
        Row(testDescription: "limits in order", rule: limit + "at_least: 15 minutes\nat_most: 20 minutes"),
        Row(testDescription: "it has to be known", rule: limit + "is_set: yes"),
        Row(
            testDescription: "it has to be known, where it is",
            rule: limit + "is_set: yes\nwhere:\n  length:\n    is_set: yes",
            code: .neverSpeaks, at: "length"),
        // Time.
        Row(
            testDescription: "one day is not surely longer than 24 hours",
            rule: follow + "not_before: 1 day\nwithin: 24 hours"),
        Row(
            testDescription: "a month may be longer than 30 days", rule: follow + "not_before: 30 days\nwithin: 1 month"
        ),
        Row(
            testDescription: "an order that can be kept",
            rule: "before: meeting.planned\nexpect: research.done\nahead: 1 day\nno_older_than: 90 days"),
    ]

    @Test(arguments: rows)
    func idleRulesAreFound(_ row: Row) throws {
        let found = try problem(row.rule)
        #expect(found?.code == row.code, "\(found?.message ?? "nothing")")
        if let found, row.code != nil {
            #expect(found.severity == .warning && found.range?.text == row.at)
            #expect(found.message.hasSuffix(row.because))
        }
    }

    /// What ships is found in order, so that no rule is blamed wrongly.
    @Test(arguments: [
        "first-conversation", "asking", "finding-people", "at-the-meeting", "after-the-meeting", "deciding",
    ])
    func noShippedRuleIsBlamed(_ pack: String) throws {
        var diagnostics = Diagnostics()
        let folder = ProjectFiles.root.appendingPathComponent("Rules/\(pack)").path
        let rules = PackLoader.load([try SmallPacks.career(), try PackFiles(folder: folder)], &diagnostics)
        let reach = RuleReach(rules.vocabulary)
        for rule in rules.rules { #expect(reach.problem(rule) == nil, "\(rule.id)") }
    }

    @Test func aGroupWithoutKindsIsNeverMet() throws {
        let words = SourceFile(
            name: "vocabulary.yaml",
            text: "vocabulary: small\ngroups:\n  - group: nothing_at_all\n    kinds: []\n")
        let page = SourceFile(
            name: "pack.yaml",
            text: "id: small\nversion: 1.0.0\ntitle: Small\nengine: 1\nfiles: [vocabulary.yaml, rules/a.yaml]\n")
        let rules = SourceFile(name: "a.yaml", text: Self.file("never: nothing_at_all"))
        let pack = PackFiles(
            name: "small", files: ["pack.yaml": page, "vocabulary.yaml": words, "rules/a.yaml": rules])
        var diagnostics = Diagnostics()
        let loaded = PackLoader.load([try SmallPacks.career(), pack], &diagnostics)
        let rule = try #require(loaded.rules.first)
        #expect(
            RuleReach(loaded.vocabulary).problem(rule)?.message.hasSuffix("the group 'nothing_at_all' has no kinds")
                == true)
    }

    // MARK: The solver

    /// What the solver says can come out does come out when facts are given, and the other way round.
    @Test func theSolverGivesUpOnTooMuch() throws {
        let many = (0..<12).map {
            "    - \(["format", "length", "place", "minutes_asked"][$0 % 4]):\n        is_set: yes"
        }
        #expect(try problem(Self.follow + "where:\n  all:\n" + many.joined(separator: "\n")) == nil)
    }

    private func problem(_ lines: String) throws -> Diagnostic? {
        var diagnostics = Diagnostics()
        let pack = SmallPacks.pack("small", rules: Self.file(lines))
        let rules = PackLoader.load([try SmallPacks.career(), pack], &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
        return RuleReach(rules.vocabulary).problem(try #require(rules.rules.first))
    }

    private static func file(_ lines: String) -> String {
        let indented = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        return "rules:\n  - id: a\n    title: A\n    strength: should\n" + indented + "\n"
    }
}
