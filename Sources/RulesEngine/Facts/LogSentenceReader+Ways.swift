extension LogSentenceReader {
    /// Takes `26m`, `1 hour 30 minutes`, `half an hour` or `for 20 minutes`.
    mutating func takeLength(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        let words = words(from: place, to: end)
        let skipped = words.first?.lowercased() == "for" ? 1 : 0
        let rest = Array(words.dropFirst(skipped).prefix(5))
        for count in stride(from: rest.count, to: 0, by: -1) {
            guard let said = Self.length(of: Array(rest.prefix(count))) else { continue }
            let after = words.dropFirst(skipped + count).first?.lowercased()
            if let after, LogSentenceWords.afterDistances.contains(after) { return nil }
            let used = Array(tokens[place..<place + skipped + count]).words
            if length != nil { throw twoLengths(used) }
            length = (said.description, used)
            return skipped + count
        }
        return nil
    }

    /// The question that two lengths raise.
    func twoLengths(_ words: Range<Int>?) -> LogSentenceProblem {
        LogSentenceProblem("it says two lengths", help: "write one of them", at: words)
    }

    /// A length as people say it: `1h15`, `half an hour`, `two hours`; nil when the words are none, or go on.
    static func length(of words: [String]) -> Length? {
        var words = words.map { $0.lowercased() }
        if let meant = LogSentenceWords.lengths[words.joined(separator: " ")] { return try? Length.read(meant).get() }
        if let first = words.first, let number = LogSentenceWords.numbers[first], words.count > 1 { words[0] = number }
        if words.count == 1, let hyphen = words[0].firstIndex(of: "-"), words[0][..<hyphen].allSatisfy(\.isNumber) {
            words[0] = words[0].replacing("-", with: " ", maxReplacements: 1)
        }
        switch Length.read(words.joined(separator: " ")) {
        case .success(let length): return length
        case .failure(let problem): return problem.replacement.flatMap { try? Length.read($0).get() }
        }
    }

    /// Takes the way something was done, such as `by phone` or `in person`, when exactly one field has that choice.
    ///
    /// A single word without `by` is a way only where no text stands before it and none behind it.
    mutating func takeWay(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        guard let kind else { return nil }
        let words = words(from: place, to: end)
        let skipped = skippedBeforeWay(words)
        for count in stride(from: min(3, words.count - skipped), to: 0, by: -1) {
            guard skipped > 0 || count > 1 || isAlone(place, end) else { continue }
            let said = words[skipped..<skipped + count].joined(separator: " ")
            let found = choices(said, of: kind)
            guard let first = found.first else { continue }
            let used = Array(tokens[place..<place + skipped + count]).words
            guard found.count == 1 else { throw severalWays(said, found, at: used) }
            try take(first, isImplied: tokens[place].word == kindWord, at: used)
            return skipped + count
        }
        return nil
    }

    /// A way that a saying implies, as `had coffee with` does, gives way to one that is typed.
    private mutating func take(
        _ way: FieldLine, isImplied: Bool, at words: Range<Int>?
    ) throws(LogSentenceProblem) {
        if let place = ways.firstIndex(where: { $0.name == way.name }) {
            if isImplied { return }
            guard impliedWays.remove(way.name.text) != nil else { throw .givenTwice(way.name.text, at: words) }
            ways.remove(at: place)
        } else if isImplied {
            impliedWays.insert(way.name.text)
        }
        ways.append(way)
    }

    /// The word that says what happened; nil in a plan, which has none.
    private var kindWord: Int? { kindTokens.isEmpty ? nil : tokens[kindTokens.lowerBound].word }

    /// `by`, `on the`, `in a`: how many words stand before the way itself.
    private func skippedBeforeWay(_ words: [String]) -> Int {
        guard let first = words.first?.lowercased() else { return 0 }
        let isArticle = words.count > 1 && LogSentenceWords.articles.contains(words[1].lowercased())
        if LogSentenceWords.beforeWays.contains(first) { return isArticle ? 2 : 1 }
        return ["in", "with"].contains(first) && isArticle ? 2 : 0
    }

    private func severalWays(_ said: String, _ found: [FieldLine], at words: Range<Int>?) -> LogSentenceProblem {
        let several = found.map { "\($0.name.text)=\($0.values[0].text)" }
        return LogSentenceProblem(
            "'\(said)' can mean several things", help: "write one of: " + several.joined(separator: ", "), at: words,
            repairs: several.map { .init(written: [$0]) })
    }

    /// Whether a word is a piece of the line for itself, as `video` in `plan ana tue 10:00 video 20m`.
    private func isAlone(_ place: Int, _ end: Int) -> Bool {
        guard text.allSatisfy(\.isSign), !sentence.names.isWordOfName(tokens[place].text) else { return false }
        guard place + 1 < end else { return true }
        let next = tokens[place + 1]
        return next.isQuoted || next.isSign || next.text.first?.isLetter == false
            || LogSentenceWords.isCommon(next.text) || LogSentenceWords.days.contains(next.lowered)
            || sentence.names.isWordOfName(next.text)
    }

    private func choices(_ said: String, of kind: Kind) -> [FieldLine] {
        kind.fields.flatMap { id in
            vocabulary[id].type.isList
                ? []
                : vocabulary[id].choices(said: said).map {
                    FieldLine(WrittenText(vocabulary[id].name), [WrittenText($0)])
                }
        }
    }
}
