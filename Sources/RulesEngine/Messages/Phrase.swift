/// Something a message may say: a phrase as written, anything the vocabulary knows to mean a kind of activity or lists as a
/// saying, or what is known about the one it goes to.
enum Phrase: Sendable {
    case words(String, FoldedText)
    case kind(KindID)
    case saying(Saying, [FoldedText])
    case slot(Slot)

    /// How it is named in a message to people: `'keep me in mind'`, `a word on what you want to learn`.
    func spoken(_ vocabulary: Vocabulary) -> String {
        switch self {
        case .words(let text, _): "'\(text)'"
        case .kind(let kind): vocabulary[kind].anyNoun
        case .saying(let saying, _): saying.any
        case .slot(let slot): slot.spoken
        }
    }

    /// The words that say it; none for what is known about the one it goes to.
    func texts(_ vocabulary: Vocabulary) -> [String] {
        switch self {
        case .words(let text, _): [text]
        case .kind(let kind): vocabulary[kind].phrases
        case .saying(let saying, _): saying.phrases
        case .slot: []
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
        matches = Self.outermost(Self.places(of: known, in: text))
    }

    /// Every place of every known phrase, in one walk through the text.
    private static func places(
        of known: [KnownPhrase], in text: FoldedText
    ) -> [(place: Range<Int>, kind: KindID)] {
        let byStart = Dictionary(grouping: known) { $0.text.bytes.prefix(2) }
        return text.bytes.indices.flatMap { start in
            let near = byStart[text.bytes[start...].prefix(2)] ?? []
            return near.filter { text.bytes[start...].starts(with: $0.text.bytes) }
                .map { (start..<start + $0.text.bytes.count, $0.kind) }
        }
    }

    /// Without those that are part of a longer one.
    private static func outermost(_ all: [(place: Range<Int>, kind: KindID)]) -> [(place: Range<Int>, kind: KindID)] {
        let sorted = all.sorted {
            ($0.place.lowerBound, -$0.place.upperBound, $0.kind.raw)
                < ($1.place.lowerBound, -$1.place.upperBound, $1.kind.raw)
        }
        var kept: [(place: Range<Int>, kind: KindID)] = []
        for match in sorted {
            if let last = kept.last, match.place.upperBound <= last.place.upperBound, match.place != last.place {
                continue
            }
            kept.append(match)
        }
        return kept
    }

    /// Where any of some phrases stand, in order, in bytes of the message; `names` gives what a slot stands for.
    func places(of phrases: [Phrase], names: (Slot) -> [FoldedText] = { _ in [] }) -> [Range<Int>] {
        let places = phrases.flatMap { phrase -> [Range<Int>] in
            switch phrase {
            case .words(_, let words): text.places(of: words, wholeWords: true)
            case .kind(let kind): matches.filter { $0.kind == kind }.map(\.place)
            case .saying(_, let ways): ways.flatMap { text.places(of: $0, wholeWords: true) }
            case .slot(let slot): names(slot).flatMap { text.places(of: $0, wholeWords: true) }
            }
        }
        return places.map { text.origin(of: $0) }.sorted {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }
    }
}

extension Vocabulary {
    /// Every phrase of every kind, made comparable.
    var knownPhrases: [PhraseFinder.KnownPhrase] {
        kinds.flatMap { kind in kind.phrases.map { PhraseFinder.KnownPhrase(kind: kind.id, text: FoldedText($0)) } }
    }
}
