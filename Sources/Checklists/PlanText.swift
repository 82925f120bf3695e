import RulesEngine

/// A plan file as text and as a plan, side by side: where lines can be put into its agenda.
struct PlanText {
    let file: SourceFile
    /// The lines of the agenda, in order; those nobody understands have no kind.
    let agenda: [ActivityLine]
    /// The plan without its agenda.
    let rest: ActivityLine
    /// How much is wrong with it, beside errors, which are not let in.
    let problems: Int
    private let root: Node
    /// The agenda as it stands in the file; nil when there is none.
    private let node: (key: Node, value: Node)?
    private let name: String

    init(_ file: SourceFile, _ vocabulary: Vocabulary, _ zone: Zone) throws(AgendaInsertion.Failure) {
        var diagnostics = Diagnostics()
        let reader = PlanReader(vocabulary: vocabulary, zone: zone)
        guard let root = YAMLLoader.load(file, &diagnostics)?.root,
            var plan = reader.read(root, at: Moment(at: Instant(seconds: 0), in: zone), &diagnostics),
            !diagnostics.hasErrors
        else { throw .unreadable(diagnostics) }
        guard let kind = vocabulary.kind(named: plan.kind.text), let field = vocabulary.episode(of: kind)?.agenda else {
            throw .noAgenda
        }
        let name = vocabulary[field].name
        self.file = file
        self.root = root
        self.name = name
        problems = diagnostics.all.count
        node = root.entries.first { $0.key.text == name }
        let understood = plan.parts.first { $0.field.text == name }?.lines ?? []
        agenda = (node?.value.items ?? []).map { item in
            understood.first { $0.range == item.range }
                ?? ActivityLine(
                    at: nil, kind: WrittenText(""), fields: [FieldLine(WrittenText(""), [WrittenText(item.range.text)])]
                )
        }
        plan.parts.removeAll { $0.field.text == name }
        rest = plan
    }

    /// The words of the agenda's lines.
    var lines: [String] { agenda.map(Self.words) }

    private static func words(of line: ActivityLine) -> String { line.fields.flatMap(\.values).first?.text ?? "" }

    /// Where new lines belong: before the lines that end the talk.
    private func place(before isEnding: (ActivityLine, String) -> Bool) -> Int {
        let ending = agenda.reversed().prefix { isEnding($0, Self.words(of: $0)) }.count
        return agenda.count - ending
    }

    // MARK: The edit

    /// A change of the file's bytes, and the place of the first new line in the agenda.
    struct Edit {
        let range: Range<Int>
        let text: String
        let place: Int

        func applied(to file: SourceFile) -> SourceFile {
            let bytes = file.bytes
            return SourceFile(
                name: file.name,
                bytes: Array(bytes[..<range.lowerBound]) + Array(text.utf8) + Array(bytes[range.upperBound...]))
        }
    }

    /// The change that puts lines into the agenda.
    func insertion(
        of lines: [String], before isEnding: (ActivityLine, String) -> Bool
    ) throws(AgendaInsertion.Failure) -> Edit {
        guard root.style != .flow else { throw .inBrackets(root.range) }
        guard let (key, value) = node else { return newAgenda(lines) }
        if value.isEmpty { return edit(after: key.range.bytes.upperBound, indent(of: key) + 2, lines, at: 0) }
        guard value.style != .flow else {
            guard value.items.isEmpty else { throw .inBrackets(value.range) }
            return replacingEmpty(key, value, lines)
        }
        let place = place(before: isEnding)
        guard let first = value.items.first, let indent = dashIndent(of: first) else { throw .inBrackets(value.range) }
        let end = place == 0 ? key.range.bytes.upperBound : value.items[place - 1].range.bytes.upperBound
        return edit(after: end, indent, lines, at: place)
    }

    private func newAgenda(_ lines: [String]) -> Edit {
        let indent = root.entries.first.map { self.indent(of: $0.key) } ?? 0
        let end = root.entries.last.map { max($0.value.range.bytes.upperBound, $0.key.range.bytes.upperBound) } ?? 0
        var edit = edit(after: end, indent + 2, lines, at: 0)
        let heading = String(repeating: " ", count: indent) + name + ":"
        let breaks = edit.text.prefix { $0.isNewline }
        edit = Edit(range: edit.range, text: breaks + heading + lineBreak + edit.text.dropFirst(breaks.count), place: 0)
        return edit
    }

    /// `agenda: []` becomes a list; a remark behind it stays.
    private func replacingEmpty(_ key: Node, _ value: Node, _ lines: [String]) -> Edit {
        let range = value.range.bytes
        let end = endOfLine(range.upperBound)
        let behind = file.text(in: range.upperBound..<end)
        let body = block(lines, indent(of: key) + 2)
        let start = behind.allSatisfy(\.isWhitespace) ? startOfBlanks(before: range.lowerBound) : range.lowerBound
        let kept = behind.allSatisfy(\.isWhitespace) ? "" : String(behind.drop { $0 == " " })
        return Edit(range: start..<end, text: kept + lineBreak + body, place: 0)
    }

    /// New lines after the line that holds an offset.
    private func edit(after offset: Int, _ indent: Int, _ lines: [String], at place: Int) -> Edit {
        let end = endOfLine(offset)
        return Edit(range: end..<end, text: lineBreak + block(lines, indent), place: place)
    }

    private func block(_ lines: [String], _ indent: Int) -> String {
        lines.map { String(repeating: " ", count: indent) + "- " + $0 }.joined(separator: lineBreak)
    }

    // MARK: Places

    private var lineBreak: String { file.bytes.contains(0x0D) ? "\r\n" : "\n" }

    private func endOfLine(_ offset: Int) -> Int {
        file.bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? file.bytes.count
    }

    private func startOfBlanks(before offset: Int) -> Int {
        var start = offset
        while start > 0, file.bytes[start - 1] == 0x20 { start -= 1 }
        return start
    }

    private func indent(of node: Node) -> Int { node.range.start.column - 1 }

    /// The column of an item's dash; nil when something else stands before it on its line.
    private func dashIndent(of item: Node) -> Int? {
        let end = item.range.bytes.lowerBound
        let start = file.bytes[..<end].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? file.byteOrderMarkLength
        let before = file.text(in: start..<end)
        let blanks = before.prefix { $0 == " " }.count
        let after = before.dropFirst(blanks)
        return after.first == "-" && after.dropFirst().allSatisfy { $0 == " " } ? blanks : nil
    }
}
