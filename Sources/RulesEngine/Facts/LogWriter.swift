/// Writes a log in the form that `LogReader` reads back to the same: canonical, so that equal logs give equal bytes.
///
/// Times are written in one zone, which the file names. Who occurs in an activity but has no record is listed by name
/// as soon as anybody is listed, because then every name has to be. What the vocabulary does not know is written all
/// the same; reading it back needs the pack that declares it.
public struct LogWriter: Sendable {
    let vocabulary: Vocabulary
    let zone: Zone
    /// How a moment is written; nil for real times in the log's zone.
    var writeTime: (@Sendable (Moment) -> String)?

    /// A writer of logs whose times belong to `zone`.
    public init(vocabulary: Vocabulary, zone: Zone) {
        self.vocabulary = vocabulary
        self.zone = zone
    }

    /// The log as YAML, a value a line.
    public func yaml(_ document: LogDocument) -> String { LogWriterYAML.text(of: settings(of: document)) }

    /// The log as JSON: the same names and values as in YAML, which `LogReader` reads, too.
    public func json(_ document: LogDocument) -> String { LogWriterJSON.text(of: settings(of: document)) }

    // MARK: The parts of a log

    private func settings(of document: LogDocument) -> [LogWriterNode.Setting] {
        var settings: [LogWriterNode.Setting] = [.init("log", .number(1)), .init("time_zone", .text(zone.name))]
        settings += parts(of: document)
        add("activities", document.activities.compactMap(activity), to: &settings)
        add("decisions", document.decisions.map(decision), to: &settings)
        return settings
    }

    /// What a log and an example have in common, but for what was done.
    func parts(of document: LogDocument) -> [LogWriterNode.Setting] {
        var settings: [LogWriterNode.Setting] = []
        if let started = document.started { settings.append(.init("started", time(started))) }
        add("holidays", document.holidays.map { .word($0.description) }, to: &settings)
        let me = fields(document.me.filter { $0.since == nil }, vocabulary[RecordKindID.me].fields)
        if !me.isEmpty { settings.append(.init("me", .settings(me))) }
        return settings + records(of: document)
    }

    private func add(_ key: String, _ items: [LogWriterNode], to settings: inout [LogWriterNode.Setting]) {
        if !items.isEmpty { settings.append(.init(key, .list(items))) }
    }

    func time(_ moment: Moment) -> LogWriterNode { .word(written(moment)) }

    func written(_ moment: Moment) -> String { writeTime?(moment) ?? moment.written(in: zone) }

    private func decision(_ decision: Decision) -> LogWriterNode {
        let action: LogWriterNode.Setting =
            switch decision.action {
            case .snoozed(let until): .init("snoozed_until", time(until))
            case .dismissed(let reason): .init("dismissed_because", .text(reason))
            case .acknowledged: .init("acknowledged", .word("yes"))
            case .shown: .init("shown", .word("yes"))
            }
        return .settings([
            .init("rule", .text(decision.rule)), .init("occasion", .text(decision.occasion)),
            .init("at", time(decision.at)), action,
        ])
    }

    // MARK: Records

    /// The headings of the kinds of record in the order of the vocabulary, then those it does not know.
    private func records(of document: LogDocument) -> [LogWriterNode.Setting] {
        let records = document.records + unlisted(in: document)
        let known = vocabulary.recordKinds.filter { $0.id != .me }.map { (name: $0.name, plural: $0.plural) }
        let names = Set(known.map(\.name))
        var seen = names
        let others = records.map(\.kind).filter { seen.insert($0).inserted }.map { (name: $0, plural: $0 + "s") }
        return (known + others).compactMap { kind in
            let lines = records.filter { $0.kind == kind.name }
            return lines.isEmpty ? nil : .init(kind.plural, .list(lines.map(record)))
        }
    }

    /// People of activities who have no record, when others have one.
    private func unlisted(in document: LogDocument) -> [RecordLine] {
        let kind = vocabulary[RecordKindID.person].name
        let listed = document.records.filter { $0.kind == kind }
        guard !listed.isEmpty else { return [] }
        var seen = Set(listed.map { $0.name.text.lowercased() })
        let names = document.activities.flatMap(\.with).filter { seen.insert($0.text.lowercased()).inserted }
        return names.map { RecordLine(kind: kind, name: WrittenText($0.text)) }
    }

    private func record(_ line: RecordLine) -> LogWriterNode {
        let order = vocabulary.recordKind(named: line.kind).map { vocabulary[$0].fields } ?? []
        var settings: [LogWriterNode.Setting] = [.init("name", .text(line.name.text))]
        settings += fields(line.fields.filter { $0.since == nil }, order)
        add("changes", changes(line.fields, order), to: &settings)
        if let archived = line.archived { settings.append(.init("archived", time(archived))) }
        return .settings(settings)
    }

    /// What changed, a group for each date, the earliest first.
    private func changes(_ lines: [FieldLine], _ order: [FieldID]) -> [LogWriterNode] {
        let dates = Set(lines.compactMap(\.since)).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        return dates.map { date in
            .settings([.init("since", time(date))] + fields(lines.filter { $0.since == date }, order))
        }
    }

    /// The fields of a record in the order of the vocabulary, then those it does not know.
    private func fields(_ lines: [FieldLine], _ order: [FieldID]) -> [LogWriterNode.Setting] {
        let places = Dictionary(zip(order.map { vocabulary[$0].name }, 0...), uniquingKeysWith: { first, _ in first })
        let sorted = lines.enumerated().sorted { left, right in
            (places[left.element.name.text] ?? .max, left.offset) < (
                places[right.element.name.text] ?? .max, right.offset
            )
        }
        return sorted.compactMap { field($0.element) }
    }
}
