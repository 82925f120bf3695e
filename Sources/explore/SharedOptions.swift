import ArgumentParser

/// The options of every command that looks at a log.
struct LogOptions: ParsableArguments {
    @Option(
        help: "The log: a database, or a YAML file. Default: $EXPLORE_LOG, else your data folder.", completion: .file())
    var log: String?

    @OptionGroup var rules: RuleOptions
    @OptionGroup var time: TimeOptions
}

/// The options of every command that uses packs.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .customLong("pack"), help: "A folder with one more pack. May be given several times.",
        completion: .directory)
    var packs: [String] = []
}

/// The options of every command where time matters.
struct TimeOptions: ParsableArguments {
    @Option(help: "Pretend that now is this moment, such as '2026-11-20 10:00'; what was logged later is left out.")
    var now: String?

    @Option(help: "Use this time zone, such as Europe/Berlin, instead of the log's or the computer's.")
    var timeZone: String?
}

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json
}

/// The option of every command that reports.
struct FormatOptions: ParsableArguments {
    @Option(help: "How to write the report: text or json.")
    var format: ReportFormat = .text
}
