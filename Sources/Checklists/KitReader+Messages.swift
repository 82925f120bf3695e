import RulesEngine

extension KitReader {
    private static let patternKeys = ["id", "title", "where", "known", "subject", "text", "advice", "source"]

    /// The message patterns of all packs; each file is about one kind of message.
    mutating func readPatterns() -> [MessagePattern] {
        files("messages/").flatMap { pack, root -> [MessagePattern] in
            let keys = ["kind", "messages"]
            guard let file = KeyedNode(root, of: "a file of message patterns", keys: keys, &diagnostics),
                let kind = readKind(file),
                let nodes = file.required("messages", &diagnostics)?.readList("'messages'", &diagnostics)
            else { return [] }
            return nodes.compactMap { readPattern($0, kind, pack) }
        }
    }

    private mutating func readKind(_ file: KeyedNode) -> KindID? {
        guard let node = file.required("kind", &diagnostics) else { return nil }
        if let kind = vocabulary.kind(message: node.text) { return kind }
        diagnostics.report(
            .unknownName(node, "a kind of message", among: vocabulary.messageKinds.flatMap { [$0.name] + $0.messages }))
        return nil
    }

    private mutating func readPattern(_ node: Node, _ kind: KindID, _ pack: RuleSet.Pack) -> MessagePattern? {
        guard let keyed = KeyedNode(node, of: "a message pattern", keys: Self.patternKeys, &diagnostics),
            let idNode = keyed.required("id", &diagnostics), let id = idNode.readText("the id", &diagnostics),
            let title = text("title", "the title", keyed), let paragraphs = readParagraphs(keyed, kind)
        else { return nil }
        let subject = keyed["subject"].flatMap { pattern($0, about: kind) }
        let known = slots("known", keyed, kind)
        report(unused: known, in: [subject].compactMap { $0 } + paragraphs.map(\.text), keyed)
        return MessagePattern(
            id: id, kind: vocabulary[kind].name, title: title, pack: pack.manifest.id, subject: subject,
            paragraphs: paragraphs, condition: condition(keyed, about: [kind]), known: known,
            advice: advice(keyed), source: source(keyed, pack), range: idNode.range)
    }

    // MARK: Paragraphs

    private mutating func readParagraphs(_ node: KeyedNode, _ kind: KindID) -> [MessagePattern.Paragraph]? {
        guard let value = node.required("text", &diagnostics) else { return nil }
        let nodes = value.kind == .sequence ? value.items : [value]
        if nodes.isEmpty { diagnostics.report(.emptyPattern(value)) }
        let paragraphs = nodes.compactMap { readParagraph($0, kind) }
        return paragraphs.isEmpty ? nil : paragraphs
    }

    private mutating func readParagraph(_ node: Node, _ kind: KindID) -> MessagePattern.Paragraph? {
        guard node.kind == .mapping else { return pattern(node, about: kind).map { .init(text: $0) } }
        let keys = ["known", "text", "otherwise"]
        guard let keyed = KeyedNode(node, of: "a paragraph", keys: keys, &diagnostics),
            let text = keyed.required("text", &diagnostics).flatMap({ pattern($0, about: kind) }),
            keyed.required("known", &diagnostics) != nil
        else { return nil }
        let known = slots("known", keyed, kind)
        report(unused: known, in: [text], keyed)
        return .init(text: text, known: known, otherwise: keyed["otherwise"].flatMap { pattern($0, about: kind) })
    }

    /// What is looked up has to be said; else one of the two is a slip.
    private mutating func report(unused known: [WrittenPattern], in texts: [WrittenPattern], _ node: KeyedNode) {
        let used = Set(texts.flatMap(\.slots).map { $0.replacing(".first_name", with: "") })
        for slot in words("known", node) where known.contains(where: { $0.slots == [slot.text] }) {
            let name = slot.text.replacing(".first_name", with: "")
            if !used.contains(name) { diagnostics.report(.unusedSlot(slot)) }
        }
    }

    private mutating func slots(_ key: String, _ node: KeyedNode, _ kind: KindID) -> [WrittenPattern] {
        words(key, node).compactMap { slot(named: $0, about: kind) }
    }
}
