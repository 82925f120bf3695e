/// Where the rows of each kind stand: all rows by kind, person and time, and behind them all rows by kind and time.
///
/// A place in it stands for a row. The time a row began stands beside it, so that a search looks at nothing else.
struct RowIndex: Sendable {
    private var rows: [Int32] = []
    private var times: [Int64] = []
    private var kindStarts: [Int32] = [0]
    private var personKinds = PersonKinds()

    /// No rows.
    init() {}

    /// The index of the rows of `byPerson`, which come by person and time, and of `byTime`, the same rows by time.
    init(byPerson: [Int32], byTime: [Int32], _ facts: Facts, kindCount: Int) {
        let kind = { (row: Int32) in Int(facts.kinds[Int(row)].raw) }
        let (starts, ofPersons) = RowGroups(byPerson, into: kindCount, by: kind).parts
        kindStarts = starts
        rows = ofPersons + RowGroups(byTime, into: kindCount, by: kind).parts.rows
        times = rows.map { facts.begins[Int($0)] }
        personKinds = PersonKinds(
            ofPersons.map { facts.persons[Int($0)] }, kindStarts: starts, personCount: facts.records.count)
    }

    /// The row at a place.
    subscript(_ place: Int) -> Int { Int(rows[place]) }

    /// When the row at a place began.
    func begins(_ place: Int) -> Int64 { times[place] }

    /// The places of a kind's rows by person and time.
    func placesByPerson(of kind: KindID) -> Range<Int> {
        Int(kindStarts[Int(kind.raw)])..<Int(kindStarts[Int(kind.raw) + 1])
    }

    /// The places of a kind's rows with a person (`Facts.none`: with nobody), or of all its rows, in time order.
    func places(of kind: KindID, with person: Int32?) -> Range<Int> {
        if let person { return personKinds.places(of: kind, with: person) }
        let places = placesByPerson(of: kind)
        let behind = rows.count / 2
        return (places.lowerBound + behind)..<(places.upperBound + behind)
    }

    /// The first place in time order whose row began at or after a moment; the upper bound when none did.
    func firstPlace(in places: Range<Int>, from moment: Int64) -> Int {
        places.firstPlace { times[$0] >= moment }
    }

    /// The first place in time order whose row began after a moment; the upper bound when none did.
    func firstPlace(in places: Range<Int>, after moment: Int64) -> Int {
        places.firstPlace { times[$0] > moment }
    }

    // MARK: Several kinds together

    /// The first row of some kinds, with a person or with anyone, that began at or after a moment; nil when none did.
    func first(of kinds: [KindID], with person: Int32?, from moment: Int64) -> Int32? {
        least(of: kinds, with: person) { firstPlace(in: $0, from: moment) }
    }

    /// The row of some kinds, with a person or with anyone, that comes next after a row; nil when none does.
    func next(of kinds: [KindID], with person: Int32?, after row: Int32) -> Int32? {
        least(of: kinds, with: person) { places in places.firstPlace { rows[$0] > row } }
    }

    private func least(of kinds: [KindID], with person: Int32?, _ firstPlace: (Range<Int>) -> Int) -> Int32? {
        var least: Int32?
        for kind in kinds {
            let places = places(of: kind, with: person)
            let place = firstPlace(places)
            if place < places.upperBound { least = min(least ?? .max, rows[place]) }
        }
        return least
    }
}

extension Range<Int> {
    /// The first place for which a test holds that holds for all behind it, too; the upper bound when it never does.
    func firstPlace(where holds: (Int) -> Bool) -> Int {
        var (lower, upper) = (lowerBound, upperBound)
        while lower < upper {
            let middle = (lower + upper) / 2
            if holds(middle) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}
