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
        let open = vocabulary[id].fields.filter { !isSaid($0, in: line) }.map { vocabulary[$0] }
        lines += open.filter { $0.type != .activities }.map { "# \($0.name): \($0.type.expectation)" }
        for field in open where field.type == .activities { lines += list(field, isAgenda: field.id == episode.agenda) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A plan's own lines, without its lists.
    func settings(of line: ActivityLine, _ episode: Episode) -> [LogWriterNode.Setting] {
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

    /// What a list is for, and lines to start from, as comments: words for what is said, and a time for all else.
    private func list(_ field: Field, isAgenda: Bool) -> [String] {
        let said = vocabulary.kinds.filter { $0.mainField != nil && !$0.needsPerson && !$0.words.isEmpty }
        let common = said.filter { !$0.phrases.isEmpty }
        // Beside a few sayings, the one that has several closer ones: a question.
        let general = common.dropFirst(3).filter { !$0.closer.isEmpty }.prefix(1)
        let words = ((common.isEmpty ? said : common).prefix(3) + general).map { "#   - \($0.words[0]): …" }
        let examples = isAgenda && !words.isEmpty ? words : ["#   - TIME: WHAT"]
        return ["", "# \(field.title), a line each:", "# \(field.name):"] + examples
    }
}
