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
        if !diagnostics.hasErrors { _ = workspace.engine.facts(of: document, &diagnostics) }
        try Report(console).stopOnErrors(diagnostics)
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
