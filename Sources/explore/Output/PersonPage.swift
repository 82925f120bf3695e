import RulesEngine

/// All that the log knows about one person: their fields, what lies ahead, what is open, and what happened.
struct PersonPage {
    private let name: String
    private let workspace: Workspace
    private let evaluated: Evaluated
    private let writer: ActivityText

    init(_ name: String, _ workspace: Workspace, _ evaluated: Evaluated) {
        self.name = name
        self.workspace = workspace
        self.evaluated = evaluated
        writer = ActivityText(vocabulary: workspace.rules.vocabulary, zone: workspace.zone)
    }

    /// The page for people.
    var text: String {
        var lines = [name]
        lines += fields.map { "  \($0.name.text): \($0.values.map(\.text).joined(separator: ", "))" }
        lines += named.map { "  \($0)" }
        if let next { lines.append("  Next: \(next)") }
        lines += section("Open", cards.map(\.headline))
        lines += section("What happened, latest first", activities.reversed().map(writer.text))
        if lines.count == 1 {
            lines.append("  Nothing is known yet. Write it down with: explore people set \(quoted) FIELD=VALUE")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The page as one JSON object.
    var json: String {
        JSONLine([
            ("name", .text(name)), ("fields", .object(fields.map { ($0.name.text, writer.value($0)) })),
            ("next", next.map { .text($0) } ?? .none), ("open", .list(cards.map { .text($0.headline) })),
            ("activities", .list(activities.map { writer.json($0) })),
        ]).text
    }

    private var quoted: String { TypedLine([name]).text }

    private func section(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["  \(title):"] + items.map { "    " + $0 }
    }

    private var fields: [FieldLine] {
        workspace.document.records.first { $0.kind == RecordNames.person && isName($0.name.text) }
            .map { $0.current(at: workspace.now) } ?? []
    }

    /// Those of whom this person is known to be something, such as the introducer.
    private var named: [String] {
        workspace.document.records.filter { $0.kind == RecordNames.person }.flatMap { record in
            record.current(at: workspace.now).filter { $0.values.contains { isName($0.text) } && isPerson($0) }.map {
                "\(title($0)) of \(record.name.text)"
            }
        }
    }

    private var next: String? {
        evaluated.episodes.first { $0.isOpen && $0.person == name && ($0.starts ?? .distantPast) > workspace.now }?.text
    }

    private var cards: [Card] {
        let agenda = AgendaMaker(budget: 5).agenda(of: evaluated, decisions: workspace.document.decisions)
        return (agenda.cards + agenda.heldBack).filter { $0.person == name }
    }

    /// What was done with them or names them, in time order.
    private var activities: [ActivityLine] {
        let own = workspace.document.activities.filter { line in
            line.with.contains { isName($0.text) }
                || line.fields.contains { isPerson($0) && $0.values.contains { isName($0.text) } }
        }
        return own.sorted { ($0.at?.start ?? .distantPast) < ($1.at?.start ?? .distantPast) }
    }

    private func isName(_ text: String) -> Bool { text.lowercased() == name.lowercased() }

    private func isPerson(_ line: FieldLine) -> Bool {
        let vocabulary = workspace.rules.vocabulary
        return vocabulary.field(named: line.name.text).map { vocabulary[$0].type.element == .record(.person) } ?? false
    }

    private func title(_ line: FieldLine) -> String {
        let vocabulary = workspace.rules.vocabulary
        return vocabulary.field(named: line.name.text).map { vocabulary[$0].title } ?? line.name.text
    }
}

/// When the next meeting with each person starts.
struct NextMeetings {
    /// The start of the first open plan that lies ahead, by the name in lower case.
    let starts: [String: Instant]

    init(_ evaluated: Evaluated) {
        var starts: [String: Instant] = [:]
        for episode in evaluated.episodes where episode.isOpen {
            guard let name = episode.person?.lowercased(), let start = episode.starts, start > evaluated.now,
                starts[name] == nil
            else { continue }
            starts[name] = start
        }
        self.starts = starts
    }
}

extension RecordLine {
    /// What holds at a moment: of several dated values the latest that has begun.
    func current(at now: Instant) -> [FieldLine] {
        var current: [FieldLine] = []
        let begun = fields.filter { $0.since.map { $0.start <= now } ?? true }
        for line in begun.sorted(by: { ($0.since?.start ?? .distantPast) < ($1.since?.start ?? .distantPast) }) {
            if let place = current.firstIndex(where: { $0.name.text == line.name.text }) {
                current[place] = line
            } else {
                current.append(line)
            }
        }
        return current.filter { !$0.values.isEmpty }
    }
}
