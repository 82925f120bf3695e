import RulesEngine

/// Lists records of one kind: what is known of them now, and the last activity with them.
struct RecordList {
    private let workspace: Workspace
    private let kind: String
    private let records: [RecordLine]
    private let last: [String: ActivityLine]
    private let next: [String: Instant]

    /// The records of a kind in the order they were added; of people also those that only activities name.
    ///
    /// `next` is when the next meeting with each starts, by the name in lower case.
    init(_ workspace: Workspace, kind: String, showsArchived: Bool, next: [String: Instant] = [:]) {
        self.workspace = workspace
        self.next = next
        self.kind = kind
        let document = workspace.document
        let recorded = document.records.filter { $0.kind == kind }
        var seen = Set(recorded.map { $0.name.text.lowercased() })
        let mentioned = document.activities.flatMap(\.with).filter { seen.insert($0.text.lowercased()).inserted }
        let others =
            kind == RecordNames.person ? mentioned.map { RecordLine(kind: kind, name: WrittenText($0.text)) } : []
        records = (recorded + others).filter { showsArchived || $0.archived == nil }
        last = Self.lastActivities(workspace, kind)
    }

    /// A line for each record; `empty` when there is none.
    func text(orElse empty: String) -> String {
        guard !records.isEmpty else { return empty + "\n" }
        let width = records.map(\.name.text.count).max() ?? 0
        return records.map { line($0, width) + "\n" }.joined()
    }

    /// A JSON object a line.
    var json: String {
        records.map { record in
            JSONLine([
                ("name", .text(record.name.text)),
                ("fields", .object(fields(record).map { ($0.name.text, writer.value($0)) })),
                ("archived", record.archived.map { .text($0.written(in: workspace.zone)) } ?? .none),
                ("last", last[record.name.text.lowercased()].map { writer.json($0) } ?? .none),
                ("next", next[record.name.text.lowercased()].map { .text(time($0)) } ?? .none),
            ]).text + "\n"
        }.joined()
    }

    private var writer: ActivityText { ActivityText(vocabulary: workspace.rules.vocabulary, zone: workspace.zone) }

    private func time(_ instant: Instant) -> String {
        Moment(at: instant, in: workspace.zone).written(in: workspace.zone)
    }

    private func line(_ record: RecordLine, _ width: Int) -> String {
        let name = record.name.text + String(repeating: " ", count: width - record.name.text.count)
        var parts = fields(record).map { "\($0.name.text) \($0.values.map(\.text).joined(separator: ", "))" }
        if let at = record.archived { parts.append("archived \(writer.spoken(at))") }
        if let activity = last[record.name.text.lowercased()], let at = activity.at {
            let kinds = workspace.rules.vocabulary
            let noun = kinds.kind(named: activity.kind.text).map { kinds[$0].noun } ?? activity.kind.text
            parts.append("last: \(noun), \(writer.spoken(at))")
        }
        if let start = next[record.name.text.lowercased()] {
            parts.append("next: \(workspace.zone.wallTime(at: start).spoken)")
        }
        return parts.isEmpty ? record.name.text : name + "  " + parts.joined(separator: " · ")
    }

    private func fields(_ record: RecordLine) -> [FieldLine] { record.current(at: workspace.now) }

    /// The latest activity that names each record, by its name in lower case.
    private static func lastActivities(_ workspace: Workspace, _ kind: String) -> [String: ActivityLine] {
        var last: [String: ActivityLine] = [:]
        for line in workspace.document.activities {
            guard let at = line.at, at.start <= workspace.now else { continue }
            let named = line.fields.filter { $0.name.text == kind }.flatMap(\.values)
            for name in kind == RecordNames.person ? line.with : named {
                let known = last[name.text.lowercased()]?.at
                if known.map({ $0.start <= at.start }) ?? true { last[name.text.lowercased()] = line }
            }
        }
        return last
    }
}
