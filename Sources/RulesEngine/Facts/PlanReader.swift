/// Reads a plan: one activity that is intended, with its parts, in a file of its own.
///
/// A plan names its kind under `plan:` and then has the fields of that kind, such as `starts:` and `agenda:`.
public struct PlanReader {
    let vocabulary: Vocabulary
    let zone: Zone
    let readTime: @Sendable (String) -> Result<Moment, WrittenTimeError>

    /// A reader of plans with real times in a zone.
    public init(vocabulary: Vocabulary, zone: Zone) {
        self.init(vocabulary: vocabulary, zone: zone) { Moment.read($0, in: zone) }
    }

    /// A reader of plans; `readTime` reads the times written in them.
    init(
        vocabulary: Vocabulary, zone: Zone, readTime: @escaping @Sendable (String) -> Result<Moment, WrittenTimeError>
    ) {
        self.vocabulary = vocabulary
        self.zone = zone
        self.readTime = readTime
    }

    /// The planned activity, as arranged at a moment; nil when it could not be understood, with the reason reported.
    public func read(_ node: Node, at moment: Moment, _ diagnostics: inout Diagnostics) -> ActivityLine? {
        guard node.kind == .mapping, let (_, value) = node.entries.first(where: { $0.key.text == "plan" }) else {
            // Of a file that could not be read to its end nobody knows what else it says.
            if node.tree.isComplete { diagnostics.report(.notAPlan(node, kinds: plannable)) }
            return nil
        }
        guard let kind = kind(value) else {
            diagnostics.report(
                .unknownWord(value.text, is: "something that can be planned", at: value.range, among: plannable))
            return nil
        }
        let reader = ActivityLineReader(vocabulary: vocabulary, zone: zone, readTime: readTime)
        var line = ActivityLine(at: moment, kind: WrittenText(kind.name, at: value.range), range: node.range)
        let fields = node.entries.filter { $0.key.text != "plan" }
        reader.addFields(Array(fields), of: kind, to: &line, &diagnostics)
        if node.tree.isComplete { check(line, kind, node, &diagnostics) }
        return line
    }

    /// What can be planned: an episode's name or the kind that plans it.
    private var plannable: [String] { vocabulary.episodes.flatMap { [$0.name, vocabulary[$0.planned].name] } }

    private func kind(_ node: Node) -> Kind? {
        let episode = vocabulary.episodes.first { $0.name == node.text || vocabulary[$0.planned].name == node.text }
        return episode.map { vocabulary[$0.planned] }
    }

    private func check(_ line: ActivityLine, _ kind: Kind, _ node: Node, _ diagnostics: inout Diagnostics) {
        if kind.needsPerson, line.with.isEmpty {
            diagnostics.report(.planNeeds("with", "Ana Ruiz", at: line.kind.range))
        }
        guard let episode = vocabulary.episode(of: kind.id) else { return }
        let starts = vocabulary[episode.starts].name
        guard let written = line.fields.first(where: { $0.name.text == starts })?.values.first else {
            let isWritten = node.entries.contains { nearestWord(to: $0.key.text, among: [starts]) != nil }
            if !isWritten { diagnostics.report(.planNeeds(starts, "2026-11-24 10:00", at: line.kind.range)) }
            return
        }
        checkOrder(of: line, episode, start: written, &diagnostics)
    }

    /// What is meant to come during the plan or after it cannot come before it.
    private func checkOrder(
        of line: ActivityLine, _ episode: Episode, start written: WrittenText, _ diagnostics: inout Diagnostics
    ) {
        guard case .success(let start) = readTime(written.text) else { return }
        let before = episode.before.map { vocabulary[$0].name }
        for part in line.parts.filter({ $0.field.text != before }).flatMap(\.lines) {
            guard let at = part.at, at.end < start.start else { continue }
            diagnostics.report(.partBeforePlan(part, start: written))
        }
    }
}
