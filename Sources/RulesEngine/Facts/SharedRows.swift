/// Where the rows stand of those who have the same in a field that links people, such as the same organization: found by
/// the value, so that "someone else there" looks at nobody from elsewhere.
struct SharedRows: Sendable {
    /// A value of a field; nil for those of whom nobody knows it.
    private struct Key: Hashable {
        let field: FieldID
        let value: Value?
    }

    /// The rows by field and value, those of one value by kind and time.
    private(set) var rows: [Int32] = []
    private var numbers: [Key: Int] = [:]
    private var starts: [Int32] = [0]
    private var behind = 0

    /// No fields link anybody.
    init() {}

    /// Groups rows that come by kind and time; their places begin `behind` other rows.
    init(_ given: [Int32], _ facts: Facts, linking fields: [FieldID], behind: Int) {
        self.behind = behind
        var found: [(group: Int, row: Int32)] = []
        for field in fields {
            for row in given where facts.persons[Int(row)] != Facts.none {
                let value = facts.records.value(facts.persons[Int(row)], field, at: facts.begins[Int(row)])
                let key = Key(field: field, value: value == .dontKnow ? nil : value)
                let group = numbers[key, default: numbers.count]
                numbers[key] = group
                found.append((group, row))
            }
        }
        let ordered = RowGroups(found.indices.map(Int32.init), into: numbers.count) { found[Int($0)].group }.parts
        starts = ordered.starts
        rows = ordered.rows.map { found[Int($0)].row }
    }

    /// The places of those who have a value, by kind and time.
    func places(_ field: FieldID, _ value: Value?) -> Range<Int> {
        guard let group = numbers[Key(field: field, value: value)] else { return 0..<0 }
        return (behind + Int(starts[group]))..<(behind + Int(starts[group + 1]))
    }
}
