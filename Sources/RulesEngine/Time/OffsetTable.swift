/// A zone's offsets from UTC over all time: a sorted list of changes, repeated every 400 years at its end.
///
/// A rule for later years gives the same changes every 400 years, because that is a whole number of weeks. So the rule is
/// written out once for 400 years, and a later instant is looked up in the same place of that cycle.
struct OffsetTable: Hashable, Sendable {
    /// The seconds in 400 years of the Gregorian calendar.
    static let cycle: Int64 = 146_097 * 86_400

    /// The instants at which the offset changes, ascending.
    private let changes: [Int64]

    /// The offset before each change, then the one after the last: always one more than there are changes.
    private let offsets: [Int32]

    /// The first instant of the cycle that repeats, or nil when the last offset holds for ever.
    private let cycleStart: Int64?

    /// A table without changes.
    init(offset: Int32) {
        self.init(first: offset, changes: [], cycleStart: nil)
    }

    /// A table of changes in ascending order.
    ///
    /// With `cycleStart`, the changes reach at least a day past `cycleStart + cycle`, and repeat from a day before it.
    init(first: Int32, changes: [OffsetChange], cycleStart: Int64?) {
        self.changes = changes.map(\.instant)
        self.offsets = [first] + changes.map(\.offset)
        self.cycleStart = cycleStart
    }

    /// The offset in force at an instant.
    func offset(at instant: Int64) -> Int32 {
        offsets[changesUntil(instant - cyclesBefore(instant))]
    }

    /// The instants at which the wall shows `local` seconds since 1970-01-01 00:00.
    func resolve(_ local: Int64) -> Zone.Resolution {
        let shift = cyclesBefore(local)
        return resolve(local - shift, shift: shift)
    }

    /// The first instant at which the wall shows `local`, or the first after the clocks go forward over it.
    func firstInstant(showing local: Int64) -> Instant {
        switch resolve(local) {
        case .once(let instant), .skipped(_, let instant), .twice(let instant, _): instant
        }
    }

    /// Resolves a time inside the table; `shift` is added to what is found.
    ///
    /// Offsets stay below a day, so only the stretches within a day of `local` can show it. The first of them does not
    /// begin too late to show it and the last does not end too early; if none shows it, a change between them skips it.
    private func resolve(_ local: Int64, shift: Int64) -> Zone.Resolution {
        let near = changesUntil(local - 86_400)...changesUntil(local + 86_400)
        var first: Instant?
        for stretch in near where shows(local, during: stretch) {
            let instant = Instant(seconds: local - Int64(offsets[stretch]) + shift)
            if let first { return .twice(first: first, second: instant) }
            first = instant
        }
        if let first { return .once(first) }
        for stretch in near where beginsPast(local, stretch) {
            let jump = changes[stretch - 1] + shift
            return .skipped(before: Instant(seconds: jump - 1), after: Instant(seconds: jump))
        }
        preconditionFailure("a time that no stretch shows lies between two of them")
    }

    /// Whether the wall shows `local` between change `stretch - 1` and change `stretch`.
    private func shows(_ local: Int64, during stretch: Int) -> Bool {
        guard !beginsPast(local, stretch) else { return false }
        return stretch == changes.count || local - Int64(offsets[stretch]) < changes[stretch]
    }

    /// Whether the wall already shows more than `local` when a stretch begins.
    private func beginsPast(_ local: Int64, _ stretch: Int) -> Bool {
        stretch > 0 && local - Int64(offsets[stretch]) < changes[stretch - 1]
    }

    /// How many changes there are up to and including an instant: the index of the offset in force.
    private func changesUntil(_ instant: Int64) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= instant {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// The seconds of whole cycles to take off a time past the table, so that it falls inside; 0 within the table.
    private func cyclesBefore(_ seconds: Int64) -> Int64 {
        guard let cycleStart, seconds >= cycleStart + Self.cycle else { return 0 }
        return (seconds - cycleStart) / Self.cycle * Self.cycle
    }
}
