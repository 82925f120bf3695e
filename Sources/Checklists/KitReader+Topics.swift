import RulesEngine

extension KitReader {
    /// The topics of all packs; the first pack that says how a log tells what was learned is heard.
    mutating func readTopics() -> TopicList {
        var list = TopicList()
        var isTold = false
        var told: [String: WrittenText] = [:]
        for (pack, root) in files("topics.yaml") {
            guard let file = KeyedNode(root, of: "a file of topics", keys: ["topics", "log"], &diagnostics) else {
                continue
            }
            for node in file["topics"]?.readList("'topics'", &diagnostics) ?? [] { add(node, pack, to: &list, &told) }
            guard let node = file["log"], !isTold else { continue }
            isTold = true
            readLog(node, &list)
        }
        return list
    }

    private static let topicKeys = ["topic", "goal", "words", "shown_by", "told_by", "because", "advice", "source"]

    private mutating func add(
        _ node: Node, _ pack: RuleSet.Pack, to list: inout TopicList, _ told: inout [String: WrittenText]
    ) {
        guard let keyed = KeyedNode(node, of: "a topic", keys: Self.topicKeys, &diagnostics),
            let nameNode = keyed.required("topic", &diagnostics),
            let name = nameNode.readText("the topic's name", &diagnostics),
            let goal = text("goal", "the goal", keyed)
        else { return }
        let topic = Topic(
            name: name, goal: goal, words: words("words", keyed).map(\.text),
            shownBy: words("shown_by", keyed).compactMap { kind($0) }.map { vocabulary[$0].name },
            toldBy: words("told_by", keyed).compactMap { kind($0) }.map { vocabulary[$0].name },
            because: optional("because", keyed) ?? "", advice: advice(keyed),
            source: source(keyed, pack), range: nameNode.range)
        if let earlier = list.topic(named: name) {
            diagnostics.report(.sameItem(name, "a topic", at: nameNode.range, first: earlier.range))
        } else {
            list.topics.append(topic)
            checkWords([nameNode] + words("words", keyed), of: name, &told)
        }
    }

    /// A word that means two topics means the first of them only.
    private mutating func checkWords(_ nodes: [Node], of topic: String, _ told: inout [String: WrittenText]) {
        for node in nodes {
            let word = node.text.lowercased()
            if let first = told[word], first.text != topic {
                diagnostics.report(.wordOfTwoTopics(node, first.text, at: first.range))
            } else {
                told[word] = WrittenText(topic, at: node.range)
            }
        }
    }

    // MARK: How a log tells what was learned

    private mutating func readLog(_ node: Node, _ list: inout TopicList) {
        let keys = [
            "for_each", "own_question", "taken_up_by", "dropped_by", "decided_by", "heard", "read", "contradicts",
            "tied_by", "ask_also",
        ]
        guard let keyed = KeyedNode(node, of: "'log'", keys: keys, &diagnostics) else { return }
        list.subject = keyed["for_each"].flatMap { recordKind($0) }
        list.heard = keyed["heard"].flatMap { field($0) }
        list.read = words("read", keyed).compactMap { kind($0) }
        list.contradicts = words("contradicts", keyed).compactMap { kind($0) }
        list.ownQuestion = keyed["own_question"].flatMap { field($0) }
        list.takenUpBy = words("taken_up_by", keyed).compactMap { kind($0) }
        list.droppedBy = words("dropped_by", keyed).compactMap { kind($0) }
        list.decidedBy = words("decided_by", keyed).compactMap { kind($0) }
        list.tiedBy = words("tied_by", keyed).compactMap { field($0) }
        list.askAlso = keyed["ask_also"].map { condition($0, onRecord: .person) }
    }

    private mutating func recordKind(_ node: Node) -> RecordKindID? {
        if let kind = vocabulary.recordKind(named: node.text) { return kind }
        diagnostics.report(.unknownName(node, "a kind of record", among: vocabulary.recordKinds.map(\.name)))
        return nil
    }

    private mutating func field(_ node: Node) -> FieldID? {
        if let field = vocabulary.field(named: node.text) { return field }
        diagnostics.report(.unknownName(node, "a field", among: vocabulary.fields.map(\.name)))
        return nil
    }
}
