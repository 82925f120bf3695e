/// Reads `explore.lock`.
public enum LockFileReader {
    /// The record in a file. Mistakes are reported with their places; a record with one is of no use.
    public static func read(_ file: SourceFile, _ diagnostics: inout Diagnostics) -> LockFile {
        guard let root = YAMLLoader.load(file, &diagnostics)?.root,
            let keyed = KeyedNode(root, of: "the record of installed packs", keys: ["lock", "packs"], &diagnostics)
        else { return LockFile() }
        _ = keyed.required("lock", example: "1", &diagnostics)?.readWholeNumber("'lock'", in: 1...1, &diagnostics)
        let nodes = keyed.required("packs", &diagnostics)?.readList("'packs'", &diagnostics) ?? []
        return LockFile(nodes.compactMap { readPack($0, &diagnostics) })
    }

    private static let packKeys = ["id", "version", "source", "revision", "added", "sha256", "files"]

    private static func readPack(_ node: Node, _ diagnostics: inout Diagnostics) -> LockFile.Pack? {
        guard let keyed = KeyedNode(node, of: "an installed pack", keys: packKeys, &diagnostics),
            let idNode = keyed.required("id", &diagnostics), let id = idNode.readText("the id", &diagnostics),
            let version = keyed.required("version", &diagnostics)?.readText("the version", &diagnostics),
            let source = keyed.required("source", &diagnostics)?.readText("the source", &diagnostics),
            let added = keyed.required("added", &diagnostics).flatMap({ readDay($0, &diagnostics) }),
            let whole = keyed.required("sha256", &diagnostics).flatMap({ readDigest($0, &diagnostics) }),
            let files = readFiles(keyed, &diagnostics)
        else { return nil }
        guard PackStorePath.isID(id) else {
            diagnostics.report(.badID(id, at: idNode.range))
            return nil
        }
        let pack = LockFile.Pack(
            id: id, version: version, source: source,
            revision: keyed["revision"]?.readText("the revision", &diagnostics), added: added, files: files)
        guard pack.digest == whole else {
            diagnostics.report(.lockChanged(id, at: keyed["sha256"]?.range ?? node.range))
            return nil
        }
        return pack
    }

    private static func readFiles(
        _ keyed: KeyedNode, _ diagnostics: inout Diagnostics
    ) -> [String: LockFileDigest]? {
        guard let nodes = keyed.required("files", &diagnostics)?.readList("'files'", &diagnostics) else { return nil }
        var files: [String: LockFileDigest] = [:]
        for node in nodes {
            guard let file = KeyedNode(node, of: "a file", keys: ["file", "sha256"], &diagnostics),
                let path = file.required("file", &diagnostics)?.readText("the file", &diagnostics),
                let digest = file.required("sha256", &diagnostics).flatMap({ readDigest($0, &diagnostics) })
            else { return nil }
            files[path] = digest
        }
        return files
    }

    private static func readDigest(_ node: Node, _ diagnostics: inout Diagnostics) -> LockFileDigest? {
        guard let text = node.readText("the digest", &diagnostics) else { return nil }
        if let digest = LockFileDigest(written: text) { return digest }
        diagnostics.report(.notADigest(text, at: node.range))
        return nil
    }

    private static func readDay(_ node: Node, _ diagnostics: inout Diagnostics) -> CalendarDay? {
        switch Moment.read(node.text, in: .utc) {
        case .success(let moment): return Zone.utc.wallTime(at: moment.start).day
        case .failure(let problem):
            diagnostics.report(.badTime(problem, at: node.range(ofCharacters: problem.characters)))
            return nil
        }
    }
}

// The wording of what can be wrong with the record.
extension Diagnostic {
    static func lockChanged(_ id: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .lockChanged, "the record of the pack '\(id)' was changed by hand", at: range,
            help: "take the pack in again: explore pack remove \(id), then explore pack add SOURCE")
    }

    static func notADigest(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .lockChanged, "\(quoted(text)) is not the digest of a file: it has 64 digits and letters from a to f",
            at: range,
            help: "the record is written by 'explore pack'; if you have a copy of it from before, put that back")
    }
}
