import RulesEngine

/// Says in one line what an activity is: `meeting with Ana Ruiz, Thu 19 Nov 2026 15:00, 26 minutes`.
struct ActivityText {
    let vocabulary: Vocabulary
    let zone: Zone

    /// The activity for people; for what lies ahead, the time at which it starts.
    func text(_ line: ActivityLine) -> String {
        let kind = vocabulary.kind(named: line.kind.text).map { vocabulary[$0] }
        let start = kind.flatMap { startTime(of: line, $0) }
        var parts = [(kind.map(noun) ?? line.kind.text) + whom(line, kind)]
        if let time = start?.time ?? line.at.map(spoken) { parts.append(time) }
        parts += line.fields.filter { $0.name.text != start?.field }.compactMap { said($0, kind) }
        parts += line.parts.map { "\($0.field.text): \($0.lines.count)" }
        return parts.joined(separator: ", ")
    }

    /// The activity for other programs.
    func json(_ line: ActivityLine) -> JSONLine.Value {
        .object([
            ("id", line.id.map { .text($0) } ?? .none), ("kind", .text(line.kind.text)),
            ("at", line.at.map { .text($0.written(in: zone)) } ?? .none),
            ("with", .list(line.with.map { .text($0.text) })),
            ("fields", .object(line.fields.map { ($0.name.text, value($0)) })),
        ])
    }

    /// A moment as people say it; the day alone when only that is known.
    func spoken(_ moment: Moment) -> String { moment.spoken(in: zone) }

    /// A field with its values for other programs.
    func value(_ line: FieldLine) -> JSONLine.Value {
        let values = line.values.map { JSONLine.Value.text($0.text) }
        return line.isList ? .list(values) : values.first ?? .none
    }

    private func whom(_ line: ActivityLine, _ kind: Kind?) -> String {
        let names = line.with.map(\.text)
        guard let last = names.last else { return "" }
        return " \(kind?.whom ?? "with") "
            + (names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last)
    }

    /// What is planned is named by the episode: a meeting, not a planned meeting.
    private func noun(_ kind: Kind) -> String {
        guard kind.stage?.step == .planned, let episode = vocabulary.episode(of: kind.id) else { return kind.noun }
        return episode.name
    }

    private func startTime(of line: ActivityLine, _ kind: Kind) -> (field: String, time: String)? {
        guard let episode = vocabulary.episode(of: kind.id) else { return nil }
        let name = vocabulary[episode.starts].name
        guard let text = line.fields.first(where: { $0.name.text == name })?.values.first?.text,
            case .success(let moment) = Moment.read(text, in: zone)
        else { return nil }
        return (name, spoken(moment))
    }

    /// An episode's length and a choice speak for themselves; anything else is said with its name.
    private func said(_ line: FieldLine, _ kind: Kind?) -> String? {
        guard !line.values.isEmpty else { return nil }
        let field = vocabulary.field(named: line.name.text).map { vocabulary[$0] }
        let length = kind.flatMap { vocabulary.episode(of: $0.id)?.length }
        let values = line.values.map(\.text).joined(separator: ", ")
        switch field?.type {
        case .duration where field?.id == length: return values
        case .choice: return values
        case .text: return "\(field?.title ?? line.name.text) “\(values)”"
        default: return "\(field?.title ?? line.name.text) \(values)"
        }
    }
}
