/// What a shape reads its keys with: the rule's own lines, the vocabulary and the diagnostics so far.
struct RuleReader {
    let vocabulary: Vocabulary
    let node: KeyedNode
    var literals: Literals
    var diagnostics: Diagnostics

    /// A key's value, reported when it is missing.
    mutating func required(_ key: String) -> Node? { node.required(key, &diagnostics) }

    /// The activity named by a key of the rule: kinds and groups, one or a list of them, or a block with
    /// `happened:`.
    mutating func clause(_ key: String, where condition: String? = nil) -> ActivityClause? {
        guard let value = required(key), var clause = clause(value) else { return nil }
        if let condition, let written = node[condition] {
            clause.condition = self.condition(written, about: clause.kinds)
        }
        return clause
    }

    /// The activity a node names.
    mutating func clause(_ value: Node) -> ActivityClause? {
        if value.kind == .mapping { return nestedClause(value) }
        guard let words = value.readWords("the activity", &diagnostics) else { return nil }
        let names = words.compactMap { name($0) }
        return names.isEmpty ? nil : ActivityClause(names, vocabulary)
    }

    private mutating func nestedClause(_ value: Node) -> ActivityClause? {
        let keys = ["happened", "where", "count", "different"]
        return KeyedNode(value, of: "an activity", keys: keys, &diagnostics).flatMap { nestedClause($0) }
    }

    private mutating func name(_ word: Node) -> ActivityClause.Name? {
        if let kind = vocabulary.kind(named: word.text) { return .kind(kind) }
        if let place = vocabulary.groups.firstIndex(where: { $0.name == word.text }) { return .group(place) }
        let known = vocabulary.kinds.map(\.name) + vocabulary.groups.map(\.name)
        let words = word.text.split(separator: " ").map(String.init)
        if words.count > 2, let kind = words.first, known.contains(kind), Self.leads.contains(words[1]) {
            return reportWhom(kind, words.dropFirst(2).joined(separator: " "), at: word.range)
        }
        diagnostics.report(.unknownKind(word.text, at: word.range, among: known, vocabulary))
        return nil
    }

    /// The words that come before a person in a line of a log.
    private static let leads = Set(["with"] + KindReader.Whom.allCases.map(\.rawValue))

    /// A rule says on a line of its own whom an activity is with: `meeting.planned with same person`.
    private mutating func reportWhom(_ kind: String, _ whom: String, at range: SourceRange) -> ActivityClause.Name? {
        let isLink =
            ["same person", "the same person", "anyone"].contains(whom)
            || vocabulary.roles.contains { $0.phrase == whom }
        diagnostics.report(.whomInKind(kind, isLink ? whom : nil, at: range))
        return nil
    }

    /// The texts of a key, one or a list; none when it is not written.
    mutating func texts(_ key: String) -> [String] {
        (node[key]?.readWords("'\(key)'", &diagnostics) ?? []).map(\.text)
    }

    /// A span such as `24 hours`; nil when the key is not there or cannot be read.
    mutating func span(_ key: String) -> Span? {
        guard let value = node[key], let text = value.readText("'\(key)'", &diagnostics) else { return nil }
        switch Span.read(text) {
        case .success(let span): return span
        case .failure(let problem):
            diagnostics.report(.badSpan(problem, at: value.range(ofCharacters: problem.characters), whole: value.range))
            return nil
        }
    }

    /// `to:` or `by:`; anyone when it is not written.
    mutating func link(_ key: String) -> PersonLink { node[key].map { link($0) } ?? .anyone }

    mutating func link(_ value: Node) -> PersonLink {
        let text = value.readText("the person", &diagnostics) ?? "anyone"
        if text == "same person" || text == "the same person" { return .samePerson }
        if text == "anyone" { return .anyone }
        if let place = vocabulary.roles.firstIndex(where: { $0.phrase == text }) { return .role(place) }
        if let list = listLink(text) { return list }
        let known = ["same person", "anyone"] + vocabulary.roles.map(\.phrase) + listLinks
        diagnostics.report(.unknownLink(text, at: value.range, among: known))
        return .anyone
    }

    /// `about: same …`; nil when it is not written.
    mutating func about() -> AboutLink? {
        guard let value = node["about"], let text = value.readText("'about'", &diagnostics) else { return nil }
        let name = text.hasPrefix("same ") ? String(text.dropFirst(5)) : text
        guard let field = vocabulary.field(named: name) else {
            let known = vocabulary.fields.map { "same " + $0.name }
            diagnostics.report(.unknownWord(text, is: "something two activities share", at: value.range, among: known))
            return nil
        }
        if case .episode = vocabulary[field].type { return AboutLink(field: field, isEpisode: true) }
        return AboutLink(field: field, isEpisode: false)
    }

    /// The `unless:` of the rule; nil when it has none.
    mutating func excuse() -> Excuse? {
        guard let value = node["unless"], !Self.isOpening(value) else { return nil }
        return excuse(value, "unless")
    }

    mutating func timing(_ keyed: KeyedNode) -> Excuse.Timing {
        for (key, timing) in [("before", Excuse.Timing.before), ("since", .since)] {
            guard let value = keyed[key] else { continue }
            if value.text != "occasion" {
                let known = ["occasion"]
                diagnostics.report(.unknownWord(value.text, is: "a moment for '\(key)'", at: value.range, among: known))
            }
            return timing
        }
        return .whenever
    }

    /// A condition over activities of these kinds, or over a record when there are none.
    mutating func condition(_ value: Node, about kinds: [KindID]) -> Condition {
        var reader = ConditionReader(vocabulary: vocabulary, kinds: kinds, literals: literals, diagnostics: diagnostics)
        let condition = reader.read(value)
        literals = reader.literals
        diagnostics = reader.diagnostics
        return condition
    }
}

/// The texts rules compare with, each with the number it will have in every table of facts.
struct Literals: Sendable {
    private(set) var texts: [String] = []

    mutating func number(of text: String) -> Int64 {
        let key = text.lowercased()
        if let known = texts.firstIndex(of: key) { return Int64(known) }
        texts.append(key)
        return Int64(texts.count - 1)
    }
}
