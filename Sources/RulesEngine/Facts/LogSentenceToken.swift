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

    /// Whether it is nothing but signs between words.
    var isSign: Bool { !isQuoted && text.allSatisfy { ",;:.!?()-–—".contains($0) } }
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
            addPieces(of: word, place, isLast: place == words.count - 1)
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

    /// A word, and the signs around it as pieces of their own. A full stop ends only the last word: `Dr. No` keeps his.
    private mutating func addPieces(of word: String, _ place: Int, isLast: Bool) {
        var core = word[...]
        var after: [String] = []
        while let first = core.first, "(".contains(first), core.count > 1 { add(String(core.removeFirst()), place) }
        while core.count > 1, let last = core.last, Self.isSign(last, after: core.dropLast(), isLast) {
            after.insert(String(core.removeLast()), at: 0)
        }
        for piece in Self.pieces(core) + after { add(piece, place) }
    }

    private mutating func add(_ piece: String, _ place: Int) {
        if !piece.isEmpty { tokens.append(LogSentenceToken(text: piece, isQuoted: false, word: place)) }
    }

    private static func isSign(_ sign: Character, after core: Substring, _ isLast: Bool) -> Bool {
        switch sign {
        case ",", ";", "!", ")": true
        case ":": !core.contains { $0.isNumber }
        case ".": isLast && !isDayAndMonth(core)
        case "?": isLast
        default: false
        }
    }

    /// `24.11`, whose last dot makes it a date.
    private static func isDayAndMonth(_ core: Substring) -> Bool {
        let parts = core.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { 1...2 ~= $0.count && $0.allSatisfy { "0"..."9" ~= $0 } }
    }

    /// `ana,tom` are two names with a comma between them; `15:00-15:26` are two times; a number keeps its commas.
    private static func pieces(_ core: Substring) -> [String] {
        if let first = core.first, "0"..."9" ~= first { return clocks(core) ?? [String(core)] }
        var pieces: [String] = []
        var rest = core
        while !rest.isEmpty {
            let piece = rest.first == "," ? rest.prefix(1) : rest.prefix { $0 != "," }
            pieces.append(String(piece))
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }

    /// Two times of day with a dash between them, the first as complete as the second: `3-4pm`, `10-10:30`.
    private static func clocks(_ core: Substring) -> [String]? {
        let parts = core.split(whereSeparator: { "-–".contains($0) }).map(String.init)
        guard parts.count == 2, parts[0].count <= 7, parts[1].contains(where: { ":mM".contains($0) }),
            parts[1].first.map({ "0"..."9" ~= $0 }) == true,
            parts[1].allSatisfy({ $0.isNumber || ":apmAPM".contains($0) })
        else { return nil }
        guard parts[0].allSatisfy({ "0"..."9" ~= $0 }) else { return [parts[0], "-", parts[1]] }
        let half = parts[1].suffix(2).lowercased()
        return [parts[0] + (half == "am" || half == "pm" ? half : ":00"), "-", parts[1]]
    }

    /// `name=value`, when what stands before the sign looks like a name.
    private static func assignment(_ word: String) -> (name: String, value: String)? {
        guard let sign = word.firstIndex(of: "="), let first = word.first, first.isASCII, first.isLetter else {
            return nil
        }
        let name = word[..<sign]
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }) else {
            return nil
        }
        return (fieldName(name), String(word[word.index(after: sign)...]))
    }

    private static func fieldName(_ written: some StringProtocol) -> String {
        written.lowercased().replacing("-", with: "_")
    }

    /// The pieces as text again, with single spaces where the typed line had spaces.
    static func text(of tokens: [LogSentenceToken]) -> String {
        var text = ""
        var last: Int?
        for token in tokens {
            text += (last == nil || last == token.word ? "" : " ") + token.text
            last = token.word
        }
        return text
    }
}

extension [LogSentenceToken] {
    /// The words these pieces come from; nil when there are none.
    var words: Range<Int>? {
        guard let first = first?.word, let last = last?.word else { return nil }
        return first..<last + 1
    }
}
