/// The way from an activity to a fact: `length`, `person.level`, `me.state`, at most three steps.
struct FieldPath: Sendable, Hashable {
    /// True when it starts at the person's own record.
    let fromMe: Bool
    private let first: FieldID
    private let second: FieldID?
    private let third: FieldID?

    init?(_ hops: [FieldID], fromMe: Bool) {
        guard let first = hops.first, hops.count <= 3 else { return nil }
        self.fromMe = fromMe
        self.first = first
        second = hops.count > 1 ? hops[1] : nil
        third = hops.count > 2 ? hops[2] : nil
    }

    /// The last field of the way: its type is the type of the fact.
    var field: FieldID { third ?? second ?? first }

    /// The fields in order.
    var hops: [FieldID] { [first, second, third].compactMap { $0 } }

    /// The fact as of a moment, or what is missing on the way to it. `row` may be `Facts.none` for a record's facts.
    func value(from row: Int32, record: Int32, at moment: Int64, in facts: Facts) -> Result<Value, Missing> {
        var found: Value
        if row != Facts.none && !fromMe {
            guard let value = facts.value(Int(row), first) else { return missing(first, Facts.none) }
            found = value
        } else {
            let origin = fromMe ? 0 : record
            guard let value = facts.records.value(origin, first, at: moment) else { return missing(first, origin) }
            found = value
        }
        guard let second else { return .success(found) }
        guard found.tag == .record else { return .success(found) }
        let middle = Int32(found.bits)
        guard let value = facts.records.value(middle, second, at: moment) else { return missing(second, middle) }
        guard let third else { return .success(value) }
        guard value.tag == .record else { return .success(value) }
        let last = Int32(value.bits)
        return facts.records.value(last, third, at: moment).map { .success($0) } ?? missing(third, last)
    }

    /// What is missing on the way to a fact.
    struct Missing: Error { let fact: MissingFact }

    private func missing(_ field: FieldID, _ record: Int32) -> Result<Value, Missing> {
        .failure(Missing(fact: MissingFact(field: field, record: record)))
    }

    /// The way as a rule writes it: `person.level`.
    func written(in vocabulary: Vocabulary) -> String {
        ((fromMe ? ["me"] : []) + hops.map { vocabulary[$0].name }).joined(separator: ".")
    }

    /// The way as a sentence says it: `the person's level`.
    func spoken(in vocabulary: Vocabulary) -> String {
        let titles = hops.map { vocabulary[$0].title }
        let owners = (fromMe ? ["your"] : ["the"]) + titles.dropLast().map { "\($0)'s" }
        return (owners + titles.suffix(1)).joined(separator: " ")
    }
}
