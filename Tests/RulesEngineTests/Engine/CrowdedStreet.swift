@testable import RulesEngine

extension RandomStreet {
    /// The logs of several streets as one, whose people are all different ones, some with names of another street.
    static func crowd(_ streets: Int, seed: UInt64) -> LogDocument {
        var document = LogDocument()
        for number in 0..<streets {
            var street = RandomStreet(seed: seed &* 1000 &+ UInt64(number), isWild: number.isMultiple(of: 7))
            let own = street.document(25)
            document.started = document.started ?? own.started
            document.records += own.records.map { $0.renamed(number) }
            document.activities += own.activities.map { $0.renamed(number) }
        }
        return document
    }
}

extension RecordLine {
    fileprivate func renamed(_ number: Int) -> RecordLine {
        RecordLine(
            kind: kind, name: name.renamed(number), fields: fields.map { $0.renamed(number) }, archived: archived)
    }
}

extension ActivityLine {
    fileprivate func renamed(_ number: Int) -> ActivityLine {
        var line = self
        line.with = with.map { $0.renamed(number) }
        line.fields = fields.map { $0.renamed(number) }
        line.id = id.map { "\($0)-\(number)" }
        return line
    }
}

extension FieldLine {
    /// The same of people who are named after their street.
    fileprivate func renamed(_ number: Int) -> FieldLine {
        FieldLine(name, values.map { $0.renamed(number) }, isList: isList, since: since)
    }
}

extension WrittenText {
    fileprivate func renamed(_ number: Int) -> WrittenText {
        RandomStreet.people.contains(text) ? WrittenText("\(text) \(number)") : self
    }
}
