/// Walks the rows of several kinds by person and time, or by time alone; the rows of each kind are in that order already.
struct RowMerge {
    /// In which order the rows come.
    enum Order { case byPerson, byTime }

    /// What is left of one kind's rows, and the first of it.
    private struct Strand {
        var places: Range<Int>
        var person: Int32
        var row: Int32
    }

    private let order: Order
    private var strands: [Strand] = []
    /// The only strand, when there is one kind.
    private var alone: Strand?

    private init(_ order: Order) { self.order = order }

    // What takes all facts is a function: an initializer would own, and so copy, them.

    /// The rows of these kinds; a kind that is named twice counts once. By person those of one block, when one is given.
    static func rows(of kinds: [KindID], _ order: Order, _ facts: Facts, block: Int? = nil) -> RowMerge {
        var merge = RowMerge(order)
        for place in kinds.indices where !kinds[..<place].contains(kinds[place]) {
            let places =
                order == .byTime
                ? facts.index.places(of: kinds[place], with: nil)
                : facts.index.placesByPerson(of: kinds[place], block: block)
            guard let strand = strand(places, order, facts) else { continue }
            if kinds.count == 1 { merge.alone = strand } else { merge.strands.append(strand) }
        }
        return merge
    }

    private static func strand(_ places: Range<Int>, _ order: Order, _ facts: Facts) -> Strand? {
        guard let first = places.first else { return nil }
        let row = facts.index[first]
        let person = order == .byTime ? Facts.none : facts.rows[row].person
        return Strand(places: places.dropFirst(), person: person, row: Int32(row))
    }

    /// The next row; nil at the end.
    mutating func next(_ facts: Facts) -> Int? {
        if let strand = alone {
            alone = Self.strand(strand.places, order, facts)
            return Int(strand.row)
        }
        guard var least = strands.indices.first else { return nil }
        for place in strands.indices.dropFirst() where comes(strands[place], before: strands[least]) { least = place }
        let row = strands[least].row
        if let rest = Self.strand(strands[least].places, order, facts) {
            strands[least] = rest
        } else {
            strands.remove(at: least)
        }
        return Int(row)
    }

    private func comes(_ left: Strand, before right: Strand) -> Bool {
        (left.person, left.row) < (right.person, right.row)
    }
}
