extension LogSentence {
    /// What a line says about one record, such as a person.
    public struct RecordReading: Sendable, Hashable {
        /// The name as typed: everything that is no field.
        public var name: String
        /// The fields; one without a value is not known any more.
        public var fields: [FieldLine]
        /// Who and what is to be added to the log with it.
        public var newRecords: [RecordLine]
    }

    /// A name and fields of a kind of record: `Ana Ruiz --level senior organization=Delta`.
    public func readRecord(_ words: [String], of id: RecordKindID) -> Result<RecordReading, LogSentenceProblem> {
        Result { () throws(LogSentenceProblem) in
            do throws(LogSentenceProblem) { return try record(words, of: id) } catch {
                throw error.placed(in: words, addsNew: addsNew)
            }
        }
    }

    private func record(_ words: [String], of id: RecordKindID) throws(LogSentenceProblem) -> RecordReading {
        let kind = vocabulary[id]
        let cut = try LogSentenceTokens(words) { name in vocabulary.field(named: name) != nil }
        var values = LogSentenceValues(self)
        var fields: [FieldLine] = []
        for assignment in cut.assignments {
            let line = try read(assignment, of: kind, &values)
            if fields.contains(where: { $0.name == line.name }) {
                throw .givenTwice(line.name.text, at: assignment.words)
            }
            fields.append(line)
        }
        if id == .person { try checkName(cut.tokens, kind, words) }
        let name = LogSentenceTokens.text(of: cut.tokens)
        return RecordReading(name: name, fields: fields, newRecords: values.newRecords)
    }

    /// `Zoe Park from Joe`, `Zoe Park role recruiter`: words that are no part of a name.
    private func checkName(
        _ tokens: [LogSentenceToken], _ kind: RecordKind, _ words: [String]
    ) throws(LogSentenceProblem) {
        let fields = kind.fields.map { vocabulary[$0] }
        let place = tokens.indices.dropFirst().first { index in
            !tokens[index].isQuoted
                && (LogSentenceWords.afterNames.contains(tokens[index].lowered)
                    || fields.contains { $0.name == tokens[index].lowered })
        }
        guard let place, place + 1 < tokens.count else { return }
        let rest = LogSentenceTokens.text(of: Array(tokens[(place + 1)...]))
        let isField = fields.contains { $0.name == tokens[place].lowered }
        let isKnown = { if case .one = names.find(rest, kind) { true } else { false } }()
        let meant =
            isField
            ? fields.filter { $0.name == tokens[place].lowered }
            : fields.filter {
                isKnown ? $0.type == .record(.person) : $0.type == .text && $0.name != Self.note
            }
        throw LogSentenceProblem(
            "'\(tokens[place].text)' is no part of a name", help: "write what you know as FIELD=VALUE",
            at: Array(tokens[place...]).words,
            repairs: meant.prefix(3).map { .init(written: ["\($0.name)=\(rest)"], meaning: $0.title) })
    }

    private func read(
        _ assignment: LogSentenceAssignment, of kind: RecordKind, _ values: inout LogSentenceValues
    ) throws(LogSentenceProblem) -> FieldLine {
        guard let id = vocabulary.field(named: assignment.name), kind.fields.contains(id) else {
            throw .unknownField(
                assignment.name, of: "a \(kind.name)", among: kind.fields.map { vocabulary[$0].name },
                at: assignment.words)
        }
        guard !assignment.value.isEmpty else { return FieldLine(WrittenText(vocabulary[id].name), []) }
        return try values.read(assignment.value, for: vocabulary[id], at: assignment.words)
    }
}
