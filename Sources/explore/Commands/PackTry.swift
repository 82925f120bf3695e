import ArgumentParser
import RulesEngine

/// `explore pack try PACK --on LOGS`.
struct PackTry: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Try a pack on old logs: what it would have said, day by day.",
        discussion: """
            Each log is lived through again from its first activity to 30 days after its last, looked at at the end of each
            day with what was known by then; your own log when none is named. With --against, what changes from
            another version of the pack to this one. Of a folder, logs with mistakes and plans are left out and named.

            Examples:
              explore pack try first-conversation --on Examples/sam.yaml
              explore pack try Examples/north-campus --on Examples/sam.yaml --until 2026-12-31
            """)

    @OptionGroup var argument: PackArgument
    @Option(
        name: .customLong("on"), parsing: .upToNextOption,
        help: "Logs in YAML, or folders with such logs. Default: your own log.")
    var logs: [String] = []
    @Option(help: "Another version of the pack: a folder, or the id of one that ships or is installed.")
    var against: String?
    @Option(help: "The last day of every log, such as 2026-12-31. Default: 30 days after its last activity.")
    var until: String?
    @Option(help: "Call a rule loud that speaks on more than this percentage of the days, or in more of the logs.")
    var loud = 40
    @Option(help: "How many examples of what changes are shown for each rule.")
    var examples = 3
    @Option(help: "Use this time zone for logs that name none. Default: the computer's.")
    var timeZone: String?
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard (0...100).contains(loud) else { throw ValidationError("--loud is a percentage from 0 to 100") }
        guard (0...1000).contains(examples) else { throw ValidationError("--examples is a number from 0 to 1000") }
    }

    func run(_ console: Console) throws -> ExitStatus {
        let (work, pack) = try load(argument.pack, console)
        let zone = try Workspace.zone(timeZone ?? console.systemZone)
        let last = try lastDay(zone)
        let trial =
            try logs.isEmpty
            ? TrialLogs(own: try LogSource(nil, console), work.rules, zone: zone, until: last, console)
            : TrialLogs(logs, work.rules, zone: zone, until: last, console)
        trial.leftOut.forEach(console.errorLine)
        guard !trial.logs.isEmpty else {
            throw CommandFailure(
                "there is no log to try '\(argument.pack)' on",
                help: logs.isEmpty
                    ? "your own log is empty; name another: explore pack try \(argument.pack) --on LOG.yaml"
                    : "name logs with activities in them")
        }
        let other = try against.map { try load($0, console) }
        let label = trial.logs.count == 1 ? "Living 1 log through" : "Living \(trial.logs.count) logs through"
        var bar = ProgressBar(label, total: trial.days * (other == nil ? 1 : 2), console)
        let records = trial.records(Replay(work.rules, pack: pack.manifest.id), &bar)
        let report = ReplayReport(records, loudAbove: loud)
        let comparison = other.map { compare($0, records, pack.manifest.id, trial, &bar) }
        bar.clear()
        let resting = work.rules.resting.filter { $0.rule.id.hasPrefix(pack.manifest.id + "/") }
        let writer = TrialWriter(report: report, resting: resting, comparison: comparison, format: format.format)
        console.write(writer.text(pack: argument.pack, against: against))
        let isQuiet = report.lines.allSatisfy { $0.loudness == nil }
        return isQuiet && !trial.hasMistakes && comparison?.isEmpty ?? true ? .inOrder : .findings
    }

    private func load(_ name: String, _ console: Console) throws -> (PackUnderWork, RuleSet.Pack) {
        let work = try PackUnderWork(name, beside: argument.rules.packs, console)
        try Report(console).stopOnErrors(work.diagnostics)
        guard let pack = work.pack else { throw CommandFailure("'\(name)' is not a pack", help: "name its folder") }
        return (work, pack)
    }

    private func compare(
        _ other: (work: PackUnderWork, pack: RuleSet.Pack), _ records: [ReplayRecord], _ id: String, _ trial: TrialLogs,
        _ bar: inout ProgressBar
    ) -> ReplayComparison {
        let earlier = trial.records(Replay(other.work.rules, pack: other.pack.manifest.id), &bar)
        let naming: ReplayComparison.Naming = other.pack.manifest.id == id ? .full : .withoutPack
        return ReplayComparison(earlier, records, naming: naming, examples: examples)
    }

    private func lastDay(_ zone: Zone) throws -> CalendarDay? {
        guard let until else { return nil }
        switch Moment.read(until, in: zone) {
        case .success(let moment): return zone.wallTime(at: moment.start).day
        case .failure(let problem):
            throw CommandFailure("--until: " + problem.message, help: problem.help ?? "write '2026-12-31'")
        }
    }
}
