/// Where the lines of a file stand that begin with the same name.
///
/// What an author does everywhere else is most probably what was meant here, too: when every `verdict` but one stands
/// after eight spaces, the one that does not is the line to look at.
struct UsualPlaces {
    /// Where a line begins: the column of its dash or, without one, of its name.
    struct Place: Hashable {
        let column: Int
        let hasDash: Bool

        init(of line: SourceLine) {
            column = line.column
            hasDash = line.hasDash
        }

        /// The column of the name.
        var itemColumn: Int { hasDash ? column + 2 : column }
    }

    private let table: LineTable
    /// The lines of each name, in order.
    private let lines: [String: [SourceLine]]

    /// Looks at all lines of a file that have a name.
    init(_ table: LineTable) {
        self.table = table
        let named = (1...max(1, table.count)).map(table.sourceLine).filter(Self.hasName)
        lines = Dictionary(grouping: named, by: Self.name)
    }

    /// Whether a line begins with a name, and not with a sign that was meant as a dash.
    private static func hasName(_ line: SourceLine) -> Bool {
        !line.isSilent && line.colon != nil && !"-–—•*".contains(line.text(line.name).prefix(1))
    }

    /// Times are one name: `Mon 10:00` and `day 8 09:00` begin the same kind of line.
    private static func name(of line: SourceLine) -> String {
        let name = line.text(line.name)
        return name.contains(":") ? ":" : name
    }

    /// Where a line most probably belongs, with another line that stands so; nil when it stands as others of its name
    /// do, or when there are none.
    func other(than line: SourceLine) -> (place: Place, example: SourceLine)? {
        guard Self.hasName(line) else { return nil }
        let others = (lines[Self.name(of: line)] ?? []).filter { $0.number != line.number && !$0.hasTab }
        let own = Place(of: line)
        guard !others.isEmpty, line.hasTab || !others.contains(where: { Place(of: $0) == own }) else { return nil }
        let open = openColumns(above: line)
        // How far a Tab moves a line is not known, so the innermost place is taken then.
        let distance = { (other: SourceLine) in
            let place = Place(of: other)
            let columns = line.hasTab ? -place.column : abs(place.itemColumn - line.itemColumn)
            return (columns, abs(other.number - line.number))
        }
        let best = others.filter { open.contains(Place(of: $0).column) }.min { distance($0) < distance($1) }
        return best.map { (Place(of: $0), $0) }
    }

    /// The columns at which a line can begin, by the lines above it.
    private func openColumns(above line: SourceLine) -> Set<Int> {
        var columns: Set = [0]
        var limit = Int.max
        var above = table.lineAbove(line) { !$0.hasTab }
        if let above, above.colon != nil, above.value.isEmpty { columns.insert(above.itemColumn + 2) }
        while let next = above, limit > 0 {
            if next.column < limit {
                columns.formUnion([next.column, next.itemColumn].filter { $0 < limit })
                limit = next.column
            }
            above = table.lineAbove(next) { !$0.hasTab }
        }
        return columns
    }
}
