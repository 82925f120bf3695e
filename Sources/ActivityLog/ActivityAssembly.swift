import RulesEngine

/// Puts the rows of activities together: corrections in the place of what they correct, parts into their activities.
struct ActivityAssembly {
    /// The number of each row, ascending.
    private(set) var rows: [Int64] = []
    /// What each row says, without its parts.
    var lines: [ActivityLine] = []

    /// A list of parts and the field that holds it.
    private struct List {
        let id: Int64
        let field: String
    }

    private var firstRows: [Int: Int64] = [:]
    private var lists: [Int: [List]] = [:]
    private var parts: [Int64: [Int]] = [:]
    private var partPlaces: Set<Int> = []

    /// Adds a row; rows come in ascending order. `corrects` is the first row of the same activity, `part` its list.
    mutating func append(_ line: ActivityLine, row: Int64, corrects: Int64?, part: Int64?) {
        let place = rows.count
        if let corrects { firstRows[place] = corrects }
        if let part {
            parts[part, default: []].append(place)
            partPlaces.insert(place)
        }
        rows.append(row)
        lines.append(line)
    }

    /// Adds a list of parts to the row at a place.
    mutating func addList(_ id: Int64, field: String, to place: Int) {
        lists[place, default: []].append(List(id: id, field: field))
    }

    /// Whole activities in the order of their times, those of one time in the order they were first written.
    func linesInOrder() -> [ActivityLine] {
        let places = inTimeOrder(placesInForce())
        return places.elementsEqual(lines.indices) && lists.isEmpty ? lines : places.map(wholeLine)
    }

    /// For every activity the row that holds its newest form, in the order the activities were first written.
    private func placesInForce() -> [Int] {
        guard !firstRows.isEmpty || !partPlaces.isEmpty else { return Array(lines.indices) }
        var places: [Int] = []
        var indexes: [Int64: Int] = [:]
        for place in lines.indices where !partPlaces.contains(place) {
            let first = firstRows[place] ?? rows[place]
            if let index = indexes[first] {
                places[index] = place
            } else {
                indexes[first] = places.count
                places.append(place)
            }
        }
        return places
    }

    private func inTimeOrder(_ places: [Int]) -> [Int] {
        let times = places.map { place in lines[place].at?.start ?? .distantFuture }
        let isInOrder = zip(times, times.dropFirst()).allSatisfy { earlier, later in earlier <= later }
        guard !isInOrder else { return places }
        return times.indices.sorted { (times[$0], $0) < (times[$1], $1) }.map { places[$0] }
    }

    /// The line with its parts; a part always has a later row than what holds it, so this ends whatever the rows say.
    private func wholeLine(at place: Int) -> ActivityLine {
        var line = lines[place]
        line.parts = (lists[place] ?? []).map { list in
            let places = (parts[list.id] ?? []).filter { $0 > place }
            return PartsLine(field: WrittenText(list.field), lines: places.map(wholeLine))
        }
        return line
    }
}
