/// Reads activity lines, `- TIME: KIND with NAMES` with further fields as keys below, in logs, plans and examples.
struct ActivityLineReader {
    let vocabulary: Vocabulary
    /// The zone its times are written back in.
    let zone: Zone
    /// How the time before the colon is read: a real one, or an example's.
    let readTime: @Sendable (String) -> Result<Moment, WrittenTimeError>

    /// One line; nil when it could not be understood at all, with the reason reported. A part of another activity need
    /// not say with whom: it is with the same people.
    func read(_ node: Node, isPart: Bool = false, _ diagnostics: inout Diagnostics) -> ActivityLine? {
        guard node.kind == .mapping, let first = node.entries.first else {
            let kind = vocabulary.episodes.first.map { vocabulary[$0.held].name } ?? vocabulary.kinds.first?.name
            diagnostics.report(.notAnActivity(node, example: kind ?? "KIND"))
            return nil
        }
        let at = moment(first.key, &diagnostics)
        guard let subject = readSubject(first.value, &diagnostics) else { return nil }
        let line = line(node, subject, at: at, &diagnostics)
        if subject.kind.needsPerson, !isPart, line.with.isEmpty {
            diagnostics.report(.needsPerson(subject.kind, at: subject.written.range))
        }
        return at == nil ? nil : line
    }

    /// The parts an activity lists: each a timed line, a word of the vocabulary, or free text with a known phrase.
    func readParts(_ node: Node, of field: String, _ diagnostics: inout Diagnostics) -> [ActivityLine] {
        if node.isEmpty { return [] }
        return (node.readList("'\(field)'", &diagnostics) ?? []).compactMap { readPart($0, &diagnostics) }
    }

    // MARK: Kind and names

    /// What a line says was done, and with whom.
    private struct Subject {
        let kind: Kind
        let written: WrittenText
        let with: [WrittenText]
    }

    /// A time as it is written here, reported at its place when it cannot be read.
    private func moment(_ key: Node, _ diagnostics: inout Diagnostics) -> Moment? {
        switch readTime(key.text) {
        case .success(let moment): return moment
        case .failure(let problem):
            diagnostics.report(.badTime(problem, at: key.range(ofCharacters: problem.characters)))
            return nil
        }
    }

    private func readSubject(_ node: Node, _ diagnostics: inout Diagnostics) -> Subject? {
        guard let text = node.readText("what was done", &diagnostics) else { return nil }
        let pieces = WordPieces(text)
        let word = pieces.beforeWith
        guard let kind = kind(named: word.text) else {
            reportUnknown(word, with: pieces.names.map(\.text), in: node, &diagnostics)
            return nil
        }
        let names = pieces.names.map { WrittenText($0.text, at: node.range(ofCharacters: $0.characters)) }
        let written = WrittenText(kind.name, at: node.range(ofCharacters: word.characters))
        return Subject(kind: kind, written: written, with: names)
    }

    /// A word the vocabulary does not know; the commonest slip is a name without `with` before it.
    private func reportUnknown(
        _ word: WordPieces.Piece, with names: [String], in node: Node, _ diagnostics: inout Diagnostics
    ) {
        let range = node.range(ofCharacters: word.characters)
        let meant = vocabulary.phrasings.first { $0.words.contains(word.text.lowercased()) }
        if let meant, let problem = Diagnostic.phrasing(word.text, meant, at: range, vocabulary) {
            return diagnostics.report(problem)
        }
        if let (kind, rest) = kind(describedBy: word.text) {
            let name = Self.name(in: rest)
            return diagnostics.report(
                name.isEmpty || !names.isEmpty
                    ? .describedKind(word.text, kind.name, names, at: range)
                    : .missingWith(kind.name, name: name, at: range))
        }
        guard names.isEmpty else {
            return diagnostics.report(.unknownKind(word.text, at: range, among: vocabulary.kindWords, vocabulary))
        }
        let said = vocabulary.kindWords.filter { word.text.lowercased().hasPrefix($0.lowercased() + " ") }
        guard let longest = said.max(by: { $0.count < $1.count }) else {
            diagnostics.report(
                .unknownKind(word.text, at: range, among: vocabulary.kindWords, vocabulary))
            return
        }
        let name = Self.name(in: String(word.text.dropFirst(longest.count + 1)))
        diagnostics.report(.missingWith(longest, name: name.isEmpty ? "NAME" : name, at: range))
    }

    /// A line of a log names whom it is with in one way, whatever word the sentence would have.
    private static func name(in rest: String) -> String {
        let leads = ["with"] + KindReader.Whom.allCases.map(\.rawValue)
        return rest.split(separator: " ").drop { leads.contains($0.lowercased()) }.joined(separator: " ")
    }

    /// The one kind whose noun a line begins with, or whose name has the same words: `booth visit`, `planned meeting`.
    private func kind(describedBy text: String) -> (kind: Kind, rest: String)? {
        let words = Set(text.lowercased().split(separator: " ").map(String.init))
        let named = vocabulary.kinds.filter { Set($0.name.split { "._".contains($0) }.map(String.init)) == words }
        if named.count == 1 { return (named[0], "") }
        let lowered = text.lowercased() + " "
        let said = vocabulary.kinds.filter { lowered.hasPrefix($0.noun.lowercased() + " ") }
        guard let longest = said.map(\.noun.count).max() else { return nil }
        let meant = said.filter { $0.noun.count == longest }
        return meant.count == 1 ? (meant[0], String(text.dropFirst(longest + 1))) : nil
    }

    private func kind(named word: String) -> Kind? {
        (vocabulary.kind(named: word) ?? vocabulary.kind(word: word)).map { vocabulary[$0] }
    }

    // MARK: Fields

    private func line(_ node: Node, _ subject: Subject, at: Moment?, _ diagnostics: inout Diagnostics) -> ActivityLine {
        var line = ActivityLine(at: at, kind: subject.written, with: subject.with, range: node.range)
        addFields(Array(node.entries.dropFirst()), of: subject.kind, to: &line, &diagnostics)
        return line
    }

    func addFields(
        _ entries: [(key: Node, value: Node)], of kind: Kind, to line: inout ActivityLine,
        _ diagnostics: inout Diagnostics
    ) {
        for (key, value) in entries {
            switch key.text {
            case "id": line.id = value.readText("the id", &diagnostics)
            case "with": line.with += names(value, &diagnostics)
            default: addField(key, value, of: kind, to: &line, &diagnostics)
            }
        }
    }

    private func names(_ node: Node, _ diagnostics: inout Diagnostics) -> [WrittenText] {
        (node.readWords("'with'", &diagnostics) ?? []).map { WrittenText($0.text, at: $0.range) }
    }

    private func addField(
        _ key: Node, _ value: Node, of kind: Kind, to line: inout ActivityLine, _ diagnostics: inout Diagnostics
    ) {
        guard let id = vocabulary.field(named: key.text), kind.fields.contains(id) else {
            let known = kind.fields.map { vocabulary[$0].name } + ["with", "id"]
            diagnostics.report(.unknownField(key, of: kind.name, among: known))
            return
        }
        let field = vocabulary[id]
        let name = WrittenText(field.name, at: key.range)
        if field.type == .activities {
            line.parts.append(PartsLine(field: name, lines: readParts(value, of: field.name, &diagnostics)))
        } else if field.type == .instant {
            if let at = moment(value, &diagnostics) {
                line.fields.append(FieldLine(name, [WrittenText(at.written(in: zone), at: value.range)]))
            }
        } else if let written = FieldLineReader.read(value, name: name, type: field.type, &diagnostics) {
            line.fields.append(written)
        }
    }

    // MARK: Parts

    private func readPart(_ node: Node, _ diagnostics: inout Diagnostics) -> ActivityLine? {
        if node.kind == .mapping, let first = node.entries.first {
            if (try? readTime(first.key.text).get()) != nil { return read(node, isPart: true, &diagnostics) }
            return readWorded(node, first, &diagnostics)
        }
        guard let text = node.readText("each line of the list", &diagnostics) else { return nil }
        if let kind = kind(named: text) { return part(kind, node, text: nil) }
        guard let kind = kind(saidBy: text) else {
            diagnostics.report(.unrecognisedLine(node))
            return nil
        }
        return part(kind, node, text: node)
    }

    private func readWorded(
        _ node: Node, _ first: (key: Node, value: Node), _ diagnostics: inout Diagnostics
    ) -> ActivityLine? {
        guard let word = kind(named: first.key.text) else {
            diagnostics.report(
                .unknownWord(
                    first.key.text, is: "a kind of activity or a time", at: first.key.range,
                    among: vocabulary.kindWords))
            return nil
        }
        let kind = closest(to: word, saying: first.value.text)
        var line = part(kind, node, text: first.value.isEmpty ? nil : first.value)
        addFields(Array(node.entries.dropFirst()), of: kind, to: &line, &diagnostics)
        return line
    }

    /// A kind, or the closer one of its own whose phrase a line has: `ask: Who else should I talk to?`.
    private func closest(to kind: Kind, saying text: String) -> Kind {
        guard let said = self.kind(saidBy: text), kind.closer.contains(said.id) else { return kind }
        return said
    }

    private func part(_ kind: Kind, _ node: Node, text: Node?) -> ActivityLine {
        var line = ActivityLine(at: nil, kind: WrittenText(kind.name, at: node.range), range: node.range)
        if let text, let main = kind.mainField {
            let name = WrittenText(vocabulary[main].name)
            line.fields.append(FieldLine(name, [WrittenText(text.text, at: text.range)]))
        }
        return line
    }

    /// The kind whose phrase stands in a free line; the longest phrase wins.
    private func kind(saidBy text: String) -> Kind? {
        let lowered = text.lowercased()
        let said = vocabulary.kinds.flatMap { kind in kind.phrases.map { (phrase: $0, kind: kind) } }
        return said.filter { lowered.contains($0.phrase) }.max { $0.phrase.count < $1.phrase.count }?.kind
    }
}

/// Reads the value or values written for one field.
enum FieldLineReader {
    static func read(
        _ value: Node, name: WrittenText, type: FieldType, _ diagnostics: inout Diagnostics
    ) -> FieldLine? {
        if type.isList {
            let nodes = value.readWords("'\(name.text)'", &diagnostics) ?? []
            return FieldLine(name, nodes.map { WrittenText($0.text, at: $0.range) }, isList: true)
        }
        guard let text = value.readText("'\(name.text)'", &diagnostics) else { return nil }
        return FieldLine(name, [WrittenText(text, at: value.range)])
    }
}
