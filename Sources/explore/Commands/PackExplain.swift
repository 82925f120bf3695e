import ArgumentParser
import Checklists
import RulesEngine

/// `explore pack explain PACK`.
struct PackExplain: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say every rule of a pack in one English sentence.",
        discussion: """
            As markdown or html it is a handout to print: the rules with their reasons and sources, and where guides differ.

            Examples:
              explore pack explain first-conversation
              explore pack explain Examples/north-campus --format markdown
            """)

    @OptionGroup var argument: PackArgument
    @Option(help: "How to write it: text, json, markdown or html.")
    var format: HandoutFormat = .text

    func run(_ console: Console) throws -> ExitStatus {
        let work = try PackUnderWork(argument, console)
        try Report(console).stopOnErrors(work.diagnostics)
        guard let pack = work.pack else { return .notDone }
        let patterns = try self.patterns(of: pack, work.rules, console)
        let handout = PackHandout(pack, in: work.rules, patterns: patterns)
        switch format {
        case .text:
            for rule in pack.rules { show(rule, work.rules, console) }
            for pattern in patterns { show(pattern, console) }
            if pack.rules.isEmpty { console.write(words(of: pack, work.rules).text) }
        case .json:
            for rule in pack.rules { console.line(json(rule, work.rules)) }
            if pack.rules.isEmpty { console.write(words(of: pack, work.rules).json) }
            console.write(DraftWriter(vocabulary: work.rules.vocabulary, isJSON: true).list(patterns))
        case .markdown: console.write(PackHandoutMarkdown(handout: handout).text)
        case .html: console.write(PackHandoutPage(handout: handout).text)
        }
        return .inOrder
    }

    /// What a pack without rules is there for: the words it declares.
    private func words(of pack: RuleSet.Pack, _ rules: RuleSet) -> WordList {
        let own = rules.vocabulary.kinds.filter { $0.declared.file.name.contains(pack.name + "/") }
        return WordList(vocabulary: rules.vocabulary, only: Set(own.map(\.name)))
    }

    private func patterns(
        of pack: RuleSet.Pack, _ rules: RuleSet, _ console: Console
    ) throws -> [MessagePattern] {
        var diagnostics = Diagnostics()
        let kit = AdviceKit.load(rules, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        return kit.patterns.filter { $0.pack == pack.manifest.id }
    }

    private func show(_ pattern: MessagePattern, _ console: Console) {
        console.line("\(pattern.id) (message pattern)")
        console.line("  " + pattern.title)
        if let subject = pattern.subjectText { console.line("  Subject: " + subject) }
        for text in pattern.texts { console.line("  > " + text.replacing("\n", with: "\n    ")) }
        if let source = pattern.source { console.line("  Source: " + source) }
        console.line()
    }

    private func show(_ rule: Rule, _ rules: RuleSet, _ console: Console) {
        console.line("\(rule.id) (\(rule.strength.rawValue), \(rule.shapeName))")
        console.line("  " + rule.sentence(in: rules.vocabulary))
        if !rule.because.isEmpty { console.line("  Because: " + rule.because) }
        if let source = rule.source { console.line("  Source: " + source.text) }
        if !rule.customaryIn.isEmpty { console.line("  Customary in: " + rule.customaryIn.joined(separator: ", ")) }
        console.line()
    }

    private func json(_ rule: Rule, _ rules: RuleSet) -> String {
        JSONLine([
            ("rule", .text(rule.id)), ("title", .text(rule.title)), ("strength", .text(rule.strength.rawValue)),
            ("shape", .text(rule.shapeName)), ("sentence", .text(rule.sentence(in: rules.vocabulary))),
            ("because", .text(rule.because)), ("source", rule.source.map { .text($0.text) } ?? .none),
            ("customary_in", .list(rule.customaryIn.map { .text($0) })),
        ]).text
    }
}

/// How a pack is explained.
enum HandoutFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, markdown, html
}
