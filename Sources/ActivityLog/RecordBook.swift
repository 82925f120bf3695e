import RulesEngine

/// What is known about the person themselves and about each record, as the lines written one after the other leave it.
struct RecordBook {
    private struct Key: Hashable {
        let kind: String
        let name: String
    }

    private struct Record {
        let key: Key
        var fields = FieldHistory()
        var archived: Moment?
    }

    private var own = FieldHistory()
    private var records: [Record] = []
    private var places: [Key: Int] = [:]

    /// A book of nothing.
    init() {}

    /// A book of what a document says.
    init(_ document: LogDocument) {
        writeMe(document.me.inWritingOrder)
        for record in document.records {
            let archived = record.archived.map(Optional.some)
            write(record.fields.inWritingOrder, kind: record.kind, name: record.name.text, archived: archived)
        }
    }

    /// The facts about the person themselves.
    var me: [FieldLine] { own.lines }

    /// The records in the order their names were first written.
    var lines: [RecordLine] {
        records.map { record in
            RecordLine(
                kind: record.key.kind, name: WrittenText(record.key.name), fields: record.fields.lines,
                archived: record.archived)
        }
    }

    /// What is known about a record; nil when its name is not known.
    func record(kind: String, name: String) -> (fields: FieldHistory, archived: Moment?)? {
        places[Key(kind: kind, name: name)].map { place in (records[place].fields, records[place].archived) }
    }

    /// Facts about the person themselves.
    mutating func writeMe(_ lines: [FieldLine]) {
        for line in lines { own.write(line) }
    }

    /// Fields of a record, which this makes known; `archived` is nil when nothing is said about that.
    mutating func write(_ lines: [FieldLine], kind: String, name: String, archived: Moment?? = nil) {
        let place = place(of: Key(kind: kind, name: name))
        for line in lines { records[place].fields.write(line) }
        if let archived { records[place].archived = archived }
    }

    private mutating func place(of key: Key) -> Int {
        if let place = places[key] { return place }
        places[key] = records.count
        records.append(Record(key: key))
        return records.count - 1
    }
}
