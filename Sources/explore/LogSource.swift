import ActivityLog
import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where the log comes from: the database, or a plain YAML file.
enum LogSource: Sendable {
    case database(path: String)
    case file(path: String)

    /// The log a person named, else the one of the environment, else the default place.
    init(_ named: String?, _ console: Console) throws {
        guard let path = LogLocation.path(askedFor: named, environment: console.environment) else {
            throw CommandFailure("there is no place for the log", help: "set HOME, or name a file with --log")
        }
        let isFile = [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
        self = isFile ? .file(path: path) : .database(path: path)
    }

    /// The log as it stands; a database that is not there yet is an empty log.
    func document(rules: RuleSet, zone: Zone, _ console: Console) throws -> LogDocument {
        switch self {
        case .database(let path):
            guard FileManager.default.fileExists(atPath: path) else { return LogDocument() }
            return try Self.open(path).documentOrFailure()
        case .file(let path): return try Self.read(path, rules, zone, console)
        }
    }

    /// The database to write to; a YAML log is read only.
    func database() throws -> ActivityLog {
        switch self {
        case .database(let path): return try Self.open(path)
        case .file(let path): throw Self.readOnly(path)
        }
    }

    /// Notes which cards were shown; a log that cannot be written to forgets it, and says so.
    func remember(_ showings: [Decision], at now: Instant, _ console: Console) {
        guard case .database(let path) = self, !showings.isEmpty else { return }
        do {
            try ActivityLog(openingAt: path).note(shown: showings, recordedAt: now)
        } catch {
            console.errorLine("note: it could not be remembered that these cards were shown: \(error.message)")
        }
    }

    /// Whether there is a file of that name.
    var isThere: Bool {
        switch self {
        case .database(let path), .file(let path): FileManager.default.fileExists(atPath: path)
        }
    }

    /// The path as people are shown it.
    var path: String {
        switch self {
        case .database(let path), .file(let path): path
        }
    }

    /// Refuses a log that cannot be written to; it is not opened, and nothing is made.
    func checkWritable() throws {
        if case .file(let path) = self { throw Self.readOnly(path) }
    }

    private static func readOnly(_ path: String) -> CommandFailure {
        CommandFailure(
            "'\(path)' is a plain text log, which this command only reads",
            help: "edit the file, or leave --log out to use your own log")
    }

    private static func open(_ path: String) throws -> ActivityLog {
        do {
            return try ActivityLog(openingAt: path)
        } catch {
            throw CommandFailure(error.message, help: error.help)
        }
    }

    private static func read(_ path: String, _ rules: RuleSet, _ zone: Zone, _ console: Console) throws -> LogDocument {
        let file = try TextFile.read(path)
        var diagnostics = Diagnostics()
        var document = LogDocument()
        if let tree = YAMLLoader.load(file, &diagnostics) {
            let reader = LogReader(vocabulary: rules.vocabulary, zones: { SystemTimeZones.zone($0) })
            document = reader.read(tree, zone: zone, &diagnostics)
        }
        // A log with mistakes is made ready for the rules all the same, so that all of its mistakes are told at once.
        if diagnostics.hasErrors {
            _ = Engine(rules: rules, frame: TimeFrame(zone: zone)).facts(of: document, &diagnostics)
        }
        try Report(console).stopOnErrors(diagnostics)
        return document
    }
}

extension ActivityLog {
    /// The log as it stands, or why it cannot be read.
    func documentOrFailure() throws -> LogDocument {
        do {
            return try document()
        } catch {
            throw CommandFailure(error.message, help: error.help)
        }
    }
}

/// Reading a file a person named.
enum TextFile {
    /// The file's bytes under its own name; a calm message when it cannot be read.
    static func read(_ path: String) throws -> SourceFile {
        guard let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType else {
            throw CommandFailure("there is no file '\(path)'", help: "check the name and the folder")
        }
        if type == .typeDirectory {
            throw CommandFailure("'\(path)' is a folder, not a file", help: "name a file in it")
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("the file '\(path)' may not be read", help: "check who may read it")
        }
        return SourceFile(name: path, bytes: [UInt8](bytes))
    }
}
