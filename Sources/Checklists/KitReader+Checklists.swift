import RulesEngine

extension KitReader {
    /// The checklists of all packs.
    mutating func readChecklists() -> [WrittenChecklist] {
        files("checklists/").compactMap { readChecklist($0.root, $0.pack) }
    }

    private mutating func readChecklist(_ root: Node, _ pack: RuleSet.Pack) -> WrittenChecklist? {
        let keys = ["checklist", "title", "for", "items"]
        guard let file = KeyedNode(root, of: "a checklist", keys: keys, &diagnostics),
            let name = text("checklist", "the checklist's name", file),
            let nodes = file.required("items", &diagnostics)?.readList("'items'", &diagnostics)
        else { return nil }
        let episode = readEpisode(file)
        let reading = ItemReading(pack: pack, kinds: kinds(of: episode), isStanding: file["for"] == nil)
        return WrittenChecklist(
            name: name, title: optional("title", file) ?? name, episode: episode?.name,
            items: nodes.compactMap { readItem($0, reading) })
    }

    /// What the items of one file have in common.
    private struct ItemReading {
        let pack: RuleSet.Pack
        let kinds: [KindID]
        let isStanding: Bool
    }

    private mutating func readEpisode(_ file: KeyedNode) -> Episode? {
        guard let node = file["for"] else { return nil }
        let episode = vocabulary.episodes.first { $0.name == node.text }
        if episode == nil {
            diagnostics.report(
                .unknownName(node, "something that can be planned", among: vocabulary.episodes.map(\.name)))
        }
        return episode
    }

    private func kinds(of episode: Episode?) -> [KindID] { episode.map { [$0.planned, $0.held] } ?? [] }

    private static let itemKeys = [
        "id", "phase", "text", "where", "done_when", "rule", "advice", "source",
    ]

    private mutating func readItem(_ node: Node, _ reading: ItemReading) -> ChecklistItem? {
        guard let keyed = KeyedNode(node, of: "an item", keys: Self.itemKeys, &diagnostics),
            let idNode = keyed.required("id", &diagnostics), let id = idNode.readText("the id", &diagnostics),
            let phase = keyed.required("phase", &diagnostics)?
                .readChoice("phase", as: Checklist.Phase.self, &diagnostics)
        else { return nil }
        let rules = readRules(keyed)
        // Where a rule asks for the same, its own words may stand.
        let text = rules.isEmpty ? keyed.required("text", &diagnostics) : keyed["text"]
        return ChecklistItem(
            id: id, phase: phase, title: text?.text ?? rules.first ?? id,
            text: text.flatMap { sentence($0, of: keyed, about: reading.kinds) },
            condition: condition(keyed, about: reading.kinds), proof: readProof(keyed, phase, reading),
            rules: rules, advice: advice(keyed), source: source(keyed, reading.pack),
            range: idNode.range)
    }

    /// The rules an item names; a pack may be replaced by a person's own, so an unknown one is no error.
    private mutating func readRules(_ node: KeyedNode) -> [String] {
        let known = (rules.rules + rules.restingRules).map(\.id)
        let written = words("rule", node)
        let packs = rules.packs.map(\.manifest.id)
        for rule in written where !known.contains(rule.text) {
            diagnostics.report(.unknownRule(rule, among: known, packs: packs))
        }
        return written.map(\.text)
    }

    // MARK: What shows that it was done

    private mutating func readProof(
        _ node: KeyedNode, _ phase: Checklist.Phase, _ reading: ItemReading
    ) -> ChecklistItem.Proof? {
        guard let value = node["done_when"] else { return nil }
        guard value.kind == .mapping else {
            let time: ProofTime = reading.isStanding ? .ever : Self.time(of: phase)
            return activity(named: value, of: node).map { ChecklistItem.Proof(activity: $0, time: time) }
        }
        let keys = ["happened", "where", "to", "when"]
        guard let keyed = KeyedNode(value, of: "'done_when'", keys: keys, &diagnostics) else { return nil }
        let written = keyed["when"].flatMap { $0.readChoice("time for 'when'", as: ProofTime.self, &diagnostics) }
        let time = reading.isStanding ? .ever : written ?? Self.time(of: phase)
        return activity(keyed).map { ChecklistItem.Proof(activity: $0, time: time) }
    }

    /// When the proof of an item must have happened that does not say so itself.
    private static func time(of phase: Checklist.Phase) -> ProofTime {
        switch phase {
        case .before: .sinceArranged
        case .atTheDoor, .during, .closing: .during
        case .after: .after
        }
    }
}
