/// The records of a log, with the values their fields had over time. Record 0 is the person themselves.
struct RecordTable: Sendable {
    private(set) var kinds: [RecordKindID] = []
    private(set) var names: [String] = []
    /// When a record was archived; `Int64.max` while it is in use.
    private(set) var archived: [Int64] = []
    /// Whether any record is archived.
    private(set) var hasArchived = false
    private var values: [Entry] = []
    private var starts: [Int32] = []
    private var numbers: [Key: Int32] = [:]

    /// One value of one record's field, from a moment on.
    struct Entry: Sendable {
        let record: Int32
        let field: FieldID
        let since: Int64
        let value: Value
    }

    private struct Key: Hashable {
        let kind: RecordKindID
        let name: String
    }

    init() { _ = add(.me, name: "me") }

    var count: Int { names.count }

    /// The record of this kind and name; names are compared without letter case.
    func record(_ kind: RecordKindID, named name: String) -> Int32? {
        numbers[Key(kind: kind, name: name.lowercased())]
    }

    /// Adds a record, or gives the one that has the name already.
    mutating func add(_ kind: RecordKindID, name: String, archived moment: Int64 = .max) -> Int32 {
        let key = Key(kind: kind, name: name.lowercased())
        if let known = numbers[key] { return known }
        let number = Int32(names.count)
        numbers[key] = number
        kinds.append(kind)
        names.append(name)
        archived.append(moment)
        if moment != .max { hasArchived = true }
        return number
    }

    mutating func set(_ record: Int32, _ field: FieldID, _ value: Value, since: Int64) {
        values.append(Entry(record: record, field: field, since: since, value: value))
    }

    /// Orders the values for reading; nothing may be set afterwards.
    mutating func finish() {
        let sorted = values.enumerated().sorted { left, right in
            (left.element.record, left.element.field, left.element.since, left.offset)
                < (right.element.record, right.element.field, right.element.since, right.offset)
        }
        values = sorted.map(\.element)
        starts = Array(repeating: Int32(values.count), count: names.count + 1)
        for (place, entry) in values.enumerated().reversed() { starts[Int(entry.record)] = Int32(place) }
        for record in stride(from: names.count - 1, through: 0, by: -1) where starts[record] > starts[record + 1] {
            starts[record] = starts[record + 1]
        }
    }

    /// The value a record's field had at a moment (rules.md §4a.10); nil when nothing was known.
    func value(_ record: Int32, _ field: FieldID, at moment: Int64) -> Value? {
        guard record >= 0, Int(record) < names.count else { return nil }
        var found: Value?
        for place in Int(starts[Int(record)])..<Int(starts[Int(record) + 1]) {
            let entry = values[place]
            guard entry.field == field, entry.since <= moment else { continue }
            found = entry.value
        }
        return found
    }
}
