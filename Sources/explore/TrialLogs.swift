import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Old logs that rules are tried on: YAML files, or all of them in a folder.
struct TrialLogs {
    /// The logs in which something happens, in the order named; those of a folder by name.
    let logs: [ReplayLog]
    /// The logs in which nothing happens.
    let empty: [String]

    /// Reads the files and those of the folders named; a mistake in one is printed with its place and ends the command.
    init(
        _ paths: [String], _ rules: RuleSet, zone: Zone, until: CalendarDay?, _ console: Console
    ) throws {
        var diagnostics = Diagnostics()
        var logs: [ReplayLog] = []
        var empty: [String] = []
        for path in try paths.flatMap(Self.files) {
            let document = try Self.read(path, rules, zone, &diagnostics)
            let home = document.timeZone.flatMap { SystemTimeZones.zone($0.text) } ?? zone
            let frame = TimeFrame(zone: home, holidays: Holidays(document.holidays))
            if let log = ReplayLog(name: Self.name(path), document: document, frame: frame, until: until) {
                logs.append(log)
            } else {
                empty.append(path)
            }
        }
        try Report(console).stopOnErrors(diagnostics)
        self.logs = logs
        self.empty = empty
    }

    /// The person's own log.
    init(
        own source: LogSource, _ rules: RuleSet, zone: Zone, until: CalendarDay?, _ console: Console
    ) throws {
        let document = try source.document(rules: rules, zone: zone, console)
        let home = document.timeZone.flatMap { SystemTimeZones.zone($0.text) } ?? zone
        let frame = TimeFrame(zone: home, holidays: Holidays(document.holidays))
        logs = [ReplayLog(name: "your log", document: document, frame: frame, until: until)].compactMap { $0 }
        empty = []
    }

    /// How many days there are in all logs together.
    var days: Int { logs.reduce(0) { $0 + $1.dayCount } }

    /// What rules would have said about each log.
    func records(_ replay: Replay, _ bar: inout ProgressBar) -> [ReplayRecord] {
        logs.map { log in
            let record = replay.run(log) { bar.show($0) }
            bar.finishRound(log.dayCount)
            return record
        }
    }

    // MARK: Files

    /// A file itself; of a folder every YAML file right in it, by name.
    private static func files(_ path: String) throws -> [String] {
        guard let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType,
            type == .typeDirectory
        else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let found = names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }.sorted()
        guard !found.isEmpty else {
            throw CommandFailure("there is no log in the folder '\(path)'", help: "a log is a file that ends in .yaml")
        }
        return found.map { (path.hasSuffix("/") ? path : path + "/") + $0 }
    }

    private static func name(_ path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.split(separator: ".").dropLast().joined(separator: ".")
    }

    private static func read(
        _ path: String, _ rules: RuleSet, _ zone: Zone, _ diagnostics: inout Diagnostics
    ) throws -> LogDocument {
        guard let tree = YAMLLoader.load(try TextFile.read(path), &diagnostics) else { return LogDocument() }
        let reader = LogReader(vocabulary: rules.vocabulary, zones: { SystemTimeZones.zone($0) })
        let document = reader.read(tree, zone: zone, &diagnostics)
        let frame = TimeFrame(zone: zone, holidays: Holidays(document.holidays))
        _ = Engine(rules: rules, frame: frame).facts(of: document, &diagnostics)
        return document
    }
}
