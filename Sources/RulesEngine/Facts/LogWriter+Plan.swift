extension LogWriter {
    /// A plan as a file of its own, to be filled in: what is known, and a comment for everything else it may say.
    ///
    /// `PlanReader` reads it as it stands. `path` is the file's name as its comments show it.
    public func planFile(_ line: ActivityLine, path: String) -> String {
        guard let id = vocabulary.kind(named: line.kind.text), let episode = vocabulary.episode(of: id) else {
            return ""
        }
        let people = line.with.map(\.text)
        let title =
            "# The plan for the \(episode.name)" + (people.isEmpty ? "." : " with \(people.joined(separator: ", ")).")
        var lines = [title, "# Check it with: explore lint \(path)", "# Record it with: explore plan \(path)", ""]
        lines.append(LogWriterYAML.text(of: settings(of: line, episode)))
        for field in vocabulary[id].fields where !isSaid(field, in: line) {
            lines += comment(on: vocabulary[field], isAgenda: field == episode.agenda)
        }
        return lines.joined(separator: "\n")
    }

    private func settings(of line: ActivityLine, _ episode: Episode) -> [LogWriterNode.Setting] {
        var settings: [LogWriterNode.Setting] = [.init("plan", .word(episode.name))]
        if let id = line.id { settings.append(.init("id", .text(id))) }
        let names = line.with.map { LogWriterNode.text($0.text) }
        let isOne = names.count == 1 && !line.with[0].text.contains(",")
        if !names.isEmpty { settings.append(.init("with", isOne ? names[0] : .list(names))) }
        return settings + line.fields.compactMap(field)
    }

    private func isSaid(_ field: FieldID, in line: ActivityLine) -> Bool {
        let name = vocabulary[field].name
        let isLink = if case .episode = vocabulary[field].type { true } else { false }
        return isLink || line.fields.contains { $0.name.text == name } || line.parts.contains { $0.field.text == name }
    }

    /// What a field is for, and a line of it to start from, both as comments.
    private func comment(on field: Field, isAgenda: Bool) -> [String] {
        guard field.type == .activities else { return ["# \(field.name): \(field.type.expectation)"] }
        let kinds = vocabulary.kinds.filter {
            !$0.words.isEmpty && ($0.mainField != nil) == isAgenda && !$0.needsPerson == isAgenda
        }
        let examples = kinds.prefix(2).map { kind in
            isAgenda ? "#   - \(kind.words[0]): …" : "#   - 2026-11-24 18:00: \(kind.name)"
        }
        return ["", "# \(field.title): one line each, such as", "# \(field.name):"] + examples
    }
}
