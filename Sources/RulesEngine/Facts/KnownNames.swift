extension ActivityLine {
    /// The same line with its people's names, and those of other records, as the log has them, found by part of a name.
    ///
    /// One that is not there, or that could be several, is reported. Where a log has no records of a kind, the names stay
    /// as they are.
    public func withKnownNames(
        from document: LogDocument, _ vocabulary: Vocabulary, _ diagnostics: inout Diagnostics
    ) -> ActivityLine {
        let people = document.names(of: vocabulary[RecordKindID.person])
        var line = self
        if !people.isEmpty { line.with = line.with.map { $0.knownName(among: people, &diagnostics) } }
        for place in line.fields.indices {
            guard let kind = vocabulary.recordKind(in: line.fields[place]) else { continue }
            let names = document.names(of: kind)
            guard !names.isEmpty else { continue }
            line.fields[place].values = line.fields[place].values.map { value in
                value.isAnAnswer ? value : value.knownName(among: names, of: kind, &diagnostics)
            }
        }
        return line
    }
}

extension WrittenText {
    /// The whole name of a person, or of a record of another kind, that is meant by part of one; one that is not there, or
    /// that could be several, is reported.
    func knownName(
        among names: [String], of kind: RecordKind? = nil, _ diagnostics: inout Diagnostics
    ) -> WrittenText {
        var written = self
        switch NameFinder(names).find(text) {
        case .one(let name): written.text = name
        case .several(let names): diagnostics.report(.several(kind?.plural ?? "people", self, names))
        case .none(let nearest):
            let other = kind.flatMap { $0.id == .person ? nil : $0 }
            diagnostics.report(other.map { .noRecord(self, $0, nearest, names) } ?? .nobody(self, nearest))
        }
        return written
    }

    /// Whether it says that there is none, or that one does not know, rather than a name.
    var isAnAnswer: Bool { text == "none" || text == "don't know" }
}

extension LogDocument {
    /// The names of the records of a kind, in the order written.
    func names(of kind: RecordKind) -> [String] { records.filter { $0.kind == kind.name }.map(\.name.text) }
}

extension Vocabulary {
    /// The kind of record that a field names; nil for a field that names none.
    func recordKind(in line: FieldLine) -> RecordKind? {
        guard let id = field(named: line.name.text), case .record(let kind) = self[id].type.element else { return nil }
        return self[kind]
    }
}
