/// Where the rows of each kind stand: all rows by kind, person and time, behind them all rows by kind and time, and behind
/// those the rows by what their person has in a field that links people, such as the organization.
///
/// A place in it stands for a row. The time a row began stands beside it, so that a search looks at nothing else.
struct RowIndex: Sendable {
    private var rows: [Int32] = []
    private var times: [Int64] = []
    /// Where the rows of each kind and block of people begin.
    private var blockStarts: [Int32] = [0]
    /// Where the rows by kind and time begin, and where they end.
    private var byTime = 0..<0
    private var personKinds = PersonKinds()
    private var shared = SharedRows()
    /// How many blocks of people there are.
    private(set) var blockCount = 1

    /// How many people, by the numbers of their records, a block has: so many that what is known of them fits into the
    /// cache of a processor.
    static let peopleOfBlock = 128

    /// No rows.
    init() {}

    /// The index of the rows of `byPerson`, which come by person and time, and of `byTime`, the same rows by time;
    /// `linking` are the fields that link people.
    init(byPerson: [Int32], byTime: [Int32], _ facts: Facts, kindCount: Int, linking: [FieldID]) {
        let kind = { (row: Int32) in Int(facts.kinds[Int(row)].raw) }
        let blocks = Self.block(of: Int32(facts.records.count - 1)) + 1
        blockCount = blocks
        let (starts, ofPersons) = RowGroups(byPerson, into: kindCount * blocks) { row in
            kind(row) * blocks + Self.block(of: facts.persons[Int(row)])
        }.parts
        blockStarts = starts
        let ofTimes = RowGroups(byTime, into: kindCount, by: kind).parts.rows
        self.byTime = ofPersons.count..<(ofPersons.count + ofTimes.count)
        shared = SharedRows(ofTimes, facts, linking: linking, behind: self.byTime.upperBound)
        rows = ofPersons + ofTimes + shared.rows
        times = rows.map { facts.begins[Int($0)] }
        personKinds = PersonKinds(
            ofPersons.map { facts.persons[Int($0)] },
            kindStarts: (0...kindCount).map { starts[$0 * blocks] }, personCount: facts.records.count)
    }

    /// The row at a place.
    subscript(_ place: Int) -> Int { Int(rows[place]) }

    /// When the row at a place began.
    func begins(_ place: Int) -> Int64 { times[place] }

    /// The places of a kind's rows by person and time: with everybody, or with the people of one block.
    func placesByPerson(of kind: KindID, block: Int? = nil) -> Range<Int> {
        let first = Int(kind.raw) * blockCount
        guard let block else { return Int(blockStarts[first])..<Int(blockStarts[first + blockCount]) }
        return Int(blockStarts[first + block])..<Int(blockStarts[first + block + 1])
    }

    /// The block a person is in (`Facts.none`: nobody); the blocks come in the order of the records.
    static func block(of person: Int32) -> Int { (Int(person) + 1) / peopleOfBlock }

    /// The people of a block.
    static func people(ofBlock block: Int) -> Range<Int32> {
        let first = Int32(block * peopleOfBlock) - 1
        return first..<(first + Int32(peopleOfBlock))
    }

    /// The places of a kind's rows with a person (`Facts.none`: with nobody), or of all its rows, in time order.
    func places(of kind: KindID, with person: Int32?) -> Range<Int> {
        if let person { return personKinds.places(of: kind, with: person) }
        let places = placesByPerson(of: kind)
        return (places.lowerBound + byTime.lowerBound)..<(places.upperBound + byTime.lowerBound)
    }

    /// The places of a kind's rows with people who have a value in a field that links people (nil: of whom nobody knows
    /// it), as of the row and in time order.
    func places(of kind: KindID, sharing field: FieldID, _ value: Value?, _ facts: Facts) -> Range<Int> {
        let places = shared.places(field, value)
        let first = places.firstPlace { facts.kinds[Int(rows[$0])] >= kind }
        return first..<(first..<places.upperBound).firstPlace { facts.kinds[Int(rows[$0])] > kind }
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
