/// One typed line about what happened: `met ana yesterday 15:00 26m`.
///
/// It is read with the words of a vocabulary and the names of a log. The kind comes first, or after a name; names, a
/// time, a length, `field=value` and free text follow in any order. Free text fills the kind's main field, else `note`.
/// What is doubtful is a question and never a guess. Reading changes nothing.
public struct LogSentence: Sendable {
    package let vocabulary: Vocabulary
    let document: LogDocument
    let now: Instant
    let zone: Zone
    let addsNew: Bool
    /// Whether what is logged already may be logged once more.
    let isAgain: Bool
    let names: LogSentenceNames
    /// The kinds by their names and words, as `plain` gives them.
    let kinds: [String: KindID]
    /// The other ways to say a line, by their words as `plain` gives them.
    let phrasings: [String: Phrasing]
    /// The text field that every kind may have for what fits nowhere else.
    static let note = "note"

    /// A reader of lines typed at `now`, which counts to the minute; `addsNew` lets a line name who is not in the log yet.
    public init(
        vocabulary: Vocabulary, document: LogDocument, now: Instant, zone: Zone, addsNew: Bool = false,
        isAgain: Bool = false
    ) {
        self.vocabulary = vocabulary
        self.document = document
        self.now = now.adding(seconds: -Int64(zone.wallTime(at: now).second))
        self.zone = zone
        self.addsNew = addsNew
        self.isAgain = isAgain
        names = LogSentenceNames(document, vocabulary)
        let words = vocabulary.kinds.flatMap { kind in ([kind.name] + kind.words).map { (Self.plain($0), kind.id) } }
        kinds = Dictionary(words, uniquingKeysWith: { first, _ in first })
        let phrasings = vocabulary.phrasings.flatMap { phrasing in phrasing.words.map { (Self.plain($0), phrasing) } }
        self.phrasings = Dictionary(phrasings, uniquingKeysWith: { first, _ in first })
    }

    /// Words in lower case without articles, hyphens and apostrophes: `got a thank-you` is `got thank you`.
    static func plain(_ words: String) -> String {
        let letters = words.lowercased().filter { $0 != "'" && $0 != "’" }
        let pieces = letters.split { $0 == " " || $0 == "-" }.map(String.init)
        return pieces.filter { !LogSentenceWords.articles.contains($0) }.joined(separator: " ")
    }

    /// What a line says.
    public struct Reading: Sendable, Hashable {
        /// The activity, with names in full and values as the log writes them.
        public var line: ActivityLine
        /// Who and what is to be added to the log with it.
        public var newRecords: [RecordLine]
        /// The line of the log to which it adds something; nil when it is new.
        public var earlier: ActivityLine?

        /// A reading that somebody else made, such as that of a file.
        public init(line: ActivityLine, newRecords: [RecordLine] = []) {
            self.line = line
            self.newRecords = newRecords
        }
    }

    /// What happened, by a line that begins with the kind or one of its words.
    public func read(_ words: [String]) -> Result<Reading, LogSentenceProblem> {
        read(Self.spread(words)) { reader throws(LogSentenceProblem) in try reader.readKind() }
    }

    /// What is planned: the same line without the kind, with the time at which it starts.
    public func readPlan(_ words: [String], of episode: Episode) -> Result<Reading, LogSentenceProblem> {
        read(Self.spread(words)) { reader throws(LogSentenceProblem) in reader.kind = vocabulary[episode.planned] }
    }

    private func read(
        _ words: [String], _ begin: (inout LogSentenceReader) throws(LogSentenceProblem) -> Void
    ) -> Result<Reading, LogSentenceProblem> {
        Result { () throws(LogSentenceProblem) in
            do throws(LogSentenceProblem) {
                var reader = try LogSentenceReader(self, words)
                try begin(&reader)
                return try reader.reading()
            } catch { throw error.placed(in: words, addsNew: addsNew) }
        }
    }

    /// A whole sentence in one pair of quotes is read as if it had been typed without them.
    private static func spread(_ words: [String]) -> [String] {
        guard words.count == 1, let sentence = words.first, !sentence.contains("=") else { return words }
        var spread: [String] = []
        for (place, piece) in sentence.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            spread += place % 2 == 1 ? [String(piece)] : piece.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        return spread
    }
}
