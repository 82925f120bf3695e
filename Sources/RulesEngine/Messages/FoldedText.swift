/// A text made comparable: small letters without accents, one blank for any run of them, plain quotes and hyphens for
/// typographic ones.
///
/// Every byte knows where in the text it comes from, so that what is found can be pointed at.
struct FoldedText: Sendable {
    private(set) var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var ends: [Int] = []
    private var isPartOfWord: [Bool] = []
    /// How many bytes of UTF-8 the text has.
    let length: Int

    init(_ text: String) {
        length = text.utf8.count
        var offset = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            append(scalar, offset..<offset + width)
            offset += width
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ place: Range<Int>) {
        if scalar.properties.isWhitespace {
            if bytes.last == UInt8(ascii: " ") { return ends[ends.count - 1] = place.upperBound }
            return append([UInt8(ascii: " ")], place, isPartOfWord: false)
        }
        if scalar.isMarkOfLetter {
            if !ends.isEmpty { ends[ends.count - 1] = place.upperBound }
            return
        }
        let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        append(Self.folded(scalar), place, isPartOfWord: isWord)
    }

    private mutating func append(_ folded: [UInt8], _ place: Range<Int>, isPartOfWord isWord: Bool) {
        for byte in folded {
            bytes.append(byte)
            starts.append(place.lowerBound)
            ends.append(place.upperBound)
            isPartOfWord.append(isWord)
        }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{02BC}": [UInt8(ascii: "'")]
        case "\u{201C}", "\u{201D}", "\u{201E}": [UInt8(ascii: "\"")]
        case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": [UInt8(ascii: "-")]
        case _ where scalar.isASCII: Array(scalar.properties.lowercaseMapping.utf8)
        default: Array((scalar.plainLetter ?? scalar).properties.lowercaseMapping.utf8)
        }
    }

    // MARK: Finding

    /// Where another text stands in this one, in places of this one's bytes; `wholeWords` refuses what begins or ends
    /// inside a word.
    func places(of other: FoldedText, wholeWords: Bool) -> [Range<Int>] {
        let wanted = other.bytes
        guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
        return (0...bytes.count - wanted.count).compactMap { start in
            guard bytes[start] == first, bytes[start..<start + wanted.count].elementsEqual(wanted) else { return nil }
            let place = start..<start + wanted.count
            return wholeWords && cutsWord(place) ? nil : place
        }
    }

    private func cutsWord(_ place: Range<Int>) -> Bool {
        let before = place.lowerBound > 0 && isPartOfWord[place.lowerBound - 1] && isPartOfWord[place.lowerBound]
        let after =
            place.upperBound < bytes.count && isPartOfWord[place.upperBound] && isPartOfWord[place.upperBound - 1]
        return before || after
    }

    /// The bytes of the text a place stands for.
    func origin(of place: Range<Int>) -> Range<Int> {
        guard !place.isEmpty else { return length..<length }
        return starts[place.lowerBound]..<ends[place.upperBound - 1]
    }
}

extension Unicode.Scalar {
    /// An accent that is written behind its letter, or a sign that only chooses how the one before it looks.
    fileprivate var isMarkOfLetter: Bool {
        (0x0300...0x036F).contains(value) || (0xFE00...0xFE0F).contains(value) || value == 0x200D
    }

    /// The letter under an accent: `e` of `é`; nil for what has none.
    fileprivate var plainLetter: Unicode.Scalar? {
        guard let name = properties.name, name.hasPrefix("LATIN "), let end = name.firstRange(of: " WITH ")?.lowerBound
        else {
            return nil
        }
        let letter = name[..<end].split(separator: " ").last ?? ""
        return letter.unicodeScalars.count == 1 ? letter.unicodeScalars.first : nil
    }
}
