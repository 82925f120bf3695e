import ArgumentParser
import RulesEngine

/// `explore why RULE [PERSON]`.
struct Why: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain why a rule speaks, or why it is silent.",
        discussion: """
            Examples:
              explore why thank-you-within-a-day --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore why thank-you-within-a-day Ana --log Examples/sam.yaml --now '2026-11-20 18:00'
            """)

    @Argument(help: "A rule, by its id.")
    var rule: String
    @Argument(help: "Only what concerns this person.")
    var person: String?
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let rule = try named(workspace.rules)
        let evaluated = try workspace.evaluate(console)
        let name = try person.map { try People(workspace.document).find($0) }
        let verdicts = evaluated.verdicts.filter { verdict in
            evaluated.rule(of: verdict).id == rule.id && (name == nil || evaluated.person(of: verdict) == name)
        }
        if format.format == .json {
            for verdict in verdicts { console.line(VerdictWriter(evaluated).json(verdict)) }
        } else {
            show(rule, verdicts, evaluated, name, console)
        }
        return .inOrder
    }

    private func named(_ rules: RuleSet) throws -> Rule {
        let found = rules.rules(named: rule)
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            throw CommandFailure(
                "several rules are called '\(rule)'", help: "write one of: " + found.map(\.id).joined(separator: ", "))
        }
        let nearest = rules.nearestRule(to: rule)
        throw CommandFailure(
            "there is no rule called '\(rule)'",
            help: nearest.map { "did you mean '\($0)'?" } ?? "see all of them with: explore pack explain PACK")
    }

    private func show(
        _ rule: Rule, _ verdicts: [Verdict], _ evaluated: Evaluated, _ name: String?, _ console: Console
    ) {
        console.line("\(rule.id) (\(rule.strength.rawValue))")
        console.line("  " + rule.sentence(in: evaluated.rules.vocabulary))
        if !rule.because.isEmpty { console.line("  Because: " + rule.because) }
        if let source = rule.source { console.line("  Source: " + source.text) }
        console.line()
        for verdict in verdicts { show(evaluated.explanation(of: verdict), console) }
        if verdicts.isEmpty { console.line("Silent: " + evaluated.silence(of: rule, about: name)) }
    }

    private func show(_ explanation: Explanation, _ console: Console) {
        console.line("\(explanation.verdict): \(explanation.occasion)")
        for line in explanation.lines { console.line("  " + line) }
        console.line()
    }
}
