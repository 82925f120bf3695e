import RulesEngine

extension KitReader {
    /// The checklists of all packs.
    mutating func readChecklists() -> [WrittenChecklist] {
        files("checklists/").compactMap { readChecklist($0.root, $0.pack) }
    }

    private mutating func readChecklist(_ root: Node, _ pack: RuleSet.Pack) -> WrittenChecklist? {
        let keys = ["checklist", "title", "for", "until", "items"]
        guard let file = KeyedNode(root, of: "a checklist", keys: keys, &diagnostics),
            let name = text("checklist", "the checklist's name", file),
            let nodes = file.required("items", &diagnostics)?.readList("'items'", &diagnostics)
        else { return nil }
        let episode = readEpisode(file)
        let reading = ItemReading(pack: pack, kinds: kinds(of: episode), isStanding: file["for"] == nil)
        return WrittenChecklist(
            name: name, title: optional("title", file) ?? name, episode: episode?.name,
            until: file["until"].flatMap { activity($0, of: file) },
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
        "id", "phase", "for_each", "text", "where", "done_when", "until", "rule", "advice", "source",
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
        let each = keyed["for_each"].flatMap { activity($0, of: keyed) }
        let kinds = each?.kinds ?? reading.kinds
        return ChecklistItem(
            id: id, phase: phase, title: text?.text ?? rules.first ?? id,
            text: text.flatMap { sentence($0, of: keyed, about: kinds) },
            each: each, until: keyed["until"].flatMap { activity($0, of: keyed) },
            condition: condition(keyed, about: kinds), proof: readProof(keyed, phase, reading),
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
            return activity(named: value, of: node).map { ChecklistItem.Proof(activity: $0, time: time, first: nil) }
        }
        let keys = ["happened", "where", "to", "about", "when", "after"]
        guard let keyed = KeyedNode(value, of: "'done_when'", keys: keys, &diagnostics) else { return nil }
        let written = keyed["when"].flatMap { $0.readChoice("time for 'when'", as: ProofTime.self, &diagnostics) }
        let time = reading.isStanding ? .ever : written ?? Self.time(of: phase)
        let first = keyed["after"].flatMap { activity($0, of: keyed) }
        return activity(keyed).map { ChecklistItem.Proof(activity: $0, time: time, first: first) }
    }

    /// A kind alone, or `happened:` with what is asked of it.
    private mutating func activity(_ value: Node, of node: KeyedNode) -> WrittenActivity? {
        guard value.kind == .mapping else { return activity(named: value, of: node) }
        let keys = ["happened", "where", "to", "about"]
        return KeyedNode(value, of: "an activity", keys: keys, &diagnostics).flatMap { activity($0) }
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
