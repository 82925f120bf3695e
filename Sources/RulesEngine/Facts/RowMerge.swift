/// Walks the rows of several kinds by person and time, or by time alone; the rows of each kind are in that order already.
struct RowMerge {
    /// In which order the rows come.
    enum Order { case byPerson, byTime }

    /// What is left of one kind's rows, and the first of it.
    private struct Strand {
        var places: Range<Int>
        var person: Int32
        var row: Int32

        init?(_ places: Range<Int>, _ order: Order, _ facts: Facts) {
            guard let first = places.first else { return nil }
            self.places = places.dropFirst()
            row = Int32(facts.index[first])
            person = order == .byTime ? Facts.none : facts.persons[Int(row)]
        }
    }

    private let order: Order
    private var strands: [Strand]

    /// The rows of these kinds; a kind that is named twice counts once.
    init(_ kinds: [KindID], _ order: Order, _ facts: Facts) {
        self.order = order
        strands = kinds.indices.compactMap { place in
            if kinds[..<place].contains(kinds[place]) { return nil }
            let index = facts.index
            let kind = kinds[place]
            let places = order == .byTime ? index.places(of: kind, with: nil) : index.placesByPerson(of: kind)
            return Strand(places, order, facts)
        }
    }

    /// The next row; nil at the end.
    mutating func next(_ facts: Facts) -> Int? {
        guard var least = strands.indices.first else { return nil }
        for place in strands.indices.dropFirst() where comes(strands[place], before: strands[least]) { least = place }
        let row = strands[least].row
        if let rest = Strand(strands[least].places, order, facts) {
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
