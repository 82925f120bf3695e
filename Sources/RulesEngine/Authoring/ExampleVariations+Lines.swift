/// Lines of an example moved, left out, added and repeated.
extension ExampleVariations {
    // MARK: Moved

    /// Each activity, and each time that is written in one, moved to an edge from every other.
    func moved(_ example: Example) -> [Example] {
        let anchors = anchors(of: example)
        return telling(example).flatMap { line -> [Example] in
            let own = example[line].at?.start.seconds
            let edges = unique(anchors.filter { $0 != own }.flatMap { moments(around: $0, example.frame) })
            // A plan is arranged when the clock says so.
            let isPlan = line.activity == nil && line.part == nil
            let lines = isPlan || own == nil ? [] : edges.map { moved(example, line, to: $0) }
            return lines + timesMoved(example, line, to: edges)
        }
    }

    /// The lines worth changing: where there are very many, the first two of a kind and the last stand for all of it.
    func telling(_ example: Example) -> [ExampleLine] {
        let lines = example.lines
        guard lines.count > 24 else { return lines }
        let kinds = Dictionary(grouping: lines) { example[$0].kind.text }
        let told = Set(kinds.values.flatMap { $0.prefix(2) + $0.suffix(1) })
        return lines.filter(told.contains)
    }

    private func moved(_ example: Example, _ line: ExampleLine, to seconds: Int64) -> Example {
        example.changing(line) { $0.at = example.moment(seconds) }
    }

    private func timesMoved(_ example: Example, _ line: ExampleLine, to moments: [Int64]) -> [Example] {
        let times = example[line].fields.filter { type(of: $0.name.text) == .instant }
        return times.flatMap { field in
            moments.map { seconds in
                example.changing(line) {
                    let text = example.moment(seconds).written(in: example.frame.zone)
                    $0.set(field.name.text, to: [text], isList: false)
                }
            }
        }
    }

    /// Whether it matters to the rule, or to one that is easily mistaken for it, which days are weekends.
    var countsBusinessDays: Bool { edges.spans.contains { $0.unit == .businessDays } }

    /// Everything some days later, so that a weekend comes between.
    func onOtherDays(_ example: Example) -> [Example] { (1...6).map { later(example, by: $0) } }

    /// Everything some days later, and beside that one line moved or added.
    func movedOnOtherDays(_ example: Example) -> [Example] {
        onOtherDays(example).flatMap { moved($0) + withMentioned($0) }
    }

    private func later(_ example: Example, by days: Int64) -> Example {
        let later = { (seconds: Int64) in example.moment(seconds + days * 86_400) }
        return example.changing { changed in
            changed.now = later(example.now.seconds).start
            changed.otherClocks = example.otherClocks.map { later($0.seconds).start }
            for line in example.lines {
                changed[line].at = example[line].at.map { later($0.start.seconds) }
                for field in example[line].fields where type(of: field.name.text) == .instant {
                    guard let time = time(in: field, example) else { continue }
                    let text = later(time.start.seconds).written(in: example.frame.zone)
                    changed[line].set(field.name.text, to: [text], isList: false)
                }
            }
        }
    }

    private func time(in field: FieldLine, _ example: Example) -> Moment? {
        field.values.first.flatMap { try? Moment.read($0.text, in: example.frame.zone).get() }
    }

    private func anchors(of example: Example) -> [Int64] {
        let lines = telling(example).map { example[$0] }
        let times = lines.flatMap(\.fields).filter { type(of: $0.name.text) == .instant }
            .compactMap { time(in: $0, example) }
        let clocks = [example.now] + example.otherClocks
        return unique((lines.compactMap(\.at) + times).map(\.start.seconds) + clocks.map(\.seconds))
    }

    func type(of field: String) -> FieldType? { vocabulary.field(named: field).map { vocabulary[$0].type } }

    // MARK: Less

    /// Each activity, each field and each record's field left out.
    func withLess(_ example: Example) -> [Example] {
        let lines = example.document.activities.indices.map { place in
            example.changing { $0.document.activities.remove(at: place) }
        }
        let fields = example.lines.flatMap { line in
            example[line].fields.indices.map { place in example.changing(line) { $0.fields.remove(at: place) } }
        }
        let records = example.document.records.indices.flatMap { record in
            example.document.records[record].fields.indices.map { place in
                example.changing { $0.document.records[record].fields.remove(at: place) }
            }
        }
        return lines + fields + records
    }

    // MARK: More

    /// Each kind the rule mentions added once, near everything that is there.
    func withMentioned(_ example: Example) -> [Example] {
        let kinds = unique(rule.shape.kinds + rule.gates.flatMap(\.kinds)).prefix(10)
        let people: [String?] = people(of: example).prefix(2).map { $0 } + [fresh(example)]
        let spans = Array(edges.spans.prefix(2))
        let times = unique(anchors(of: example).flatMap { moments(around: $0, example.frame, of: spans) })
        return kinds.flatMap { kind -> [Example] in
            // What may be done alone or with somebody is tried both ways, unless an example shows how it is done.
            let somebody = self.example(of: kind) == nil ? people.prefix(1) : []
            let people = vocabulary[kind].needsPerson ? people : [nil] + somebody
            return people.flatMap { person in
                times.map { seconds in
                    example.changing { $0.document.activities.append(line(of: kind, with: person, at: seconds)) }
                }
            }
        }
    }

    /// A line of a kind as some example has it; nil when none has.
    private func example(of kind: KindID) -> ActivityLine? {
        let name = vocabulary[kind].name
        return seeds.lazy.flatMap(\.document.activities).first { $0.kind.text == name }
    }

    /// A line of a kind as some example has it, else a plain one.
    func line(of kind: KindID, with person: String?, at seconds: Int64) -> ActivityLine {
        guard var line = self.example(of: kind) else {
            var line = ExampleSeeds(rule, vocabulary).line(of: kind, at: seconds, with: person)
            if let person { line.with = [WrittenText(person)] }
            return line
        }
        line.id = nil
        line.at = Moment(at: Instant(seconds: seconds), in: .utc)
        if let person, !line.with.isEmpty { line.with = [WrittenText(person)] }
        return line
    }

    /// Each activity once more at every edge, and many times over.
    func withMore(_ example: Example) -> [Example] {
        let lines = telling(example).filter { $0.activity != nil && $0.part == nil }.map { example[$0] }
        let once = lines.flatMap { line in
            moments(around: line.at?.start.seconds ?? 0, example.frame).map { again(example, line, at: [$0]) }
        }
        let most = min(12, (edges.counts.max() ?? 1) + 1)
        let often = lines.flatMap { line in
            (2...max(2, most)).flatMap { count -> [Example] in
                let start = line.at?.start.seconds ?? 0
                let times = (1...count).map { start + Int64($0) * 3600 }
                return [again(example, line, at: times), again(example, line, at: times, withOthers: true)]
            }
        }
        return once + often
    }

    private func again(
        _ example: Example, _ line: ActivityLine, at times: [Int64], withOthers: Bool = false
    ) -> Example {
        let names = fresh(example, count: times.count)
        return example.changing { changed in
            for (number, seconds) in times.enumerated() {
                var copy = line
                copy.id = nil
                copy.at = example.moment(seconds)
                if withOthers, !line.with.isEmpty { copy.with = [WrittenText(names[number])] }
                changed.document.activities.append(copy)
            }
        }
    }
}
