/// How a text is cut into words, sentences and lines, in bytes of UTF-8.
struct TextCuts: Sendable {
    /// What is counted.
    enum Unit: String, CaseIterable, Sendable {
        case words, sentences, lines

        /// The word for one of it.
        var singular: String { String(rawValue.dropLast()) }
    }

    private(set) var words: [Range<Int>] = []
    private(set) var sentences: [Range<Int>] = []
    private(set) var lines: [Range<Int>] = []

    /// A word is what stands between blanks and has a letter or a digit in it; a sentence ends with a stop, a question
    /// or exclamation mark before a blank, or with an empty line; empty lines are not counted.
    init(_ text: String) {
        var reader = Reader()
        var offset = 0
        for scalar in text.unicodeScalars {
            reader.take(scalar, at: offset)
            offset += UTF8.width(scalar)
        }
        reader.finish(at: offset)
        (words, sentences, lines) = (reader.words, reader.sentences, reader.lines)
    }

    /// The stretches of a unit.
    subscript(_ unit: Unit) -> [Range<Int>] {
        switch unit {
        case .words: words
        case .sentences: sentences
        case .lines: lines
        }
    }

    private struct Reader {
        var words: [Range<Int>] = []
        var sentences: [Range<Int>] = []
        var lines: [Range<Int>] = []
        private var word: Int?
        private var wordHasLetter = false
        private var sentence: Int?
        private var line: Int?
        private var last: Unicode.Scalar?
        private var end = 0

        mutating func take(_ scalar: Unicode.Scalar, at offset: Int) {
            if scalar.properties.isWhitespace {
                endWord(at: offset)
                if let last, ".?!".unicodeScalars.contains(last) { endSentence() }
                if scalar.breaksLine, !(scalar == "\n" && last == "\r") { endLine() }
            } else {
                word = word ?? offset
                sentence = sentence ?? offset
                line = line ?? offset
                wordHasLetter = wordHasLetter || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                end = offset + UTF8.width(scalar)
            }
            last = scalar
        }

        mutating func finish(at offset: Int) {
            endWord(at: offset)
            endSentence()
            endLine()
        }

        private mutating func endWord(at offset: Int) {
            if let word, wordHasLetter { words.append(word..<offset) }
            word = nil
            wordHasLetter = false
        }

        private mutating func endSentence() {
            if let sentence { sentences.append(sentence..<end) }
            sentence = nil
        }

        /// An empty line ends a sentence, too, such as the one before a signature.
        private mutating func endLine() {
            if let line { lines.append(line..<end) } else { endSentence() }
            line = nil
        }
    }
}

extension Unicode.Scalar {
    fileprivate var breaksLine: Bool { ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(self) }
}
