/// Reads one kind of activity from a vocabulary file.
enum KindReader {
    static let keys = [
        "kind", "phase", "noun", "any", "whom", "happens", "do", "words", "phrases", "messages", "fields", "main",
        "name_before",
        "name_after", "person", "closer",
    ]

    static func read(
        _ node: KeyedNode, id: KindID, stages: [KindID: Kind.Stage], common: [FieldID],
        _ names: VocabularyNames,
        _ diagnostics: inout Diagnostics
    ) -> Kind {
        let name = node["kind"]?.text ?? ""
        let own = names.fieldList(node["fields"], &diagnostics)
        let noun = node.required("noun", &diagnostics)?.readText("the noun", &diagnostics) ?? name
        return Kind(
            id: id, name: name, phase: node["phase"]?.readText("the phase", &diagnostics), noun: noun,
            anyNoun: node["any"]?.readText("the noun with its article", &diagnostics) ?? withArticle(noun),
            whom: readWhom(node, &diagnostics),
            happens: node.required("happens", &diagnostics)?.readText("what happens", &diagnostics) ?? name,
            instruction: node.required("do", &diagnostics)?.readText("what to do", &diagnostics) ?? name,
            words: words(node, "words", &diagnostics),
            phrases: words(node, "phrases", &diagnostics).map { $0.lowercased() },
            messages: words(node, "messages", &diagnostics),
            closer: (node["closer"]?.readWords("'closer'", &diagnostics) ?? []).compactMap {
                names.kind($0, &diagnostics)
            },
            fields: own.filter { !names.isComputed($0) } + common.filter { !own.contains($0) },
            computed: own.filter(names.isComputed),
            mainField: node["main"].flatMap { names.field($0, &diagnostics) },
            otherName: readOtherName(node, names, &diagnostics),
            needsPerson: readNeedsPerson(node, &diagnostics),
            stage: stages[id],
            declared: node["kind"]?.range ?? node.node.range)
    }

    /// `a note`, `an offer`: by the first letter, which is right for the nouns vocabularies use.
    private static func withArticle(_ noun: String) -> String {
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        return (noun.first.map { vowels.contains($0) } == true ? "an " : "a ") + noun
    }

    private static func words(_ node: KeyedNode, _ key: String, _ diagnostics: inout Diagnostics) -> [String] {
        (node[key]?.readWords("'\(key)'", &diagnostics) ?? []).map(\.text)
    }

    private static func readOtherName(
        _ node: KeyedNode, _ names: VocabularyNames, _ diagnostics: inout Diagnostics
    ) -> Kind.OtherName? {
        let key = node["name_before"] == nil ? "name_after" : "name_before"
        return node[key].flatMap { names.field($0, &diagnostics) }.map {
            Kind.OtherName(field: $0, isBefore: key == "name_before")
        }
    }

    private enum Need: String, CaseIterable { case needed, possible }

    /// The words that may lead from a noun to a name.
    enum Whom: String, CaseIterable { case with, to, from, `for`, of, by, about, on }

    private static func readWhom(_ node: KeyedNode, _ diagnostics: inout Diagnostics) -> String {
        (node["whom"]?.readChoice("word for 'whom'", as: Whom.self, &diagnostics) ?? .with).rawValue
    }

    private static func readNeedsPerson(_ node: KeyedNode, _ diagnostics: inout Diagnostics) -> Bool {
        node["person"]?.readChoice("word for 'person'", as: Need.self, &diagnostics) == .needed
    }
}

/// Reads a group of kinds from a vocabulary file.
enum GroupReader {
    static let keys = ["group", "noun", "happens", "do", "kinds"]

    static func read(
        _ node: KeyedNode, _ names: VocabularyNames, _ diagnostics: inout Diagnostics
    ) -> Vocabulary.Group? {
        guard let name = node.required("group", &diagnostics)?.readText("the group's name", &diagnostics),
            let members = node.required("kinds", &diagnostics)?.readWords("'kinds'", &diagnostics)
        else { return nil }
        return Vocabulary.Group(
            name: name,
            noun: node["noun"]?.readText("the noun", &diagnostics) ?? name,
            instruction: node["do"]?.readText("what to do", &diagnostics) ?? name,
            happens: node["happens"]?.readText("what happens", &diagnostics) ?? name,
            kinds: members.compactMap { names.kind($0, &diagnostics) })
    }
}
