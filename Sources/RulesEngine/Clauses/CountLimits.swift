extension RuleReader {
    /// `at_least` and `at_most` as keys of the rule, in whole numbers; nil, with the reason reported, when neither can be
    /// read or no number can be inside both.
    mutating func countLimits(in limits: ClosedRange<Int> = 0...10_000) -> ClosedRange<Int>? {
        let least = node["at_least"]?.readWholeNumber(
            "'at_least'", in: max(1, limits.lowerBound)...limits.upperBound, &diagnostics)
        let most = node["at_most"]?.readWholeNumber("'at_most'", in: limits, &diagnostics)
        guard least != nil || most != nil else {
            if node["at_least"] == nil, node["at_most"] == nil {
                diagnostics.report(
                    .noBounds(at: node.node.entries.first?.key.range ?? node.node.range, keys: ["at_least", "at_most"]))
            }
            return nil
        }
        return range(least ?? 0, most ?? .max)
    }

    /// A block of `at_least` and `at_most` under a key, in whole numbers; without a limit when it is not written.
    mutating func countRange(_ key: String) -> ClosedRange<Int> {
        guard let value = node[key],
            let keyed = KeyedNode(value, of: "'\(key)'", keys: ["at_least", "at_most"], &diagnostics)
        else { return 0...Int.max }
        let least = keyed["at_least"]?.readWholeNumber("'at_least'", in: 1...100_000, &diagnostics)
        let most = keyed["at_most"]?.readWholeNumber("'at_most'", in: 1...100_000, &diagnostics)
        if let least, let most, most < least { diagnostics.report(.neverTrue(at: value.range)) }
        return (least ?? 0)...max(least ?? 0, most ?? .max)
    }

    /// `at_least` and `at_most` as shares: `40 percent`.
    mutating func shareLimits() -> ClosedRange<Double>? {
        let least = node["at_least"].flatMap { share($0) }
        let most = node["at_most"].flatMap { share($0) }
        guard least != nil || most != nil else {
            if node["at_least"] == nil, node["at_most"] == nil {
                diagnostics.report(
                    .noBounds(at: node.node.entries.first?.key.range ?? node.node.range, keys: ["at_least", "at_most"]))
            }
            return nil
        }
        return range(least ?? 0, most ?? 100)
    }

    private mutating func range<Number: Comparable>(_ least: Number, _ most: Number) -> ClosedRange<Number> {
        if most < least, let key = node.key("at_most") { diagnostics.report(.neverTrue(at: key.range)) }
        return least...max(least, most)
    }

    /// A share such as `40 percent`, `40 %` or `40%`.
    private mutating func share(_ value: Node) -> Double? {
        guard let text = value.readText("the share", &diagnostics) else { return nil }
        let share = Self.share(in: text)
        if share == nil { diagnostics.report(.notAShare(text, at: value.range)) }
        return share
    }

    /// The percentage a text names; nil when it names none.
    static func share(in text: String) -> Double? {
        guard let unit = ["percent", "%"].first(where: text.hasSuffix) else { return nil }
        let digits = text.dropLast(unit.count).trimmingBlanks
        guard case .clear = WrittenNumber(digits), let number = Double(digits), (0...100).contains(number) else {
            return nil
        }
        return number
    }

    /// The smallest numbers that are exactly a share: of 40 percent, 2 of 5.
    static func fewest(for share: Double) -> (such: Int, all: Int) {
        var (such, all) = (Int((share * 100).rounded()), 10_000)
        var (larger, rest) = (all, such)
        while rest > 0 { (larger, rest) = (rest, larger % rest) }
        such /= larger
        all /= larger
        return (such, all)
    }

    /// How a share is said: `40 percent`.
    static func spoken(share: Double) -> String { NumberReader.written(share) + " percent" }
}

extension Substring {
    /// Without the blanks at both ends.
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
