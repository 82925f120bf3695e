import ArgumentParser
import RulesEngine

/// `explore pack check PACK`.
struct PackCheckCommand: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look a pack over and list everything that should be mended.",
        discussion: """
            Examples:
              explore pack check first-conversation
              explore pack check Examples/north-campus
            """)

    @OptionGroup var argument: PackArgument
    @OptionGroup var time: TimeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let work = try PackUnderWork(argument)
        var diagnostics = work.diagnostics
        if let pack = work.pack {
            let zone = try Workspace.zone(time.timeZone ?? console.systemZone)
            let today = zone.wallTime(at: try Workspace.now(time, zone, console)).day
            PackCheck(rules: work.rules, zones: PackUnderWork.zones).check(pack, today: today, &diagnostics)
        }
        return show(diagnostics, work.pack, console)
    }

    private func show(_ diagnostics: Diagnostics, _ pack: RuleSet.Pack?, _ console: Console) -> ExitStatus {
        let status: ExitStatus = diagnostics.hasErrors ? .notDone : diagnostics.all.isEmpty ? .inOrder : .findings
        if format.format == .json {
            for diagnostic in diagnostics.sorted() { console.line(DiagnosticJSON.text(of: diagnostic)) }
            return status
        }
        if !diagnostics.all.isEmpty { console.line(DiagnosticRenderer(colour: console.usesColour).render(all: diagnostics.sorted())) }
        let count = pack?.rules.count ?? 0
        console.line(
            diagnostics.all.isEmpty
                ? "\(argument.pack): \(count) rules, nothing to mend."
                : "\(argument.pack): \(count) rules, \(diagnostics.all.count) to mend.")
        return status
    }
}
