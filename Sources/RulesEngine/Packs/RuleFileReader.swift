/// Reads a file of rules.
struct RuleFileReader {
    let vocabulary: Vocabulary
    let manifest: Manifest
    var literals: Literals

    /// The keys every rule may have, whatever its shape.
    static let commonKeys = [
        "id", "title", "strength", "where", "unless", "only_if", "say", "do", "effort", "because", "advice", "source",
        "dispute",
        "position", "cooldown", "dismiss_reasons", "customary_in", "examples",
    ]

    /// Those it must have.
    private static let neededKeys = ["id", "title", "strength"]

    /// What other tools and people call these keys.
    private static let otherWords = [
        "reason": "because", "why": "because", "name": "title", "severity": "strength", "level": "strength",
        "message": "say", "action": "do", "reference": "source", "example": "examples", "tests": "examples",
        "in_any": "per", "every": "per", "deadline": "within", "except": "unless",
    ]

    /// The rules of a file; those that cannot be understood are reported and left out.
    mutating func read(_ tree: NodeTree, _ diagnostics: inout Diagnostics) -> [Rule] {
        guard let root = tree.root, let file = KeyedNode(root, of: "a file of rules", keys: ["rules"], &diagnostics),
            let nodes = file.required("rules", &diagnostics)?.readList("'rules'", &diagnostics)
        else { return [] }
        return nodes.compactMap { readRule($0, &diagnostics) }
    }

    /// One rule, with other values laid over its own.
    mutating func readRule(
        _ node: Node, laying others: [String: (key: Node, value: Node)] = [:], _ diagnostics: inout Diagnostics
    ) -> Rule? {
        guard node.kind == .mapping else {
            _ = KeyedNode(node, of: "a rule", keys: Self.commonKeys, &diagnostics)
            return nil
        }
        guard let type = shapeType(of: node, &diagnostics),
            let keyed = KeyedNode(
                node, of: "a rule", keys: Self.keys(of: type), otherWords: Self.otherWords, &diagnostics)
        else { return nil }
        var reader = RuleReader(
            vocabulary: vocabulary, node: keyed.laying(others), literals: literals, diagnostics: diagnostics)
        let shape = type.init(reading: &reader)
        let gates = readGates(type, &reader)
        var rule = shape.flatMap { self.rule($0, &reader) }
        rule?.gates = gates
        literals = reader.literals
        diagnostics = reader.diagnostics
        return rule
    }

    private static func keys(of type: any Shape.Type) -> [String] { commonKeys + type.signature + type.furtherKeys }

    /// What the rule's verdicts have to pass.
    private func readGates(_ type: any Shape.Type, _ reader: inout RuleReader) -> [Gate] {
        reader.refuseNumbers(in: [
            "after", "before", "never", "in_each", "for_each", "keep", "of", "from", "in", "avoid",
        ])
        switch type.gating {
        case .judgesUnless: return reader.gates([.onlyIf])
        case .judgesNothing: return reader.gates([.onlyIf, .unless])
        case .takesNone:
            for key in Gate.Demand.allCases.compactMap({ reader.node.key($0.rawValue) }) {
                reader.diagnostics.report(.notHere(key, in: type.name))
            }
            return []
        }
    }

    // MARK: Which shape

    /// The shape whose signature the rule has; with several, the one most of whose keys are there.
    private func shapeType(of node: Node, _ diagnostics: inout Diagnostics) -> (any Shape.Type)? {
        let written = Set(node.entries.map(\.key.text))
        let fitting = Shapes.all.filter { $0.signature.allSatisfy(written.contains) }
        if fitting.count > 1 {
            let heads = Self.heads(of: fitting)
            let key = node.entries.first { heads.contains($0.key.text) }?.key ?? node
            diagnostics.report(.twoShapes(heads, at: key.range))
            return nil
        }
        if let shape = fitting.first { return shape }
        // What the file lost after a mistake may be what is missing.
        if !node.isUnfinished { reportNoShape(node, written, &diagnostics) }
        return nil
    }

    /// The keys by which shapes that are written at once differ.
    private static func heads(of shapes: [any Shape.Type]) -> [String] {
        shapes.compactMap { shape in
            let others = shapes.filter { $0.name != shape.name }
            return shape.signature.first { key in !others.contains { $0.signature.contains(key) } }
                ?? shape.signature.last
        }
    }

    /// A rule without a complete signature: say what the nearest shape is missing.
    private func reportNoShape(_ node: Node, _ written: Set<String>, _ diagnostics: inout Diagnostics) {
        let near = Shapes.all.first { $0.signature.contains(where: written.contains) }
        let every = Shapes.all.map { $0.signature.joined(separator: " + ") }
        let signatures = Shapes.all.flatMap { $0.signature }
        let known = Set(Shapes.all.flatMap { Self.keys(of: $0) })
        let misspelt = node.entries.first { entry in
            !known.contains(entry.key.text) && nearestWord(to: entry.key.text, among: signatures) != nil
        }
        diagnostics.report(
            .noShape(
                node, misspelt: misspelt?.key, among: signatures,
                missing: near?.signature.filter { !written.contains($0) } ?? [],
                further: Self.neededKeys.filter { nearestWord(to: $0, among: written) == nil }, every: every))
    }

    // MARK: What every rule has

    private func rule(_ shape: any Shape, _ reader: inout RuleReader) -> Rule? {
        reader.node.require(Self.neededKeys, &reader.diagnostics)
        guard let idNode = reader.node["id"], let id = idNode.readText("the id", &reader.diagnostics),
            let title = reader.node["title"]?.readText("the title", &reader.diagnostics),
            let strength = reader.node["strength"]?
                .readChoice("strength", as: Rule.Strength.self, &reader.diagnostics)
        else { return nil }
        if !PlainName.isID(id) { reader.diagnostics.report(.badID(id, of: "a rule", at: idNode.range)) }
        let customaryIn = reader.texts("customary_in")
        return Rule(
            id: "\(manifest.id)/\(id)", title: title, strength: strength, shape: shape,
            say: readSay(shape, &reader),
            action: reader.node["do"].flatMap { template($0, shape, &reader) },
            effort: readEffort(&reader),
            because: reader.node["because"]?.readText("'because'", &reader.diagnostics) ?? "",
            advice: (reader.node["advice"]?.readWords("'advice'", &reader.diagnostics) ?? []).map {
                WrittenText($0.text, at: $0.range)
            },
            source: CitationReader.read(reader.node["source"], among: manifest.works, &reader.diagnostics),
            dispute: readDispute(&reader), cooldown: reader.span("cooldown"),
            dismissReasons: reader.texts("dismiss_reasons") + (customaryIn.isEmpty ? [] : ["not customary here"]),
            customaryIn: customaryIn,
            examples: reader.node["examples"], range: reader.node.node.range, idRange: idNode.range,
            node: reader.node.node)
    }

    private func readSay(_ shape: any Shape, _ reader: inout RuleReader) -> [Verdict.Status: Template] {
        guard let node = reader.node["say"] else { return [:] }
        let words = Verdict.Status.allCases.map(\.word)
        guard let keyed = KeyedNode(node, of: "'say'", keys: words, &reader.diagnostics) else { return [:] }
        var say: [Verdict.Status: Template] = [:]
        for status in Verdict.Status.allCases {
            guard let sentence = keyed[status.word] else { continue }
            say[status] = template(sentence, shape, &reader)
        }
        return say
    }

    private func template(_ node: Node, _ shape: any Shape, _ reader: inout RuleReader) -> Template? {
        reader.template(node, about: shape.occasionKinds, counting: shape.counting)
    }

    private func readEffort(_ reader: inout RuleReader) -> Length? {
        guard let node = reader.node["effort"], let text = node.readText("'effort'", &reader.diagnostics) else {
            return nil
        }
        switch Length.read(text) {
        case .success(let length): return length
        case .failure(let problem):
            reader.diagnostics.report(
                .badSpan(problem, at: node.range(ofCharacters: problem.characters), whole: node.range))
            return nil
        }
    }

    private func readDispute(_ reader: inout RuleReader) -> Rule.Side? {
        guard let node = reader.node["dispute"], let dispute = node.readText("the dispute", &reader.diagnostics) else {
            return nil
        }
        guard let position = reader.required("position")?.readText("the position", &reader.diagnostics) else {
            return nil
        }
        return Rule.Side(dispute: dispute, position: position)
    }
}
