import ArgumentParser
import RulesEngine

/// `explore evaluate`.
struct Evaluate: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write every verdict as one line of JSON, for scripts.",
        discussion: """
            Examples:
              explore evaluate --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore evaluate --log Examples/sam.yaml --now '2026-11-20 18:00' --rule thank-you-within-a-day
            """)

    @OptionGroup var options: LogOptions
    @Option(help: "How to write the verdicts: json, a line for each.")
    var format: LinesFormat = .json
    @Option(name: .customLong("rule"), help: "Only this rule. May be given several times.")
    var rules: [String] = []

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let evaluated = try workspace.evaluate(console)
        let chosen = Set(try rules.flatMap { try workspace.rules.rulesCalled($0).map(\.id) })
        let writer = VerdictWriter(evaluated)
        for verdict in evaluated.verdicts where rules.isEmpty || chosen.contains(evaluated.rule(of: verdict).id) {
            console.line(writer.json(verdict))
        }
        return .inOrder
    }

    /// The one form in which verdicts are written.
    enum LinesFormat: String, ExpressibleByArgument, CaseIterable {
        case json
    }
}
