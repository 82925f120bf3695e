import ArgumentParser
import Checklists
import RulesEngine

/// `explore questions for NAME`.
struct Questions: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Choose questions for a talk, and say why each.",
        discussion: """
            About one for every four minutes: your own question first, then what nobody has told you yet, never what you have \
            read up on. The closing asks count among them and take half at most. With --into they are written into the agenda \
            of a plan file, and nothing else in it changes.

            Examples:
              explore questions for tom --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore questions for ana --minutes 30 --all --log Examples/sam.yaml --now '2026-11-20 18:00'
            """)

    @Argument(
        help: "The word 'for' and a person. Default: the next meeting.",
        completion: .custom { Completions.people($0, $1, $2) })
    var words: [String] = []
    @Option(help: "How long the talk is to be. Default: as planned, else 20.")
    var minutes: Int?
    @Option(help: "The path the talk is about. Default: as the log says.")
    var path: String?
    @Option(help: "Write the questions into the agenda of this plan file.")
    var into: String?
    @Flag(help: "Also list what comes next, and what was left out and why.")
    var all = false
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        if let minutes, !(1...600).contains(minutes) { throw ValidationError("--minutes is a number from 1 to 600") }
    }

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let kit = try workspace.kit(console)
        let source = TalkSource(workspace: workspace, kit: kit, console: console)
        let talk = try source.talk(with: whom, minutes: minutes, path: path, plan: into)
        let choice = QuestionPicker(kit: kit, frame: workspace.frame)
            .choice(for: talk, in: workspace.document, at: workspace.now)
        var added: [BankQuestion]?
        if let into {
            added = try PlanFileEditor(workspace: workspace, kit: kit).add(choice.chosen.map(\.question), to: into)
        }
        let writer = QuestionsWriter(talk: talk, choice: choice, showsAll: all)
        console.write(format.format == .json ? writer.json(added: added) + "\n" : writer.text)
        if let into, let added, format.format == .text { console.line(Self.said(added.count, into)) }
        return .inOrder
    }

    private var whom: String? {
        let names = words.first == "for" ? Array(words.dropFirst()) : words
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    private static func said(_ count: Int, _ path: String) -> String {
        switch count {
        case 0: "All of them stand in \(path) already; it was left as it was."
        case 1: "1 question was written into \(path)."
        default: "\(count) questions were written into \(path)."
        }
    }
}
