/// Reads a log written in YAML: the form `explore --log FILE.yaml` takes, `export` writes and examples use.
public struct LogReader {
    let vocabulary: Vocabulary
    let zones: @Sendable (String) -> Zone?
    /// How the times of activities are read; nil for real times in the log's zone.
    var readTime: (@Sendable (String) -> Result<Moment, WrittenTimeError>)?

    /// A reader of logs in a vocabulary; `zones` finds a time zone by its IANA name.
    public init(vocabulary: Vocabulary, zones: @escaping @Sendable (String) -> Zone?) {
        self.vocabulary = vocabulary
        self.zones = zones
    }

    /// The log of a file. Mistakes are reported with their places and what could be read is given; a log without a
    /// time zone is read in `zone`.
    public func read(_ tree: NodeTree, zone: Zone, _ diagnostics: inout Diagnostics) -> LogDocument {
        guard let root = tree.root, let file = KeyedNode(root, of: "a log", keys: keys, &diagnostics)
        else { return LogDocument() }
        checkFormat(file.required("log", example: "1", &diagnostics), &diagnostics)
        let timeZone = file["time_zone"].flatMap { readZoneName($0, &diagnostics) }
        let zone = timeZone.flatMap { zones($0.text) } ?? zone
        var document = readParts(file, activities: file["activities"], zone: zone, &diagnostics)
        document.timeZone = timeZone
        document.decisions = readDecisions(file["decisions"], zone, &diagnostics)
        checkNames(document, file, &diagnostics)
        return document
    }

    /// There is one format so far; a higher number is of a program that came later.
    private func checkFormat(_ node: Node?, _ diagnostics: inout Diagnostics) {
        guard let node, let format = node.readWholeNumber("the log's format", in: 1...1_000, &diagnostics) else {
            return
        }
        if format > 1 { diagnostics.report(.newerLog(node)) }
    }

    /// What a log and an example have in common: settings, records and activities.
    func readParts(
        _ file: KeyedNode, activities: Node?, zone: Zone, _ diagnostics: inout Diagnostics
    ) -> LogDocument {
        var document = LogDocument()
        document.started = file["started"].flatMap { readMoment($0, zone, &diagnostics) }
        document.holidays = readHolidays(file["holidays"], zone, &diagnostics)
        document.me = readMe(file["me"], &diagnostics)
        for kind in vocabulary.recordKinds where kind.id != .me {
            document.records += readRecords(file[kind.plural], kind, zone, &diagnostics)
        }
        document.activities = readActivities(activities, zone, &diagnostics)
        return document
    }

    private var keys: [String] {
        ["log", "time_zone", "started", "holidays", "me", "activities", "decisions"]
            + vocabulary.recordKinds.filter { $0.id != .me }.map(\.plural)
    }

    // MARK: Settings

    private func readZoneName(_ node: Node, _ diagnostics: inout Diagnostics) -> WrittenText? {
        guard let name = node.readText("the time zone", &diagnostics) else { return nil }
        if zones(name) == nil { diagnostics.report(.unknownZone(name, at: node.range)) }
        return WrittenText(name, at: node.range)
    }

    private func readMoment(_ node: Node, _ zone: Zone, _ diagnostics: inout Diagnostics) -> Moment? {
        guard let text = node.readText("a time", &diagnostics) else { return nil }
        switch readTime?(text) ?? Moment.read(text, in: zone) {
        case .success(let moment): return moment
        case .failure(let problem):
            diagnostics.report(.badTime(problem, at: node.range(ofCharacters: problem.characters)))
            return nil
        }
    }

    private func readHolidays(_ node: Node?, _ zone: Zone, _ diagnostics: inout Diagnostics) -> [CalendarDay] {
        (node?.readWords("'holidays'", &diagnostics) ?? []).compactMap { day in
            readMoment(day, zone, &diagnostics).map { zone.wallTime(at: $0.start).day }
        }
    }

    // MARK: Records

    private func readMe(_ node: Node?, _ diagnostics: inout Diagnostics) -> [FieldLine] {
        let fields = vocabulary[RecordKindID.me].fields
        guard let node, let keyed = KeyedNode(node, of: "'me'", keys: names(fields), &diagnostics) else { return [] }
        return readFields(keyed, fields, since: nil, &diagnostics)
    }

    private func readRecords(
        _ node: Node?, _ kind: RecordKind, _ zone: Zone, _ diagnostics: inout Diagnostics
    ) -> [RecordLine] {
        guard let node, !node.isEmpty else { return [] }
        return (node.readList("'\(kind.plural)'", &diagnostics) ?? []).compactMap { item in
            let keys = ["name", "changes", "archived"] + names(kind.fields)
            guard let keyed = KeyedNode(item, of: "a \(kind.name)", keys: keys, &diagnostics) else {
                return bareName(item, kind)
            }
            guard let nameNode = keyed.required("name", &diagnostics),
                let name = nameNode.readText("the name", &diagnostics)
            else { return nil }
            var line = RecordLine(kind: kind.name, name: WrittenText(name, at: nameNode.range))
            line.fields = readFields(keyed, kind.fields, since: nil, &diagnostics)
            line.fields += readChanges(keyed["changes"], kind, zone, &diagnostics)
            line.archived = keyed["archived"].flatMap { readMoment($0, zone, &diagnostics) }
            return line
        }
    }

    /// A bare name, which was reported, still names somebody: others need not be told that nobody is called so.
    private func bareName(_ node: Node, _ kind: RecordKind) -> RecordLine? {
        guard node.kind == .scalar, !node.isEmpty else { return nil }
        return RecordLine(kind: kind.name, name: WrittenText(node.text, at: node.range))
    }

    private func readChanges(
        _ node: Node?, _ kind: RecordKind, _ zone: Zone, _ diagnostics: inout Diagnostics
    ) -> [FieldLine] {
        guard let node else { return [] }
        return (node.readList("'changes'", &diagnostics) ?? []).flatMap { item -> [FieldLine] in
            let keys = ["since"] + names(kind.fields)
            guard let keyed = KeyedNode(item, of: "a change", keys: keys, &diagnostics),
                let since = keyed.required("since", &diagnostics).flatMap({ readMoment($0, zone, &diagnostics) })
            else { return [] }
            return readFields(keyed, kind.fields, since: since, &diagnostics)
        }
    }

    private func readFields(
        _ node: KeyedNode, _ fields: [FieldID], since: Moment?, _ diagnostics: inout Diagnostics
    ) -> [FieldLine] {
        fields.compactMap { id in
            let field = vocabulary[id]
            guard let value = node[field.name] else { return nil }
            let name = WrittenText(field.name, at: node.key(field.name)?.range)
            var line = FieldLineReader.read(value, name: name, type: field.type, &diagnostics)
            line?.since = since
            return line
        }
    }

    private func names(_ fields: [FieldID]) -> [String] { fields.map { vocabulary[$0].name } }

    // MARK: Activities and decisions

    private func readActivities(_ node: Node?, _ zone: Zone, _ diagnostics: inout Diagnostics) -> [ActivityLine] {
        guard let node, !node.isEmpty else { return [] }
        let reader = ActivityLineReader(
            vocabulary: vocabulary, zone: zone, readTime: readTime ?? { Moment.read($0, in: zone) })
        let nodes = node.readList("'activities'", &diagnostics) ?? []
        return nodes.compactMap { reader.read($0, &diagnostics) }
    }

    private func readDecisions(_ node: Node?, _ zone: Zone, _ diagnostics: inout Diagnostics) -> [Decision] {
        guard let node, !node.isEmpty else { return [] }
        return (node.readList("'decisions'", &diagnostics) ?? []).compactMap { item in
            let keys = ["rule", "occasion", "at", "snoozed_until", "dismissed_because", "acknowledged", "shown"]
            guard let keyed = KeyedNode(item, of: "a decision", keys: keys, &diagnostics),
                let rule = keyed.required("rule", &diagnostics)?.readText("the rule", &diagnostics),
                let occasion = keyed.required("occasion", &diagnostics)?.readText("the occasion", &diagnostics),
                let at = keyed.required("at", &diagnostics).flatMap({ readMoment($0, zone, &diagnostics) }),
                let action = readAction(keyed, zone, &diagnostics)
            else { return nil }
            return Decision(rule: rule, occasion: occasion, action: action, at: at)
        }
    }

    private func readAction(_ node: KeyedNode, _ zone: Zone, _ diagnostics: inout Diagnostics) -> Decision.Action? {
        if let until = node["snoozed_until"] {
            return readMoment(until, zone, &diagnostics).map { .snoozed(until: $0) }
        }
        if let reason = node["dismissed_because"] {
            return reason.readText("the reason", &diagnostics).map { .dismissed(because: $0) }
        }
        return node["shown"] == nil ? .acknowledged : .shown
    }

    // MARK: Names

    /// With a list of people, every name of one has to be on it, and no name twice; without one, names speak for
    /// themselves. The same for other records. A name that a field gives beside is only doubted: it may be of somebody who
    /// is just heard of.
    private func checkNames(_ document: LogDocument, _ file: KeyedNode, _ diagnostics: inout Diagnostics) {
        var known: [String: WrittenText] = [:]
        for record in document.records {
            let key = record.kind + "/" + record.name.text.lowercased()
            if let first = known[key] { diagnostics.report(.sameName(record.name, first: first)) }
            known[key] = known[key] ?? record.name
        }
        let person = vocabulary[RecordKindID.person]
        let isKnown = { (name: WrittenText, kind: RecordKind) in
            file[kind.plural] == nil || known[kind.name + "/" + name.text.lowercased()] != nil
        }
        for name in document.activities.flatMap(\.with) where !isKnown(name, person) {
            diagnostics.report(unknown(name, person, document))
        }
        for field in document.records.flatMap(\.fields) + document.activities.flatMap(\.fields) {
            guard let kind = vocabulary.recordKind(in: field) else { continue }
            for name in field.values where !name.isAnAnswer && !isKnown(name, kind) {
                diagnostics.report(unknown(name, kind, document).asWarning)
            }
        }
    }

    private func unknown(_ name: WrittenText, _ kind: RecordKind, _ document: LogDocument) -> Diagnostic {
        let names = document.names(of: kind)
        let meant = NameFinder(names).find(name.text)
        if case .several(let several) = meant { return .several(kind.plural, name, several) }
        return kind.id == .person
            ? .unknownPerson(name, among: names)
            : .noRecord(name, kind, nearestWord(to: name.text, among: names), names)
    }
}
