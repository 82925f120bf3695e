extension ActivityLine {
    /// The same line with its people's names as the log has them, found by part of a name.
    ///
    /// One who is not there, or who could be several, is reported. A log without people leaves the names as they are.
    public func withKnownNames(from document: LogDocument, _ diagnostics: inout Diagnostics) -> ActivityLine {
        let people = document.records.filter { $0.kind == "person" }.map(\.name.text)
        guard !people.isEmpty else { return self }
        var line = self
        for place in line.with.indices {
            switch NameFinder(people).find(line.with[place].text) {
            case .one(let name): line.with[place].text = name
            case .several(let names): diagnostics.report(.severalPeople(line.with[place], names))
            case .none(let nearest): diagnostics.report(.nobody(line.with[place], nearest))
            }
        }
        return line
    }
}
