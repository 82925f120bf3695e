/// Goes through the pieces of one typed line and takes what each of them says.
struct LogSentenceReader {
    let sentence: LogSentence
    /// The line as it was cut into words.
    let typed: [String]
    private(set) var tokens: [LogSentenceToken]
    let assignments: [LogSentenceAssignment]
    /// What the line is about; set before the rest is read.
    var kind: Kind?
    /// The pieces that are read already: those of the kind.
    var kindTokens: Range<Int> = 0..<0

    /// When it was, and the words that say so.
    var at: (moment: Moment, words: Range<Int>?)?
    /// When it starts, for what is planned or moved.
    var starts: (moment: Moment, words: Range<Int>?)?
    /// How long it takes, as the log writes it.
    var length: (text: String, words: Range<Int>?)?
    /// The choices made in passing, such as `by phone`.
    var ways: [FieldLine] = []
    /// Those of them that no word of the line says, by their fields.
    var impliedWays: Set<String> = []
    /// With whom.
    var people: [String] = []
    var newPeople: [String] = []
    /// The names that fill the kind's other field.
    var others: [String] = []
    /// Whether a name may stand at the next piece.
    var mayName = true
    /// What is left over.
    var text: [LogSentenceToken] = []

    var vocabulary: Vocabulary { sentence.vocabulary }

    init(_ sentence: LogSentence, _ words: [String]) throws(LogSentenceProblem) {
        let cut = try LogSentenceTokens(words) { name in sentence.vocabulary.field(named: name) != nil }
        self.sentence = sentence
        typed = words
        tokens = cut.tokens
        assignments = cut.assignments
    }

    /// What the line says, once its kind is known.
    mutating func reading() throws(LogSentenceProblem) -> LogSentence.Reading {
        guard let kind else { preconditionFailure("the kind is read before the rest") }
        try scan(0..<kindTokens.lowerBound)
        let before = people
        mayName = before.isEmpty || kind.otherName != nil
        if kind.otherName != nil { people = [] }
        try scan(kindTokens.upperBound..<tokens.count)
        if let other = kind.otherName { tellApart(before, other) }
        return try LogSentenceMaker(self, kind).reading()
    }

    /// Of a name before the word for what happened and one behind it, one fills the kind's other field.
    private mutating func tellApart(_ before: [String], _ other: Kind.OtherName) {
        if people.isEmpty {
            people = before
        } else if !before.isEmpty {
            others += other.isBefore ? before : people
            if !other.isBefore { people = before }
        }
    }

    // MARK: The kind

    /// Finds what happened: at the head of the line, after an opener or a time, else after names.
    mutating func readKind() throws(LogSentenceProblem) {
        var place = 0
        while place < tokens.count {
            if try take(kindAt: place) { return try checkLoggable() }
            guard let step = try? opener(place) else { break }
            place += step
        }
        let ends = stride(from: place + 1, to: min(tokens.count, place + 6), by: 1)
        for end in ends where areNames(tokens[place..<end]) {
            if try take(kindAt: end) { return try checkLoggable() }
        }
        for end in ends.prefix(3) where isNewName(tokens[place..<end]) || end == place + 1 && isSureKind(at: end) {
            if try take(kindAt: end) { return try checkLoggable() }
        }
        let word = place < tokens.count ? tokens[place] : nil
        throw .unknownKind(word?.text ?? "", at: word.map { $0.word..<$0.word + 1 }, vocabulary)
    }

    /// How many pieces before the kind are an opener or a time; throws when they are neither.
    private func opener(_ place: Int) throws(LogSentenceProblem) -> Int {
        if LogSentenceWords.openers.contains(tokens[place].lowered) { return 1 }
        if let time = try time(at: place, .past) { return time.used }
        throw .unknownKind(tokens[place].text, at: nil, vocabulary)
    }

    /// Takes the longest name or word of a kind, or phrasing, that begins at a piece.
    private mutating func take(kindAt place: Int) throws(LogSentenceProblem) -> Bool {
        guard let (words, count) = longestWords(at: place) else { return false }
        if let phrasing = sentence.phrasings[words] {
            guard let line = phrasing.means else { throw question(phrasing, Array(tokens[place..<place + count])) }
            return replace(place..<place + count, with: line)
        }
        kind = sentence.kinds[words].map { vocabulary[$0] }
        kindTokens = place..<place + count
        return kind != nil
    }

    /// The longest words at a piece that say what happened, and how many pieces they are; articles and hyphens do not
    /// matter.
    private func longestWords(at place: Int) -> (words: String, count: Int)? {
        for count in stride(from: min(7, tokens.count - place), to: 0, by: -1) {
            let taken = Array(tokens[place..<place + count])
            guard let last = taken.last, count == 1 || !LogSentenceWords.articles.contains(last.lowered) else {
                continue
            }
            let words = LogSentence.plain(LogSentenceTokens.text(of: taken))
            if sentence.phrasings[words] != nil || sentence.kinds[words] != nil { return (words, count) }
        }
        return nil
    }

    /// Reads another way to say a line as that line.
    private mutating func replace(_ range: Range<Int>, with line: Phrasing.Line) -> Bool {
        let word = tokens[range.lowerBound].word
        let meant = (line.head + line.tail).map { LogSentenceToken(text: $0, isQuoted: false, word: word) }
        let words = LogSentence.plain(line.head.joined(separator: " "))
        guard let id = sentence.kinds[words] else { return false }
        tokens.replaceSubrange(range, with: meant)
        kind = vocabulary[id]
        kindTokens = range.lowerBound..<range.lowerBound + line.head.count
        return true
    }

    /// What is said when words are known but it is not sure what they mean, with the lines that may be meant.
    private func question(_ phrasing: Phrasing, _ taken: [LogSentenceToken]) -> LogSentenceProblem {
        let words = taken.words ?? 0..<0
        let rest = typed.indices.filter { !words.contains($0) }.map { typed[$0] }
        let lines = phrasing.choices.map { line in
            let kind = sentence.kinds[LogSentence.plain(line.head.joined(separator: " "))].map { vocabulary[$0] }
            return TypedLine(line.head + rest + line.tail, meaning: kind?.anyNoun ?? "")
        }
        return LogSentenceProblem(phrasing.says, at: words, instead: lines)
    }

    /// Whether several words say what happened, so that a small letter before them may begin a name.
    private func isSureKind(at place: Int) -> Bool {
        !LogSentenceWords.isCommon(tokens[place - 1].text) && (longestWords(at: place)?.count ?? 0) > 1
    }

    /// Whether pieces before the word for what happened are most probably the name of somebody new: `Maria said yes`.
    private func isNewName(_ tokens: ArraySlice<LogSentenceToken>) -> Bool {
        tokens.allSatisfy { $0.isQuoted || $0.text.first?.isUppercase == true && !LogSentenceWords.isCommon($0.text) }
            && (tokens.count == 1 || tokens.allSatisfy { !$0.isQuoted })
    }

    /// Whether all these pieces are names of people in the log.
    private func areNames(_ tokens: ArraySlice<LogSentenceToken>) -> Bool {
        var rest = tokens.filter { !LogSentenceWords.betweenNames.contains($0.lowered) && !$0.isSign }[...]
        while let first = rest.first {
            let words = first.isQuoted ? [first.text] : rest.prefix { !$0.isQuoted }.map(\.text)
            let person = sentence.names.person(in: words, isSure: false)
            guard case .one = person.found, person.used > 0 else { return false }
            rest = rest.dropFirst(first.isQuoted ? 1 : person.used)
        }
        return true
    }

    /// What is planned has a command of its own, because it needs a time ahead.
    private func checkLoggable() throws(LogSentenceProblem) {
        guard let kind, let stage = kind.stage, stage.step == .planned else { return }
        let words = Array(tokens[kindTokens]).words ?? 0..<0
        let rest = typed.indices.filter { !words.contains($0) }.map { typed[$0] }
        let option = stage.episode == 0 ? [] : ["--kind", vocabulary.episodes[stage.episode].name]
        let when = hasTimeAhead ? [] : ["WHEN"]
        throw LogSentenceProblem(
            "\(kind.noun) lies ahead, so it needs the time at which it starts", at: words,
            instead: [TypedLine((rest.isEmpty ? ["NAME"] : rest) + when + option, command: "plan")])
    }

    /// Whether a time of day, good or bad, stands anywhere behind the words for what happened.
    private var hasTimeAhead: Bool {
        tokens.indices.dropFirst(kindTokens.upperBound).contains { place in
            do throws(LogSentenceProblem) {
                return try time(at: place, .future).map { $0.moment.precision != .day } ?? false
            } catch {
                return true
            }
        }
    }

    // MARK: The rest, piece by piece

    private mutating func scan(_ range: Range<Int>) throws(LogSentenceProblem) {
        var place = range.lowerBound
        while place < range.upperBound {
            let used = try step(place, range.upperBound)
            place += used
        }
    }

    /// Takes what begins at a piece and gives how many pieces it is.
    private mutating func step(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int {
        let isBehind = !kindTokens.isEmpty && place >= kindTokens.upperBound
        if isBehind, tokens[place].text == ":" { return try takeSpoken(place, end) }
        if let used = try takeMeasure(place, end) { return used }
        if place < kindTokens.lowerBound, LogSentenceWords.openers.contains(tokens[place].lowered) { return 1 }
        if let used = try takeNames(place, end) { return used }
        text.append(tokens[place])
        if !tokens[place].isSign { mayName = false }
        return 1
    }

    /// Takes what stands behind a colon as text; a time or a way in it may be part of the text or not.
    private mutating func takeSpoken(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int {
        let spoken = Array(tokens[place + 1..<end])
        if let doubt = (place + 1..<end).first(where: { !tokens[$0].isQuoted && begins($0, end) }),
            let words = spoken.words
        {
            var quoted = typed
            quoted.replaceSubrange(words, with: [LogSentenceTokens.text(of: spoken)])
            throw LogSentenceProblem(
                "it is not clear whether '\(tokens[doubt].text)' is part of the text",
                help: "put the text in quotes, or write when and how it was before the colon",
                at: tokens[doubt].word..<tokens[doubt].word + 1,
                instead: words.count > 1 ? [TypedLine(quoted, meaning: "it is part of the text")] : [])
        }
        mayName = false
        if spoken.contains(where: \.isQuoted) { return 1 }
        text += Array(tokens[place..<end])
        return end - place
    }

    /// Takes a time, a length or a way, whichever begins at a piece.
    mutating func takeMeasure(_ place: Int, _ end: Int) throws(LogSentenceProblem) -> Int? {
        if let used = try takeQuotedMeasure(place, end) { return used }
        if let used = try takeTime(place, end) { return used }
        if let used = try takeLength(place, end) { return used }
        return try takeWay(place, end)
    }

    /// The unquoted words from a piece up to `end`.
    func words(from place: Int, to end: Int) -> [String] {
        tokens[place..<end].prefix { !$0.isQuoted }.map(\.text)
    }
}
