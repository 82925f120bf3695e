/// Small crowds, for rules that look at everybody together: a share, or what all have told.
extension ExampleSeeds {
    /// Values of some fields.
    private typealias Values = [(field: FieldID, values: [String])]

    /// Two each time, of whom one is as the rule asks and the other is not; none for rules about one thing at a time.
    var crowds: [Example] {
        guard let counting = rule.shape.counting else { return [] }
        if rule.shape.isAboutParts { return mixed }
        guard rule.shape.occasionKinds.isEmpty else { return [] }
        let edges = RuleEdges(rule, vocabulary)
        let pairs = counting.topics.isEmpty ? pairs(edges) : tellers(of: counting.topics, edges)
        let kinds: [KindID?] = rule.shape.kinds.isEmpty ? [nil] : rule.shape.kinds.prefix(2).map { $0 }
        return kinds.flatMap { first in
            kinds.flatMap { second in pairs.flatMap { crowd(of: first, $0, and: second, $1) } }
        }
    }

    /// Each list of what is planned, with one part of each kind the rule mentions and one of another.
    private var mixed: [Example] {
        guard let whole = rule.shape.occasionKinds.first else { return [] }
        let mentioned = rule.shape.kinds.filter { !rule.shape.occasionKinds.contains($0) }
        let other = vocabulary.kinds.map(\.id).first { kind in
            !rule.shape.kinds.contains(kind) && vocabulary.episode(of: kind) == nil && !vocabulary[kind].needsPerson
        }
        let parts = (mentioned.prefix(1) + [other].compactMap(\.self)).map { kind in
            ActivityLine(at: nil, kind: WrittenText(vocabulary[kind].name))
        }
        let lists = vocabulary[whole].fields.filter { vocabulary[$0].type == .activities }
        return lists.map { list in
            blank.changing { example in
                var line = line(of: whole, at: blank.now.seconds - 7200)
                line.parts = [PartsLine(field: WrittenText(vocabulary[list].name), lines: parts)]
                example.document.activities = [line]
            }
        }
    }

    /// The first value the rule names of every field, beside one of the others of one of them.
    private func pairs(_ edges: RuleEdges) -> [(Values, Values)] {
        let all: Values = edges.fields.map { ($0.field, Array($0.values.prefix(1))) }
        let others = edges.fields.prefix(3).enumerated().flatMap { place, edge in
            ([[]] + edge.values.dropFirst().prefix(5).map { [$0] }).map { values in
                var other = all
                other[place].values = values
                return other
            }
        }
        return (others.isEmpty ? [[]] : others).map { (all, $0) }
    }

    /// For each thing that is to be told everything else, beside that thing alone.
    private func tellers(of topics: [String], _ edges: RuleEdges) -> [(Values, Values)] {
        guard let field = edges.fields.first(where: { $0.values.contains(topics[0]) })?.field else { return [] }
        return topics.prefix(8).map { topic in
            ([(field, topics.filter { $0 != topic })], [(field, [topic])])
        }
    }

    /// Ana and Ben, and Ana beside what is with nobody.
    private func crowd(of first: KindID?, _ values: Values, and second: KindID?, _ others: Values) -> [Example] {
        let start = blank.now.seconds - 7200
        let names: [String?] = second.map { !vocabulary[$0].needsPerson } ?? false ? ["Ben", nil] : ["Ben"]
        return names.map { name in
            blank.changing { example in
                add(first, with: "Ana", values, at: start, to: &example)
                add(second, with: name, others, at: start + 3600, to: &example)
            }
        }
    }

    /// Adds a person, or a line of a kind; what is known is said where it belongs.
    private func add(
        _ kind: KindID?, with name: String?, _ values: Values, at seconds: Int64, to example: inout Example
    ) {
        let person = vocabulary[RecordKindID.person]
        if let kind {
            var line = line(of: kind, at: seconds, with: nil)
            line.with = name.map { [WrittenText($0)] } ?? []
            for (field, texts) in values where vocabulary[kind].fields.contains(field) {
                line.set(vocabulary[field].name, to: texts, isList: vocabulary[field].type.isList)
            }
            example.document.activities.append(line)
        } else if let name {
            example.document.records.append(RecordLine(kind: person.name, name: WrittenText(name)))
        }
        guard let name else { return }
        belong(name, by: kind, in: &example)
        for (field, texts) in values where person.fields.contains(field) && !texts.isEmpty {
            example.setRecord(person.name, name, vocabulary[field], to: texts)
        }
    }
}
