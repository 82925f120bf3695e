import TestSupport
import Testing

@testable import RulesEngine

/// Positions in disputes: the person's choice beats the packs', and these the default.
struct PositionOverrideTests {
    private static let sides = SmallPacks.pack(
        "small",
        rules: """
            rules:
              - id: by-post
                title: Thank people by post
                strength: should
                after: meeting.held
                expect: thank_you.sent
                to: same person
                within: 7 days
                dispute: channel
                position: by post
              - id: by-mail
                title: Thank people by mail
                strength: should
                after: meeting.held
                expect: thank_you.sent
                to: same person
                within: 24 hours
                dispute: channel
                position: by mail

            """,
        page: """
            disputes:
              - dispute: channel
                question: How does one say thanks?
                default: by mail
                because: It is quick.

            """)

    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var pack: String?
        var person: String?
        let inForce: String
        let author: Override.Author?
    }

    static let rows = [
        Row(testDescription: "the default", inForce: "small/by-mail", author: nil),
        Row(testDescription: "a pack", pack: "by post", inForce: "small/by-post", author: .pack("campus")),
        Row(testDescription: "the person", person: "by post", inForce: "small/by-post", author: .person),
        Row(testDescription: "both", pack: "by post", person: "by mail", inForce: "small/by-mail", author: .person),
    ]

    @Test(arguments: rows)
    func theStrongestChoiceHolds(_ row: Row) throws {
        let (rules, diagnostics) = try load(pack: row.pack, person: row.person)
        #expect(diagnostics.all.isEmpty)
        #expect(rules.rules.map(\.id) == [row.inForce])
        #expect(rules.positions.map(\.choice?.author) == [row.author])
        let resting = try #require(rules.resting.first)
        #expect(resting.reason == .otherPosition(rules.positions[0]))
        #expect(rules.otherPositions(of: rules.rules[0]) == [resting.rule.dispute?.position])
    }

    static let unknown: [(person: String, at: String, severity: Diagnostic.Severity, help: String)] = [
        ("channel: by pots", "by pots", .warning, "did you mean 'by post'?"),
        ("channel: by drum", "by drum", .warning, "use one of: by mail, by post"),
        ("chanel: by post", "chanel", .warning, "did you mean 'channel'?"),
        ("length-of-talk: short", "length-of-talk", .note, "name its pack with --pack, or remove the line"),
    ]

    /// A choice nobody knows does not hold: otherwise one slip would silence every side.
    @Test(arguments: unknown)
    func aChoiceNobodyKnowsDoesNotHold(
        _ row: (person: String, at: String, severity: Diagnostic.Severity, help: String)
    ) throws {
        let (rules, diagnostics) = try load(settings: "settings: 1\npositions:\n  \(row.person)\n")
        #expect(rules.rules.map(\.id) == ["small/by-mail"])
        let found = try #require(diagnostics.all.first)
        #expect(found.code == .unknownPosition && found.range?.text == row.at && found.severity == row.severity)
        #expect(found.help == row.help)
    }

    private func load(pack: String?, person: String?) throws -> (RuleSet, Diagnostics) {
        let campus = SmallPacks.pack(
            "campus", rules: "rules: []", page: pack.map { "positions:\n  channel: \($0)\n" } ?? "")
        return try load([campus], settings: person.map { "settings: 1\npositions:\n  channel: \($0)\n" })
    }

    private func load(_ others: [PackFiles] = [], settings: String?) throws -> (RuleSet, Diagnostics) {
        var diagnostics = Diagnostics()
        let rules = PackLoader.load(
            [try SmallPacks.career(), Self.sides] + others,
            settings: settings.map { SourceFile(name: "settings.yaml", text: $0) }, &diagnostics)
        return (rules, diagnostics)
    }
}
