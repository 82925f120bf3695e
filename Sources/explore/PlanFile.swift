import RulesEngine

/// Reading a plan file.
enum PlanFile {
    /// The planned activity; nil when it could not be read, with the reasons collected.
    static func read(
        _ path: String, _ workspace: Workspace, _ diagnostics: inout Diagnostics
    ) throws -> ActivityLine? {
        let file = try TextFile.read(path)
        guard let root = YAMLLoader.load(file, &diagnostics)?.root else { return nil }
        let arranged = Moment(at: workspace.now, in: workspace.zone)
        let reader = PlanReader(vocabulary: workspace.rules.vocabulary, zone: workspace.zone)
        return reader.read(root, at: arranged, &diagnostics)
            .map { $0.withKnownNames(from: workspace.document, workspace.rules.vocabulary, &diagnostics) }
    }
}
