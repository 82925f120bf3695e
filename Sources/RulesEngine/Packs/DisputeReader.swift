/// Reads `disputes:` of a pack.
enum DisputeReader {
    /// The disputes of a list; those that cannot be understood are reported and left out.
    static func read(
        _ node: Node?, citing works: [String: Manifest.Work], _ diagnostics: inout Diagnostics
    ) -> [Manifest.Dispute] {
        (node?.readList("'disputes'", &diagnostics) ?? []).compactMap { readDispute($0, works, &diagnostics) }
    }

    private static func readDispute(
        _ node: Node, _ works: [String: Manifest.Work], _ diagnostics: inout Diagnostics
    ) -> Manifest.Dispute? {
        let keys = ["dispute", "question", "positions", "default", "because"]
        guard let keyed = KeyedNode(node, of: "a dispute", keys: keys, &diagnostics),
            let name = keyed.required("dispute", &diagnostics),
            let id = name.readText("the dispute's name", &diagnostics),
            let preferred = keyed.required("default", &diagnostics)?.readText("the default", &diagnostics)
        else { return nil }
        return Manifest.Dispute(
            id: id, question: keyed["question"]?.readText("'question'", &diagnostics) ?? "", preferred: preferred,
            because: keyed["because"]?.readText("'because'", &diagnostics) ?? "",
            positions: readPositions(keyed["positions"], works, &diagnostics), range: name.range)
    }

    // MARK: Positions

    /// Positions that stand there as plain words, or as a block each that also says who takes them.
    private static func readPositions(
        _ node: Node?, _ works: [String: Manifest.Work], _ diagnostics: inout Diagnostics
    ) -> [Manifest.Position] {
        guard let node else { return [] }
        guard node.items.contains(where: { $0.kind == .mapping }) else {
            return (node.readWords("'positions'", &diagnostics) ?? []).map {
                Manifest.Position(name: $0.text, advice: [], source: nil)
            }
        }
        return node.items.compactMap { readPosition($0, works, &diagnostics) }
    }

    private static func readPosition(
        _ node: Node, _ works: [String: Manifest.Work], _ diagnostics: inout Diagnostics
    ) -> Manifest.Position? {
        guard node.kind == .mapping else {
            return node.readText("the position", &diagnostics).map {
                Manifest.Position(name: $0, advice: [], source: nil)
            }
        }
        let keys = ["position", "advice", "source"]
        guard let keyed = KeyedNode(node, of: "a position", keys: keys, &diagnostics),
            let name = keyed.required("position", &diagnostics)?.readText("the position", &diagnostics)
        else { return nil }
        let advice = keyed["advice"]?.readWords("'advice'", &diagnostics) ?? []
        return Manifest.Position(
            name: name, advice: advice.map { WrittenText($0.text, at: $0.range) },
            source: CitationReader.read(keyed["source"], among: works, &diagnostics))
    }
}
