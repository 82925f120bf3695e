extension TimeScanner {
    /// Reads `Z` or `+01:00` and steps over it; nil, without a step, when the text goes on otherwise.
    mutating func offset() throws(WrittenTimeError) -> Int? {
        let start = position
        if take("Z", "z") { return 0 }
        let isWest = next == "-"
        guard take("+", "-") else { return nil }
        let parts = offsetParts()
        let range = start..<position
        guard !parts.contains(where: \.isEmpty), let offset = Self.seconds(of: parts.map { number($0) }) else {
            throw WrittenTimeError(
                "'\(text(range))' is not an offset from UTC.", help: "Write Z or +01:00.", at: range)
        }
        let written = WrittenOffset.text(isWest ? -offset : offset)
        guard text(range) == written || offset == 0 && text(range) == "-00:00" else {
            throw WrittenTimeError(
                "'\(text(range))' is not how an offset is written.", help: "Write \(written).", at: range,
                replacement: replacing(range, with: written))
        }
        return isWest ? -offset : offset
    }

    /// The digits of hours, minutes and seconds; `+0100` is cut in two.
    private mutating func offsetParts() -> [Range<Int>] {
        var parts = [digits()]
        while parts.count < 3, take(":") { parts.append(digits()) }
        guard parts.count == 1, parts[0].count == 4 else { return parts }
        let middle = parts[0].lowerBound + 2
        return [parts[0].lowerBound..<middle, middle..<parts[0].upperBound]
    }

    private static func seconds(of parts: [Int]) -> Int? {
        let parts = parts + Array(repeating: 0, count: 3 - parts.count)
        guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    }
}
