/// Checks what was typed for a field by its type, and writes it as the log does.
struct LogSentenceValues {
    let sentence: LogSentence
    /// Records that are not in the log yet, because the line says they are new.
    private(set) var newRecords: [RecordLine] = []

    init(_ sentence: LogSentence) { self.sentence = sentence }

    /// The field as a line of the log.
    mutating func read(_ written: String, for field: Field, at words: Range<Int>) throws(LogSentenceProblem)
        -> FieldLine
    {
        let name = WrittenText(field.name)
        guard field.type.isList else {
            return FieldLine(name, [WrittenText(try read(written, field.type, field, words))])
        }
        var values: [WrittenText] = []
        for piece in written.split(separator: ",") {
            let text = piece.trimmed
            if !text.isEmpty { values.append(WrittenText(try read(text, field.type.element, field, words))) }
        }
        return FieldLine(name, values, isList: true)
    }

    private mutating func read(
        _ text: String, _ type: FieldType, _ field: Field, _ words: Range<Int>
    ) throws(LogSentenceProblem) -> String {
        if type != .text, type != .instant, text == "don't know" || text == "none" { return text }
        switch type {
        case .text: return text
        case .record(let kind): return try name(text, sentence.vocabulary[kind], field, words)
        case .episode(let name): return try id(text, of: name, words)
        case .activities:
            throw LogSentenceProblem(
                "'\(field.name)' is a list of activities, which do not fit on this line",
                help: "write it in a plan file and record that with: explore plan FILE", at: words)
        case .list(let element): return try read(text, element, field, words)
        case .number, .duration, .date, .instant, .yesNo, .choice:
            switch plain(text, type, field) {
            case .success(let value): return value
            case .failure(let problem): throw LogSentenceProblem(problem, of: field.title, at: words)
            }
        }
    }

    // MARK: Values that need no log

    private func plain(_ text: String, _ type: FieldType, _ field: Field) -> Result<String, ValueProblem> {
        switch type {
        case .number: NumberReader.read(text).map { _ in text }
        case .duration: Length.read(text).map(\.description).mapError { ValueProblem($0) }
        case .date: moment(text).flatMap { day($0, text) }
        case .instant: moment(text).map { $0.written(in: sentence.zone) }
        case .yesNo: yesNo(text)
        case .choice(let words): choice(text, words, field)
        default: .success(text)
        }
    }

    private func moment(_ text: String) -> Result<Moment, ValueProblem> {
        let words = text.split(separator: " ").map(String.init)
        let phrase = TimePhrase.read(words, now: sentence.now, direction: .future, in: sentence.zone)
        if case .success(let phrase?) = phrase, phrase.wordsUsed == words.count { return .success(phrase.moment) }
        return Moment.read(text, in: sentence.zone).mapError { ValueProblem($0) }
    }

    private func day(_ moment: Moment, _ text: String) -> Result<String, ValueProblem> {
        guard moment.precision == .day else {
            return .failure(
                ValueProblem("'\(text)' has a time of day, but only a day belongs here", help: "write 2026-11-24"))
        }
        return .success(moment.written(in: sentence.zone))
    }

    private func yesNo(_ text: String) -> Result<String, ValueProblem> {
        switch text.lowercased() {
        case "yes", "true", "y": .success("yes")
        case "no", "false", "n": .success("no")
        default: .failure(ValueProblem("'\(text)' is neither yes nor no", help: "write yes or no"))
        }
    }

    /// Letter case and the sign between two words do not matter: `In-Person` is `in person`.
    private func choice(_ text: String, _ words: [String], _ field: Field) -> Result<String, ValueProblem> {
        let meant = field.choices(said: text)
        if meant.count == 1 { return .success(meant[0]) }
        if meant.count > 1 {
            let help = "write one of: " + meant.joined(separator: ", ")
            return .failure(ValueProblem("'\(text)' can mean several things", help: help))
        }
        return ValueReader.readChoice(text, words).map { _ in text }
    }

    // MARK: Values that the log knows

    private mutating func name(
        _ written: String, _ kind: RecordKind, _ field: Field, _ words: Range<Int>
    ) throws(LogSentenceProblem) -> String {
        switch sentence.names.find(written, kind) {
        case .one(let name): return name
        case .several(let names): throw .severalPeople(written, names, at: words, field: field.name + "=")
        case .none(let nearest):
            guard sentence.addsNew else {
                throw kind.id == .person
                    ? .nobody(written, nearest, at: words, field: field.name + "=")
                    : .unknownRecord(written, kind.name, nearest, at: words)
            }
            newRecords.append(RecordLine(kind: kind.name, name: WrittenText(written)))
            return written
        }
    }

    /// The id of an activity that is a step of an episode.
    private func id(_ text: String, of name: String, _ words: Range<Int>) throws(LogSentenceProblem) -> String {
        let vocabulary = sentence.vocabulary
        let ids = sentence.document.activities.filter { line in
            vocabulary.kind(named: line.kind.text).flatMap { vocabulary.episode(of: $0) }?.name == name
        }.compactMap(\.id)
        if ids.contains(text) { return text }
        let nearest = nearestWord(to: text, among: ids)
        throw LogSentenceProblem(
            "no \(name) in the log has the id '\(text)'",
            help: nearest.map { "did you mean '\($0)'?" }
                ?? (ids.isEmpty ? nil : "use one of: " + ids.suffix(8).joined(separator: ", ")),
            at: words, choices: ids)
    }
}

extension StringProtocol {
    /// Without blanks at either end.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// In lower case, without blanks, hyphens and underlines.
    var withoutSigns: String { lowercased().filter { !" -_".contains($0) } }
}
