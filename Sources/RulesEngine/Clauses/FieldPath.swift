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
    ///
    /// The answer "don't know" is missing like no answer; the answer "none" on the way is the fact.
    func value(from row: Int32, record: Int32, at moment: Int64, in facts: Facts) -> Result<Value, Missing> {
        let isOfRow = row != Facts.none && !fromMe
        let origin = isOfRow ? Facts.none : fromMe ? 0 : record
        let found = known(facts.known(first, row: isOfRow ? row : Facts.none, record: origin, at: moment))
        guard let second else { return found }
        let next = value(of: second, from: found, at: moment, in: facts)
        guard let third else { return next }
        return value(of: third, from: next, at: moment, in: facts)
    }

    /// One step on: from a record to a field of it; what is no record stays as it is.
    private func value(
        of field: FieldID, from found: Result<Value, Missing>, at moment: Int64, in facts: Facts
    ) -> Result<Value, Missing> {
        guard case .success(let value) = found, value.tag == .record else { return found }
        let owner = Int32(value.bits)
        return known(facts.known(field, row: Facts.none, record: owner, at: moment))
    }

    private func known(_ value: Result<Value, MissingValue>) -> Result<Value, Missing> {
        value.mapError { missing in
            let isOfRow = missing.row != Facts.none
            return Missing(
                fact: isOfRow
                    ? MissingFact(field: missing.field, row: missing.row)
                    : MissingFact(field: missing.field, record: missing.record))
        }
    }

    /// What is missing on the way to a fact.
    struct Missing: Error { let fact: MissingFact }

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
