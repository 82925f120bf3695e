/// Examples in which there is nearly enough, enough and more than enough of what a rule counts.
extension ExampleVariations {
    /// The numbers worth trying: each that the rule names, one less and one more; none for a rule that names only one.
    var numbers: [Int] {
        let counts = edges.counts.filter { 1 < $0 && $0 <= Mutant.highestNumber }
        return unique(counts.flatMap { [$0 - 1, $0, $0 + 1] })
    }

    /// So many of each kind the rule mentions, with one person and with different people, near everything that is there.
    func withEnough(_ example: Example) -> [Example] {
        guard !numbers.isEmpty else { return [] }
        let kinds = unique(rule.shape.kinds + rule.gates.flatMap(\.kinds)).prefix(6)
        let anchors = unique(example.document.activities.compactMap { $0.at?.start.seconds }).sorted().prefix(3)
        return numbers.flatMap { number in
            let early = hours(number, from: example.now.seconds - Int64(number) * 3600)
            let near = unique(anchors.flatMap { times(number, around: $0, in: example) })
            return kinds.flatMap { kind in
                companies(number, of: kind, in: example).flatMap { people in
                    (near.isEmpty ? [early] : near).flatMap { added(kind, with: people, at: $0, to: example) }
                }
            }
        }
    }

    // MARK: When

    /// So many times on the hour: right before and after a moment, and beyond the spans of the rule.
    private func times(_ number: Int, around anchor: Int64, in example: Example) -> [[Int64]] {
        let all = example.document.activities.compactMap { $0.at?.start.seconds }
        let length = Int64(number) * 3600
        let next = all.filter { $0 > anchor }.min() ?? .max
        // Where something else comes soon, they are put between.
        let step = next == .max ? 3600 : min(3600, (next - anchor) / Int64(number + 1))
        let far = edges.spans.prefix(2).map { Self.edges(of: $0, around: anchor, example.frame) }
        let later = far.compactMap { $0.max() }.map { hours(number, from: ($0 / 3600 + 1) * 3600) }
        let earlier = far.compactMap { $0.min() }.map { hours(number, from: $0 / 3600 * 3600 - length) }
        return [hours(number, from: anchor - length), (1...number).map { anchor + Int64($0) * step }] + later + earlier
    }

    private func hours(_ number: Int, from start: Int64) -> [Int64] { (0..<number).map { start + Int64($0) * 3600 } }

    // MARK: With whom

    /// For so many lines of a kind with whom each of them is: all with one person, each with another, all with nobody.
    private func companies(_ number: Int, of kind: KindID, in example: Example) -> [[String?]] {
        let known = people(of: example)
        let named = example.lines.flatMap { example[$0].fields }.filter { type(of: $0.name.text) == .record(.person) }
        let others = unique(known.prefix(2) + named.flatMap { $0.values.map(\.text) }.prefix(2) + [fresh(example)])
        let same = others.map { [String?](repeating: $0, count: number) }
        let first: [String?] = known.prefix(1).map { $0 }
        let different = first + fresh(example, count: max(number, 1) - first.count).map(Optional.some)
        let nobody = [String?](repeating: nil, count: number)
        return [different] + same + (vocabulary[kind].needsPerson ? [] : [nobody])
    }

    // MARK: What

    /// Lines of a kind added, plain and with the values on the edges of the rule.
    private func added(
        _ kind: KindID, with people: [String?], at times: [Int64], to example: Example
    ) -> [Example] {
        let plain = example.changing { changed in
            for (person, seconds) in zip(people, times) {
                var line = line(of: kind, with: person, at: seconds)
                line.with = person.map { [WrittenText($0)] } ?? []
                changed.document.activities.append(line)
            }
        }
        let most = edges.fields.map(\.values.count).max() ?? 0
        let added = example.document.activities.count..<plain.document.activities.count
        return [plain] + (0..<min(3, most)).map { plain.withValues(number: $0, of: edges, on: added, vocabulary) }
    }
}

extension Example {
    /// Lines, and the people they are with, with the first, second, … value of each field a rule asks about.
    fileprivate func withValues(
        number: Int, of edges: RuleEdges, on lines: Range<Int>, _ vocabulary: Vocabulary
    ) -> Example {
        changing { changed in
            for edge in edges.fields where number < edge.values.count {
                let field = vocabulary[edge.field]
                for place in lines { changed.set(field, to: edge.values[number], on: place, vocabulary) }
            }
        }
    }

    private mutating func set(_ field: Field, to value: String, on place: Int, _ vocabulary: Vocabulary) {
        let line = document.activities[place]
        if let kind = vocabulary.kind(named: line.kind.text), vocabulary[kind].fields.contains(field.id) {
            document.activities[place].set(field.name, to: [value], isList: field.type.isList)
        }
        let person = vocabulary[RecordKindID.person]
        guard let name = line.with.first?.text, person.fields.contains(field.id) else { return }
        setRecord(person.name, name, field, to: [value])
    }
}
