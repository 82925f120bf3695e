import RulesEngine

extension KitReader {
    private static let questionKeys = [
        "id", "topic", "wording", "variants", "skip_when", "closing", "kind", "advice", "source",
    ]

    /// The questions of all packs; each is about one of the topics.
    mutating func readQuestions(about topics: TopicList) -> [BankQuestion] {
        files("questions/").flatMap { pack, root -> [BankQuestion] in
            guard let file = KeyedNode(root, of: "a file of questions", keys: ["kind", "questions"], &diagnostics),
                let nodes = file.required("questions", &diagnostics)?.readList("'questions'", &diagnostics)
            else { return [] }
            let usual = file["kind"].flatMap { kind($0) }.map { vocabulary[$0].name }
            return nodes.compactMap { readQuestion($0, usual, pack, topics) }
        }
    }

    private mutating func readQuestion(
        _ node: Node, _ usual: String?, _ pack: RuleSet.Pack, _ topics: TopicList
    ) -> BankQuestion? {
        guard let keyed = KeyedNode(node, of: "a question", keys: Self.questionKeys, &diagnostics),
            let idNode = keyed.required("id", &diagnostics), let id = idNode.readText("the id", &diagnostics),
            let topic = readTopic(keyed, topics), let wording = text("wording", "the wording", keyed)
        else { return nil }
        let skipping = keyed["skip_when"]?.readChoice(
            "word for 'skip_when'", as: BankQuestion.Skipping.self, &diagnostics)
        let isClosing = keyed["closing"]?.readYesNo("'closing'", &diagnostics) ?? false
        return BankQuestion(
            id: id, topic: topic, wording: wording, variants: words("variants", keyed).map(\.text),
            skipping: skipping ?? (isClosing ? .never : .researched), isClosing: isClosing,
            usualKind: usual, kind: keyed["kind"].flatMap { kind($0) }.map { vocabulary[$0].name },
            advice: advice(keyed), source: source(keyed, pack), range: idNode.range)
    }

    private mutating func readTopic(_ node: KeyedNode, _ topics: TopicList) -> String? {
        guard let written = node.required("topic", &diagnostics) else { return nil }
        guard let topic = topics.topic(named: written.text) else {
            diagnostics.report(.unknownTopic(written, among: topics.topics.map(\.name)))
            return nil
        }
        return topic.name
    }
}
