/// The names a vocabulary declares, each with its number: what the parts of a vocabulary refer to one another by.
struct VocabularyNames {
    private(set) var kindNodes: [KeyedNode] = []
    private var fields: [FieldDraft] = []
    private var records: [RecordDraft] = []
    private var episodeNames: [String] = []
    private var fieldNumbers: [String: FieldID] = ["person": .person]
    private var recordNumbers: [String: RecordKindID] = ["me": .me, "person": .person]
    private var kindNumbers: [String: KindID] = [:]

    init(
        fields: [FieldDraft], records: [RecordDraft], episodes: [KeyedNode], kinds: [KeyedNode],
        _ diagnostics: inout Diagnostics
    ) {
        for draft in records { add(draft, &diagnostics) }
        for draft in fields { add(draft, &diagnostics) }
        episodeNames = episodes.compactMap { $0["episode"]?.text }
        for name in episodeNames where fieldNumbers[name] == nil {
            fieldNumbers[name] = FieldID(raw: Int32(fieldNumbers.count))
        }
        for node in kinds { add(kind: node, &diagnostics) }
    }

    // MARK: Looking up

    func kind(_ node: Node, _ diagnostics: inout Diagnostics) -> KindID? {
        if let id = kindNumbers[node.text] { return id }
        diagnostics.report(
            .unknownWord(node.text, is: "a kind of activity", at: node.range, among: Array(kindNumbers.keys)))
        return nil
    }

    /// The kind of this name; nil when there is none.
    func kindNumber(_ name: String) -> KindID? { kindNumbers[name] }

    /// Whether a field is worked out from others.
    func isComputed(_ id: FieldID) -> Bool {
        fields.indices.contains(Int(id.raw) - 1) && fields[Int(id.raw) - 1].node["computed"] != nil
    }

    func field(_ node: Node, _ diagnostics: inout Diagnostics) -> FieldID? {
        fieldID(node.text, at: node, &diagnostics)
    }

    func fieldID(_ name: String, at node: Node, _ diagnostics: inout Diagnostics) -> FieldID? {
        if let id = fieldNumbers[name] { return id }
        diagnostics.report(.unknownWord(name, is: "a field", at: node.range, among: Array(fieldNumbers.keys)))
        return nil
    }

    func fieldList(_ node: Node?, _ diagnostics: inout Diagnostics) -> [FieldID] {
        (node?.readWords("'fields'", &diagnostics) ?? []).compactMap { field($0, &diagnostics) }
    }

    // MARK: Building

    func builtFields(groups: [Vocabulary.Group], _ diagnostics: inout Diagnostics) -> [Field] {
        var built = [
            Field(
                id: .person, name: "person", title: "person", type: .record(.person), asks: "With whom?",
                isInText: false,
                declared: nil)
        ]
        for draft in fields {
            let type = draft.node["computed"] == nil ? readType(draft, &diagnostics) : .number
            built.append(
                Field(
                    id: FieldID(raw: Int32(built.count)), name: draft.name,
                    title: draft.node["title"]?.readText("the title", &diagnostics)
                        ?? draft.name.replacing("_", with: " "),
                    type: type,
                    asks: draft.node["asks"]?.readText("the question", &diagnostics) ?? "",
                    isInText: readIsInText(draft, type, &diagnostics), declared: draft.nameNode.range,
                    synonyms: readSynonyms(draft, type, &diagnostics)))
        }
        for name in episodeNames where !fields.contains(where: { $0.name == name }) {
            built.append(
                Field(
                    id: FieldID(raw: Int32(built.count)), name: name, title: name.replacing("_", with: " "),
                    type: .episode(name), asks: "",
                    isInText: false, declared: nil))
        }
        return computed(built, groups, &diagnostics)
    }

    /// The fields, those that are worked out from others with their way and the type that gives.
    private func computed(
        _ built: [Field], _ groups: [Vocabulary.Group], _ diagnostics: inout Diagnostics
    ) -> [Field] {
        let written = built.filter { !isComputed($0.id) }
        let reader = ComputedFieldReader(
            types: Dictionary(written.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first }),
            groups: Dictionary(groups.map { ($0.name, $0.kinds) }, uniquingKeysWith: { first, _ in first }))
        return built.map { field in
            guard isComputed(field.id) else { return field }
            let draft = fields[Int(field.id.raw) - 1]
            guard let read = reader.read(draft.node, self, &diagnostics) else { return field }
            return Field(
                id: field.id, name: field.name, title: field.title, type: read.type, asks: field.asks,
                isInText: field.isInText, declared: field.declared, computed: read.computed)
        }
    }

    func builtRecords(_ diagnostics: inout Diagnostics) -> [RecordKind] {
        var built = [
            record(.me, "me", plural: "me", &diagnostics), record(.person, "person", plural: "people", &diagnostics),
        ]
        for draft in records where draft.name != "me" && draft.name != "person" {
            let plural = draft.node["plural"]?.readText("the plural", &diagnostics) ?? draft.name + "s"
            built.append(record(RecordKindID(raw: Int32(built.count)), draft.name, plural: plural, &diagnostics))
        }
        return built
    }

    private func record(
        _ id: RecordKindID, _ name: String, plural: String, _ diagnostics: inout Diagnostics
    ) -> RecordKind {
        let all = recordFields(name, &diagnostics)
        return RecordKind(
            id: id, name: name, plural: plural, fields: all.filter { !isComputed($0) },
            computed: all.filter(isComputed))
    }

    private func recordFields(_ name: String, _ diagnostics: inout Diagnostics) -> [FieldID] {
        records.filter { $0.name == name }.flatMap { fieldList($0.node["fields"], &diagnostics) }
    }

    private mutating func add(_ draft: RecordDraft, _ diagnostics: inout Diagnostics) {
        if recordNumbers[draft.name] == nil {
            recordNumbers[draft.name] = RecordKindID(raw: Int32(recordNumbers.count))
        }
        records.append(draft)
    }

    private mutating func add(_ draft: FieldDraft, _ diagnostics: inout Diagnostics) {
        guard fieldNumbers[draft.name] == nil else {
            let first = fields.first { $0.name == draft.name }?.nameNode.range
            diagnostics.report(.declaredTwice(draft.name, at: draft.nameNode.range, first: first))
            return
        }
        fieldNumbers[draft.name] = FieldID(raw: Int32(fieldNumbers.count))
        fields.append(draft)
    }

    private mutating func add(kind node: KeyedNode, _ diagnostics: inout Diagnostics) {
        guard let nameNode = node.required("kind", &diagnostics),
            let name = nameNode.readText("the kind's name", &diagnostics)
        else { return }
        if !PlainName.isKind(name) { diagnostics.report(.badKindName(name, at: nameNode.range)) }
        if let first = kindNumbers[name] {
            let place = kindNodes[Int(first.raw)]["kind"]?.range
            diagnostics.report(.declaredTwice(name, at: nameNode.range, first: place))
            return
        }
        kindNumbers[name] = KindID(raw: Int32(kindNodes.count))
        kindNodes.append(node)
    }

    // MARK: Types

    static let typeWords = [
        "text", "number", "duration", "date", "instant", "yes/no", "choice", "activities", "person",
    ]

    /// Only lengths of time can be recognised in a text.
    private func readIsInText(_ draft: FieldDraft, _ type: FieldType, _ diagnostics: inout Diagnostics) -> Bool {
        guard let node = draft.node["in_text"], node.readYesNo("'in_text'", &diagnostics) == true else { return false }
        if type != .duration { diagnostics.report(.notInText(draft.name, at: node.range)) }
        return type == .duration
    }

    private func readType(_ draft: FieldDraft, _ diagnostics: inout Diagnostics) -> FieldType {
        guard let node = draft.node.required("type", &diagnostics),
            let written = node.readText("the type", &diagnostics)
        else { return .text }
        let prefix = "list of "
        let isList = written.hasPrefix(prefix)
        let word = isList ? String(written.dropFirst(prefix.count)) : written
        guard let element = elementType(word, draft, &diagnostics) else {
            let known = Self.typeWords + recordNumbers.keys.sorted()
            diagnostics.report(.unknownWord(word, is: "a type of field", at: node.range, among: known))
            return .text
        }
        return isList ? .list(element) : element
    }

    private func elementType(_ word: String, _ draft: FieldDraft, _ diagnostics: inout Diagnostics) -> FieldType? {
        switch word {
        case "text": .text
        case "number": .number
        case "duration": .duration
        case "date": .date
        case "instant": .instant
        case "yes/no": .yesNo
        case "activities": .activities
        case "choice": .choice(readChoices(draft, &diagnostics))
        default: recordNumbers[word].map { .record($0) }
        }
    }

    /// `synonyms:` has each choice with the other words for it.
    private func readSynonyms(
        _ draft: FieldDraft, _ type: FieldType, _ diagnostics: inout Diagnostics
    ) -> [String: [String]] {
        guard let node = draft.node["synonyms"], case .choice(let choices) = type.element else { return [:] }
        guard let keyed = KeyedNode(node, of: "the synonyms", keys: choices, &diagnostics) else { return [:] }
        var synonyms: [String: [String]] = [:]
        for choice in choices {
            guard let words = keyed[choice]?.readWords("the other words for '\(choice)'", &diagnostics) else {
                continue
            }
            synonyms[choice] = words.map(\.text)
        }
        return synonyms
    }

    private func readChoices(_ draft: FieldDraft, _ diagnostics: inout Diagnostics) -> [String] {
        let nodes = draft.node.required("choices", &diagnostics)?.readWords("'choices'", &diagnostics) ?? []
        return nodes.map(\.text)
    }
}
