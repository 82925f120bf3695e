/// Writes an example the way an author would, in block style, ready to stand under `examples:`.
struct ExampleWriter {
    private let writer: LogWriter
    private let vocabulary: Vocabulary
    private let zone: Zone

    init(vocabulary: Vocabulary, frame: TimeFrame) {
        let zone = frame.zone
        var writer = LogWriter(vocabulary: vocabulary, zone: zone)
        writer.writeTime = { ExampleTime.written($0, in: zone) }
        self.writer = writer
        self.vocabulary = vocabulary
        self.zone = zone
    }

    /// The example's lines, the dash at a column and every other line below it.
    func text(_ example: Example, indent: Int = 6) -> String {
        let blanks = String(repeating: " ", count: indent)
        let lines = LogWriterYAML.text(of: settings(of: example)).split(separator: "\n") + message(of: example)
        let ends = LogWriterYAML.text(of: ends(of: example)).split(separator: "\n")
        return (lines + ends).enumerated().map { place, line in
            line.isEmpty ? "\n" : blanks + (place == 0 ? "- " : "  ") + line + "\n"
        }.joined()
    }

    // MARK: What it is about

    private func settings(of example: Example) -> [LogWriterNode.Setting] {
        var settings: [LogWriterNode.Setting] = [.init("name", .text(example.name))]
        if zone.name != "UTC" { settings.append(.init("time_zone", .text(zone.name))) }
        settings += writer.parts(of: example.document)
        guard example.order.isEmpty, example.message == nil else { return settings }
        settings.append(.init("log", .list(ordered(example.document.activities).compactMap(writer.activity))))
        if let plan = example.plan.flatMap(self.plan) { settings.append(.init("plan", .settings(plan))) }
        return settings
    }

    private func plan(_ line: ActivityLine) -> [LogWriterNode.Setting]? {
        guard let kind = vocabulary.kind(named: line.kind.text), let episode = vocabulary.episode(of: kind) else {
            return nil
        }
        return writer.settings(of: line, episode)
            + line.parts.map { parts in
                .init(parts.field.text, .list(parts.lines.map(writer.part)))
            }
    }

    private func ordered(_ lines: [ActivityLine]) -> [ActivityLine] {
        lines.enumerated().sorted { left, right in
            (left.element.at?.start.seconds ?? 0, left.offset) < (right.element.at?.start.seconds ?? 0, right.offset)
        }.map(\.element)
    }

    /// The message as it is read by people, when it has more than one line.
    private func message(of example: Example) -> [Substring] {
        guard let message = example.message else { return [] }
        let kind = LogWriterYAML.text(of: [.init("in", .word(message.kind.text))]).split(separator: "\n")
        let lines = message.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, isPlainBlock(lines) else {
            return kind + LogWriterYAML.text(of: [.init("message", .text(message.text))]).split(separator: "\n")
        }
        return kind + ["message: |-"] + lines.map { $0.isEmpty ? "" : "  " + $0 }
    }

    /// Whether the lines can stand as they are: none begins or ends with a blank, and the last one says something.
    private func isPlainBlock(_ lines: [Substring]) -> Bool {
        lines.last?.isEmpty == false && lines.first?.isEmpty == false
            && lines.allSatisfy { line in
                line.first != " " && line.last != " " && line.unicodeScalars.allSatisfy { $0.value >= 0x20 }
            }
    }

    // MARK: What it expects

    private func ends(of example: Example) -> [LogWriterNode.Setting] {
        var settings: [LogWriterNode.Setting] = []
        if example.order.isEmpty, example.message == nil {
            settings.append(.init("now", writer.time(Moment(at: example.now, in: zone))))
        }
        if let person = example.person { settings.append(.init("for", .text(person))) }
        if !example.order.isEmpty {
            settings.append(.init("order", .list(example.order.map { .text($0.text) })))
        } else if example.expected.count == 1 {
            settings.append(.init("verdict", .word(example.expected[0].word)))
        } else {
            settings.append(.init("verdicts", .list(example.expected.map { .word($0.word) })))
        }
        return settings
    }
}
