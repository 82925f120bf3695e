import Checklists
import RulesEngine

extension Workspace {
    /// What the packs bring beside rules; a mistake in one is printed with its place and ends the command.
    func kit(_ console: Console) throws -> AdviceKit { try AdviceKit.loadOrFailure(rules, console) }

    /// The state of the log for the rules of a kit, with none of its rules evaluated.
    func evaluated(_ kit: AdviceKit, _ console: Console) throws -> Evaluated {
        var diagnostics = Diagnostics()
        let engine = Engine(rules: kit.rules, frame: frame)
        let facts = engine.facts(of: document, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        return engine.evaluate(facts, at: now, only: [])
    }
}

extension AdviceKit {
    /// What the packs of these rules bring beside them; a mistake in it is printed with its place and ends the command.
    static func loadOrFailure(_ rules: RuleSet, _ console: Console) throws -> AdviceKit {
        var diagnostics = Diagnostics()
        let kit = load(rules, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        return kit
    }
}

extension String {
    /// Whether the word names a file rather than a person.
    var namesAFile: Bool { [".yaml", ".yml", ".json"].contains { lowercased().hasSuffix($0) } }
}
