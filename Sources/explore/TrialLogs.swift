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
    /// What was left out, each with the reason.
    let leftOut: [String]
    /// Whether something was left out because of mistakes in it.
    let hasMistakes: Bool

    /// Reads the files and those of the folders named.
    ///
    /// Mistakes are printed with their places. In a file that was named they end the command; a file of a folder is left
    /// out, so that one person's log does not keep the others from being tried. So are plans, and logs in which nothing
    /// happens.
    init(
        _ paths: [String], _ rules: RuleSet, zone: Zone, until: CalendarDay?, _ console: Console
    ) throws {
        var diagnostics = Diagnostics()
        var broken = Diagnostics()
        var logs: [ReplayLog] = []
        var leftOut: [String] = []
        for (path, isNamed) in try paths.flatMap(Self.files) {
            var found = Diagnostics()
            let content = try Self.read(path, rules, zone, until: until, &found)
            if case .plan = content, !isNamed {
                leftOut.append("'\(path)' is a plan and was left out")
                continue
            }
            if found.hasErrors, !isNamed {
                broken.append(contentsOf: found)
                leftOut.append("'\(path)' has mistakes and was left out")
                continue
            }
            diagnostics.append(contentsOf: found)
            if case .log(let log) = content {
                logs.append(log)
            } else {
                leftOut.append("'\(path)' has no activities and was left out")
            }
        }
        Report(console).show(broken)
        try Report(console).stopOnErrors(diagnostics)
        self.logs = logs
        self.leftOut = leftOut
        hasMistakes = broken.hasErrors
    }

    /// The person's own log.
    init(
        own source: LogSource, _ rules: RuleSet, zone: Zone, until: CalendarDay?, _ console: Console
    ) throws {
        let document = try source.document(rules: rules, zone: zone, console)
        let home = document.timeZone.flatMap { SystemTimeZones.zone($0.text) } ?? zone
        let frame = TimeFrame(zone: home, holidays: Holidays(document.holidays))
        logs = [ReplayLog(name: "your log", document: document, frame: frame, until: until)].compactMap { $0 }
        leftOut = []
        hasMistakes = false
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
    private static func files(_ path: String) throws -> [(path: String, isNamed: Bool)] {
        guard let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType,
            type == .typeDirectory
        else { return [(path, true)] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let found = names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }.sorted()
        guard !found.isEmpty else {
            throw CommandFailure("there is no log in the folder '\(path)'", help: "a log is a file that ends in .yaml")
        }
        return found.map { ((path.hasSuffix("/") ? path : path + "/") + $0, false) }
    }

    private static func name(_ path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.split(separator: ".").dropLast().joined(separator: ".")
    }

    /// What a file turned out to be.
    private enum Content {
        case log(ReplayLog)
        case plan
        case empty
    }

    private static func read(
        _ path: String, _ rules: RuleSet, _ zone: Zone, until: CalendarDay?, _ diagnostics: inout Diagnostics
    ) throws -> Content {
        guard let tree = YAMLLoader.load(try TextFile.read(path), &diagnostics) else { return .empty }
        let reader = LogReader(vocabulary: rules.vocabulary, zones: { SystemTimeZones.zone($0) })
        let document = reader.read(tree, zone: zone, &diagnostics)
        let home = document.timeZone.flatMap { SystemTimeZones.zone($0.text) } ?? zone
        let frame = TimeFrame(zone: home, holidays: Holidays(document.holidays))
        _ = Engine(rules: rules, frame: frame).facts(of: document, &diagnostics)
        if tree.root?.entries.contains(where: { $0.key.text == "plan" }) ?? false { return .plan }
        return ReplayLog(name: name(path), document: document, frame: frame, until: until).map(Content.log) ?? .empty
    }
}
