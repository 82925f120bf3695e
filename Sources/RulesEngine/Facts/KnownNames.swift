extension ActivityLine {
    /// The same line with its people's names as the log has them, found by part of a name.
    ///
    /// One who is not there, or who could be several, is reported. A log without people leaves the names as they are.
    public func withKnownNames(from document: LogDocument, _ diagnostics: inout Diagnostics) -> ActivityLine {
        let people = document.records.filter { $0.kind == "person" }.map(\.name.text)
        guard !people.isEmpty else { return self }
        var line = self
        line.with = line.with.map { $0.knownName(among: people, &diagnostics) }
        return line
    }
}

extension WrittenText {
    /// The whole name somebody means by part of one; one who is not there, or who could be several, is reported.
    func knownName(among people: [String], _ diagnostics: inout Diagnostics) -> WrittenText {
        var written = self
        switch NameFinder(people).find(text) {
        case .one(let name): written.text = name
        case .several(let names): diagnostics.report(.severalPeople(self, names))
        case .none(let nearest): diagnostics.report(.nobody(self, nearest))
        }
        return written
    }
}
