/// What a rule's own lines speak of: where its verdicts change is near these times, values and numbers.
struct RuleEdges {
    /// The stretches of time it names, and those that are easily mistaken for them.
    private(set) var spans: [Span] = []
    /// The fields it asks about, each with the values on both sides of every edge.
    private(set) var fields: [Field] = []
    /// The whole numbers it names, each once.
    private(set) var counts: [Int] = []
    /// The shares it names, each in the smallest numbers: of 40 percent, 2 of 5.
    private(set) var shares: [(such: Int, all: Int)] = []

    /// One field with values worth trying.
    struct Field {
        let field: FieldID
        var values: [String]
    }

    private let vocabulary: Vocabulary

    init(_ rule: Rule, _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        for (key, value) in rule.node.entries where !Self.isWords(key.text) { add(key.text, value) }
        addLimits(rule.node)
        spans = unique(spans + spans.flatMap(\.near))
        counts = unique(counts)
        fields = fields.map { Field(field: $0.field, values: unique($0.values)) }
    }

    /// The keys that say nothing about when a rule speaks.
    private static func isWords(_ key: String) -> Bool {
        let words = [
            "id", "title", "strength", "say", "do", "effort", "because", "advice", "source", "dispute", "position",
            "cooldown", "dismiss_reasons", "customary_in", "examples", "give_up",
        ]
        return words.contains(key)
    }

    private mutating func add(_ key: String, _ value: Node) {
        if let field = vocabulary.field(named: String(key.split(separator: ".").last ?? "")) { add(field, value) }
        for (inner, below) in value.entries { add(inner.text, below) }
        for item in value.items { add("", item) }
        guard value.kind == .scalar else { return }
        let text = value.text
        let written = text.hasSuffix(" before") ? String(text.dropLast(7)) : text
        let calendar = ["day": Span.Unit.days, "week": .weeks, "month": .months]
        if let unit = calendar[text] { spans.append(Span(count: 1, unit: unit)) }
        if let span = try? Span.read(written).get(), span.count > 0 { spans.append(span) }
        if let number = Int(text) { counts.append(number) }
        if let share = RuleReader.share(in: text) { shares.append(RuleReader.fewest(for: share)) }
        if key == "field" || key == "check" || key == "cover" || key == "weigh_by" {
            guard let field = vocabulary.field(named: String(text.split(separator: ".").last ?? "")) else { return }
            add(field, key == "weigh_by" ? weights(vocabulary[field].type) : [])
        }
    }

    /// Two weights, of which one is twice the other.
    private func weights(_ type: FieldType) -> [String] {
        type == .duration ? ["10 minutes", "20 minutes"] : ["1", "2"]
    }

    /// The values of a comparison, or of a field that is simply to be one of them.
    private mutating func add(_ field: FieldID, _ value: Node) {
        let words = value.kind == .mapping ? value.entries.flatMap { leaves(of: $0.value) } : leaves(of: value)
        add(field, words)
    }

    /// The limits of `check:` stand in keys of their own.
    private mutating func addLimits(_ node: Node) {
        let values = Dictionary(node.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
        let name = values["check"] ?? values["cover"]
        guard let name, let field = vocabulary.field(named: String(name.text.split(separator: ".").last ?? "")) else {
            return
        }
        let keys = ["at_least", "at_most", "one_of", "not_one_of", "topics"]
        add(field, keys.compactMap { values[$0] }.flatMap { leaves(of: $0) })
        guard let ends = values["between"]?.text.split(separator: " and ", maxSplits: 1).map(String.init),
            ends.count == 2
        else { return }
        let unit = ends[1].split(separator: " ").dropFirst().joined(separator: " ")
        add(field, [ends[0].contains(" ") || unit.isEmpty ? ends[0] : ends[0] + " " + unit, ends[1]])
    }

    private func leaves(of node: Node) -> [String] {
        switch node.kind {
        case .scalar: [node.text]
        case .sequence: node.items.filter { $0.kind == .scalar }.map(\.text)
        case .mapping, .alias: []
        }
    }

    private mutating func add(_ field: FieldID, _ written: [String]) {
        let values = written + around(written, vocabulary[field])
        if let place = fields.firstIndex(where: { $0.field == field }) {
            fields[place].values += values
        } else {
            fields.append(Field(field: field, values: values))
        }
    }

    /// Values on the other side of an edge: one more and one less, the other choices, another text.
    private func around(_ written: [String], _ field: RulesEngine.Field) -> [String] {
        switch field.type.element {
        case .choice(let words): words
        case .yesNo: ["yes", "no"]
        case .number: written.compactMap { Double($0) }.flatMap(Self.around)
        case .duration: written.compactMap { try? Length.read($0).get() }.flatMap(Self.around)
        case .text: ["\(field.title) A", "\(field.title) B"]
        case .date, .instant, .record, .activities, .episode, .list: []
        }
    }

    private static func around(_ number: Double) -> [String] {
        [number - 1, number + 1].filter { $0 >= 0 }.map { NumberReader.written($0) }
    }

    private static func around(_ length: Length) -> [String] {
        [length.seconds - 60, length.seconds + 60].filter { $0 > 0 }.map { Length(seconds: $0).description }
    }
}

/// The elements in order, each once.
func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
}
