import RulesEngine

/// The fields of one record, as the lines written about them leave them.
struct FieldHistory {
    /// The fields in the order they were first written; the values of one field stand together, dated ones in order.
    private(set) var lines: [FieldLine] = []

    /// A record of which nothing is known, or one with these fields.
    init(_ lines: [FieldLine] = []) {
        for line in lines.inWritingOrder { write(line) }
    }

    /// Writes one more line: dated, it replaces the value of that date; undated, all the field held before.
    ///
    /// A line without values that is no list only takes away: what it would replace is not known any more.
    mutating func write(_ line: FieldLine) {
        let place = place(for: line)
        let isReplaced = lines.map { $0.isSameField(as: line) && (line.since == nil || $0.isSameDate(as: line)) }
        let left = zip(lines, isReplaced).filter { !$0.1 }.map(\.0)
        let shift = isReplaced[..<place].count { $0 }
        lines = left
        if line.isList || !line.values.isEmpty { lines.insert(line, at: place - shift) }
    }

    /// Writes those lines that say something new, and gives them in the order in which they have to be written.
    mutating func takeNew(from written: [FieldLine]) -> [FieldLine] {
        written.inWritingOrder.filter { line in
            guard !contains(line) else { return false }
            write(line)
            return true
        }
    }

    private func contains(_ line: FieldLine) -> Bool {
        let written = FieldKey(line)
        return lines.contains { FieldKey($0) == written }
    }

    /// After the earlier values of the same field; undated lines stand before dated ones.
    private func place(for line: FieldLine) -> Int {
        let field = lines.firstIndex { $0.isSameField(as: line) }
        guard line.since != nil else { return field ?? lines.endIndex }
        let earlier = lines.lastIndex { $0.isSameField(as: line) && !$0.isLater(than: line) }
        return earlier.map { $0 + 1 } ?? field ?? lines.endIndex
    }
}

extension [FieldLine] {
    /// The same lines, those of one field together and its undated one first, which would replace the dated ones.
    var inWritingOrder: [FieldLine] {
        var seen: Set<String> = []
        let names = map(\.name.text).filter { name in seen.insert(name).inserted }
        let fields = Dictionary(grouping: self, by: \.name.text)
        return names.flatMap { name in
            let lines = fields[name] ?? []
            return lines.filter { $0.since == nil } + lines.filter { $0.since != nil }
        }
    }
}

extension FieldLine {
    fileprivate func isSameField(as other: FieldLine) -> Bool {
        name.text == other.name.text
    }

    fileprivate func isSameDate(as other: FieldLine) -> Bool {
        since.map(TimeKey.init) == other.since.map(TimeKey.init)
    }

    fileprivate func isLater(than other: FieldLine) -> Bool {
        (since?.start ?? .distantPast) > (other.since?.start ?? .distantPast)
    }
}
