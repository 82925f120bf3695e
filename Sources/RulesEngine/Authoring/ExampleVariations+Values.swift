/// Fields and parts of an example with other values.
extension ExampleVariations {
    /// Each field the rule asks about with each value on an edge of it, wherever it may stand.
    func withValues(_ example: Example) -> [Example] { edges.fields.flatMap { withValues(of: $0, example) } }

    private func withValues(of edge: RuleEdges.Field, _ example: Example, most: Int = .max) -> [Example] {
        let field = vocabulary[edge.field]
        let values = Array(choices(edge, field, in: example).prefix(most))
        return onLines(example, field, values) + onRecords(example, field, values) + onMe(example, field, values)
    }

    /// Examples with values for several of the fields the rule asks about at once; the values it names come first.
    func withEveryValue(_ example: Example) -> [Example] {
        edges.fields.prefix(4).reduce([example]) { examples, edge in
            examples.prefix(100).flatMap { [$0] + withValues(of: edge, $0, most: 5) }
        }
    }

    /// The values to try; of a list one, two and none of them.
    private func choices(_ edge: RuleEdges.Field, _ field: Field, in example: Example) -> [[String]] {
        let written =
            (example.lines.flatMap { example[$0].fields } + example.document.me
            + example.document.records.flatMap(\.fields)).filter { $0.name.text == field.name }
        let texts = (edge.values + written.flatMap { $0.values.map(\.text) }).filter { Self.may(field, be: $0) }
        let values = unique(texts).prefix(16)
        let single = values.map { [$0] }
        return field.type.isList ? single + zip(values, values.dropFirst()).map { [$0, $1] } : single
    }

    /// Whether a field can be what a rule says about it: `is_set: yes` is no value of a choice or a time.
    private static func may(_ field: Field, be text: String) -> Bool {
        if ValueReader.answer(text, field.type) != nil { return true }
        return switch field.type.element {
        case .choice(let words): words.contains(text)
        case .text, .yesNo: true
        default: text != "yes" && text != "no"
        }
    }

    private func onLines(_ example: Example, _ field: Field, _ values: [[String]]) -> [Example] {
        let lines = telling(example).filter { line in
            vocabulary.kind(named: example[line].kind.text).map { vocabulary[$0].fields.contains(field.id) } ?? false
        }
        return lines.flatMap { line in
            values.map { value in
                example.changing(line) { $0.set(field.name, to: value, isList: field.type.isList) }
            }
        }
    }

    private func onRecords(_ example: Example, _ field: Field, _ values: [[String]]) -> [Example] {
        vocabulary.recordKinds.filter { $0.id != .me && $0.fields.contains(field.id) }.flatMap { kind -> [Example] in
            let known = example.document.records.filter { $0.kind == kind.name }.map(\.name.text)
            let names = kind.id == .person ? people(of: example) : known
            return names.flatMap { name in
                values.map { value in example.changing { $0.setRecord(kind.name, name, field, to: value) } }
            }
        }
    }

    private func onMe(_ example: Example, _ field: Field, _ values: [[String]]) -> [Example] {
        guard vocabulary[RecordKindID.me].fields.contains(field.id) else { return [] }
        return values.map { value in
            example.changing { changed in
                changed.document.me.removeAll { $0.name.text == field.name }
                changed.document.me.append(Example.line(field, value))
            }
        }
    }

    // MARK: Parts

    /// The lists of a plan turned round, and each part left out, doubled, put elsewhere, or added.
    func withParts(_ example: Example) -> [Example] {
        example.lines.filter { $0.part == nil }.flatMap { whole -> [Example] in
            let changed = example[whole].parts.indices.flatMap { list in
                rearranged(example[whole].parts[list].lines).map { lines in
                    example.changing(whole) { $0.parts[list].lines = lines }
                }
            }
            return changed + withNewParts(example, whole)
        }
    }

    private func rearranged(_ lines: [ActivityLine]) -> [[ActivityLine]] {
        let shorter = lines.indices.map { part in lines.indices.filter { $0 != part }.map { lines[$0] } }
        let longer = lines.map { lines + [$0] }
        let turned = lines.count > 1 ? [Array(lines.reversed()), Array(lines.dropFirst() + lines.prefix(1))] : []
        return shorter + turned + longer
    }

    /// A part of each kind the rule mentions, first and last in each list the whole may have, and as many as it counts.
    private func withNewParts(_ example: Example, _ whole: ExampleLine) -> [Example] {
        guard let kind = vocabulary.kind(named: example[whole].kind.text) else { return [] }
        let lists = vocabulary[kind].fields.filter { vocabulary[$0].type == .activities }.map { vocabulary[$0].name }
        let known = seeds.flatMap { seed in seed.lines.filter { $0.part != nil }.map { seed[$0] } }
        let plain = rule.shape.kinds.map { ActivityLine(at: nil, kind: WrittenText(vocabulary[$0].name)) }
        let parts = (known + plain).prefix(12)
        return lists.flatMap { list in
            parts.flatMap { part in
                [true, false].map { isFirst in
                    example.changing(whole) { $0.add([part], to: list, isFirst: isFirst) }
                }
                    + numbers.map { number in
                        let enough = Array(repeating: part, count: number)
                        return example.changing(whole) { $0.add(enough, to: list, isFirst: false) }
                    }
            }
        }
    }
}

extension Example {
    /// A field as it is written.
    static func line(_ field: Field, _ values: [String]) -> FieldLine {
        FieldLine(WrittenText(field.name), values.map { WrittenText($0) }, isList: field.type.isList)
    }

    /// Sets a field of a record, which is added when it is not known yet.
    mutating func setRecord(_ kind: String, _ name: String, _ field: Field, to values: [String]) {
        let place = document.records.firstIndex { $0.kind == kind && $0.name.text == name }
        if place == nil { document.records.append(RecordLine(kind: kind, name: WrittenText(name))) }
        let record = place ?? document.records.count - 1
        document.records[record].fields.removeAll { $0.name.text == field.name }
        document.records[record].fields.append(Self.line(field, values))
    }
}

extension ActivityLine {
    /// Adds parts at an end of one of the lists, which is begun when it is not there.
    fileprivate mutating func add(_ more: [ActivityLine], to list: String, isFirst: Bool) {
        if let place = parts.firstIndex(where: { $0.field.text == list }) {
            parts[place].lines.insert(contentsOf: more, at: isFirst ? 0 : parts[place].lines.count)
        } else {
            parts.append(PartsLine(field: WrittenText(list), lines: more))
        }
    }
}
