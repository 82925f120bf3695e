/// The episodes of a log, such as meetings: each one record, however many lines speak of it (rules.md §4a.3).
struct EpisodeTable: Sendable {
    /// What is known of how an episode went.
    enum Outcome: UInt8, Sendable {
        /// It lies ahead, or nobody has said.
        case open
        /// It took place.
        case held
        /// It was called off.
        case cancelled
        /// Somebody did not come.
        case missed
    }

    private(set) var kinds: [Int32] = []
    private(set) var persons: [Int32] = []
    /// When it was arranged; `Int64.max` when it was never planned.
    private(set) var arranged: [Int64] = []
    /// When it starts, by the latest word on it; of a day without a time the last second, `Int64.max` when nobody said.
    private(set) var starts: [Int64] = []
    private(set) var ends: [Int64] = []
    private(set) var outcomes: [Outcome] = []
    /// The row that planned it, and the row that says it was held; `Facts.none` without one.
    private(set) var plannedRows: [Int32] = []
    private(set) var heldRows: [Int32] = []
    /// The line that speaks of it first: one line with two people makes two episodes that belong together.
    private(set) var lines: [Int32] = []
    /// When it was to start before it was moved, oldest first; only of those that were.
    private(set) var earlierStarts: [Int32: [Int64]] = [:]
    /// The open ones of one kind and person, in the order of their starts.
    private var open: [Key: [Int32]] = [:]

    private struct Key: Hashable {
        let kind: Int32
        let person: Int32
    }

    var count: Int { starts.count }

    // MARK: Telling what happened

    /// Adds an episode that a row plans and gives its number.
    mutating func plan(kind: Int, person: Int32, row: Int32, line: Int32, arranged moment: Int64, _ time: Range<Int64>)
        -> Int32
    {
        let number = add(kind: kind, person: person, line: line, arranged: moment, time)
        plannedRows[Int(number)] = row
        insert(number)
        return number
    }

    /// Adds an episode that took place without a plan and gives its number; `hold` says which row tells so.
    mutating func add(kind: Int, person: Int32, line: Int32, arranged moment: Int64 = .max, _ time: Range<Int64>)
        -> Int32
    {
        kinds.append(Int32(kind))
        persons.append(person)
        arranged.append(moment)
        starts.append(time.lowerBound)
        ends.append(time.upperBound)
        outcomes.append(.open)
        plannedRows.append(Facts.none)
        heldRows.append(Facts.none)
        lines.append(line)
        return Int32(starts.count - 1)
    }

    /// A row says that an episode took place.
    mutating func hold(_ number: Int32, row: Int32, _ time: Range<Int64>) {
        close(number, .held)
        heldRows[Int(number)] = row
        starts[Int(number)] = time.lowerBound
        ends[Int(number)] = time.upperBound
    }

    /// An episode has its outcome: it is open no more.
    mutating func close(_ number: Int32, _ outcome: Outcome) {
        remove(number)
        outcomes[Int(number)] = outcome
    }

    /// An episode is given another time.
    mutating func move(_ number: Int32, to time: Range<Int64>) {
        let isOpen = outcomes[Int(number)] == .open
        if isOpen { remove(number) }
        earlierStarts[number, default: []].append(starts[Int(number)])
        starts[Int(number)] = time.lowerBound
        ends[Int(number)] = time.upperBound
        if isOpen { insert(number) }
    }

    // MARK: Finding open ones

    /// Which episodes come into question: those arranged by a moment that start within a range.
    struct Search {
        let kind: Int
        let person: Int32
        let arrangedBy: Int64
        let starting: ClosedRange<Int64>
    }

    /// The open episode in question that starts nearest to a moment; the earlier one of two as near.
    func nearestOpen(_ search: Search, to moment: Int64) -> Int32? {
        let list = open[Key(kind: Int32(search.kind), person: search.person)] ?? []
        let middle = list.indices.firstPlace { starts[Int(list[$0])] >= moment }
        let before = list[..<middle].reversed().lazy.prefix { starts[Int($0)] >= search.starting.lowerBound }
            .first { fits($0, search) }
        let after = list[middle...].lazy.prefix { starts[Int($0)] <= search.starting.upperBound }
            .first { fits($0, search) }
        guard let before, let after else { return before ?? after }
        return away(after, moment) < away(before, moment) ? after : before
    }

    private func fits(_ number: Int32, _ search: Search) -> Bool {
        search.starting.contains(starts[Int(number)]) && arranged[Int(number)] <= search.arrangedBy
    }

    private func away(_ number: Int32, _ moment: Int64) -> UInt64 { starts[Int(number)].distance(from: moment) }

    // MARK: Keeping the open ones in order

    private func key(_ number: Int32) -> Key { Key(kind: kinds[Int(number)], person: persons[Int(number)]) }

    private func comes(_ left: Int32, before right: Int32) -> Bool {
        (starts[Int(left)], left) < (starts[Int(right)], right)
    }

    private func place(of number: Int32, in list: [Int32]) -> Int {
        list.indices.firstPlace { !comes(list[$0], before: number) }
    }

    private mutating func insert(_ number: Int32) {
        let place = place(of: number, in: open[key(number)] ?? [])
        open[key(number), default: []].insert(number, at: place)
    }

    private mutating func remove(_ number: Int32) {
        guard let list = open[key(number)] else { return }
        let place = place(of: number, in: list)
        if place < list.count, list[place] == number { open[key(number)]?.remove(at: place) }
    }
}

extension Int64 {
    /// How far two moments are apart, however far that is.
    fileprivate func distance(from other: Int64) -> UInt64 {
        self > other ? UInt64(bitPattern: self &- other) : UInt64(bitPattern: other &- self)
    }
}
