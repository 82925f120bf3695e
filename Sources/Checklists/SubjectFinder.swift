import RulesEngine

/// Finds the path that a line of a log is about.
struct SubjectFinder {
    /// The paths the log knows, in the order written; those that are archived are left out.
    let all: [String]
    /// The field that names a path; nil when the vocabulary has none.
    private let field: String?
    private let people: [String: [FieldLine]]
    private let records: [RecordLine]
    /// What was done with each person and names a path, in the order written.
    private var history: [String: [(at: Moment, path: String)]] = [:]
    /// The line in which somebody was named first, by name in small letters.
    private var leads: [String: ActivityLine] = [:]

    init(_ kind: RecordKindID?, _ vocabulary: Vocabulary, _ document: LogDocument) {
        let name = kind.map { vocabulary[$0].name }
        records = document.records.filter { $0.kind == name && $0.archived == nil }
        all = records.map(\.name.text)
        field = kind.flatMap { kind in vocabulary.fields.first { $0.type == .record(kind) }?.name }
        people = document.fieldsOfPeople(vocabulary)
        let people = vocabulary.fields.filter { $0.type == .record(.person) }.map(\.name)
        for line in document.activities {
            for field in line.fields where people.contains(field.name.text) {
                for name in field.values where leads[name.text.lowercased()] == nil {
                    leads[name.text.lowercased()] = line
                }
            }
            guard let at = line.at, let path = value(line.fields, at: nil) else { continue }
            for name in line.with { history[name.text.lowercased(), default: []].append((at, path)) }
        }
    }

    /// What a field of a path says; nil when nothing was written.
    func text(_ field: String, of subject: String) -> String? {
        let record = records.first { $0.name.text.lowercased() == subject.lowercased() }
        return record?.fields.last { $0.name.text == field }?.values.first?.text
    }

    /// The path of a line with a person: the one it names, else the person's, else that of what was done with them last,
    /// else the only one; empty when none is meant.
    func subject(of line: ActivityLine?, with person: String?) -> String {
        named(line, with: person) ?? (all.count == 1 ? all[0] : "")
    }

    /// The path a line itself names; nil when it names none.
    func written(in line: ActivityLine) -> String? { value(line.fields, at: nil) }

    /// The path a line names, else the person's, else that of what was done with them last, else that of whoever led to
    /// them; nil when none says.
    func named(_ line: ActivityLine?, with person: String?) -> String? {
        if let own = value(line?.fields ?? [], at: nil) { return own }
        guard let person = person?.lowercased() else { return nil }
        if let known = known(of: person, at: line) { return known }
        guard let lead = leads[person] else { return nil }
        return value(lead.fields, at: nil) ?? lead.with.first.flatMap { known(of: $0.text.lowercased(), at: lead) }
    }

    private func known(of person: String, at line: ActivityLine?) -> String? {
        people[person].flatMap { value($0, at: line?.at) } ?? latest(with: person, by: line?.at)
    }

    /// The path on which somebody was first asked for something, by a moment; nil when none says.
    func asked(_ person: String, by now: Instant) -> String? {
        history[person.lowercased()]?.filter { $0.at.start <= now }.min { $0.at.start < $1.at.start }?.path
    }

    private func latest(with person: String, by moment: Moment?) -> String? {
        let earlier = (history[person] ?? []).filter { act in moment.map { act.at.start <= $0.start } ?? true }
        return earlier.max { $0.at.start < $1.at.start }?.path
    }

    private func value(_ fields: [FieldLine], at moment: Moment?) -> String? {
        let dated = fields.filter { line in
            guard line.name.text == field else { return false }
            guard let since = line.since, let moment else { return true }
            return since.start <= moment.start
        }
        let text = dated.last?.values.first?.text
        return text == "none" || text == "don't know" ? nil : text
    }
}

extension LogDocument {
    /// What is known of each person, by name in small letters.
    func fieldsOfPeople(_ vocabulary: Vocabulary) -> [String: [FieldLine]] {
        let people = records.filter { $0.kind == vocabulary[RecordKindID.person].name }
        return Dictionary(
            people.map { ($0.name.text.lowercased(), $0.fields) }, uniquingKeysWith: { first, _ in first })
    }
}
