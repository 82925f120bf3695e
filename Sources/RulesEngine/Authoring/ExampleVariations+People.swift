/// Other people and other records in an example, and more and fewer of them.
extension ExampleVariations {
    // MARK: Somebody else

    /// Each activity with somebody else, and each record it names replaced by another.
    func withOthers(_ example: Example) -> [Example] {
        let other = fresh(example)
        return telling(example).flatMap { line -> [Example] in
            let names = example[line].with.isEmpty ? [] : unique([other] + people(of: example))
            let with = names.map { name in example.changing(line) { $0.with = [WrittenText(name)] } }
            return with + withOtherRecords(example, line)
        } + recordsElsewhere(example)
    }

    /// The fields of a line that name records, each naming another.
    private func withOtherRecords(_ example: Example, _ line: ExampleLine) -> [Example] {
        example[line].fields.flatMap { field -> [Example] in
            guard case .record(let kind)? = type(of: field.name.text)?.element else { return [] }
            let names = known(kind, in: example) + [kind == .person ? fresh(example) : "another"]
            let others = unique(names).filter { [$0] != field.values.map(\.text) }
            let single = others.map { [$0] }
            let more = field.isList ? others.map { field.values.map(\.text) + [$0] } : [["none"]]
            return (single + more).map { values in
                example.changing(line) { $0.set(field.name.text, to: values, isList: field.isList) }
            }
        }
    }

    private func known(_ kind: RecordKindID, in example: Example) -> [String] {
        kind == .person
            ? people(of: example)
            : example.document.records.filter { $0.kind == vocabulary[kind].name }.map(\.name.text)
    }

    /// Fields of records that name other records, each naming another.
    private func recordsElsewhere(_ example: Example) -> [Example] {
        example.document.records.indices.flatMap { record in
            example.document.records[record].fields.indices.flatMap { place -> [Example] in
                let field = example.document.records[record].fields[place]
                guard case .record(let kind)? = type(of: field.name.text)?.element else { return [] }
                return (known(kind, in: example) + ["another"]).map { name in
                    example.changing { $0.document.records[record].fields[place].values = [WrittenText(name)] }
                }
            }
        }
    }

    // MARK: Crowds

    /// Who or what can be there several times: a person with all they did, a line that is with nobody, or a part.
    private enum Member {
        case person(String)
        case line(Int)
        case part(ExampleLine)
    }

    /// For rules that count: each person and each line several times over, the fewest first, and each left out.
    func withCrowds(_ example: Example) -> [Example] {
        guard rule.shape.counting != nil else { return [] }
        let people = Array(people(of: example).prefix(8))
        let fewer = people.map { without($0, example) }
        let shrunk = fewer.flatMap { example in self.people(of: example).map { without($0, example) } }
        let members = members(of: example)
        if members.count == 1 {
            let times = unique(Array(1...fewest) + numbers.map { $0 - 1 }.filter { $0 > fewest })
            return fewer + times.map { more(members[0], $0, in: example) }
        }
        let pairs = members.indices.flatMap { first in members[(first + 1)...].map { (members[first], $0) } }
        let grown = pairs.prefix(12).flatMap { first, second in
            times.map { more(second, $0.second, in: more(first, $0.first, in: example)) }
        }
        return fewer + grown + shrunk
    }

    /// Up to so many more of one are tried whatever numbers a rule names.
    private var fewest: Int { min(12, max(6, (edges.counts.max() ?? 0) + 1)) }

    /// How many more there may be of each of two: a few of both, then as many as a high number takes, split in every way,
    /// and as many as are exactly a share.
    private var times: [(first: Int, second: Int)] {
        let few = (0...fewest).flatMap { first in (0...fewest).map { (first: first, second: $0) } }
        let high = numbers.filter { $0 - 2 > fewest }.flatMap { number in
            (0...(number - 2)).map { (first: $0, second: number - 2 - $0) }
        }
        let exact = edges.shares.flatMap { such, all in
            (1...max(1, Mutant.highestNumber / all)).map { (first: $0 * such - 1, second: $0 * (all - such) - 1) }
        }
        let turned = exact.map { (first: $0.second, second: $0.first) }
        return few.sorted { ($0.first + $0.second, $0.first) < ($1.first + $1.second, $1.first) } + high
            + (exact + turned).filter { max($0.first, $0.second) > fewest && min($0.first, $0.second) >= 0 }
    }

    private func members(of example: Example) -> [Member] {
        let parts = example.lines.filter { $0.part != nil }.prefix(6)
        if rule.shape.isAboutParts { return parts.map { .part($0) } }
        let lines = example.document.activities
        let nobodys = lines.indices.filter { lines[$0].with.isEmpty }.prefix(4)
        return people(of: example).prefix(8).map { .person($0) } + nobodys.map { .line($0) }
    }

    private func without(_ name: String, _ example: Example) -> Example {
        example.changing { changed in
            changed.document.records.removeAll { $0.name.text == name }
            changed.document.activities.removeAll { $0.with.map(\.text) == [name] }
        }
    }

    /// So many more of one.
    private func more(_ member: Member, _ times: Int, in example: Example) -> Example {
        switch member {
        case .person(let name): cloned(name, times, in: example)
        case .line(let place):
            example.changing { changed in
                var copy = example.document.activities[place]
                copy.id = nil
                changed.document.activities += Array(repeating: copy, count: times)
            }
        case .part(let line):
            example.changing(ExampleLine(activity: line.activity)) { whole in
                let part = example[line]
                guard let list = line.part?.list else { return }
                whole.parts[list].lines += Array(repeating: part, count: times)
            }
        }
    }

    /// So many more people like one, who did the same.
    private func cloned(_ name: String, _ times: Int, in example: Example) -> Example {
        let records = example.document.records.filter { $0.name.text == name }
        let lines = example.document.activities.filter { $0.with.map(\.text) == [name] }
        return example.changing { changed in
            for other in fresh(example, count: times).map({ WrittenText($0) }) {
                changed.document.records += records.map { record in
                    var copy = record
                    copy.name = other
                    return copy
                }
                changed.document.activities += lines.map { line in
                    var copy = line
                    copy.id = nil
                    copy.with = [other]
                    return copy
                }
            }
        }
    }

    // MARK: Rankings

    /// One person for each way to answer what a preference asks about.
    func ranked(_ example: Example) -> [Example] {
        guard let preference = rule.shape as? Preference else { return [] }
        let kind = vocabulary[preference.kind]
        let fields = edges.fields.filter { kind.fields.contains($0.field) }.map { edge in
            (field: vocabulary[edge.field], values: [nil] + edge.values.prefix(8).map { Optional($0) })
        }
        var answers: [[(Field, String)]] = [[]]
        for (field, values) in fields where answers.count * values.count <= 600 {
            answers = answers.flatMap { answer in values.map { value in answer + (value.map { [(field, $0)] } ?? []) } }
        }
        let fewest = answers.enumerated().sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
        let crowd = example.changing { changed in
            changed.document.activities = []
            changed.document.records.removeAll { $0.kind == kind.name }
            for (place, answer) in fewest.map(\.element).enumerated() {
                let name = WrittenText("Person \(place)")
                changed.document.records.append(RecordLine(kind: kind.name, name: name))
                for (field, value) in answer { changed.setRecord(kind.name, name.text, field, to: [value]) }
            }
        }
        return [crowd] + withMyself(crowd)
    }

    /// The same crowd for somebody who answers otherwise.
    private func withMyself(_ example: Example) -> [Example] {
        edges.fields.filter { vocabulary[RecordKindID.me].fields.contains($0.field) }.flatMap { edge in
            edge.values.map { value in
                example.changing { changed in
                    let field = vocabulary[edge.field]
                    changed.document.me.removeAll { $0.name.text == field.name }
                    changed.document.me.append(Example.line(field, [value]))
                }
            }
        }
    }
}
