import ArgumentParser
import Checklists
import RulesEngine

/// `explore advice`.
struct AdviceCommand: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "advice",
        abstract: "Show what the documents say, what became of it, and where they disagree.",
        discussion: """
            Every piece of advice works for you as a rule, a checklist item, a question, a topic or a message, or stands \
            among the exceptions with the reason. Without a word or an option, only the numbers are shown.

            Examples:
              explore advice s1/send-a-thank-you-note
              explore advice "thank-you" --source s3
              explore advice --disputes
            """)

    @Argument(help: "A piece by its id, or words that stand in it.")
    var words: [String] = []
    @Option(help: "Only what this document says, such as s3.")
    var source: String?
    @Option(help: "Only what belongs to this part of the way, such as 'reach out'.")
    var phase: String?
    @Flag(help: "Only what nothing encodes, with the reasons.")
    var exceptions = false
    @Flag(help: "List every piece.")
    var all = false
    @Flag(help: "Show the questions that guides answer differently, and the answer in force.")
    var disputes = false
    @OptionGroup var rules: RuleOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard disputes, source != nil || phase != nil || all || exceptions else { return }
        throw ValidationError("--disputes takes words only")
    }

    func run(_ console: Console) throws -> ExitStatus {
        var diagnostics = Diagnostics()
        let kit = AdviceKit.load(try Workspace.rules(rules, time, console), &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        disputes ? try showDisputes(kit, console) : try showPieces(kit, console)
        return .inOrder
    }

    // MARK: Disputes

    private func showDisputes(_ kit: AdviceKit, _ console: Console) throws {
        let search = AdviceSearch(kit: kit)
        let found = try search.disputes(words.joined(separator: " "))
        let writer = DisputeWriter()
        if format.format == .json {
            for dispute in found { console.line(writer.json(dispute)) }
        } else {
            console.write(writer.text(found))
        }
    }

    // MARK: Pieces

    private func showPieces(_ kit: AdviceKit, _ console: Console) throws {
        let writer = AdviceWriter(kit: kit)
        let search = AdviceSearch(kit: kit, source: source, phase: phase, isExcepted: exceptions)
        let asked = words.joined(separator: " ")
        let isOverview = asked.isEmpty && source == nil && phase == nil && !exceptions && !all
        let found = try search.pieces(asked)
        if format.format == .json {
            for piece in found { console.line(writer.json(piece)) }
        } else if let piece = kit.advice.piece(asked) {
            console.write(writer.page(of: piece))
        } else {
            console.write(isOverview ? writer.overview : writer.list(found))
        }
    }
}
