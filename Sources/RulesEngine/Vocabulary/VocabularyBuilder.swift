/// Puts a vocabulary together from the files of one or several packs.
///
/// `add` takes files in any order; `build` resolves the names between them. Two packs may not declare one word
/// differently: the second place is reported and the first is shown.
public struct VocabularyBuilder {
    var fields: [FieldDraft] = []
    var records: [RecordDraft] = []
    var kinds: [KeyedNode] = []
    var episodes: [KeyedNode] = []
    var roles: [KeyedNode] = []
    var groups: [KeyedNode] = []
    var spans: [KeyedNode] = []
    var recalls: [KeyedNode] = []
    var sayings: [KeyedNode] = []
    var phrasings: [KeyedNode] = []
    var everyKind: [Node] = []

    /// A builder that knows only `person` and `me`.
    public init() {}

    /// Takes what one vocabulary file declares; mistakes are reported and the rest is kept.
    public mutating func add(_ tree: NodeTree, _ diagnostics: inout Diagnostics) {
        guard let root = tree.root,
            let file = KeyedNode(root, of: "a vocabulary", keys: Self.sections, &diagnostics)
        else { return }
        _ = file.required("vocabulary", &diagnostics)?.readText("the vocabulary's name", &diagnostics)
        for node in items(file, "fields", &diagnostics) { addField(node, &diagnostics) }
        for node in items(file, "records", &diagnostics) { addRecord(node, &diagnostics) }
        kinds += keyed(file, "kinds", of: "a kind", keys: KindReader.keys, &diagnostics)
        everyKind += file["every_kind"]?.readWords("'every_kind'", &diagnostics) ?? []
        episodes += keyed(file, "episodes", of: "an episode", keys: EpisodeReader.keys, &diagnostics)
        roles += keyed(file, "roles", of: "a role", keys: ["role", "is", "shares"], &diagnostics)
        groups += keyed(file, "groups", of: "a group", keys: GroupReader.keys, &diagnostics)
        spans += keyed(file, "spans", of: "a span", keys: OpenSpanReader.keys, &diagnostics)
        sayings += keyed(file, "sayings", of: "a saying", keys: SayingReader.keys, &diagnostics)
        phrasings += keyed(file, "phrasings", of: "a phrasing", keys: PhrasingReader.keys, &diagnostics)
        recalls += keyed(file, "recalls", of: "a recall", keys: RecallReader.keys, &diagnostics)
    }

    /// The vocabulary of everything added; what could not be resolved is reported and left out.
    public func build(_ diagnostics: inout Diagnostics) -> Vocabulary {
        VocabularyCollisions.report(self, &diagnostics)
        var names = VocabularyNames(fields: fields, records: records, episodes: episodes, kinds: kinds, &diagnostics)
        let builtEpisodes = episodes.compactMap { EpisodeReader.read($0, &names, &diagnostics) }
        let stages = EpisodeReader.stages(of: builtEpisodes)
        let common = everyKind.compactMap { names.field($0, &diagnostics) }
        let builtKinds = names.kindNodes.enumerated().map { place, node in
            KindReader.read(node, id: KindID(raw: Int32(place)), stages: stages, common: common, names, &diagnostics)
        }
        let builtGroups = groups.compactMap { GroupReader.read($0, names, &diagnostics) }
        return Vocabulary(
            kinds: builtKinds,
            fields: names.builtFields(groups: builtGroups, &diagnostics),
            recordKinds: names.builtRecords(&diagnostics),
            episodes: builtEpisodes,
            roles: roles.compactMap { readRole($0, names, &diagnostics) },
            groups: builtGroups,
            spans: spans.compactMap { OpenSpanReader.read($0, names, &diagnostics) },
            recalls: recalls.compactMap { RecallReader.read($0, names, &diagnostics) },
            sayings: sayings.compactMap { SayingReader.read($0, &diagnostics) },
            phrasings: phrasings.compactMap { PhrasingReader.read($0, &diagnostics) })
    }

    static let sections = [
        "vocabulary", "records", "fields", "every_kind", "kinds", "episodes", "roles", "groups", "spans",
        "recalls", "sayings", "phrasings",
    ]

    private func items(_ file: KeyedNode, _ key: String, _ diagnostics: inout Diagnostics) -> [Node] {
        file[key]?.readList("'\(key)'", &diagnostics) ?? []
    }

    private func keyed(
        _ file: KeyedNode, _ section: String, of thing: String, keys: [String], _ diagnostics: inout Diagnostics
    ) -> [KeyedNode] {
        items(file, section, &diagnostics).compactMap { KeyedNode($0, of: thing, keys: keys, &diagnostics) }
    }

    private mutating func addField(_ node: Node, _ diagnostics: inout Diagnostics) {
        let keys = ["field", "type", "choices", "synonyms", "title", "asks", "in_text", "computed", "of"]
        guard let keyed = KeyedNode(node, of: "a field", keys: keys, &diagnostics),
            let nameNode = keyed.required("field", &diagnostics),
            let name = nameNode.readText("the field's name", &diagnostics)
        else { return }
        fields.append(FieldDraft(name: name, nameNode: nameNode, node: keyed))
    }

    private mutating func addRecord(_ node: Node, _ diagnostics: inout Diagnostics) {
        let keys = ["record", "plural", "fields"]
        guard let keyed = KeyedNode(node, of: "a record", keys: keys, &diagnostics),
            let nameNode = keyed.required("record", &diagnostics),
            let name = nameNode.readText("the record's name", &diagnostics)
        else { return }
        records.append(RecordDraft(name: name, nameNode: nameNode, node: keyed))
    }

    private func readRole(
        _ node: KeyedNode, _ names: VocabularyNames, _ diagnostics: inout Diagnostics
    ) -> Role? {
        guard let phrase = node.required("role", &diagnostics)?.readText("the role", &diagnostics) else { return nil }
        if let shared = node["shares"] {
            return names.field(shared, &diagnostics).map { Role(phrase: phrase, path: [], sharing: $0) }
        }
        guard let path = node.required("is", &diagnostics) else { return nil }
        let words = path.readText("the way to the person", &diagnostics)?.split(separator: ".").map(String.init) ?? []
        let hops = words.compactMap { names.fieldID($0, at: path, &diagnostics) }
        return hops.count == words.count && !hops.isEmpty ? Role(phrase: phrase, path: hops, sharing: nil) : nil
    }
}

/// A field as declared, before its type is resolved.
struct FieldDraft {
    let name: String
    let nameNode: Node
    let node: KeyedNode
}

/// A kind of record as declared, before its fields are resolved.
struct RecordDraft {
    let name: String
    let nameNode: Node
    let node: KeyedNode
}
