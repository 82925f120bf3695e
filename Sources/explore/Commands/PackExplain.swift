import ArgumentParser
import RulesEngine

/// `explore pack explain PACK`.
struct PackExplain: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say every rule of a pack in one English sentence.",
        discussion: """
            Examples:
              explore pack explain first-conversation
              explore pack explain Examples/north-campus
            """)

    @OptionGroup var argument: PackArgument
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let work = try PackUnderWork(argument, console)
        try Report(console).stopOnErrors(work.diagnostics)
        guard let pack = work.pack else { return .notDone }
        for rule in pack.rules {
            format.format == .json
                ? console.line(json(rule, work.rules)) : show(rule, work.rules, console)
        }
        return .inOrder
    }

    private func show(_ rule: Rule, _ rules: RuleSet, _ console: Console) {
        console.line("\(rule.id) (\(rule.strength.rawValue), \(rule.shapeName))")
        console.line("  " + rule.sentence(in: rules.vocabulary))
        if !rule.because.isEmpty { console.line("  Because: " + rule.because) }
        if let source = rule.source { console.line("  Source: " + source.text) }
        console.line()
    }

    private func json(_ rule: Rule, _ rules: RuleSet) -> String {
        JSONLine([
            ("rule", .text(rule.id)), ("title", .text(rule.title)), ("strength", .text(rule.strength.rawValue)),
            ("shape", .text(rule.shapeName)), ("sentence", .text(rule.sentence(in: rules.vocabulary))),
            ("because", .text(rule.because)), ("source", rule.source.map { .text($0.text) } ?? .none),
        ]).text
    }
}
