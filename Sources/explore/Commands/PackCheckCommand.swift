import ArgumentParser
import Checklists
import RulesEngine

/// `explore pack check PACK`.
struct PackCheckCommand: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look a pack over and list everything that should be mended.",
        discussion: """
            With --fix, what is sure is repaired first: in the pack's own files, and nowhere else in them.

            Examples:
              explore pack check first-conversation
              explore pack check Examples/north-campus
            """)

    @OptionGroup var argument: PackArgument
    @Flag(help: "Make the sure repairs in the pack's own files, and say which.")
    var fix = false
    @OptionGroup var time: TimeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let today = try Workspace.today(time, console)
        let isWritten = fix ? show(try PackMending(argument, today: today, console).run(), console) : true
        let work = try PackUnderWork(argument, console, today: today)
        var diagnostics = work.diagnostics
        if let pack = work.pack {
            PackCheck(rules: work.rules, zones: PackUnderWork.zones).check(pack, today: today, &diagnostics)
            AdviceCheck(AdviceKit.load(work.rules, &diagnostics)).check(pack, &diagnostics)
        }
        let status = show(diagnostics, work.pack, console)
        return isWritten ? status : .notDone
    }

    // MARK: Repairs

    /// Says what was repaired; false when a file had to be left.
    private func show(_ outcome: PackMending.Outcome, _ console: Console) -> Bool {
        for repair in outcome.repairs { console.line(format.format == .json ? json(repair) : text(repair)) }
        for sentence in outcome.left { console.errorLine("explore: " + sentence) }
        if format.format == .text {
            let count = outcome.repairs.count
            console.line(count == 0 ? "There is nothing to repair without you." : counted(count, "repair") + ".")
            console.line()
        }
        return outcome.left.isEmpty
    }

    private func text(_ repair: PackFixer.Repair) -> String {
        let start = repair.fix.range.start
        return "\(repair.fix.range.file.name):\(start.line):\(start.column): "
            + "\(repair.fix.title) [\(repair.diagnostic.name)]"
    }

    private func json(_ repair: PackFixer.Repair) -> String {
        let range = repair.fix.range
        return JSONLine([
            ("repaired", .text(repair.fix.title)), ("code", .text(repair.diagnostic.code.rawValue)),
            ("file", .text(range.file.name)), ("line", .number(Int64(range.start.line))),
            ("column", .number(Int64(range.start.column))), ("replaced", .text(range.text)),
            ("replacement", .text(repair.fix.replacement)),
        ]).text
    }

    // MARK: What is left to mend

    private func show(_ diagnostics: Diagnostics, _ pack: RuleSet.Pack?, _ console: Console) -> ExitStatus {
        let status: ExitStatus = diagnostics.hasErrors ? .notDone : diagnostics.all.isEmpty ? .inOrder : .findings
        if format.format == .json {
            for diagnostic in diagnostics.sorted() { console.line(DiagnosticJSON.text(of: diagnostic)) }
            return status
        }
        if !diagnostics.all.isEmpty {
            console.line(DiagnosticRenderer(colour: console.usesColour).render(all: diagnostics.sorted()))
        }
        let rules = counted(pack?.rules.count ?? 0, "rule")
        let mend = diagnostics.all.isEmpty ? "nothing to mend" : "\(diagnostics.all.count) to mend"
        console.line("\(argument.pack): \(rules), \(mend).")
        return status
    }
}
