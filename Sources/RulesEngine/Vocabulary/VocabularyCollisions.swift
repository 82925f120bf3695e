/// Finds words that two declarations claim, in one pack or in two: the second is reported with the place of the first.
///
/// Names of kinds and fields are held against one another where they get their numbers (`VocabularyNames`).
struct VocabularyCollisions {
    private var first: [String: SourceRange] = [:]

    /// Reports the names of groups, roles, spans and episodes that are there already, short words and phrases of two
    /// kinds, and headings that differ for one kind of record.
    static func report(_ builder: VocabularyBuilder, _ diagnostics: inout Diagnostics) {
        var collisions = VocabularyCollisions()
        collisions.names(builder.groups, "group", &diagnostics)
        collisions.names(builder.roles, "role", &diagnostics)
        collisions.names(builder.spans, "span", &diagnostics)
        collisions.names(builder.episodes, "episode", &diagnostics)
        for key in ["words", "phrases"] { collisions.words(builder.kinds, key, &diagnostics) }
        collisions.headings(builder.records, &diagnostics)
    }

    private mutating func names(_ nodes: [KeyedNode], _ key: String, _ diagnostics: inout Diagnostics) {
        for node in nodes.compactMap({ $0[key] }) { claim(key + " " + node.text, node, &diagnostics) }
    }

    /// One kind may say a word twice; that does no harm.
    private mutating func words(_ kinds: [KeyedNode], _ key: String, _ diagnostics: inout Diagnostics) {
        for kind in kinds {
            var own: Set<String> = []
            for word in Self.items(kind[key]) where own.insert(word.text.lowercased()).inserted {
                claim(key + " " + word.text.lowercased(), word, &diagnostics)
            }
        }
    }

    private static func items(_ node: Node?) -> [Node] {
        guard let node else { return [] }
        return node.kind == .scalar ? [node] : node.items
    }

    private mutating func headings(_ records: [RecordDraft], _ diagnostics: inout Diagnostics) {
        var headings: [String: Node] = [:]
        for record in records {
            guard let heading = record.node["plural"] else { continue }
            if let known = headings[record.name], known.text != heading.text {
                diagnostics.report(.otherHeading(heading, of: record.name, first: known))
            }
            headings[record.name] = headings[record.name] ?? heading
        }
    }

    private mutating func claim(_ word: String, _ node: Node, _ diagnostics: inout Diagnostics) {
        if let known = first[word] {
            diagnostics.report(.declaredTwice(node.text, at: node.range, first: known))
        } else {
            first[word] = node.range
        }
    }
}

extension Diagnostic {
    fileprivate static func otherHeading(_ heading: Node, of record: String, first: Node) -> Diagnostic {
        Diagnostic(
            .declaredTwice, "records called '\(record)' stand under '\(first.text)' already", at: heading.range,
            label: "second heading", notes: [Note(range: first.range, label: "first heading")],
            help: "leave 'plural' out, or write '\(first.text)'",
            fix: Fix(range: heading.range, replacement: first.text, title: "write '\(first.text)'"))
    }
}
