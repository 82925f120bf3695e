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
            let name = LogSentenceTokens.text(of: cut.tokens)
            return RecordReading(name: name, fields: fields, newRecords: values.newRecords)
        }
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
