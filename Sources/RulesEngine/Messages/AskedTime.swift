/// Finds how much time a text asks for: `20 minutes`, `half an hour`, `15 to 20 minutes`.
struct AskedTime: Sendable, Hashable {
    /// The length; of `15 to 20 minutes` the longer one.
    let length: Length
    /// Where it stands, in bytes of UTF-8.
    let place: Range<Int>

    /// The last length named in a question, else the last one named at all; nil when none is.
    static func find(in text: String) -> AskedTime? {
        let found = all(in: text)
        guard found.count > 1 else { return found.first }
        let bytes = Array(text.utf8)
        let questions = TextCuts(text).sentences.filter { bytes[$0.upperBound - 1] == UInt8(ascii: "?") }
        return found.last { asked in questions.contains { $0.contains(asked.place.lowerBound) } } ?? found.last
    }

    /// Every length of up to four hours, in the order of the text.
    static func all(in text: String) -> [AskedTime] {
        let words = Word.all(in: text)
        var found: [AskedTime] = []
        var place = 0
        while place < words.count {
            guard let (asked, next) = read(words[place...]) else {
                place += 1
                continue
            }
            if asked.length.seconds <= 4 * 3600 { found.append(asked) }
            place = next
        }
        return found
    }

    // MARK: Reading

    private static let small = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20,
        "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    ]
    private static let units = [
        "minute": 60, "minutes": 60, "min": 60, "mins": 60, "hour": 3600, "hours": 3600, "hr": 3600, "hrs": 3600,
    ]

    /// A length at the start of some words, and the place of the word behind it.
    private static func read(_ words: ArraySlice<Word>) -> (AskedTime, Int)? {
        guard let first = words.first else { return nil }
        if let share = ["half": 1800, "quarter": 900][first.text] { return part(share, words) }
        guard let number = number(words) else { return nil }
        var (count, rest) = number
        let joined: Set<String> = ["to", "or", "and"]
        if let word = rest.first, joined.contains(word.text), let second = self.number(rest.dropFirst()) {
            (count, rest) = (max(count, second.0), second.1)
        } else if rest.first?.followsDash == true, let second = self.number(rest) {
            (count, rest) = (max(count, second.0), second.1)
        }
        guard let unit = rest.first, let seconds = units[unit.text] else { return nil }
        return (asked(count * seconds, first, unit), rest.startIndex + 1)
    }

    /// `half an hour`, `quarter of an hour`, `half-hour`.
    private static func part(_ seconds: Int, _ words: ArraySlice<Word>) -> (AskedTime, Int)? {
        let rest = words.dropFirst().drop { ["of", "an"].contains($0.text) }
        guard let first = words.first, let unit = rest.first, units[unit.text] == 3600 else { return nil }
        return (asked(seconds, first, unit), rest.startIndex + 1)
    }

    /// A number in digits or letters; `forty-five` is one.
    private static func number(_ words: ArraySlice<Word>) -> (Int, ArraySlice<Word>)? {
        guard let first = words.first else { return nil }
        if let digits = Int(first.text), (1...999).contains(digits) { return (digits, words.dropFirst()) }
        guard let tens = small[first.text] else { return nil }
        let rest = words.dropFirst()
        if tens >= 20, rest.first?.text == "five" { return (tens + 5, rest.dropFirst()) }
        return (tens, rest)
    }

    private static func asked(_ seconds: Int, _ first: Word, _ last: Word) -> AskedTime {
        AskedTime(
            length: Length(seconds: Int64(seconds)), place: first.place.lowerBound..<last.place.upperBound)
    }

    /// A run of letters or of digits.
    private struct Word {
        var text: String
        var place: Range<Int>
        /// Whether a dash stands between it and the word before, and nothing else but blanks.
        var followsDash = false

        static func all(in text: String) -> [Word] {
            var reader = Reader()
            for scalar in text.unicodeScalars { reader.take(scalar) }
            return reader.words
        }

        private struct Reader {
            var words: [Word] = []
            private var offset = 0
            private var isOpen = false
            private var isNumber = false
            private var isDash = false

            mutating func take(_ scalar: Unicode.Scalar) {
                let end = offset + UTF8.width(scalar)
                let isDigit = ("0"..."9").contains(scalar)
                if isDigit || scalar.properties.isAlphabetic {
                    if !isOpen || isDigit != isNumber { begin(isDigit) }
                    words[words.count - 1].text += scalar.properties.lowercaseMapping
                    words[words.count - 1].place = words[words.count - 1].place.lowerBound..<end
                } else {
                    isOpen = false
                    if !scalar.properties.isWhitespace { isDash = scalar.properties.isDash }
                }
                offset = end
            }

            private mutating func begin(_ isDigit: Bool) {
                words.append(Word(text: "", place: offset..<offset, followsDash: isDash))
                (isOpen, isNumber, isDash) = (true, isDigit, false)
            }
        }
    }
}
