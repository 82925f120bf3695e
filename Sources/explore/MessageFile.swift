import RulesEngine

/// Reading a message file.
struct MessageFile {
    /// What the command line says the message is; nil when its head says so.
    let kind: String?
    /// Whom the command line says it goes to; nil when its head says so.
    let person: String?

    /// The message with its people's names as the log has them; nil when it cannot be checked, with the reasons collected.
    func read(_ path: String, _ workspace: Workspace, _ diagnostics: inout Diagnostics) throws -> Message? {
        let file = try TextFile.read(path)
        let reader = MessageReader(vocabulary: workspace.rules.vocabulary)
        let people = try person.map { [try People(workspace.document).find($0, orTake: isEmpty(workspace.document))] }
        return reader.read(file, as: kind, to: people ?? [], &diagnostics)
            .map { $0.withKnownNames(from: workspace.document, &diagnostics) }
    }

    /// Whether a log knows nobody: then every name is right.
    private func isEmpty(_ document: LogDocument) -> Bool {
        document.records.allSatisfy { $0.kind != RecordNames.person } && document.activities.allSatisfy(\.with.isEmpty)
    }
}

extension People {
    /// The full name of the one person meant; any name where nobody is known yet.
    fileprivate func find(_ written: String, orTake isAnyRight: Bool) throws -> String {
        isAnyRight ? written : try find(written)
    }
}
