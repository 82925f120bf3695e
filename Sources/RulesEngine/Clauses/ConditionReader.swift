/// Reads `where:` and its like into a flat condition; the fields decide how the values are read.
struct ConditionReader {
    let vocabulary: Vocabulary
    let kinds: [KindID]
    /// For a condition on a record: its kind. Nil for activities.
    var record: RecordKindID?
    var literals: Literals
    var diagnostics: Diagnostics

    init(
        vocabulary: Vocabulary, kinds: [KindID], record: RecordKindID? = nil, literals: Literals,
        diagnostics: Diagnostics
    ) {
        self.vocabulary = vocabulary
        self.kinds = kinds
        self.record = record
        self.literals = literals
        self.diagnostics = diagnostics
    }

    /// The condition of a block; what cannot be read is reported and left out.
    mutating func read(_ node: Node) -> Condition {
        Condition(tests: tests(of: node), spoken: ConditionWords(vocabulary: vocabulary, kinds: kinds).text(node))
    }

    private mutating func tests(of node: Node) -> [Condition.Test] {
        guard node.kind == .mapping else {
            diagnostics.report(.notACondition(node))
            return []
        }
        return node.entries.flatMap { test($0.key, $0.value) }
    }

    private mutating func test(_ key: Node, _ value: Node) -> [Condition.Test] {
        switch key.text {
        case "all": return group(value) { .all(count: $0) }
        case "any": return group(value) { .any(count: $0) }
        case "not":
            let inner = tests(of: value)
            return [.not(count: inner.count)] + inner
        case Gate.Demand.unless.rawValue, Gate.Demand.onlyIf.rawValue:
            diagnostics.report(.demandInCondition(key))
            return []
        default:
            guard let path = path(key.text, at: key) else { return [] }
            return value.kind == .mapping ? comparisons(path, value) : isOneOf(path, value)
        }
    }

    /// `all:` and `any:` hold a list of blocks; the settings of one block belong together.
    private mutating func group(_ value: Node, _ head: (Int) -> Condition.Test) -> [Condition.Test] {
        var inner: [Condition.Test] = []
        for item in value.readList("the conditions", &diagnostics) ?? [] {
            let tests = tests(of: item)
            inner += tests.count > 1 ? [.all(count: tests.count)] + tests : tests
        }
        return [head(inner.count)] + inner
    }

    private mutating func isOneOf(_ path: FieldPath, _ value: Node) -> [Condition.Test] {
        let nodes = value.readWords("the value", &diagnostics) ?? []
        let comparison: Condition.Comparison = vocabulary[path.field].type.isList ? .contains : .isOneOf
        return [.compare(path, comparison, .values(nodes.compactMap { self.value($0, for: path) }))]
    }

    private mutating func comparisons(_ path: FieldPath, _ node: Node) -> [Condition.Test] {
        let words = Condition.Comparison.allCases.map(\.rawValue) + ["is_set", "field"]
        guard let keyed = KeyedNode(node, of: "a comparison", keys: words, &diagnostics) else { return [] }
        if keyed["field"] != nil {
            return [operand(node, for: path).map { .compare(path, .sameAs, $0) }].compactMap { $0 }
        }
        return node.entries.compactMap { key, value -> Condition.Test? in
            if key.text == "is_set" { return value.readYesNo("'is_set'", &diagnostics).map { .isSet(path, $0) } }
            guard let comparison = Condition.Comparison(rawValue: key.text) else { return nil }
            checkOrder(comparison, path, key)
            return operand(value, for: path).map { .compare(path, comparison, $0) }
        }
    }

    private mutating func checkOrder(_ comparison: Condition.Comparison, _ path: FieldPath, _ key: Node) {
        guard [.moreThan, .atLeast, .lessThan, .atMost].contains(comparison) else { return }
        let field = vocabulary[path.field]
        if !field.type.isOrdered { diagnostics.report(.notOrdered(field, at: key.range)) }
    }

    private mutating func operand(_ value: Node, for path: FieldPath) -> Condition.Operand? {
        if value.kind == .mapping {
            guard let keyed = KeyedNode(value, of: "the other value", keys: ["field"], &diagnostics),
                let other = keyed.required("field", &diagnostics), let written = self.path(other.text, at: other)
            else { return nil }
            return .fact(written)
        }
        let nodes = value.readWords("the value", &diagnostics) ?? []
        return .values(nodes.compactMap { self.value($0, for: path) })
    }

    // MARK: Paths and values

    /// The path a rule writes, such as `person.level`, checked hop by hop.
    mutating func path(_ text: String, at node: Node) -> FieldPath? {
        var words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var owner = record ?? .person
        let fromMe = words.first == "me" && words.count > 1
        if fromMe {
            words.removeFirst()
            owner = .me
        }
        var hops: [FieldID] = []
        for (place, word) in words.enumerated() {
            let ofRecord = vocabulary[owner].fields + vocabulary[owner].computed
            let known = place == 0 && !fromMe && record == nil ? activityFields : ofRecord
            guard let field = known.first(where: { vocabulary[$0].name == word }) else {
                let before = (fromMe ? "me." : "") + words[..<place].map { $0 + "." }.joined()
                reportUnknown(word, before: before, at: node, among: known.map { before + vocabulary[$0].name })
                return nil
            }
            hops.append(field)
            if case .record(let next) = vocabulary[field].type.element { owner = next }
        }
        return FieldPath(hops, fromMe: fromMe)
    }

    /// A field that is not there: perhaps somebody has it whom the activity names, or the person who keeps the log.
    private mutating func reportUnknown(_ word: String, before: String, at node: Node, among names: [String]) {
        let owners = before.isEmpty && record == nil ? recordPaths(to: word) : []
        diagnostics.report(
            owners.isEmpty
                ? .unknownWord(before + word, is: "a field that can be asked for here", at: node.range, among: names)
                : .fieldOfRecord(word, owners, at: node.range))
    }

    /// The ways to a field of this name over one record: `person.level`.
    private func recordPaths(to name: String) -> [String] {
        let owns = { (kind: RecordKindID) in
            (vocabulary[kind].fields + vocabulary[kind].computed).contains { vocabulary[$0].name == name }
        }
        let named = activityFields.compactMap { field -> String? in
            guard case .record(let kind) = vocabulary[field].type.element, owns(kind) else { return nil }
            return vocabulary[field].name + "." + name
        }
        var seen: Set<String> = []
        return (named + (owns(.me) ? ["me." + name] : [])).filter { seen.insert($0).inserted }
    }

    private var activityFields: [FieldID] {
        [.person] + kinds.flatMap { vocabulary[$0].fields + vocabulary[$0].computed }
    }

    private mutating func value(_ node: Node, for path: FieldPath) -> Value? {
        switch LiteralReader.read(node.text, as: vocabulary[path.field].type.element, &literals) {
        case .success(let value): return value
        case .failure(let problem):
            diagnostics.report(.valueProblem(problem, with: node.text, for: vocabulary[path.field], at: node.range))
            return nil
        }
    }
}

/// Reads a value a rule compares with.
enum LiteralReader {
    static func read(_ text: String, as type: FieldType, _ literals: inout Literals) -> Result<Value, ValueProblem> {
        switch type {
        case .text, .activities, .episode: .success(Value(tag: .text, bits: literals.number(of: text)))
        case .number: NumberReader.read(text).map { .number($0) }
        case .duration:
            Length.read(text).map { Value(tag: .duration, bits: $0.seconds) }.mapError { ValueProblem($0) }
        case .choice(let words): ValueReader.readChoice(text, words)
        case .yesNo:
            text == "yes" || text == "true"
                ? .success(.yesNo(true))
                : text == "no" || text == "false"
                    ? .success(.yesNo(false))
                    : .failure(ValueProblem("'\(text)' is neither yes nor no", help: "write yes or no"))
        case .date:
            Moment.read(text, in: .utc)
                .map { Value(tag: .date, bits: Int64(Zone.utc.wallTime(at: $0.start).day.number)) }
                .mapError { ValueProblem($0) }
        case .instant:
            Moment.read(text, in: .utc).map { Value(tag: .instant, bits: $0.start.seconds) }.mapError {
                ValueProblem($0)
            }
        case .record:
            .failure(
                ValueProblem("a rule cannot name '\(text)' itself", help: "ask for something known about them instead"))
        case .list(let element): read(text, as: element, &literals)
        }
    }
}
