/// Reads the examples of a rule (rules.md §3 and §4a, "Writing it").
struct ExampleReader {
    let vocabulary: Vocabulary
    let zones: @Sendable (String) -> Zone?

    private static let keys = [
        "name", "time_zone", "holidays", "started", "me", "people", "log", "plan", "message", "in", "to", "now",
        "verdict",
        "verdicts", "order", "for", "says",
    ]

    /// The examples of a rule; those that cannot be read are reported and left out.
    func read(_ rule: Rule, _ diagnostics: inout Diagnostics) -> [Example] {
        guard let node = rule.examples else { return [] }
        return (node.readList("'examples'", &diagnostics) ?? []).compactMap { read($0, of: rule, &diagnostics) }
    }

    private func read(_ node: Node, of rule: Rule, _ diagnostics: inout Diagnostics) -> Example? {
        let keys = Self.keys + vocabulary.recordKinds.map(\.plural)
        guard let keyed = KeyedNode(node, of: "an example", keys: keys, &diagnostics) else { return nil }
        let name = keyed.required("name", &diagnostics)?.readText("the name", &diagnostics) ?? ""
        let zone = readZone(keyed["time_zone"], &diagnostics)
        guard let now = readNow(keyed, zone, &diagnostics),
            let (expected, range) = readVerdicts(keyed, &diagnostics)
        else { return nil }
        let document = readLog(keyed, zone, &diagnostics)
        var example = Example(
            name: name, document: document, plan: readPlan(keyed["plan"], zone, now, &diagnostics), now: now.end,
            frame: TimeFrame(zone: zone, holidays: Holidays(document.holidays)), expected: expected,
            person: keyed["for"]?.readText("the person", &diagnostics),
            says: keyed["says"]?.readText("the sentence", &diagnostics), verdictRange: range, range: node.range)
        example.order = readOrder(keyed["order"], document, &diagnostics)
        example.message = readMessage(keyed, rule, &diagnostics)
        return example
    }

    /// The fake clock; an order and a message need none.
    private func readNow(_ keyed: KeyedNode, _ zone: Zone, _ diagnostics: inout Diagnostics) -> Moment? {
        if keyed["now"] == nil, keyed["order"] != nil || keyed["message"] != nil {
            return Moment(at: zone.startOfDay(ExampleTime.firstDay), in: zone)
        }
        return keyed.required("now", &diagnostics).flatMap { moment($0, zone, &diagnostics) }
    }

    private func readZone(_ node: Node?, _ diagnostics: inout Diagnostics) -> Zone {
        guard let node, let name = node.readText("the time zone", &diagnostics) else { return .utc }
        guard let zone = zones(name) else {
            diagnostics.report(.unknownZone(name, at: node.range))
            return .utc
        }
        return zone
    }

    private func moment(_ node: Node, _ zone: Zone, _ diagnostics: inout Diagnostics) -> Moment? {
        guard let text = node.readText("the time", &diagnostics) else { return nil }
        switch ExampleTime.read(text, in: zone) {
        case .success(let moment): return moment
        case .failure(let problem):
            diagnostics.report(.badTime(problem, at: node.range(ofCharacters: problem.characters)))
            return nil
        }
    }

    // MARK: The log

    private func readLog(_ keyed: KeyedNode, _ zone: Zone, _ diagnostics: inout Diagnostics) -> LogDocument {
        var reader = LogReader(vocabulary: vocabulary, zones: zones)
        reader.readTime = { ExampleTime.read($0, in: zone) }
        return reader.readParts(keyed, activities: keyed["log"], zone: zone, &diagnostics)
    }

    private func readPlan(
        _ node: Node?, _ zone: Zone, _ now: Moment, _ diagnostics: inout Diagnostics
    ) -> ActivityLine? {
        guard let node else { return nil }
        let reader = PlanReader(vocabulary: vocabulary, zone: zone) { ExampleTime.read($0, in: zone) }
        return reader.read(node, at: now, &diagnostics)
    }

    // MARK: Verdicts

    private func readVerdicts(
        _ keyed: KeyedNode, _ diagnostics: inout Diagnostics
    ) -> ([Verdict.Status], SourceRange)? {
        if let order = keyed["order"] { return ([.ok], order.range) }
        if let list = keyed["verdicts"] {
            let statuses = (list.readWords("'verdicts'", &diagnostics) ?? []).compactMap { status($0, &diagnostics) }
            return statuses.isEmpty ? nil : (statuses, list.range)
        }
        guard let node = keyed.required("verdict", &diagnostics), let status = status(node, &diagnostics) else {
            return nil
        }
        return ([status], node.range)
    }

    private func status(_ node: Node, _ diagnostics: inout Diagnostics) -> Verdict.Status? {
        if let status = Verdict.Status(word: node.text) { return status }
        let words = Verdict.Status.allCases.map(\.word)
        diagnostics.report(.unknownVerdict(node.text, at: node.range, among: words))
        return nil
    }

    // MARK: Orders and messages

    /// Names of people of the example, most preferred first.
    private func readOrder(
        _ node: Node?, _ document: LogDocument, _ diagnostics: inout Diagnostics
    ) -> [WrittenText] {
        let known = document.records.map(\.name.text)
        return (node?.readWords("'order'", &diagnostics) ?? []).map { word in
            let name = WrittenText(word.text, at: word.range)
            if !known.contains(word.text) { diagnostics.report(.unknownPerson(name, among: known)) }
            return name
        }
    }

    /// A message as it would stand in a file, of the kind named by `in`, else of the first kind the rule is about.
    private func readMessage(_ keyed: KeyedNode, _ rule: Rule, _ diagnostics: inout Diagnostics) -> Message? {
        guard let node = keyed["message"], let text = node.readText("'message'", &diagnostics) else { return nil }
        let usual = rule.shape.occasionKinds.first { !vocabulary[$0].messages.isEmpty }
        let kind = keyed["in"]?.text ?? usual.map { vocabulary[$0].name }
        if let written = keyed["in"], vocabulary.kind(message: written.text) == nil {
            diagnostics.report(.notAMessageKind(written, among: vocabulary.messageKinds))
            return nil
        }
        var found = Diagnostics()
        let file = SourceFile(name: node.range.file.name, text: text)
        let people = keyed["to"]?.readWords("'to'", &diagnostics)?.map(\.text) ?? []
        let message = MessageReader(vocabulary: vocabulary).read(file, as: kind, to: people, &found)
        for problem in found.all { diagnostics.report(problem.moved(to: node.range)) }
        return message
    }
}
