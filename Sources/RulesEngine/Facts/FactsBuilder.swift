/// Makes a log ready for rules: reads every written value by the type its field has and lays the rows out in time
/// order.
///
/// What cannot be read is reported with its place and left out; the rest is kept. The same document gives the same
/// facts.
public struct FactsBuilder {
    let vocabulary: Vocabulary
    let frame: TimeFrame
    /// The texts the compiled rules speak of, by number.
    let texts: TextTable
    private var reader: ValueReader { ValueReader(vocabulary: vocabulary, frame: frame) }

    /// A builder for logs in one vocabulary and time frame; `literals` are the texts the compiled rules speak of.
    public init(vocabulary: Vocabulary, frame: TimeFrame, literals: [String] = []) {
        self.vocabulary = vocabulary
        self.frame = frame
        texts = TextTable(literals)
    }

    /// A builder for many small logs of one vocabulary: the texts of the rules are numbered once for all of them.
    init(vocabulary: Vocabulary, frame: TimeFrame, texts: TextTable) {
        self.vocabulary = vocabulary
        self.frame = frame
        self.texts = texts
    }

    /// The facts of a log. `plan` is one more activity that is held against it as if it were carried out: the log
    /// itself is not changed by it (rules.md §4a.11).
    public func facts(
        of document: LogDocument, carryingOut plan: ActivityLine? = nil, _ diagnostics: inout Diagnostics
    ) -> Facts {
        var facts = Facts(texts: texts)
        facts.zone = frame.zone
        facts.computed = vocabulary.computed
        facts.started = document.started?.start.seconds ?? .min
        addRecords(of: document, to: &facts, &diagnostics)
        addRows(of: document, carryingOut: plan, to: &facts)
        readFields(of: &facts, &diagnostics)
        facts.records.finish()
        EpisodeJoiner(vocabulary: vocabulary, reader: reader).join(&facts, &diagnostics)
        let linking = Set(vocabulary.roles.compactMap(\.sharing)).sorted()
        facts.index(kindCount: vocabulary.kinds.count, linking: linking)
        return facts
    }

    private func addRows(of document: LogDocument, carryingOut plan: ActivityLine?, to facts: inout Facts) {
        let replaced = plan.flatMap {
            PlanReplacement(vocabulary: vocabulary, reader: reader).place(of: $0, in: document)
        }
        var rows = RowDrafts(vocabulary: vocabulary, reader: reader)
        for (place, line) in document.activities.enumerated() where place != replaced { rows.add(line, &facts) }
        if let plan { rows.carryOut(plan.takingThePlace(of: replaced.map { document.activities[$0] }), &facts) }
        let sorted = rows.inTimeOrder()
        facts.rows.reserveCapacity(sorted.count)
        for row in sorted { facts.append(row) }
    }

    // MARK: Records

    private func addRecords(of document: LogDocument, to facts: inout Facts, _ diagnostics: inout Diagnostics) {
        for line in document.records {
            guard let kind = vocabulary.recordKind(named: line.kind) else { continue }
            _ = facts.records.add(kind, name: line.name.text, archived: line.archived?.start.seconds ?? .max)
        }
        for field in document.me { set(field, of: 0, &facts, &diagnostics) }
        for line in document.records {
            guard let kind = vocabulary.recordKind(named: line.kind),
                let number = facts.records.record(kind, named: line.name.text)
            else { continue }
            for field in line.fields { set(field, of: number, &facts, &diagnostics) }
        }
    }

    private func set(_ line: FieldLine, of record: Int32, _ facts: inout Facts, _ diagnostics: inout Diagnostics) {
        guard let field = vocabulary.field(named: line.name.text), let value = read(line, field, &facts, &diagnostics)
        else { return }
        facts.records.set(record, field, value, since: line.since?.start.seconds ?? .min)
    }

    // MARK: Values

    /// Reads what every line says, once however many people it is with.
    private func readFields(of facts: inout Facts, _ diagnostics: inout Diagnostics) {
        var ofLines: [Range<Int>] = []
        ofLines.reserveCapacity(facts.sources.count)
        for source in facts.sources.indices {
            let first = facts.fieldIDs.count
            for line in facts.sources[source].fields {
                guard let field = vocabulary.field(named: line.name.text),
                    let value = read(line, field, &facts, &diagnostics)
                else { continue }
                facts.fieldIDs.append(field)
                facts.fieldValues.append(value)
            }
            ofLines.append(first..<facts.fieldIDs.count)
        }
        facts.packFields(ofLines)
    }

    /// The value of a written field, or nil when it cannot be read. What links to an episode is joined later.
    private func read(
        _ line: FieldLine, _ field: FieldID, _ facts: inout Facts, _ diagnostics: inout Diagnostics
    ) -> Value? {
        let type = vocabulary[field].type
        if case .episode = type { return nil }
        guard type.isList else {
            return line.values.first.flatMap { read($0, type, field, &facts, &diagnostics) }
        }
        if line.values.count == 1, let answer = ValueReader.answer(line.values[0].text, type) { return answer }
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
            diagnostics.report(.valueProblem(problem, with: written.text, for: vocabulary[field], at: written.range))
            return nil
        }
    }
}
