/// Reads clauses for those who build on the rules, such as checklists: conditions, activities and sentences.
///
/// The texts they compare with are noted in `rules`: hold them only against facts that were made for those rules.
package struct ClauseReading {
    /// The rules, with the texts of every clause read so far.
    package private(set) var rules: RuleSet
    /// What was found wrong.
    package var diagnostics: Diagnostics

    /// A reader in the words of these rules.
    package init(_ rules: RuleSet, _ diagnostics: Diagnostics) {
        self.rules = rules
        self.diagnostics = diagnostics
    }

    /// A `where:` about activities of these kinds.
    package mutating func condition(_ node: Node, about kinds: [KindID]) -> WrittenCondition {
        condition(
            node,
            ConditionReader(
                vocabulary: rules.vocabulary, kinds: kinds, literals: rules.literals, diagnostics: diagnostics))
    }

    /// A `where:` about records of a kind.
    package mutating func condition(_ node: Node, onRecord kind: RecordKindID) -> WrittenCondition {
        condition(
            node,
            ConditionReader(
                vocabulary: rules.vocabulary, kinds: [], record: kind, literals: rules.literals,
                diagnostics: diagnostics))
    }

    private mutating func condition(_ node: Node, _ reader: ConditionReader) -> WrittenCondition {
        var reader = reader
        let condition = reader.read(node)
        rules = rules.comparing(with: reader.literals)
        diagnostics = reader.diagnostics
        return WrittenCondition(condition: condition)
    }

    /// An activity named by `happened:`, with its `where:`, `to:` and `about:`; nil when it cannot be understood.
    package mutating func activity(_ node: KeyedNode) -> WrittenActivity? {
        reading(node) { reader in
            guard let clause = reader.clause("happened", where: "where") else { return nil }
            return WrittenActivity(
                clause: clause, link: reader.node["to"].map { reader.link($0) }, about: reader.about())
        }
    }

    /// An activity that is only named; nil when it cannot be understood.
    package mutating func activity(named value: Node, of node: KeyedNode) -> WrittenActivity? {
        reading(node) { reader in reader.clause(value).map { WrittenActivity(clause: $0, link: nil, about: nil) } }
    }

    /// A sentence with placeholders about activities of these kinds.
    package mutating func sentence(_ value: Node, of node: KeyedNode, about kinds: [KindID]) -> WrittenSentence? {
        reading(node) { reader in reader.template(value, about: kinds).map { WrittenSentence(template: $0) } }
    }

    /// A stretch of a message of one of these kinds, with slots; a slot nobody knows is reported and left out.
    package mutating func pattern(_ node: Node, about kinds: [KindID]) -> WrittenPattern? {
        guard let text = node.readText("the text", &diagnostics) else { return nil }
        var pieces: [WrittenPattern.Piece] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            pieces.append(.text(String(rest[..<open])))
            let start = text[..<open].unicodeScalars.count
            let range = node.range(ofCharacters: start..<start + rest[open...close].unicodeScalars.count)
            if let slot = slot(String(rest[open...close].dropFirst().dropLast()), node, range, kinds) {
                pieces.append(.slot(slot))
            }
            rest = rest[rest.index(after: close)...]
        }
        return WrittenPattern(pieces: (pieces + [.text(String(rest))]).filter { $0 != .text("") })
    }

    /// A slot that is only named; nil when nobody knows it, with the reason reported.
    package mutating func slot(named node: Node, about kinds: [KindID]) -> WrittenPattern? {
        slot(node.text, node, node.range, kinds).map { WrittenPattern(pieces: [.slot($0)]) }
    }

    private mutating func slot(_ name: String, _ node: Node, _ range: SourceRange, _ kinds: [KindID]) -> Slot? {
        if let slot = Slot.read(name, about: kinds, in: rules.vocabulary, at: node) { return slot }
        diagnostics.report(.unknownPlaceholder(name, at: range, among: Slot.known(about: kinds, in: rules.vocabulary)))
        return nil
    }

    private mutating func reading<Clause>(_ node: KeyedNode, _ read: (inout RuleReader) -> Clause?) -> Clause? {
        var reader = RuleReader(
            vocabulary: rules.vocabulary, node: node, literals: rules.literals, diagnostics: diagnostics)
        let clause = read(&reader)
        rules = rules.comparing(with: reader.literals)
        diagnostics = reader.diagnostics
        return clause
    }
}

/// A condition somebody wrote; an empty one always holds.
package struct WrittenCondition: Sendable, Hashable {
    let condition: Condition

    /// The condition that always holds.
    package static let none = WrittenCondition(condition: Condition())
}

/// An activity somebody named, perhaps with conditions on it and with whom.
package struct WrittenActivity: Sendable, Hashable {
    let clause: ActivityClause
    let link: PersonLink?
    let about: AboutLink?

    /// The kinds that count, any of them.
    package var kinds: [KindID] { clause.kinds }
    /// Whether nothing but the kind is asked of it.
    package var isPlain: Bool { clause.condition.isEmpty && about == nil && (link == nil || link == .samePerson) }
}

/// A sentence with placeholders that are filled in for an occasion.
package struct WrittenSentence: Sendable, Hashable {
    let template: Template
}

extension RuleSet {
    /// The same rules, with more texts that facts are to know.
    fileprivate func comparing(with literals: Literals) -> RuleSet {
        var rules = self
        rules.literals = literals
        return rules
    }
}
