import RulesEngine

extension LogChange {
    /// The change in a few words: "meeting.held with Ana Ruiz".
    var summary: String {
        switch self {
        case .setting(let setting): setting.summary
        case .me(let line): "me: \(line.name.text)"
        case .addRecord(let record): "\(record.kind) \(record.name.text)"
        case .change(let kind, let name, let line): "\(kind) \(name): \(line.name.text)"
        case .archive(let kind, let name, let at): "\(kind) \(name) \(at == nil ? "in use again" : "archived")"
        case .activities(let lines): Self.joined(lines.map(\.summary))
        case .decide(let decision): decision.summary
        case .together(let changes): Self.joined(changes.map(\.summary))
        }
    }

    /// The first of several and how many more there are, so that an entry stays one line.
    private static func joined(_ summaries: [String]) -> String {
        guard let first = summaries.first else { return "nothing" }
        return summaries.count == 1 ? first : "\(first) and \(summaries.count - 1) more"
    }
}

extension LogSetting {
    /// The setting in a few words.
    fileprivate var summary: String {
        switch self {
        case .timeZone(let name): "time zone \(name ?? "unknown")"
        case .started: "first day"
        case .holidays(let days): "\(days.count) holidays"
        }
    }
}

extension ActivityLine {
    /// The kind and the people.
    fileprivate var summary: String {
        let people = with.map(\.text)
        guard let last = people.last else { return kind.text }
        let list = people.count == 1 ? last : people.dropLast().joined(separator: ", ") + " and " + last
        return "\(kind.text) with \(list)"
    }
}

extension Decision {
    /// What was decided about which rule.
    fileprivate var summary: String {
        "\(StoredDecision(action).name) \(rule)"
    }
}
