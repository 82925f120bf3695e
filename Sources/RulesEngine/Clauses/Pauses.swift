/// The stretches of time in which a person takes a break, in time order and apart (rules.md §4a.13).
struct Pauses {
    /// From the moment one began until the moment it ended; the upper bound is `Int64.max` while no end is known.
    private(set) var stretches: [Range<Int64>] = []

    /// The breaks a log knows of: each ends when its line says or it lapses, or earlier when a later line begins or ends
    /// one.
    init(_ facts: Facts, _ vocabulary: Vocabulary, _ frame: TimeFrame) {
        for span in vocabulary.spans where span.isPause {
            let begun = Self.moments(of: span.openedBy, facts)
            let ended = Self.moments(of: span.closedBy, facts).map(\.at)
            for (place, beginning) in begun.enumerated() {
                let next = place + 1 < begun.count ? begun[place + 1].at : .max
                let closed = ended.first { $0 >= beginning.at } ?? .max
                let written = span.until.flatMap { facts.moment(of: beginning.row, $0) } ?? .max
                let lapse = span.lapsesAfter.map { frame.end(of: $0, after: Instant(seconds: beginning.at)).seconds }
                let end = min(next, closed, written, lapse ?? .max)
                if beginning.at < end { stretches.append(beginning.at..<end) }
            }
        }
        stretches.sort { $0.lowerBound < $1.lowerBound }
    }

    private static func moments(of kinds: [KindID], _ facts: Facts) -> [(row: Int, at: Int64)] {
        kinds.flatMap { kind in
            facts.index.places(of: kind, with: nil).map { place in
                let row = facts.index[place]
                return (row, facts.begins[row])
            }
        }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// The break that holds a moment; nil when there is none.
    func stretch(at moment: Int64) -> Range<Int64>? { stretches.first { $0.contains(moment) } }

    /// Whether any part of a stretch of time lies in a break.
    func touch(_ bounds: ClosedRange<Int64>) -> Bool {
        stretches.contains { $0.lowerBound <= bounds.upperBound && bounds.lowerBound < $0.upperBound }
    }

    /// A deadline of a clock that began to run at a moment, put off by the breaks since; `Int64.max` in one without end.
    func putOff(_ deadline: Int64, since moment: Int64) -> Int64 {
        var deadline = deadline
        for stretch in stretches where stretch.upperBound > moment && stretch.lowerBound <= deadline {
            guard stretch.upperBound < .max, deadline < .max else { return .max }
            deadline += stretch.upperBound - max(stretch.lowerBound, moment)
        }
        return deadline
    }
}
