import ActivityLog
import ArgumentParser
import Checklists
import RulesEngine

/// `explore checklist [NAME|FILE]`.
struct ChecklistCommand: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: "List what to see to before, at and after a meeting.",
        discussion: """
            For the next meeting in the log, the one with NAME, or the plan in FILE. What the log proves is ticked, with the \
            proof; tick the rest with --done. With --format html it is one page to print.

            Examples:
              explore checklist tom --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore checklist Examples/plan-mended.yaml --now '2026-11-20 18:00' --format markdown
              explore checklist finding-people
            """)

    @Argument(
        help: "A person, a plan file, or the name of a checklist. Default: the next meeting.",
        completion: .custom { Completions.people($0, $1, $2) })
    var words: [String] = []
    @Option(help: "Tick an item by its name in brackets. May be given several times.")
    var done: [String] = []
    @Option(help: "How to write it: text, markdown, json or html.")
    var format: ChecklistFormat = .text
    @OptionGroup var change: ChangeOptions

    func run(_ console: Console) throws -> ExitStatus {
        guard done.isEmpty else { return try tick(console) }
        let workspace = try Workspace(change.options, console)
        let source = try ChecklistSource(workspace, console)
        let checklists = try source.checklists(words)
        let writer = ChecklistWriter(format: format, words: words, spokenBreak: workspace.spokenBreak)
        console.write(writer.text(checklists, today: today(workspace)))
        return .inOrder
    }

    private func today(_ workspace: Workspace) -> String {
        workspace.zone.wallTime(at: workspace.now).spoken
    }

    // MARK: Ticking

    private func tick(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let checklists = try ChecklistSource(book.workspace, console).checklists(words)
        let at = Moment(at: book.workspace.now, in: book.workspace.zone)
        let ticked = try done.map { try find($0, checklists) }
        try book.record(
            ticked.map { .decide(TickLedger.decision(tick: $0.item, of: $0.checklist, at: at)) })
        for (item, checklist) in ticked { console.line("Ticked: \(item.text) (\(checklist.title)).") }
        console.line(book.isTrial ? "Nothing was recorded." : "Not right? Take it back with: explore undo")
        return .inOrder
    }

    private func find(_ id: String, _ checklists: [Checklist]) throws -> (item: Checklist.Item, checklist: Checklist) {
        for checklist in checklists {
            if let item = checklist.items.first(where: { $0.id == id }) { return (item, checklist) }
        }
        let ids = checklists.flatMap(\.items).map(\.id)
        throw CommandFailure(
            "this checklist has no item '\(id)'",
            help: nearestWord(to: id, among: ids).map { "did you mean '\($0)'?" } ?? "use one of: "
                + ids.joined(separator: ", "))
    }
}
