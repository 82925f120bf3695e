extension Facts {
    mutating func reserve(_ rows: Int) {
        kinds.reserveCapacity(rows)
        begins.reserveCapacity(rows)
        ends.reserveCapacity(rows)
        persons.reserveCapacity(rows)
    }

    /// Adds the next row in time order.
    mutating func append(_ row: RowDraft, _ values: [(FieldID, Value)]) {
        if row.parent != Facts.none { partsOfRow[row.parent, default: []].append(Int32(count)) }
        kinds.append(row.kind)
        begins.append(row.begins)
        ends.append(row.ends)
        persons.append(row.person)
        episodesOfRows.append(Facts.none)
        parents.append(row.parent)
        partFields.append(row.partField)
        flags.append(row.flags)
        lines.append(row.source)
        for (field, value) in values {
            fieldIDs.append(field)
            fieldValues.append(value)
        }
        fieldStarts.append(Int32(fieldIDs.count))
    }

    /// Sorts the rows by kind and time, and by kind, person and time; rows that only stand in a noted plan are left
    /// out.
    mutating func index(kindCount: Int) {
        let rows = (0..<Int32(count)).filter { !has(Int($0), .intended) }
        byTime = grouped(rows, into: kindCount) { Int(kinds[Int($0)].raw) }
        kindStarts = starts(of: byTime, into: kindCount) { Int(kinds[Int($0)].raw) }
        let withPeople = grouped(rows, into: records.count + 1) { Int(persons[Int($0)]) + 1 }
        byPerson = grouped(withPeople, into: kindCount) { Int(kinds[Int($0)].raw) }
        byPersonPersons = byPerson.map { persons[Int($0)] }
        byPersonBegins = byPerson.map { begins[Int($0)] }
    }

    /// A counting sort: rows by group, those of one group in the order given.
    private func grouped(_ rows: [Int32], into groups: Int, by group: (Int32) -> Int) -> [Int32] {
        var next = starts(of: rows, into: groups, by: group)
        var sorted = [Int32](repeating: 0, count: rows.count)
        for row in rows {
            let place = group(row)
            sorted[Int(next[place])] = row
            next[place] += 1
        }
        return sorted
    }

    /// Where each group starts; one more entry than there are groups.
    private func starts(of rows: [Int32], into groups: Int, by group: (Int32) -> Int) -> [Int32] {
        var starts = [Int32](repeating: 0, count: groups + 1)
        for row in rows { starts[group(row) + 1] += 1 }
        for place in 0..<groups { starts[place + 1] += starts[place] }
        return starts
    }
}
