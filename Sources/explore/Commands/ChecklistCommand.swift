import ArgumentParser
import Checklists
import RulesEngine

/// `explore checklist FILE`.
struct ChecklistCommand: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: "List what to see to before, at and after a planned meeting.",
        discussion: """
            Examples:
              explore checklist Examples/plan-mended.yaml --now '2026-11-20 18:00'
              explore checklist Examples/plan.yaml --now '2026-11-20 18:00' --format json
            """)

    @Argument(help: "The plan of a meeting.")
    var file: String
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        var diagnostics = Diagnostics()
        let plan = try PlanFile.read(file, workspace, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        guard let plan else { return .notDone }
        var ignored = Diagnostics()
        let checklist = ChecklistMaker(engine: workspace.engine)
            .checklist(of: plan, in: workspace.document, at: workspace.now, &ignored)
        try Report(console).stopOnErrors(ignored)
        format.format == .json ? console.line(json(checklist)) : show(checklist, console)
        return .inOrder
    }

    private func show(_ checklist: Checklist, _ console: Console) {
        console.line(checklist.title)
        for section in checklist.sections {
            console.line()
            console.line(section.phase.rawValue.prefix(1).uppercased() + section.phase.rawValue.dropFirst())
            for item in section.items {
                console.line(" \(item.isDone ? "[x]" : "[ ]") \(item.text)" + (item.proof.map { "  (\($0))" } ?? ""))
            }
        }
    }

    private func json(_ checklist: Checklist) -> String {
        let items = checklist.sections.flatMap { section in
            section.items.map { item -> JSONLine.Value in
                .object([
                    ("phase", .text(section.phase.rawValue)), ("text", .text(item.text)), ("done", .flag(item.isDone)),
                    ("proof", item.proof.map { .text($0) } ?? .none), ("rule", .text(item.rule)),
                ])
            }
        }
        return JSONLine([("title", .text(checklist.title)), ("items", .list(items))]).text
    }
}
