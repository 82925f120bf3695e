extension Facts {
    mutating func reserve(_ rows: Int) {
        kinds.reserveCapacity(rows)
        begins.reserveCapacity(rows)
        ends.reserveCapacity(rows)
        persons.reserveCapacity(rows)
        episodesOfRows.reserveCapacity(rows)
        parents.reserveCapacity(rows)
        partFields.reserveCapacity(rows)
        flags.reserveCapacity(rows)
        lines.reserveCapacity(rows)
    }

    /// Adds the next row in time order.
    mutating func append(_ row: RowDraft) {
        kinds.append(row.kind)
        begins.append(row.begins)
        ends.append(row.ends)
        persons.append(row.person)
        episodesOfRows.append(Facts.none)
        parents.append(row.parent)
        partFields.append(row.partField)
        flags.append(row.flags)
        lines.append(row.source)
        if row.flags.contains(.dayOnly) { uncertainty = max(uncertainty, row.ends - row.begins) }
    }

    /// Sorts the rows by kind and time, and by kind, person and time; rows that only stand in a noted plan are left
    /// out of both.
    mutating func index(kindCount: Int) {
        let rows = (0..<Int32(count)).filter { !has(Int($0), .intended) }
        (kindStarts, byTime) = RowGroups(rows, into: kindCount) { Int(kinds[Int($0)].raw) }.parts
        ofPerson = RowGroups(rows, into: records.count + 1) { Int(persons[Int($0)]) + 1 }
        byPerson = RowGroups(ofPerson.parts.rows, into: kindCount) { Int(kinds[Int($0)].raw) }.parts.rows
        byPersonPersons = byPerson.map { persons[Int($0)] }
        ofEpisode = RowGroups(rows, into: episodes.count) { row in
            let episode = episodesOfRows[Int(row)]
            return episode == Facts.none ? nil : Int(episode)
        }
        indexParts()
    }

    /// Parts stand as they were listed, whatever their times.
    private mutating func indexParts() {
        let parts = (0..<Int32(count)).filter { parents[Int($0)] != Facts.none }
        let listed = parts.sorted { (lines[Int($0)], $0) < (lines[Int($1)], $1) }
        ofWhole = RowGroups(listed, into: parts.isEmpty ? 0 : count) { Int(parents[Int($0)]) }
    }

    /// All rows, by person and time.
    var rowsByPerson: [Int32] { ofPerson.parts.rows }

    /// The rows with a person (`Facts.none`: with nobody), in time order.
    func rows(with person: Int32) -> ArraySlice<Int32> { ofPerson[Int(person) + 1] }
}
