import ArgumentParser
import Checklists
import RulesEngine

/// `explore pack explain PACK`.
struct PackExplain: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say everything a pack brings, each rule in one English sentence.",
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
        let kit = try AdviceKit.loadOrFailure(work.rules, console)
        let patterns = kit.patterns.filter { $0.pack == pack.manifest.id }
        let handout = PackHandout(pack, in: work.rules, kit: kit)
        switch format {
        case .text:
            for rule in pack.rules { show(rule, work.rules, console) }
            for part in handout.parts { for entry in part.entries { show(entry, part.thing, console) } }
            for pattern in patterns { show(pattern, console) }
            for dispute in handout.disputes { show(dispute, console) }
            console.write(String(handout.words.text.trimmingPrefix("\n")))
        case .json:
            for rule in pack.rules { console.line(json(rule, work.rules)) }
            for part in handout.parts { for entry in part.entries { console.line(json(entry, part.thing)) } }
            console.write(handout.words.json)
            console.write(DraftWriter(vocabulary: work.rules.vocabulary, isJSON: true).list(patterns))
        case .markdown: console.write(PackHandoutMarkdown(handout: handout).text)
        case .html: console.write(PackHandoutPage(handout: handout).text)
        }
        return .inOrder
    }

    private func show(_ entry: PackHandout.PartEntry, _ thing: String, _ console: Console) {
        console.line(entry.id.map { "\($0) (\(thing))" } ?? entry.title)
        if entry.id != nil { console.line("  " + entry.title) }
        for text in entry.texts { console.line("  " + text) }
        for remark in entry.remarks { console.line("  \(remark.heading): \(remark.text)") }
        console.line()
    }

    private func show(_ dispute: PackHandout.DisputeEntry, _ console: Console) {
        console.line("Guides differ: " + dispute.question)
        for answer in dispute.answers { console.line("  " + answer) }
        if !dispute.because.isEmpty { console.line("  Because: " + dispute.because) }
        console.line()
    }

    private func json(_ entry: PackHandout.PartEntry, _ thing: String) -> String {
        JSONLine([
            ("part", .text(thing)), ("id", entry.id.map { .text($0) } ?? .none), ("title", .text(entry.title)),
            ("texts", .list(entry.texts.map { .text($0) })),
            ("remarks", .object(entry.remarks.map { ($0.heading.lowercased(), .text($0.text)) })),
        ]).text
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
