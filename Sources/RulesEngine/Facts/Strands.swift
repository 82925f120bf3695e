/// Walks rows of one kind by time that stand in one stretch of the index, or in two.
struct Strands {
    private var one: Range<Int>
    private var other: Range<Int>

    init(_ one: Range<Int>, _ other: Range<Int> = 0..<0) {
        self.one = one
        self.other = other
    }

    /// Leaves out what began before a moment.
    mutating func drop(before moment: Int64, _ index: RowIndex) {
        one = index.firstPlace(in: one, from: moment)..<one.upperBound
        if !other.isEmpty { other = index.firstPlace(in: other, from: moment)..<other.upperBound }
    }

    /// Leaves out what began after a moment.
    mutating func drop(after moment: Int64, _ index: RowIndex) {
        one = one.lowerBound..<index.firstPlace(in: one, after: moment)
        if !other.isEmpty { other = other.lowerBound..<index.firstPlace(in: other, after: moment) }
    }

    /// The place of the earliest row that is left.
    mutating func popFirst(_ index: RowIndex) -> Int? {
        if let second = other.first, one.isEmpty || index[second] < index[one.lowerBound] { return other.popFirst() }
        return one.popFirst()
    }

    /// The place of the latest row that is left.
    mutating func popLast(_ index: RowIndex) -> Int? {
        if let second = other.last, one.isEmpty || index[second] > index[one.upperBound - 1] { return other.popLast() }
        return one.popLast()
    }
}
