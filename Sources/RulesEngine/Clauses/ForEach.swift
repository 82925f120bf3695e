/// Whose count a rule keeps (`for_each:`): that of every record of a kind, or of the person whose log it is.
struct ForEach: Sendable, Hashable {
    /// The kind of record; `me` when the rule names none.
    let kind: RecordKindID
    /// The fields of an activity that name such a record.
    let fields: [FieldID]
    /// The fields of a person that name one, for activities that name none themselves.
    let fieldsOfPerson: [FieldID]

    /// The person whose log it is.
    static let me = ForEach(kind: .me, fields: [], fieldsOfPerson: [])

    /// Hands over each record an activity concerns; none when the log does not say.
    func records(of row: Int, _ facts: Facts, _ take: (Int32) -> Void) {
        if kind == .me { return take(0) }
        if kind == .person {
            if facts.persons[row] != Facts.none { take(facts.persons[row]) }
            return
        }
        var isNamed = false
        for field in fields {
            guard let value = facts.value(row, field) else { continue }
            for element in facts.elements(value) where element.tag == .record {
                isNamed = true
                take(Int32(element.bits))
            }
        }
        if !isNamed { records(ofPerson: facts.persons[row], at: facts.begins[row], facts, take) }
    }

    /// Hands over each record a person belongs to, as of a moment.
    func records(ofPerson person: Int32, at moment: Int64, _ facts: Facts, _ take: (Int32) -> Void) {
        if kind == .me { return take(0) }
        guard person != Facts.none else { return }
        if kind == .person { return take(person) }
        for field in fieldsOfPerson {
            guard let value = facts.records.value(person, field, at: moment) else { continue }
            for element in facts.elements(value) where element.tag == .record { take(Int32(element.bits)) }
        }
    }

    /// Whether an activity concerns a record.
    func concerns(_ row: Int, _ record: Int32, _ facts: Facts) -> Bool {
        var found = false
        records(of: row, facts) { if $0 == record { found = true } }
        return found
    }

    /// All records of the kind, in the order of the log; those of one block of people, when one is given.
    func all(_ facts: Facts, block: Int? = nil) -> [Int32] {
        if kind == .me { return [0] }
        let every = 0..<Int32(facts.records.count)
        let people = block.map { every.clamped(to: RowIndex.people(ofBlock: $0)) } ?? every
        return people.filter { facts.records.kinds[Int($0)] == kind }
    }

    /// What the sentence adds: `, for each path`.
    func spoken(_ vocabulary: Vocabulary) -> String { kind == .me ? "" : ", for each \(vocabulary[kind].name)" }
}

extension RuleReader {
    /// `for_each: person` or another kind of record; the person whose log it is when it is not written.
    mutating func forEach() -> ForEach {
        guard let value = node["for_each"], let word = value.readText("'for_each'", &diagnostics) else { return .me }
        let kinds = vocabulary.recordKinds.filter { $0.id != .me }
        guard let kind = kinds.first(where: { $0.name == word }) else {
            diagnostics.report(
                .unknownWord(word, is: "something to count for each of", at: value.range, among: kinds.map(\.name)))
            return .me
        }
        let leads = { (field: FieldID) in vocabulary[field].type.element == .record(kind.id) && field != .person }
        return ForEach(
            kind: kind.id, fields: vocabulary.fields.map(\.id).filter(leads),
            fieldsOfPerson: vocabulary[RecordKindID.person].fields.filter(leads))
    }

    /// A condition on records of a kind; an empty one when the key is not written.
    mutating func condition(_ key: String, on record: RecordKindID) -> Condition {
        guard let value = node[key] else { return Condition() }
        var reader = ConditionReader(
            vocabulary: vocabulary, kinds: [], record: record, literals: literals, diagnostics: diagnostics)
        let condition = reader.read(value)
        literals = reader.literals
        diagnostics = reader.diagnostics
        return condition
    }

    /// A path that starts at records of a kind, written as a value.
    mutating func path(_ value: Node, on record: RecordKindID) -> FieldPath? {
        var reader = ConditionReader(
            vocabulary: vocabulary, kinds: [], record: record, literals: literals, diagnostics: diagnostics)
        let path = reader.path(value.text, at: value)
        diagnostics = reader.diagnostics
        return path
    }
}
