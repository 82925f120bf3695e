import TestSupport
import Testing

@testable import RulesEngine

/// How a pack behaves otherwise than before: rules, sentences, examples, versions.
struct BehaviourDiffTests {
    static let rules = SmallPacks.thanks + examples

    private static let examples = """
            examples:
              - name: after a day and a half
                log:
                  - Mon 10:00: meeting.held with Ana
                now: Tue 22:00
                verdict: overdue

        """

    private func diff(
        _ before: String, _ after: String, from old: String = "1.0.0", to new: String = "1.0.1"
    ) throws -> BehaviourDiff {
        let sets = try [(before, old), (after, new)].map { rules, version in
            var pack = SmallPacks.pack("small", rules: rules, page: "needs: [career]\n")
            let page = String(decoding: pack.files["pack.yaml"]?.bytes ?? [], as: UTF8.self)
            var files = pack.files
            files["pack.yaml"] = SourceFile(name: "pack.yaml", text: page.replacing("1.0.0", with: version))
            pack = PackFiles(name: "small", files: files)
            let (loaded, diagnostics) = try ReplayLogs.rules([pack])
            #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
            return loaded
        }
        return try #require(BehaviourDiff(of: "small", from: sets[0], to: sets[1], zones: ReplayLogs.zones))
    }

    @Test func nothingChangesWithOtherWords() throws {
        let diff = try diff(Self.rules, Self.rules.replacing("Thank people", with: "Say thank you"))
        #expect(!diff.changesVerdicts && diff.versionRemark == nil)
        #expect(diff.sentences.isEmpty && diff.examples.isEmpty)
    }

    @Test func anOldExampleIsRunOnTheNewRule() throws {
        let diff = try diff(
            Self.rules,
            Self.rules.replacing("24 hours", with: "2 days").replacing("verdict: overdue", with: "verdict: due"))
        #expect(
            diff.examples == [
                .init(
                    rule: "small/thanks", example: "after a day and a half", isNew: false, before: [.overdue],
                    after: [.due])
            ])
        #expect(diff.sentences.map(\.rule) == ["small/thanks"])
        #expect(
            diff.versionRemark
                == "from 1.0.0 to 1.0.1 only the last number rose, which promises the same verdicts; they changed")
    }

    @Test func aNewExampleIsRunOnTheOldRule() throws {
        let after = Self.rules.replacing("24 hours", with: "3 days").replacing(
            "after a day and a half", with: "after two days"
        )
        .replacing("now: Tue 22:00", with: "now: Wed 22:00").replacing("verdict: overdue", with: "verdict: due")
        let examples = try diff(Self.rules, after).examples
        #expect(examples.map(\.example) == ["after a day and a half", "after two days"])
        #expect(examples.map(\.isNew) == [false, true])
        #expect(examples.map(\.after) == [[.due], [.due]])
    }

    @Test func rulesThatComeAndGoAreNamed() throws {
        let diff = try diff(Self.rules, Self.rules.replacing("id: thanks", with: "id: gratitude"))
        #expect(diff.added == ["small/gratitude"] && diff.removed == ["small/thanks"])
        #expect(diff.changesVerdicts)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let step: BehaviourDiffVersion.Step
        var testDescription: String { "\(old) → \(new)" }
    }

    @Test(arguments: [
        Row(old: "1.0.0", new: "1.0.0", step: .same), Row(old: "1.0", new: "1.0.0", step: .same),
        Row(old: "1.0.0", new: "1.0.1", step: .patch), Row(old: "1.0.9", new: "1.0.10", step: .patch),
        Row(old: "1.9.0", new: "1.10.0", step: .larger), Row(old: "1.0.0", new: "2.0.0", step: .larger),
        Row(old: "1.0.1", new: "1.0.0", step: .back), Row(old: "2", new: "1.5", step: .back),
        Row(old: "1.0.0", new: "next", step: .unclear), Row(old: "1.0.0-beta", new: "1.0.0", step: .unclear),
        Row(old: "1.0.0.0", new: "1.0.0.1", step: .unclear),
    ])
    func aStepBetweenVersionsIsWhatTheirNumbersSay(_ row: Row) {
        #expect(BehaviourDiffVersion.step(from: row.old, to: row.new) == row.step)
    }

    @Test func aVersionThatGoesBackOrStandsStillIsPointedOut() throws {
        let after = Self.rules.replacing("24 hours", with: "2 days")
        #expect(
            try diff(Self.rules, after, to: "1.0.0").versionRemark
                == "the version is still 1.0.0, although verdicts changed")
        #expect(
            try diff(Self.rules, Self.rules, to: "0.9.0").versionRemark == "the version goes back from 1.0.0 to 0.9.0")
        #expect(try diff(Self.rules, after, to: "1.1.0").versionRemark == nil)
        #expect(try diff(Self.rules, Self.rules).versionRemark == nil)
    }
}
