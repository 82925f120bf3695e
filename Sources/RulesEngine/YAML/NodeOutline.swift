/// A tree as indented lines: place, what it is, how it is written, text.
enum NodeOutline {
    private static let signs: [Node.Style: String] = [
        .singleQuoted: " '…'", .doubleQuoted: " \"…\"", .literal: " |", .folded: " >", .flow: " […]",
    ]

    /// The outline of all of a tree's documents.
    static func text(of tree: NodeTree) -> String {
        let table = LineTable(tree.file)
        let roots = tree.extras?.roots ?? [0]
        var lines: [String] = []
        // Depth is at most 64, so recursion is safe.
        for root in roots where root < tree.records.count {
            add(Node(tree: tree, index: root), "", 0, table, &lines)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func add(_ node: Node, _ role: String, _ depth: Int, _ table: LineTable, _ lines: inout [String]) {
        lines.append(line(node, role, depth, table))
        for item in node.items { add(item, "- ", depth + 1, table, &lines) }
        for (key, value) in node.entries {
            add(key, "key ", depth + 1, table, &lines)
            add(value, "value ", depth + 2, table, &lines)
        }
    }

    private static func line(_ node: Node, _ role: String, _ depth: Int, _ table: LineTable) -> String {
        let start = table.position(at: node.range.bytes.lowerBound)
        let end = table.position(at: node.range.bytes.upperBound)
        let place = "\(start.line):\(start.column)-\(end.line):\(end.column)"
        let anchor = node.tree.extras?.anchors[node.index].map { (node.kind == .alias ? " *" : " &") + $0 } ?? ""
        let tag = node.tree.extras?.tags[node.index].map { " <\($0)>" } ?? ""
        let text = node.kind == .scalar ? " " + DiagnosticJSON.string(node.text) : ""
        let indentation = String(repeating: "  ", count: depth)
        return "\(indentation)\(place) \(role)\(node.kind)\(signs[node.style] ?? "")\(anchor)\(tag)\(text)"
    }
}
