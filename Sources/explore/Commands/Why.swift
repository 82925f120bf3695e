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
              explore why 2 --log Examples/sam.yaml --now '2026-11-20 18:00'
            """)

    @Argument(
        help: "A rule, by its id; or a card, by its number in explore today.",
        completion: .custom { Completions.rules($0, $1, $2) })
    var rule: String
    @Argument(help: "Only what concerns this person.", completion: .custom { Completions.people($0, $1, $2) })
    var person: String?
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let card = try Int(rule).map {
            try CardPicker(workspace, budget: AgendaMaker.usualBudget, console).card(numbered: $0)
        }
        let name = try person.map { try People(workspace.document).find($0) } ?? card?.person
        let evaluated = try workspace.evaluate(console)
        for rule in card?.rules ?? [rule] {
            show(try workspace.rules.ruleCalled(rule), name, evaluated, console)
        }
        return .inOrder
    }

    private func show(_ rule: Rule, _ name: String?, _ evaluated: Evaluated, _ console: Console) {
        let verdicts = evaluated.verdictsInTime.filter { verdict in
            evaluated.rule(of: verdict).id == rule.id && (name == nil || evaluated.person(of: verdict) == name)
        }
        if format.format == .json {
            for verdict in verdicts { console.line(VerdictWriter(evaluated).json(verdict)) }
        } else {
            show(rule, verdicts, evaluated, name, console)
        }
    }

    private func show(
        _ rule: Rule, _ verdicts: [Verdict], _ evaluated: Evaluated, _ name: String?, _ console: Console
    ) {
        console.line("\(rule.id) (\(rule.strength.rawValue))")
        console.line("  " + rule.sentence(in: evaluated.rules.vocabulary))
        if !rule.because.isEmpty { console.line("  Because: " + rule.because) }
        if let source = rule.source { console.line("  Source: " + source.text) }
        if !rule.customaryIn.isEmpty { console.line("  Customary in: " + rule.customaryIn.joined(separator: ", ")) }
        for line in RuleSetWriter.changeLines(rule) { console.line("  " + line) }
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
