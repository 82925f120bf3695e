/// Makes a log ready for rules: reads every written value by the type its field has and lays the rows out in time
/// order.
///
/// What cannot be read is reported with its place and left out; the rest is kept. The same document gives the same
/// facts.
public struct FactsBuilder {
    let vocabulary: Vocabulary
    let frame: TimeFrame
    let literals: [String]
    private var reader: ValueReader { ValueReader(vocabulary: vocabulary, frame: frame) }

    /// A builder for logs in one vocabulary and time frame; `literals` are the texts the compiled rules speak of.
    public init(vocabulary: Vocabulary, frame: TimeFrame, literals: [String] = []) {
        self.vocabulary = vocabulary
        self.frame = frame
        self.literals = literals
    }

    /// The facts of a log. `plan` is one more activity that is held against it as if it were carried out: the log
    /// itself is not changed by it (rules.md §4a.11).
    public func facts(
        of document: LogDocument, carryingOut plan: ActivityLine? = nil, _ diagnostics: inout Diagnostics
    ) -> Facts {
        var facts = Facts(texts: TextTable(literals))
        facts.started = document.started?.start.seconds ?? .min
        addRecords(of: document, to: &facts, &diagnostics)
        var rows = RowDrafts(vocabulary: vocabulary)
        for line in document.activities where !isReplaced(line, by: plan) { rows.add(line, &facts) }
        if let plan { rows.carryOut(plan, &facts, reader) }
        append(rows.inTimeOrder(), to: &facts, &diagnostics)
        facts.records.finish()
        EpisodeJoiner(vocabulary: vocabulary, frame: frame).join(&facts, &diagnostics)
        facts.index(kindCount: vocabulary.kinds.count)
        return facts
    }

    /// A plan under check takes the place of the same meeting in the log: by id, else by person and day.
    private func isReplaced(_ line: ActivityLine, by plan: ActivityLine?) -> Bool {
        guard let plan, line.kind.text == plan.kind.text else { return false }
        if let id = line.id, id == plan.id { return true }
        guard let kind = vocabulary.kind(named: plan.kind.text), let episode = vocabulary.episode(of: kind) else {
            return false
        }
        let people = { (line: ActivityLine) in Set(line.with.map { $0.text.lowercased() }) }
        let day = startDay(line, episode)
        return people(line) == people(plan) && day != nil && day == startDay(plan, episode)
    }

    private func startDay(_ line: ActivityLine, _ episode: Episode) -> CalendarDay? {
        let written = line.fields.first { $0.name.text == vocabulary[episode.starts].name }?.values.first
        guard let written, case .success(let moment) = Moment.read(written.text, in: frame.zone) else { return nil }
        return frame.zone.wallTime(at: moment.start).day
    }

    private func addRecords(of document: LogDocument, to facts: inout Facts, _ diagnostics: inout Diagnostics) {
        for line in document.records {
            guard let kind = vocabulary.recordKind(named: line.kind) else { continue }
            _ = facts.records.add(kind, name: line.name.text, archived: line.archived?.start.seconds ?? .max)
        }
        for field in document.me { set(field, of: 0, .me, &facts, &diagnostics) }
        for line in document.records {
            guard let kind = vocabulary.recordKind(named: line.kind),
                let number = facts.records.record(kind, named: line.name.text)
            else { continue }
            for field in line.fields { set(field, of: number, kind, &facts, &diagnostics) }
        }
    }

    private func set(
        _ line: FieldLine, of record: Int32, _ kind: RecordKindID, _ facts: inout Facts,
        _ diagnostics: inout Diagnostics
    ) {
        guard let field = vocabulary.field(named: line.name.text), let value = read(line, field, &facts, &diagnostics)
        else { return }
        facts.records.set(record, field, value, since: line.since?.start.seconds ?? .min)
    }

    private func append(_ rows: [RowDraft], to facts: inout Facts, _ diagnostics: inout Diagnostics) {
        facts.reserve(rows.count)
        for row in rows {
            let values = values(of: row, &facts, &diagnostics)
            facts.append(row, values)
        }
    }

    private func values(
        of row: RowDraft, _ facts: inout Facts, _ diagnostics: inout Diagnostics
    ) -> [(FieldID, Value)] {
        row.line.fields.compactMap { line in
            guard let field = vocabulary.field(named: line.name.text),
                let value = read(line, field, &facts, &diagnostics)
            else { return nil }
            return (field, value)
        }
    }

    /// The value of a written field, or nil when it cannot be read.
    private func read(
        _ line: FieldLine, _ field: FieldID, _ facts: inout Facts, _ diagnostics: inout Diagnostics
    ) -> Value? {
        let type = vocabulary[field].type
        if case .episode = type { return nil }
        guard type.isList else {
            return line.values.first.flatMap { read($0, type, field, &facts, &diagnostics) }
        }
        let values = line.values.compactMap { read($0, type.element, field, &facts, &diagnostics) }
        let start = facts.lists.count
        facts.lists += values
        return .list(start: start, count: values.count)
    }

    private func read(
        _ written: WrittenText, _ type: FieldType, _ field: FieldID, _ facts: inout Facts,
        _ diagnostics: inout Diagnostics
    ) -> Value? {
        switch reader.read(written.text, as: type, &facts) {
        case .success(let value): return value
        case .failure(let problem):
            diagnostics.report(.valueProblem(problem, of: vocabulary[field].title, at: written.range))
            return nil
        }
    }
}
