import ArgumentParser
import Checklists
import RulesEngine

/// `explore draft KIND PERSON`.
struct Draft: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draft a message from the log; you send it yourself.",
        discussion: """
            What the log does not know stays a blank in square brackets, and 'explore lint' finds those that are left. Without a \
            person it lists the patterns. Nothing is sent, and nothing of it is kept.

            Examples:
              explore draft thank-you ana --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore draft request --log Examples/sam.yaml --now '2026-11-20 18:00'
            """)

    @Argument(help: "A kind of message, such as thank-you, or the name of a pattern.")
    var message: String?
    @Argument(help: "The person it goes to.", completion: .custom { Completions.people($0, $1, $2) })
    var person: String?
    @Option(help: "Write it into this new file.")
    var to: String?
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let kit = try workspace.kit(console)
        let drafter = MessageDrafter(kit: kit, frame: workspace.frame)
        let patterns = try message.map { try Self.patterns($0, drafter, kit) } ?? kit.patterns
        let writer = DraftWriter(vocabulary: workspace.rules.vocabulary, isJSON: format.format == .json)
        guard let person else {
            if to != nil {
                throw CommandFailure("there is nobody to write to", help: "say to whom: explore draft KIND NAME")
            }
            console.write(writer.list(patterns))
            return .inOrder
        }
        let draft = try self.draft(patterns, to: People(workspace.document).find(person), drafter, workspace, console)
        if let to { try NewFile.write(draft.text, to: to) }
        console.write(writer.text(of: draft, in: to))
        if format.format == .text { for line in writer.remarks(on: draft) { console.errorLine(line) } }
        return .inOrder
    }

    private func draft(
        _ patterns: [MessagePattern], to person: String, _ drafter: MessageDrafter, _ workspace: Workspace,
        _ console: Console
    ) throws -> MessageDrafter.Draft {
        var diagnostics = Diagnostics()
        let draft = drafter.draft(
            patterns, to: person, in: workspace.document, at: workspace.now, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        guard let draft else {
            throw CommandFailure(
                "no pattern fits what the log knows about \(person)",
                help: "name one yourself: " + patterns.map(\.id).joined(separator: ", "))
        }
        return draft
    }

    private static func patterns(
        _ word: String, _ drafter: MessageDrafter, _ kit: AdviceKit
    ) throws -> [MessagePattern] {
        let found = drafter.patterns(named: word)
        guard found.isEmpty else { return found }
        let words = kit.rules.vocabulary.messageKinds.flatMap(\.messages)
        let nearest = nearestWord(to: word, among: words + kit.patterns.map(\.id))
        throw CommandFailure(
            "there is no pattern for '\(word)'",
            help: nearest.map { "did you mean '\($0)'?" } ?? "see all of them with: explore draft")
    }
}
