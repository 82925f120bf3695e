import RulesEngine

/// Reads the files that packs bring beside their rules.
struct KitReader {
    private var clauses: ClauseReading

    /// The rules, with the texts of every clause read so far.
    var rules: RuleSet { clauses.rules }
    /// What was found wrong.
    var diagnostics: Diagnostics {
        get { clauses.diagnostics }
        set { clauses.diagnostics = newValue }
    }
    var vocabulary: Vocabulary { clauses.rules.vocabulary }

    /// A reader of the packs of these rules.
    init(_ rules: RuleSet, _ diagnostics: Diagnostics) { clauses = ClauseReading(rules, diagnostics) }

    /// The files below a folder, or the one of that name, in the order of packs and paths.
    func files(_ folder: String) -> [(pack: RuleSet.Pack, root: Node)] {
        rules.packs.flatMap { pack in
            pack.otherTrees.keys.sorted().filter { $0.hasPrefix(folder) }.compactMap { path in
                pack.otherTrees[path]?.root.map { (pack, $0) }
            }
        }
    }

    /// Every id stands for one thing alone, since people tick and cite by it.
    mutating func checkIDs(_ ids: [(id: String, range: SourceRange)], _ thing: String) {
        var first: [String: SourceRange] = [:]
        for (id, range) in ids {
            if let place = first[id] {
                diagnostics.report(.sameItem(id, thing, at: range, first: place))
            } else {
                first[id] = range
            }
        }
    }

    // MARK: What all entries have

    /// A text that has to be there; nil when it is not, with the reason reported.
    mutating func text(_ key: String, _ what: String, _ node: KeyedNode) -> String? {
        node.required(key, &diagnostics)?.readText(what, &diagnostics)
    }

    /// A text that may be left out.
    mutating func optional(_ key: String, _ node: KeyedNode) -> String? {
        node[key]?.readText("'\(key)'", &diagnostics)
    }

    /// Words that may be left out.
    mutating func words(_ key: String, _ node: KeyedNode) -> [Node] {
        node[key]?.readWords("'\(key)'", &diagnostics) ?? []
    }

    /// The pieces of advice an entry encodes.
    mutating func advice(_ node: KeyedNode) -> [WrittenText] {
        words("advice", node).map { WrittenText($0.text, at: $0.range) }
    }

    /// The source an entry cites: `Title, place`; nil when it cites none.
    mutating func source(_ node: KeyedNode, _ pack: RuleSet.Pack) -> String? {
        guard let value = node["source"],
            let keyed = KeyedNode(value, of: "a source", keys: ["work", "at"], &diagnostics),
            let work = keyed.required("work", &diagnostics)
        else { return nil }
        guard let title = pack.manifest.works[work.text]?.title else {
            diagnostics.report(.unlistedWork(work, among: pack.manifest.works.keys.sorted()))
            return nil
        }
        return optional("at", keyed).map { "\(title), \($0)" } ?? title
    }

    /// A kind of activity by its name; reported when the vocabulary has none of that name.
    mutating func kind(_ node: Node) -> KindID? {
        if let kind = vocabulary.kind(named: node.text) { return kind }
        diagnostics.report(.unknownName(node, "a kind of activity", among: vocabulary.kinds.map(\.name)))
        return nil
    }

    // MARK: Clauses

    mutating func condition(_ node: KeyedNode, about kinds: [KindID]) -> WrittenCondition {
        node["where"].map { clauses.condition($0, about: kinds) } ?? .none
    }

    mutating func condition(_ node: Node, onRecord kind: RecordKindID) -> WrittenCondition {
        clauses.condition(node, onRecord: kind)
    }

    mutating func sentence(_ value: Node, of node: KeyedNode, about kinds: [KindID]) -> WrittenSentence? {
        clauses.sentence(value, of: node, about: kinds)
    }

    /// A text with slots, of a kind of message.
    mutating func pattern(_ node: Node, about kind: KindID) -> WrittenPattern? {
        clauses.pattern(node, about: [kind])
    }

    /// A slot that is only named.
    mutating func slot(named node: Node, about kind: KindID) -> WrittenPattern? {
        clauses.slot(named: node, about: [kind])
    }

    mutating func activity(_ node: KeyedNode) -> WrittenActivity? { clauses.activity(node) }

    mutating func activity(named value: Node, of node: KeyedNode) -> WrittenActivity? {
        clauses.activity(named: value, of: node)
    }
}
