/// A table for people: columns as wide as what stands in them, numbers to the right.
struct ColumnTable {
    /// One column.
    struct Column {
        let title: String
        let isNumber: Bool

        init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    let columns: [Column]
    let rows: [[String]]

    /// The table with its titles, a line for each row; empty without rows.
    var text: String {
        rows.isEmpty ? "" : ([columns.map(\.title)] + rows).map { line($0) + "\n" }.joined()
    }

    private func line(_ cells: [String]) -> String {
        let padded = zip(columns.indices, cells).map { place, cell in
            let blanks = String(repeating: " ", count: max(0, width(of: place) - cell.count))
            return columns[place].isNumber ? blanks + cell : cell + blanks
        }
        let line = padded.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    private func width(of place: Int) -> Int {
        (rows.map { $0[place].count } + [columns[place].title.count]).max() ?? 0
    }
}
