import ArgumentParser
import RulesEngine

/// `explore lint FILE…`.
struct Lint: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the plan of a meeting against the advice.",
        discussion: """
            Examples:
              explore lint Examples/plan-mended.yaml --now '2026-11-20 18:00'
              explore lint Examples/plan.yaml --format github --now '2026-11-20 18:00'
            """)

    @Argument(help: "Plans to check.")
    var files: [String]
    @OptionGroup var options: LogOptions
    @Flag(help: "Also list what the plan does well.")
    var all = false
    @Option(help: "How to write the findings: text, json, sarif or github.")
    var format: FindingsFormat = .text

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        var findings: [Diagnostic] = []
        var unreadable = false
        for file in files {
            guard let outcome = try check(file, workspace, console) else {
                unreadable = true
                continue
            }
            findings += outcome.findings
            if format == .text { show(outcome, file, console) }
        }
        if format != .text { console.write(FindingsWriter.text(findings, as: format, workspace.rules)) }
        if unreadable { return .notDone }
        return findings.contains { $0.severity != .note } ? .findings : .inOrder
    }

    /// Nil when the plan could not be read; the reasons are printed.
    private func check(_ path: String, _ workspace: Workspace, _ console: Console) throws -> PlanCheck.Outcome? {
        var diagnostics = Diagnostics()
        let plan = try PlanFile.read(path, workspace, &diagnostics)
        // A plan with mistakes is held against the rules all the same, so that all of its mistakes are told at once.
        let outcome = plan.map {
            PlanCheck(engine: workspace.engine)
                .check($0, against: workspace.document, at: workspace.now, &diagnostics)
        }
        Report(console).show(diagnostics)
        return diagnostics.hasErrors ? nil : outcome
    }

    private func show(_ outcome: PlanCheck.Outcome, _ path: String, _ console: Console) {
        if !outcome.findings.isEmpty {
            console.line(DiagnosticRenderer(colour: console.usesColour).render(all: outcome.findings))
        }
        if all { for line in outcome.followed { console.line(" ✓ " + line) } }
        for line in outcome.stillToDo { console.line(" still to do: " + line) }
        let count = outcome.findings.count
        console.line("\(path): " + (count == 0 ? "nothing to mend." : count == 1 ? "1 finding." : "\(count) findings."))
    }
}
