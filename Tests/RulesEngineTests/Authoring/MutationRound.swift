import Testing

@testable import RulesEngine

/// A rule of the street with what is asked about it, and the same rule once all that is proposed was added.
struct MutationRound {
    /// The score before anything was added.
    let score: MutationRunner.Score
    private let rule: String

    /// `rule` as in `RuleTrial`; `examples` as they stand under `examples:`, none when it is empty.
    init(_ rule: String, examples: String = "") throws {
        self.rule = rule + (examples.isEmpty ? "" : "\nexamples:\n" + examples)
        score = try Self.score(RuleTrial(self.rule))
    }

    /// One round leaves nothing to ask, every example passes, and no verdict is missing.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(!score.survivors.isEmpty, sourceLocation: sourceLocation)
        let heading = rule.contains("\nexamples:\n") ? "\n" : "\nexamples:\n"
        let mended = RuleTrial(rule + heading + proposed)
        #expect(mended.mistakes == [], "\(proposed)", sourceLocation: sourceLocation)
        let failed = try Self.results(mended).compactMap { $0.problem?.message }
        #expect(failed == [], "\(proposed)", sourceLocation: sourceLocation)
        let second = try Self.score(mended)
        #expect(second.survivors.flatMap(\.questions) == [], sourceLocation: sourceLocation)
        #expect(
            second.killed == score.killed + score.survivors.reduce(0) { $0 + $1.mutants },
            sourceLocation: sourceLocation)
        #expect(second.percent == 100 && second.unseen == [], "\(second.undecided)", sourceLocation: sourceLocation)
        #expect(second.equivalents == score.equivalents, sourceLocation: sourceLocation)
    }

    private static func score(_ trial: RuleTrial) throws -> MutationRunner.Score {
        var diagnostics = Diagnostics()
        let score = MutationRunner(rules: trial.rules, zones: { _ in nil }).run(try trial.rule(), &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return score
    }

    private static func results(_ trial: RuleTrial) throws -> [ExampleRunner.Result] {
        var diagnostics = Diagnostics()
        return ExampleRunner(rules: trial.rules, zones: { _ in nil }).run(try trial.rule(), &diagnostics)
    }

    /// The proposed examples at the column of a key.
    private var proposed: String {
        let lines = score.survivors.map(\.example).joined().split(separator: "\n", omittingEmptySubsequences: false)
        let least = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { $0.dropFirst(least) }.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    }
}
