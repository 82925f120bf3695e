extension RuleReader {
    /// Whether a block speaks of something that is open.
    static func isOpening(_ value: Node) -> Bool { value.entries.contains { $0.key.text == "open" } }

    /// The gates a rule has; `demands` are those its shape does not judge itself. What is open is never judged by a shape.
    mutating func gates(_ demands: [Gate.Demand]) -> [Gate] {
        Gate.Demand.allCases.compactMap { demand in
            guard let value = node[demand.rawValue], Self.isOpening(value) || demands.contains(demand) else {
                return nil
            }
            return gate(value, demand)
        }
    }

    private mutating func gate(_ value: Node, _ demand: Gate.Demand) -> Gate? {
        if Self.isOpening(value) {
            return opening(value, demand.rawValue).map { Gate(demand: demand, matter: .open($0)) }
        }
        return excuse(value, demand.rawValue).map { Gate(demand: demand, matter: .happened($0)) }
    }

    /// `happened: KIND` with its conditions, its link and its time.
    mutating func excuse(_ value: Node, _ key: String) -> Excuse? {
        if let bare = bareKind(value) {
            diagnostics.report(.bareKind(bare, of: key, fix: value.kind == .scalar))
            return nil
        }
        let keys = ["happened", "open", "where", "count", "different", "to", "before", "since"]
        guard let keyed = KeyedNode(value, of: "'\(key)'", keys: keys, &diagnostics),
            let clause = nestedClause(keyed)
        else { return nil }
        return Excuse(clause: clause, link: keyed["to"].map { link($0) }, timing: timing(keyed))
    }

    /// A kind that stands alone where `happened:` belongs before it, or as a key.
    private func bareKind(_ value: Node) -> Node? {
        let node = value.kind == .scalar ? value : value.entries.first?.key
        let names = vocabulary.kinds.map(\.name) + vocabulary.groups.map(\.name)
        return node.flatMap { names.contains($0.text) ? $0 : nil }
    }

    /// An activity in a block of its own: `happened:`, `where:`, `count:`, `different: person`.
    mutating func nestedClause(_ keyed: KeyedNode) -> ActivityClause? {
        guard let happened = keyed.required("happened", &diagnostics), var clause = clause(happened) else { return nil }
        if let written = keyed["where"] { clause.condition = condition(written, about: clause.kinds) }
        if let written = keyed["count"] {
            clause.count = written.readWholeNumber("'count'", in: 1...1_000, &diagnostics) ?? 1
        }
        if let written = keyed["different"] { clause.isOfDifferentPeople = isOfDifferentPeople(written) }
        return clause
    }

    /// `open: SPAN` with its link.
    private mutating func opening(_ value: Node, _ key: String) -> Opening? {
        guard let keyed = KeyedNode(value, of: "'\(key)'", keys: ["open", "to"], &diagnostics),
            let name = keyed.required("open", &diagnostics)
        else { return nil }
        guard let span = vocabulary.spans.first(where: { $0.name == name.text }) else {
            let known = vocabulary.spans.map(\.name)
            diagnostics.report(.unknownWord(name.text, is: "something that can be open", at: name.range, among: known))
            return nil
        }
        return Opening(
            openedBy: ActivityClause(kinds: span.openedBy),
            closedBy: ActivityClause(kinds: span.closedBy), lapsesAfter: span.lapsesAfter,
            until: span.until, link: keyed["to"].map { link($0) }, reads: span.reads)
    }

    /// Numbers belong to what answers a rule: what a rule speaks about comes one at a time.
    mutating func refuseNumbers(in keys: [String]) {
        for key in keys {
            guard let value = node[key], value.kind == .mapping else { continue }
            for (written, _) in value.entries where written.text == "count" || written.text == "different" {
                diagnostics.report(.notANumberHere(written, of: key))
            }
        }
    }
}
