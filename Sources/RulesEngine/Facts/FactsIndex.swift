extension Facts {
    /// Adds the next row in time order.
    mutating func append(_ draft: RowDraft) {
        rows.append(FactRow(draft))
        if draft.flags.contains(.dayOnly) { uncertainty = max(uncertainty, draft.ends - draft.begins) }
    }

    /// Sorts the rows by kind, person and time, and by what `linking` fields say of their people; rows that only stand in
    /// a noted plan are left out.
    mutating func index(kindCount: Int, linking: [FieldID]) {
        let rows = (0..<Int32(count)).filter { !has(Int($0), .intended) }
        ofPerson = RowGroups(rows, into: records.count + 1) { Int(persons[Int($0)]) + 1 }
        index = RowIndex(
            byPerson: ofPerson.parts.rows, byTime: rows, self, kindCount: kindCount, linking: linking)
        ofEpisode = RowGroups(rows, into: episodes.count) { row in
            let episode = episodesOfRows[Int(row)]
            return episode == Facts.none ? nil : Int(episode)
        }
        indexParts()
    }

    /// Lays out the values of the lines by person and time, the order in which they are read; `ofLines` says where each
    /// line's values stand now.
    mutating func packFields(_ ofLines: [Range<Int>]) {
        let (ids, values) = (fieldIDs, fieldValues)
        fieldIDs.removeAll(keepingCapacity: true)
        fieldValues.removeAll(keepingCapacity: true)
        var packed = [Int32](repeating: Facts.none, count: ofLines.count)
        for row in rows.indices.sorted(by: { (rows[$0].person, $0) < (rows[$1].person, $1) }) {
            let line = Int(rows[row].line)
            if packed[line] == Facts.none {
                packed[line] = Int32(fieldIDs.count)
                fieldIDs += ids[ofLines[line]]
                fieldValues += values[ofLines[line]]
            }
            rows[row].firstField = packed[line]
            rows[row].fieldCount = UInt16(clamping: ofLines[line].count)
        }
    }

    /// Parts stand as they were listed, whatever their times.
    private mutating func indexParts() {
        let parts = (0..<Int32(count)).filter { parents[Int($0)] != Facts.none }
        let listed = parts.sorted { (lines[Int($0)], $0) < (lines[Int($1)], $1) }
        ofWhole = RowGroups(listed, into: parts.isEmpty ? 0 : count) { Int(parents[Int($0)]) }
    }

    /// The rows with a person (`Facts.none`: with nobody), in time order.
    func rows(with person: Int32) -> ArraySlice<Int32> { ofPerson[Int(person) + 1] }
}
