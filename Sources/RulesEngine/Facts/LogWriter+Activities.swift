extension LogWriter {
    /// One activity as `- TIME: KIND with NAMES` and its fields below; nil when it does not say when it was.
    func activity(_ line: ActivityLine) -> LogWriterNode? {
        guard let at = line.at else { return nil }
        let (subject, names) = subject(of: line)
        let head = LogWriterNode.Setting(written(at), .word(subject))
        return .settings([head] + rest(of: line, with: names, fields: line.fields))
    }

    /// The kind with the names behind it, and the names that have to be listed on lines of their own: all of them, or
    /// none. Names are written behind the kind only when they are read back from there unchanged.
    private func subject(of line: ActivityLine) -> (subject: String, listed: [WrittenText]) {
        let names = line.with.map(\.text)
        guard let last = names.last else { return (line.kind.text, []) }
        let before = names.dropLast().joined(separator: ", ")
        let text = line.kind.text + " with " + (before.isEmpty ? "" : before + " and ") + last
        let pieces = WordPieces(text)
        let isReadBack = pieces.beforeWith.text == line.kind.text && pieces.names.map(\.text) == names
        return isReadBack ? (text, []) : (line.kind.text, line.with)
    }

    private func rest(
        of line: ActivityLine, with names: [WrittenText], fields: [FieldLine]
    ) -> [LogWriterNode.Setting] {
        var settings: [LogWriterNode.Setting] = []
        if let id = line.id { settings.append(.init("id", .text(id))) }
        if !names.isEmpty { settings.append(.init("with", .list(names.map { .text($0.text) }))) }
        settings += fields.compactMap(field)
        return settings + line.parts.map { .init($0.field.text, .list($0.lines.map(part))) }
    }

    /// A part of an activity: a timed line, or the kind's name with its main text behind it.
    func part(_ line: ActivityLine) -> LogWriterNode {
        if let timed = activity(line) { return timed }
        let main = vocabulary.kind(named: line.kind.text).flatMap { vocabulary[$0].mainField }.map {
            vocabulary[$0].name
        }
        let text = line.fields.first { $0.name.text == main }?.values.first?.text
        let others = line.fields.filter { text == nil || $0.name.text != main }
        let rest = rest(of: line, with: line.with, fields: others)
        guard text != nil || !rest.isEmpty else { return .word(line.kind.text) }
        return .settings([.init(line.kind.text, text.map { .text($0) } ?? .nothing)] + rest)
    }

    /// A field with its value or values; nil for one that says nothing.
    func field(_ line: FieldLine) -> LogWriterNode.Setting? {
        let type = vocabulary.field(named: line.name.text).map { vocabulary[$0].type }
        let values = line.values.map { value($0.text, type?.element) }
        if type?.isList ?? line.isList || values.count > 1 { return .init(line.name.text, .list(values)) }
        return values.first.map { .init(line.name.text, $0) }
    }

    /// A value as its type writes it; times in the zone of the log.
    private func value(_ text: String, _ type: FieldType?) -> LogWriterNode {
        switch type {
        case .text, .record, nil: .text(text)
        case .instant: .word((try? Moment.read(text, in: zone).get()).map(written) ?? text)
        default: .word(text)
        }
    }
}
