/// Rows in groups, such as those of one person or the parts of one whole, in two flat arrays.
struct RowGroups: Sendable {
    private var starts: [Int32] = [0]
    private var rows: [Int32] = []

    /// No groups.
    init() {}

    /// A counting sort: rows by group, those of one group in the order given; a row without a group is left out.
    init(_ given: some Sequence<Int32>, into count: Int, by group: (Int32) -> Int?) {
        starts = Array(repeating: 0, count: count + 1)
        for row in given { group(row).map { starts[$0 + 1] += 1 } }
        for place in 0..<count { starts[place + 1] += starts[place] }
        var next = starts
        rows = Array(repeating: 0, count: Int(starts[count]))
        for row in given {
            guard let place = group(row) else { continue }
            rows[Int(next[place])] = row
            next[place] += 1
        }
    }

    /// The rows of a group, in order; none for a group that is not there.
    subscript(_ group: Int) -> ArraySlice<Int32> {
        guard group >= 0, group + 1 < starts.count else { return [] }
        return rows[Int(starts[group])..<Int(starts[group + 1])]
    }

    /// Where each group starts, with one more entry than there are groups, and all rows.
    var parts: (starts: [Int32], rows: [Int32]) { (starts, rows) }
}
