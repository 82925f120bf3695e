/// Reads `pack.yaml`.
enum ManifestReader {
    static let keys = [
        "id", "version", "title", "publisher", "language", "licence", "engine", "needs", "review_by", "files",
        "sources", "disputes", "positions", "overrides", "vocabulary", "off_by_default",
    ]

    static func read(_ tree: NodeTree, _ diagnostics: inout Diagnostics) -> Manifest? {
        guard let root = tree.root,
            let file = KeyedNode(root, of: "pack.yaml", keys: keys, &diagnostics),
            let id = readID(file, &diagnostics)
        else { return nil }
        _ = file.required("engine", example: "1", &diagnostics)?.readWholeNumber("'engine'", in: 1...1, &diagnostics)
        let works = readWorks(file["sources"], &diagnostics)
        return Manifest(
            id: id,
            version: file.required("version", &diagnostics)?.readText("the version", &diagnostics) ?? "",
            title: file.required("title", &diagnostics)?.readText("the title", &diagnostics) ?? id,
            publisher: text(file, "publisher", &diagnostics),
            language: text(file, "language", &diagnostics),
            licence: text(file, "licence", &diagnostics),
            isOffByDefault: file["off_by_default"]?.readYesNo("'off_by_default'", &diagnostics) ?? false,
            needs: words("needs", file["needs"], &diagnostics),
            reviewBy: file["review_by"].flatMap { DayReader.read($0, &diagnostics) },
            reviewByRange: file["review_by"]?.range,
            files: words("files", file.required("files", &diagnostics), &diagnostics),
            works: works,
            disputes: DisputeReader.read(file["disputes"], citing: works, &diagnostics),
            positions: PositionReader.read(file["positions"], by: .pack(id), &diagnostics),
            overrides: OverrideReader.read(file["overrides"], by: .pack(id), &diagnostics))
    }

    private static func readID(_ file: KeyedNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let node = file.required("id", &diagnostics), let id = node.readText("the id", &diagnostics) else {
            return nil
        }
        if !PlainName.isID(id) { diagnostics.report(.badID(id, at: node.range)) }
        return id
    }

    private static func text(_ file: KeyedNode, _ key: String, _ diagnostics: inout Diagnostics) -> String {
        file[key]?.readText("'\(key)'", &diagnostics) ?? ""
    }

    private static func words(_ key: String, _ node: Node?, _ diagnostics: inout Diagnostics) -> [WrittenText] {
        (node?.readWords("'\(key)'", &diagnostics) ?? []).map { WrittenText($0.text, at: $0.range) }
    }

    private static func readWorks(_ node: Node?, _ diagnostics: inout Diagnostics) -> [String: Manifest.Work] {
        var works: [String: Manifest.Work] = [:]
        for item in node?.readList("'sources'", &diagnostics) ?? [] {
            guard let keyed = KeyedNode(item, of: "a source", keys: ["work", "title", "author", "url"], &diagnostics),
                let id = keyed.required("work", &diagnostics)?.readText("the short name", &diagnostics),
                let title = keyed.required("title", &diagnostics)?.readText("the title", &diagnostics)
            else { continue }
            works[id] = Manifest.Work(
                title: title, author: text(keyed, "author", &diagnostics), url: text(keyed, "url", &diagnostics))
        }
        return works
    }
}
