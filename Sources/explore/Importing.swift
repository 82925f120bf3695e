import ActivityLog
import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a file that is to be brought into a log, and tries out what that would do.
struct Importing {
    private let workspace: Workspace
    private let console: Console

    init(_ workspace: Workspace, _ console: Console) {
        self.workspace = workspace
        self.console = console
    }

    /// The log in a file, with every value readable; mistakes are printed with their places and end the command.
    ///
    /// A file that names no time zone is read in that of the log.
    func document(of path: String) throws -> LogDocument {
        let file = try TextFile.read(path)
        var diagnostics = Diagnostics()
        guard let tree = YAMLLoader.load(file, &diagnostics) else {
            try Report(console).stopOnErrors(diagnostics)
            return LogDocument()
        }
        let reader = LogReader(vocabulary: workspace.rules.vocabulary, zones: { SystemTimeZones.zone($0) })
        let document = reader.read(tree, zone: workspace.zone, &diagnostics)
        refuseLostCharacters(document, &diagnostics)
        if !diagnostics.hasErrors { _ = workspace.engine.facts(of: document, &diagnostics) }
        try Report(console).stopOnErrors(diagnostics)
        return try inZoneOfLog(document)
    }

    /// A database ends a text at the character U+0000, and the rest would be lost in silence.
    private func refuseLostCharacters(_ document: LogDocument, _ diagnostics: inout Diagnostics) {
        let texts =
            document.me.flatMap(\.values) + document.records.flatMap { [$0.name] + $0.fields.flatMap(\.values) }
            + document.activities.flatMap(Self.texts(of:))
            + document.decisions.flatMap { [WrittenText($0.rule), WrittenText($0.occasion), WrittenText($0.reason)] }
        for text in texts where text.text.unicodeScalars.contains("\0") {
            diagnostics.report(
                Diagnostic(
                    .controlCharacter, "this text contains the character U+0000, which a log cannot keep",
                    at: text.range,
                    help: "remove it"))
        }
    }

    private static func texts(of line: ActivityLine) -> [WrittenText] {
        let own = [WrittenText(line.id ?? "", at: line.range)] + line.with + line.fields.flatMap(\.values)
        return own + line.parts.flatMap(\.lines).flatMap(texts(of:))
    }

    /// A log keeps its zone, whatever zone the file was written in; one without gets that of the file.
    private func inZoneOfLog(_ document: LogDocument) throws -> LogDocument {
        let zone = try document.timeZone.map { try Workspace.zone($0.text) } ?? workspace.zone
        var document = document
        document.timeZone = WrittenText(zone.name)
        guard let own = workspace.document.timeZone?.text else { return document }
        let rezoning = Rezoning(workspace.rules.vocabulary, from: zone, to: try Workspace.zone(own))
        document.timeZone = nil
        document.records = document.records.map(rezoning.record)
        document.activities = document.activities.map(rezoning.line)
        return document
    }

    /// What bringing a document in would do: it is brought into a copy that is thrown away.
    static func trial(of document: LogDocument, into workspace: Workspace) throws -> MergeReport {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("explore-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let copy = try ActivityLog(openingAt: folder + "/log.sqlite")
        _ = try copy.merge(workspace.document, recordedAt: workspace.now)
        return try copy.merge(document, recordedAt: workspace.now)
    }
}

extension Decision {
    /// Why a card was dismissed; empty for the other decisions.
    fileprivate var reason: String {
        if case .dismissed(let because) = action { because } else { "" }
    }
}
