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
    var arranged: [Int64] = []
    /// When it starts, by the latest word on it.
    var starts: [Int64] = []
    var ends: [Int64] = []
    var outcomes: [Outcome] = []
    /// The row that planned it, and the row that says it was held; `Facts.none` without one.
    var plannedRows: [Int32] = []
    var heldRows: [Int32] = []
    private var byPerson: [Int32: [Int32]] = [:]

    var count: Int { starts.count }

    /// Adds an episode and gives its number.
    mutating func add(kind: Int, person: Int32, arranged moment: Int64, starts begin: Int64, ends end: Int64) -> Int32 {
        kinds.append(Int32(kind))
        persons.append(person)
        arranged.append(moment)
        starts.append(begin)
        ends.append(end)
        outcomes.append(.open)
        plannedRows.append(Facts.none)
        heldRows.append(Facts.none)
        byPerson[person, default: []].append(Int32(starts.count - 1))
        return Int32(starts.count - 1)
    }

    /// The open episode of a kind with a person that starts nearest to a moment, among those `fits` accepts.
    func nearestOpen(kind: Int, person: Int32, to moment: Int64, where fits: (Int) -> Bool) -> Int32? {
        var best: Int32?
        var distance = Int64.max
        for candidate in byPerson[person] ?? [] {
            let number = Int(candidate)
            guard Int(kinds[number]) == kind, outcomes[number] == .open, fits(number) else { continue }
            let away = abs(starts[number] - moment)
            if away < distance {
                best = candidate
                distance = away
            }
        }
        return best
    }
}
