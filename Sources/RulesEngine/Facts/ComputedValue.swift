/// A value that is not known: which field, and of which record or row.
struct MissingValue: Error {
    let field: FieldID
    let record: Int32
    let row: Int32
}

extension Facts {
    /// What a field of an activity or record is at a moment: what was written, or what is worked out from it. When it is not
    /// known, what is missing.
    func known(_ field: FieldID, row: Int32, record: Int32, at moment: Int64) -> Result<Value, MissingValue> {
        if !computed.isEmpty, let way = computed[field] { return worked(way, row: row, record: record, at: moment) }
        let written = row == Facts.none ? records.value(record, field, at: moment) : value(Int(row), field)
        guard let written, written != .dontKnow else {
            return .failure(MissingValue(field: field, record: row == Facts.none ? record : Facts.none, row: row))
        }
        return .success(written)
    }

    private func worked(
        _ computed: ComputedField, row: Int32, record: Int32, at moment: Int64
    ) -> Result<Value, MissingValue> {
        switch computed.operand {
        case .activities(let kinds):
            return .success(worked(computed.way, kinds, ofPerson: row == Facts.none ? record : person(of: row), moment))
        case .fields(let fields):
            if computed.way == .count, let list = fields.first, row != Facts.none, let parts = parts(list, of: row) {
                return .success(.number(Double(parts)))
            }
            var values: [Value] = []
            for field in fields {
                switch known(field, row: row, record: record, at: moment) {
                case .success(let value): values.append(value)
                case .failure(let missing): return .failure(missing)
                }
            }
            return .success(worked(computed.way, values, at: moment))
        }
    }

    private func person(of row: Int32) -> Int32 { rows[Int(row)].person }

    /// How many parts a list of an activity holds; nil when it was not written, and what it holds is no activities.
    private func parts(_ list: FieldID, of row: Int32) -> Int? {
        let count = ofWhole[Int(row)].count { partFields[Int($0)] == list }
        return count > 0 ? count : nil
    }

    // MARK: From fields

    private func worked(_ way: ComputedField.Way, _ values: [Value], at moment: Int64) -> Value {
        guard let first = values.first, !values.contains(.nothing) else { return .nothing }
        switch way {
        case .count: return .number(Double(elements(first).count))
        case .sum: return values.dropFirst().reduce(first) { $0.adding($1, sign: 1) }
        case .difference: return values.dropFirst().reduce(first) { $0.adding($1, sign: -1) }
        case .ratio:
            let divisor = values[1].amount
            return divisor == 0 ? .nothing : .number(first.amount / divisor)
        case .daysSince:
            let past = first.tag == .date ? Int32(clamping: first.bits) : day(first.bits)
            return .number(Double(day(moment) - past))
        }
    }

    // MARK: From activities

    /// What has been done with a person by a moment; with anybody when the record is the person themselves.
    private func worked(_ way: ComputedField.Way, _ kinds: [KindID], ofPerson person: Int32, _ moment: Int64) -> Value {
        var count = 0
        var latest = Int64.min
        for kind in kinds {
            let places = index.places(of: kind, with: person == 0 ? nil : person)
            let end = index.firstPlace(in: places, after: moment)
            count += end - places.lowerBound
            guard end > places.lowerBound else { continue }
            latest = max(latest, begins[index[end - 1]])
        }
        if way == .count { return .number(Double(count)) }
        return latest == .min ? .nothing : .number(Double(day(moment) - day(latest)))
    }

    private func day(_ seconds: Int64) -> Int32 {
        zone.wallTime(at: Instant(seconds: seconds)).day.number
    }
}

extension Value {
    /// A number, or the seconds of a duration.
    fileprivate var amount: Double { tag == .number ? number : Double(bits) }

    /// The moment a date or an instant begins, in seconds; calendar days begin at midnight UTC here, which leaves their
    /// differences whole days.
    fileprivate var seconds: Int64 { tag == .date ? bits * 86_400 : bits }

    fileprivate func adding(_ other: Value, sign: Int64) -> Value {
        if tag == .number { return .number(number + Double(sign) * other.number) }
        return Value(tag: .duration, bits: seconds + sign * other.seconds)
    }
}
