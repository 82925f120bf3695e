/// One piece of a typed line: a word, a comma, or a text that was typed in quotes.
struct LogSentenceToken: Sendable {
    /// The piece as typed.
    let text: String
    /// Whether it was one argument with blanks in it, and so was typed in quotes.
    let isQuoted: Bool
    /// Which of the words it comes from.
    let word: Int

    /// The piece in lower case.
    var lowered: String { text.lowercased() }
}

/// A field that was named in a typed line: `field=value` or `--field value`.
struct LogSentenceAssignment: Sendable {
    /// The field's name, in lower case and with `_` for `-`.
    let name: String
    /// What is to be written for it.
    let value: String
    /// The words it comes from.
    let words: Range<Int>
}

/// A typed line, cut into pieces and assignments.
struct LogSentenceTokens: Sendable {
    /// The pieces in order.
    private(set) var tokens: [LogSentenceToken] = []
    /// The fields that are named.
    private(set) var assignments: [LogSentenceAssignment] = []

    /// Cuts the words of a command line; a text in quotes is an assignment only when it begins with a known field.
    init(_ words: [String], isField: (String) -> Bool) throws(LogSentenceProblem) {
        var place = 0
        while place < words.count {
            place += try add(words, place, isField)
        }
    }

    private mutating func add(
        _ words: [String], _ place: Int, _ isField: (String) -> Bool
    ) throws(LogSentenceProblem) -> Int {
        let word = words[place]
        if word.hasPrefix("--"), word.count > 2 { return try addOption(words, place) }
        if let (name, value) = Self.assignment(word), !word.contains(where: \.isWhitespace) || isField(name) {
            assignments.append(LogSentenceAssignment(name: name, value: value, words: place..<place + 1))
        } else if word.contains(where: \.isWhitespace) {
            tokens.append(LogSentenceToken(text: word, isQuoted: true, word: place))
        } else {
            addPieces(of: word, place)
        }
        return 1
    }

    private mutating func addOption(_ words: [String], _ place: Int) throws(LogSentenceProblem) -> Int {
        let option = String(words[place].dropFirst(2))
        if let (name, value) = Self.assignment(option) {
            assignments.append(LogSentenceAssignment(name: name, value: value, words: place..<place + 1))
            return 1
        }
        guard place + 1 < words.count else {
            throw LogSentenceProblem(
                "'--\(option)' has no value", help: "write --\(option) VALUE", at: place..<place + 1)
        }
        let name = Self.fieldName(option)
        assignments.append(LogSentenceAssignment(name: name, value: words[place + 1], words: place..<place + 2))
        return 2
    }

    /// Commas between names are pieces of their own; those of a number are not.
    private mutating func addPieces(of word: String, _ place: Int) {
        let isNumber = word.first.map { "0"..."9" ~= $0 } ?? true
        guard !isNumber, word.contains(",") else {
            if !word.isEmpty { tokens.append(LogSentenceToken(text: word, isQuoted: false, word: place)) }
            return
        }
        var rest = word[...]
        while !rest.isEmpty {
            let piece = rest.first == "," ? rest.prefix(1) : rest.prefix { $0 != "," }
            tokens.append(LogSentenceToken(text: String(piece), isQuoted: false, word: place))
            rest = rest.dropFirst(piece.count)
        }
    }

    /// `name=value`, when what stands before the sign looks like a name.
    private static func assignment(_ word: String) -> (name: String, value: String)? {
        guard let sign = word.firstIndex(of: "="), let first = word.first, first.isASCII, first.isLetter else { return nil }
        let name = word[..<sign]
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }) else { return nil }
        return (fieldName(name), String(word[word.index(after: sign)...]))
    }

    private static func fieldName(_ written: some StringProtocol) -> String {
        written.lowercased().replacing("-", with: "_")
    }

    /// The pieces as text again: single spaces between them, none before a comma.
    static func text(of tokens: [LogSentenceToken]) -> String {
        tokens.reduce(into: "") { text, token in
            text += (text.isEmpty || token.text == "," ? "" : " ") + token.text
        }
    }
}

extension [LogSentenceToken] {
    /// The words these pieces come from; nil when there are none.
    var words: Range<Int>? {
        guard let first = first?.word, let last = last?.word else { return nil }
        return first..<last + 1
    }
}
