/// One row before it has its place in time.
struct RowDraft {
    let kind: KindID
    let begins: Int64
    let ends: Int64
    let person: Int32
    let flags: Facts.Flags
    let line: ActivityLine
    let source: Int32
    /// The draft it is a part of, by its place among the drafts; -1 without one.
    let parent: Int32
    let partField: FieldID
}

/// Collects the rows of a log and puts them in time order.
struct RowDrafts {
    private let vocabulary: Vocabulary
    private var drafts: [RowDraft] = []

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Adds one line of the log: a row for each person, with the rows of its parts.
    mutating func add(_ line: ActivityLine, _ facts: inout Facts) {
        guard let kind = vocabulary.kind(named: line.kind.text), let at = line.at else { return }
        let isPlan = vocabulary[kind].stage?.step == .planned
        for (row, person) in append(line, kind, at, [], &facts) {
            addParts(of: line, at, person, parent: row, isPlan ? [.part, .intended] : [.part], &facts)
        }
    }

    /// Adds a plan as if it were carried out: its own row, its parts at their times, and the episode as held.
    mutating func carryOut(_ plan: ActivityLine, _ facts: inout Facts, _ reader: ValueReader) {
        guard let kind = vocabulary.kind(named: plan.kind.text), let at = plan.at else { return }
        let starts = start(of: plan, kind, reader) ?? at
        for (row, person) in append(plan, kind, at, [.planned], &facts) {
            addParts(of: plan, starts, person, parent: row, [.part, .planned], &facts)
        }
        guard let episode = vocabulary.episode(of: kind) else { return }
        _ = append(plan, episode.held, starts, [.planned], &facts)
    }

    /// The drafts by the time they begin; those of one moment as they were written.
    func inTimeOrder() -> [RowDraft] {
        let order = drafts.indices.sorted { (drafts[$0].begins, $0) < (drafts[$1].begins, $1) }
        var places = [Int32](repeating: Facts.none, count: drafts.count)
        for (place, draft) in order.enumerated() { places[draft] = Int32(place) }
        return order.map { drafts[$0].movingParent { places[Int($0)] } }
    }

    private mutating func append(
        _ line: ActivityLine, _ kind: KindID, _ at: Moment, _ flags: Facts.Flags, _ facts: inout Facts
    ) -> [(row: Int, person: Int32)] {
        let people = line.with.map { facts.records.add(.person, name: $0.text) }
        return (people.isEmpty ? [Facts.none] : people).map { person in
            append(line, kind, at, person, parent: Facts.none, .person, flags, &facts)
            return (drafts.count - 1, person)
        }
    }

    private mutating func append(
        _ line: ActivityLine, _ kind: KindID, _ at: Moment, _ person: Int32, parent: Int32, _ field: FieldID,
        _ flags: Facts.Flags, _ facts: inout Facts
    ) {
        let dayOnly: Facts.Flags = at.precision == .day ? .dayOnly : []
        drafts.append(
            RowDraft(
                kind: kind, begins: at.start.seconds, ends: at.end.seconds, person: person,
                flags: flags.union(dayOnly), line: line, source: Int32(facts.sources.count), parent: parent,
                partField: field))
        facts.sources.append(line)
    }

    private mutating func addParts(
        of line: ActivityLine, _ at: Moment, _ person: Int32, parent: Int, _ flags: Facts.Flags, _ facts: inout Facts
    ) {
        for parts in line.parts {
            guard let field = vocabulary.field(named: parts.field.text) else { continue }
            for part in parts.lines {
                guard let kind = vocabulary.kind(named: part.kind.text) else { continue }
                let someone = part.with.first.map { facts.records.add(.person, name: $0.text) } ?? person
                append(part, kind, part.at ?? at, someone, parent: Int32(parent), field, flags, &facts)
            }
        }
    }

    private func start(of plan: ActivityLine, _ kind: KindID, _ reader: ValueReader) -> Moment? {
        guard let field = vocabulary.episode(of: kind)?.starts else { return nil }
        let written = plan.fields.first { $0.name.text == vocabulary[field].name }?.values.first
        return written.flatMap { try? Moment.read($0.text, in: reader.frame.zone).get() }
    }
}

extension RowDraft {
    /// The same row with its parent's place given anew.
    fileprivate func movingParent(_ place: (Int32) -> Int32) -> RowDraft {
        RowDraft(
            kind: kind, begins: begins, ends: ends, person: person, flags: flags, line: line, source: source,
            parent: parent == Facts.none ? Facts.none : place(parent), partField: partField)
    }
}
