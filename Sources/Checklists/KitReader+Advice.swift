import RulesEngine

extension KitReader {
    /// What documents advise, and what of it nothing encodes.
    mutating func readAdvice() -> AdviceList {
        var list = AdviceList()
        for (_, root) in files("advice/") { add(root, to: &list) }
        for (_, root) in files("exceptions.yaml") {
            guard let file = KeyedNode(root, of: "a list of exceptions", keys: ["exceptions"], &diagnostics) else {
                continue
            }
            let nodes = file.required("exceptions", &diagnostics)?.readList("'exceptions'", &diagnostics) ?? []
            list.exceptions += nodes.compactMap { readException($0) }
        }
        checkIDs(list.pieces.map { ($0.id, $0.range) }, "a piece of advice")
        checkIDs(list.exceptions.compactMap { one in one.piece.range.map { (one.piece.text, $0) } }, "an exception")
        return list
    }

    private mutating func add(_ root: Node, to list: inout AdviceList) {
        let keys = ["document", "title", "advice"]
        guard let file = KeyedNode(root, of: "a document's advice", keys: keys, &diagnostics),
            let id = text("document", "the document's short name", file),
            let title = text("title", "the document's title", file),
            let nodes = file.required("advice", &diagnostics)?.readList("'advice'", &diagnostics)
        else { return }
        if !list.documents.contains(where: { $0.id == id }) {
            list.documents.append(AdviceList.Document(id: id, title: title))
        }
        list.pieces += nodes.compactMap { readPiece($0, of: id) }
    }

    private mutating func readPiece(_ node: Node, of document: String) -> AdvicePiece? {
        let keys = ["id", "at", "says", "phase", "unsourced"]
        guard let keyed = KeyedNode(node, of: "a piece of advice", keys: keys, &diagnostics),
            let idNode = keyed.required("id", &diagnostics), let name = idNode.readText("the id", &diagnostics),
            let says = text("says", "what it says", keyed)
        else { return nil }
        return AdvicePiece(
            id: "\(document)/\(name)", document: document, place: optional("at", keyed) ?? "", says: says,
            phase: optional("phase", keyed) ?? "",
            isUnsourced: keyed["unsourced"]?.readYesNo("'unsourced'", &diagnostics) ?? false, range: idNode.range)
    }

    private mutating func readException(_ node: Node) -> AdviceException? {
        guard let keyed = KeyedNode(node, of: "an exception", keys: ["id", "because"], &diagnostics),
            let idNode = keyed.required("id", &diagnostics), let id = idNode.readText("the id", &diagnostics),
            let because = text("because", "the reason", keyed)
        else { return nil }
        return AdviceException(piece: WrittenText(id, at: idNode.range), because: because)
    }
}
