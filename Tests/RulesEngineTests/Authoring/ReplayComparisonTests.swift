import TestSupport
import Testing

@testable import RulesEngine

/// What another set of rules would have said about the same logs.
struct ReplayComparisonTests {
    static let log = """
        log: 1
        people:
          - name: Ana
            level: senior
          - name: Tom
            level: entry
        activities:
          - 2026-11-16 10:00: meeting.held with Ana
          - 2026-11-16 12:00: meeting.held with Tom
          - 2026-11-18 09:00: thank_you.sent with Ana
          - 2026-11-18 09:00: thank_you.sent with Tom

        """

    private func comparison(_ before: String, _ after: String, examples: Int = 3) throws -> ReplayComparison {
        let records = try [before, after].map { rules in
            let (loaded, diagnostics) = try ReplayLogs.rules([
                SmallPacks.pack("small", rules: rules, page: "needs: [career]\n")
            ])
            #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
            return [Replay(loaded, pack: "small").run(try #require(ReplayLogs.log(Self.log, loaded, name: "sam")))]
        }
        return ReplayComparison(records[0], records[1], examples: examples)
    }

    private static let thanks = SmallPacks.thanks

    @Test func theSameRulesSayTheSame() throws {
        #expect(try comparison(Self.thanks, Self.thanks).isEmpty)
        let reworded = Self.thanks.replacing("title: Thank people", with: "title: Say thank you")
        #expect(try comparison(Self.thanks, reworded).isEmpty)
    }

    @Test func anotherDeadlineChangesVerdicts() throws {
        let line = try #require(
            try comparison(Self.thanks, Self.thanks.replacing("24 hours", with: "3 days")).lines.first)
        #expect(line.new == 0 && line.gone == 0 && line.changed == 2 && line.quiet == 0)
        let example = try #require(line.examples.first)
        #expect(example.log == "sam" && example.day.description == "2026-11-17")
        #expect(example.occasion == "meeting with Ana, Mon 16 Nov 2026 10:00")
        #expect(example.before == "overdue" && example.after == "due")
    }

    @Test func aNarrowerRuleLosesFindings() throws {
        let narrow = Self.thanks.replacing("    because:", with: "    where:\n      person.level: senior\n    because:")
        let line = try #require(try comparison(Self.thanks, narrow).lines.first)
        #expect(line.gone == 1 && line.new == 0 && line.changed == 0)
        #expect(line.examples.map(\.after) == ["does not apply"])
        let back = try #require(try comparison(narrow, Self.thanks).lines.first)
        #expect(back.new == 1 && back.gone == 0)
    }

    @Test func whatIsNotShownEitherTimeIsCountedApart() throws {
        let other = Self.thanks.replacing("24 hours", with: "3 days").replacing(
            "    because:", with: "    where:\n      person.level: mid\n    because:")
        let another = other.replacing("person.level: mid", with: "format: video")
        let line = try #require(try comparison(other, another).lines.first)
        #expect(line.total == line.new + line.quiet && line.quiet + line.new == 2, "\(line)")
    }

    @Test func rulesThatComeAndGoAreNamed() throws {
        let other = Self.thanks.replacing("id: thanks", with: "id: gratitude")
        let lines = try comparison(Self.thanks, other).lines
        #expect(lines.map(\.rule) == ["small/gratitude", "small/thanks"])
        #expect(lines.map(\.presence) == [.onlyLater, .onlyEarlier])
        #expect(lines[0].new == 2 && lines[1].gone == 2)
    }

    @Test func packsOfTwoNamesAreComparedByTheRestOfTheID() throws {
        let records = try ["one", "two"].map { id in
            let (loaded, _) = try ReplayLogs.rules([SmallPacks.pack(id, rules: Self.thanks, page: "needs: [career]\n")])
            return [Replay(loaded, pack: id).run(try #require(ReplayLogs.log(Self.log, loaded)))]
        }
        #expect(ReplayComparison(records[0], records[1]).lines.count == 2)
        #expect(ReplayComparison(records[0], records[1], naming: .withoutPack).isEmpty)
    }

    @Test func onlySoManyExamplesAreKept() throws {
        let after = Self.thanks.replacing("24 hours", with: "3 days")
        let line = try #require(try comparison(Self.thanks, after, examples: 1).lines.first)
        #expect(line.changed == 2 && line.examples.count == 1)
    }
}
