/// Goes through a short text from left to right and remembers where it is, in Unicode scalars.
struct TimeScanner {
    /// The text, scalar by scalar.
    let scalars: [Unicode.Scalar]

    /// The offset of the next scalar.
    var position = 0

    /// A scanner at the first scalar of `text` that is not a space.
    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        skipSpaces()
    }

    /// The next scalar, or nil at the end.
    var next: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { position == scalars.count }

    /// From the next scalar to the last that is not a space.
    var rest: Range<Int> {
        let end = (scalars.lastIndex { !Self.isSpace($0) } ?? -1) + 1
        return position..<max(position, end)
    }

    /// The whole text but for spaces around it.
    var whole: Range<Int> {
        var start = self
        start.position = 0
        start.skipSpaces()
        return start.rest
    }

    /// The text of a range.
    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// The whole text with a range of it replaced.
    func replacing(_ range: Range<Int>, with replacement: String) -> String {
        text(0..<range.lowerBound) + replacement + text(range.upperBound..<scalars.count)
    }

    /// Steps over the next scalar if it is one of `choices`.
    mutating func take(_ choices: Unicode.Scalar...) -> Bool {
        guard let next, choices.contains(next) else { return false }
        position += 1
        return true
    }

    /// Steps over spaces; false when there was none.
    @discardableResult
    mutating func skipSpaces() -> Bool {
        !takeWhile(Self.isSpace).isEmpty
    }

    /// Steps over digits and gives their range, which is empty when there are none.
    mutating func digits() -> Range<Int> {
        takeWhile { "0"..."9" ~= $0 }
    }

    /// Steps over ASCII letters and gives their range, which is empty when there are none.
    mutating func letters() -> Range<Int> {
        takeWhile { "a"..."z" ~= $0 || "A"..."Z" ~= $0 }
    }

    /// The number that digits write, or the largest there is.
    func number(_ digits: Range<Int>) -> Int {
        scalars[digits].reduce(0) { number, digit in
            let (tenfold, isTooMuch) = number.multipliedReportingOverflow(by: 10)
            let (sum, isStillTooMuch) = tenfold.addingReportingOverflow(Int(digit.value) - 0x30)
            return isTooMuch || isStillTooMuch ? .max : sum
        }
    }

    private mutating func takeWhile(_ belongs: (Unicode.Scalar) -> Bool) -> Range<Int> {
        let start = position
        while let next, belongs(next) { position += 1 }
        return start..<position
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || "\t"..."\r" ~= scalar : scalar.properties.isWhitespace
    }
}
