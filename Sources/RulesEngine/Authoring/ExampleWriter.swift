/// Writes an example the way an author would, in block style, ready to stand under `examples:`.
struct ExampleWriter {
    let frame: TimeFrame

    /// The example's lines, indented for a rule in a list of rules.
    func text(_ example: Example, indent: Int = 6) -> String {
        var lines = ["- name: " + quoted(example.name)]
        if frame.zone.name != "UTC" { lines.append("  time_zone: " + frame.zone.name) }
        if let started = example.document.started { lines.append("  started: " + time(started)) }
        lines += me(example) + records(example)
        lines.append(example.document.activities.isEmpty ? "  log: []" : "  log:")
        for line in ordered(example.document.activities) { lines += activity(line).map { "    " + $0 } }
        if let plan = example.plan { lines += ["  plan:"] + self.plan(plan).map { "    " + $0 } }
        lines.append("  now: " + time(Moment(at: example.now, in: frame.zone)))
        if let person = example.person { lines.append("  for: " + quoted(person)) }
        lines.append("  verdict: " + (example.expected.first?.word ?? ""))
        return lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
    }

    private func ordered(_ lines: [ActivityLine]) -> [ActivityLine] {
        lines.enumerated().sorted { left, right in
            (left.element.at?.start.seconds ?? 0, left.offset) < (right.element.at?.start.seconds ?? 0, right.offset)
        }.map(\.element)
    }

    private func time(_ moment: Moment) -> String { ExampleTime.written(moment, in: frame.zone) }

    private func me(_ example: Example) -> [String] {
        example.document.me.isEmpty ? [] : ["  me:"] + example.document.me.flatMap { field($0) }.map { "    " + $0 }
    }

    private func records(_ example: Example) -> [String] {
        let people = example.document.records.filter { $0.kind == "person" }
        guard !people.isEmpty else { return [] }
        return ["  people:"]
            + people.flatMap { record in
                ["    - name: " + quoted(record.name.text)] + record.fields.flatMap { field($0) }.map { "      " + $0 }
            }
    }

    private func activity(_ line: ActivityLine) -> [String] {
        let names = line.with.map(\.text)
        let whom = names.isEmpty ? "" : " with " + names.joined(separator: " and ")
        let head = line.at.map { "- \(time($0)): \(line.kind.text)\(whom)" } ?? "- \(line.kind.text):"
        return [head] + details(line).map { "  " + $0 }
    }

    private func plan(_ line: ActivityLine) -> [String] {
        var lines = ["plan: " + line.kind.text]
        if !line.with.isEmpty { lines.append("with: " + line.with.map { quoted($0.text) }.joined(separator: ", ")) }
        return lines + details(line)
    }

    private func details(_ line: ActivityLine) -> [String] {
        var lines = line.id.map { ["id: " + $0] } ?? []
        lines += line.fields.flatMap { field($0) }
        for parts in line.parts {
            lines.append("\(parts.field.text):")
            lines += parts.lines.flatMap { activity($0) }.map { "  " + $0 }
        }
        return lines
    }

    private func field(_ line: FieldLine) -> [String] {
        let name = line.name.text + ":"
        guard line.isList else { return line.values.first.map { ["\(name) \(quoted($0.text))"] } ?? [] }
        return line.values.isEmpty ? ["\(name) []"] : [name] + line.values.map { "  - " + quoted($0.text) }
    }

    /// Text that could be misread stands in single quotes, a quote in it doubled.
    private func quoted(_ text: String) -> String {
        let startsRiskily = text.first.map { "-?:,[]{}#&*!|>'\"%@` ".contains($0) } ?? true
        let isCut = text.contains(": ") || text.contains(" #") || text.hasSuffix(":") || text.hasSuffix(" ")
        let risky = startsRiskily || isCut
        return risky ? "'" + text.replacing("'", with: "''") + "'" : text
    }
}
