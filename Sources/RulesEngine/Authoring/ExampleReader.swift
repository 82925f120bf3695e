/// Reads the examples of a rule (rules.md §3 and §4a, "Writing it").
struct ExampleReader {
    let vocabulary: Vocabulary
    let zones: @Sendable (String) -> Zone?

    private static let keys = [
        "name", "time_zone", "holidays", "started", "me", "people", "log", "plan", "now", "verdict", "verdicts", "for",
        "says",
    ]

    /// The examples of a rule; those that cannot be read are reported and left out.
    func read(_ rule: Rule, _ diagnostics: inout Diagnostics) -> [Example] {
        guard let node = rule.examples else { return [] }
        return (node.readList("'examples'", &diagnostics) ?? []).compactMap { read($0, &diagnostics) }
    }

    private func read(_ node: Node, _ diagnostics: inout Diagnostics) -> Example? {
        let keys = Self.keys + vocabulary.recordKinds.map(\.plural)
        guard let keyed = KeyedNode(node, of: "an example", keys: keys, &diagnostics) else { return nil }
        let name = keyed.required("name", &diagnostics)?.readText("the name", &diagnostics) ?? ""
        let zone = readZone(keyed["time_zone"], &diagnostics)
        let nowNode = keyed.required("now", &diagnostics)
        guard let now = nowNode.flatMap({ moment($0, zone, &diagnostics) }),
            let (expected, range) = readVerdicts(keyed, &diagnostics)
        else { return nil }
        let document = readLog(keyed, zone, &diagnostics)
        return Example(
            name: name, document: document, plan: readPlan(keyed["plan"], zone, now, &diagnostics), now: now.end,
            frame: TimeFrame(zone: zone, holidays: Holidays(document.holidays)), expected: expected,
            person: keyed["for"]?.readText("the person", &diagnostics),
            says: keyed["says"]?.readText("the sentence", &diagnostics), verdictRange: range, range: node.range)
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
}
