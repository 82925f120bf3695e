import RulesEngine
import Testing

@testable import explore

/// Every wrong rule near a rule of a shipped pack is noticed by one of its examples (rules.md §9.2).
struct MutationScoreTests {
    private static let rules: RuleSet = {
        var ignored = Diagnostics()
        return PackLoader.load(Workspace.shipped(), &ignored)
    }()

    static let packs = rules.packs.filter { !$0.rules.isEmpty }.map(\.manifest.id)

    /// The questions that no example settles yet.
    private static let open = [
        "first-conversation": Array(repeating: "Is it an exception when it comes before that?", count: 2)
    ]

    @Test(arguments: packs)
    func theExamplesOfAPackNoticeEveryWrongRule(_ id: String) throws {
        let pack = try #require(Self.rules.packs.first { $0.manifest.id == id })
        var diagnostics = Diagnostics()
        let runner = MutationRunner(rules: Self.rules, zones: PackUnderWork.zones)
        let scores = runner.run(pack, &diagnostics)
        let open = scores.flatMap { score in score.survivors.flatMap(\.questions) }
        #expect(open == Self.open[id, default: []], "\(scores.filter { $0.percent < 100 }.map(\.rule))")
        #expect(diagnostics.all.isEmpty)
    }
}
