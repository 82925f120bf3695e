import ArgumentParser
import RulesEngine

/// `explore lint FILE…`.
struct Lint: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the plan of a meeting, or a message you are about to send, against the advice.",
        discussion: """
            A file whose name ends in .yaml or .json is a plan. Any other is a message: its words, and above them an empty line and \
            lines such as 'Kind: request', 'To: Ana Ruiz' and 'Attach: FILE'. Nothing of it is kept.

            Examples:
              explore lint Examples/plan-mended.yaml --now '2026-11-20 18:00'
              explore lint Examples/request-mended.md --log Examples/sam.yaml --now '2026-11-20 18:00'
            """)

    @Argument(help: "Plans and messages to check.", completion: .file())
    var files: [String]
    @Option(help: "What kind of message it is, such as request or thank-you.")
    var kind: String?
    @Option(help: "The person the message goes to.", completion: .custom { Completions.people($0, $1, $2) })
    var to: String?
    @OptionGroup var options: LogOptions
    @Flag(help: "Also list what is done well.")
    var all = false
    @Option(help: "How to write the findings: text, json, sarif or github.")
    var format: FindingsFormat = .text

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        var findings: [Diagnostic] = []
        var unreadable = false
        for file in files {
            var mistakes = Diagnostics()
            let outcome = try check(file, workspace, &mistakes)
            format == .text ? Report(console).show(mistakes) : findings.append(contentsOf: mistakes.all)
            guard let outcome, !mistakes.hasErrors else {
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

    /// Nil when the file could not be read, with the reasons collected.
    private func check(
        _ path: String, _ workspace: Workspace, _ diagnostics: inout Diagnostics
    ) throws -> PlanCheck.Outcome? {
        let isPlan = path.namesAFile && kind == nil && to == nil
        return isPlan ? try plan(path, workspace, &diagnostics) : try message(path, workspace, &diagnostics)
    }

    private func plan(
        _ path: String, _ workspace: Workspace, _ diagnostics: inout Diagnostics
    ) throws -> PlanCheck.Outcome? {
        // A plan with mistakes is held against the rules all the same, so that all of its mistakes are told at once.
        try PlanFile.read(path, workspace, &diagnostics).map {
            PlanCheck(engine: workspace.engine)
                .check($0, against: workspace.document, at: workspace.now, &diagnostics)
        }
    }

    private func message(
        _ path: String, _ workspace: Workspace, _ diagnostics: inout Diagnostics
    ) throws -> PlanCheck.Outcome? {
        try MessageFile(kind: kind, person: to).read(path, workspace, &diagnostics).map {
            MessageCheck(engine: workspace.engine)
                .check($0, against: workspace.document, at: workspace.now, &diagnostics)
        }
    }

    private func show(_ outcome: PlanCheck.Outcome, _ path: String, _ console: Console) {
        if !outcome.findings.isEmpty {
            console.line(DiagnosticRenderer(colour: console.usesColour).render(all: outcome.findings))
        }
        if all { for line in outcome.followed { console.line(" ✓ " + line) } }
        for line in outcome.stillToDo { console.line(" still to do: " + line) }
        if let over = outcome.over { return console.line("\(path): not checked any more, since \(over).") }
        let count = outcome.findings.count
        console.line("\(path): " + (count == 0 ? "nothing to mend." : count == 1 ? "1 finding." : "\(count) findings."))
    }
}
