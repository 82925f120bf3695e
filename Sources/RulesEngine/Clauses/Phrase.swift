/// Something a message may say: a phrase as written, or anything the vocabulary knows to mean a kind of activity.
enum Phrase: Sendable {
    case words(String, FoldedText)
    case kind(KindID)

    /// How it is named in a message to people: `'keep me in mind'`, `a word on what you want to learn`.
    func spoken(_ vocabulary: Vocabulary) -> String {
        switch self {
        case .words(let text, _): "'\(text)'"
        case .kind(let kind): vocabulary[kind].anyNoun
        }
    }
}

/// Finds phrases in one message.
///
/// Of the vocabulary's phrases the longest wins, as in a plan: `not ask for a job` is no `ask for a job`.
struct PhraseFinder {
    private let text: FoldedText
    private let known: [KnownPhrase]
    /// Where the vocabulary's phrases stand, with the kind each means; made when a rule asks for a kind.
    private let matches: [(place: Range<Int>, kind: KindID)]

    /// A phrase of the vocabulary, made comparable once.
    struct KnownPhrase: Sendable {
        let kind: KindID
        let text: FoldedText
    }

    init(_ text: FoldedText, known: [KnownPhrase]) {
        self.text = text
        self.known = known
        matches = known.flatMap { phrase in
            text.places(of: phrase.text, wholeWords: false).map { ($0, phrase.kind) }
        }
    }

    /// Where any of some phrases stand, in order, in bytes of the message.
    func places(of phrases: [Phrase]) -> [Range<Int>] {
        let places = phrases.flatMap { phrase -> [Range<Int>] in
            switch phrase {
            case .words(_, let words): text.places(of: words, wholeWords: true)
            case .kind(let kind): self.places(of: kind)
            }
        }
        return places.map { text.origin(of: $0) }.sorted {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }
    }

    /// Each stretch once, its longest phrase; what is part of a longer phrase of another kind means that kind.
    private func places(of kind: KindID) -> [Range<Int>] {
        let own = matches.filter { $0.kind == kind }.map(\.place)
        return own.filter { place in
            !matches.contains { $0.place.count > place.count && $0.place.contains(place) }
        }
    }
}

extension Range where Bound == Int {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && upperBound >= other.upperBound
    }
}

extension Vocabulary {
    /// Every phrase of every kind, made comparable.
    var knownPhrases: [PhraseFinder.KnownPhrase] {
        kinds.flatMap { kind in kind.phrases.map { PhraseFinder.KnownPhrase(kind: kind.id, text: FoldedText($0)) } }
    }
}
