import ActivityLog
import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What most commands start from: the rules in force, the log, the moment and the zone.
struct Workspace: Sendable {
    let rules: RuleSet
    let document: LogDocument
    let zone: Zone
    let now: Instant

    /// Weekends, holidays and the zone the person lives by.
    var frame: TimeFrame { TimeFrame(zone: zone, holidays: Holidays(document.holidays)) }
    /// The engine for the rules in force.
    var engine: Engine { Engine(rules: rules, frame: frame) }

    /// Loads everything; a mistake in a pack or log is printed with its place and ends the command. Who pretends that now
    /// is another moment sees the log as it stood then.
    init(_ options: LogOptions, _ console: Console) throws {
        rules = try Self.rules(options.rules, options.time, console)
        let source = try LogSource(options.log, console)
        let fallback = try Self.zone(options.time.timeZone ?? console.systemZone)
        let written = try source.document(rules: rules, zone: fallback, console)
        zone = try Self.zone(of: written, options.time, console)
        now = try Self.now(options.time, zone, console)
        document = options.time.now == nil ? written : written.known(at: now)
    }

    /// The verdicts of all rules on the log, now.
    func evaluate(_ console: Console) throws -> Evaluated {
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: document, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        return engine.evaluate(facts, at: now)
    }

    // MARK: Rules

    /// The shipped packs, those installed and those named on the command line, with what the person's own settings
    /// change in them.
    ///
    /// Examples are four fifths of the text and say nothing about a log: the shipped ones are left out unless asked for.
    static func rules(
        _ options: RuleOptions, _ time: TimeOptions, _ console: Console, withExamples: Bool = false
    ) throws -> RuleSet {
        var diagnostics = Diagnostics()
        let rules = PackLoader.load(
            try packs(
                options.packs, installed: try InstalledPacks.files(console),
                shipped: shipped(withExamples: withExamples)),
            settings: try SettingsLocation.file(console.environment),
            today: try today(time, console), &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        return rules
    }

    /// The files of the shipped packs, the installed ones and folders; a folder takes the place of a pack with its id.
    static func packs(
        _ folders: [String], installed: [PackFiles] = [], shipped: [PackFiles] = Self.shipped()
    ) throws -> [PackFiles] {
        let named = try folders.map { folder in try Self.files(of: folder) }
        let names = Set(named.compactMap { $0.writtenID })
        return (shipped + installed).filter { !names.contains($0.name) } + named
    }

    /// Whether a name is that of a folder with a pack in it: one that is being written comes before one that is
    /// installed under the same name.
    static func isPack(_ folder: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/pack.yaml") }

    /// The pack in a folder, or the offered one of that id.
    static func files(of folder: String) throws -> PackFiles {
        if !isPack(folder), let offered = OfferedPacks.pack(folder) { return offered }
        do {
            return try PackFiles(folder: folder)
        } catch {
            throw CommandFailure(error.message, help: "name a folder that holds pack.yaml")
        }
    }

    /// The packs built into the program that hold without being asked for, with the examples of their rules or without.
    static func shipped(withExamples: Bool = true) -> [PackFiles] {
        everyShipped(withExamples: withExamples).filter { !$0.isOffByDefault }
    }

    /// The packs built into the program, on or off.
    static func everyShipped(withExamples: Bool = true) -> [PackFiles] {
        let byPack = Dictionary(grouping: ShippedPacks.files, by: \.pack)
        return byPack.keys.sorted().map { pack in
            let files = (byPack[pack] ?? []).map {
                let text = withExamples ? $0.text : $0.brief ?? $0.text
                return ($0.path, SourceFile(name: "Rules/\(pack)/\($0.path)", text: text))
            }
            return PackFiles(name: pack, files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
        }
    }

    // MARK: Time

    static func zone(_ name: String) throws -> Zone {
        guard let zone = SystemTimeZones.zone(name) else {
            throw CommandFailure(
                "'\(name)' is not a time zone this computer knows", help: "write a name such as Europe/Berlin")
        }
        return zone
    }

    private static func zone(of document: LogDocument, _ options: TimeOptions, _ console: Console) throws -> Zone {
        try zone(options.timeZone ?? document.timeZone?.text ?? console.systemZone)
    }

    /// The day it is, before a log says which zone the person lives by.
    static func today(_ options: TimeOptions, _ console: Console) throws -> CalendarDay {
        let zone = try zone(options.timeZone ?? console.systemZone)
        return zone.wallTime(at: try now(options, zone, console)).day
    }

    static func now(_ options: TimeOptions, _ zone: Zone, _ console: Console) throws -> Instant {
        guard let written = options.now else { return console.clock() }
        switch Moment.read(written, in: zone) {
        case .success(let moment): return moment.start
        case .failure(let problem):
            throw CommandFailure("--now: " + problem.message, help: problem.help ?? "write '2026-11-20 10:00'")
        }
    }
}

extension PackFiles {
    /// The id in `pack.yaml`, read loosely: only to see whether a folder takes another pack's place.
    fileprivate var writtenID: String? {
        guard let page = files["pack.yaml"] else { return nil }
        let lines = String(decoding: page.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let line = lines.first { $0.hasPrefix("id:") }
        return line.map { $0.dropFirst(3).trimmingPrefix { $0 == " " } }.map(String.init)
    }
}
