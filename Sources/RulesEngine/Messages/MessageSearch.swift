/// What is looked for in one message, and where it stands.
struct MessageSearch {
    let message: Message
    let cuts: TextCuts
    /// Where the text ends, in bytes.
    let end: Int
    private let text: PhraseFinder
    private let subject: PhraseFinder
    private let asked: AskedTime?
    private let scene: Scene?

    /// The message's place among the facts, from which its slots are filled.
    struct Scene {
        let row: Int
        let narrator: Narrator
    }

    init(_ message: Message, known: [PhraseFinder.KnownPhrase], _ scene: Scene?) {
        self.message = message
        self.scene = scene
        cuts = TextCuts(message.text)
        end = message.text.utf8.count
        text = PhraseFinder(FoldedText(message.text), known: known)
        subject = PhraseFinder(FoldedText(message.words(of: .subject)), known: known)
        asked = AskedTime.find(in: message.text)
    }

    /// Whether an item can be looked for: not when it is only about what nobody knows.
    func isKnown(_ item: WordingItem) -> Bool {
        item.phrases.contains { phrase in
            guard case .slot(let slot) = phrase, slot.fieldInText == nil else { return true }
            return !words(of: slot).isEmpty
        }
    }

    /// Where an item is said in the text, in order.
    func places(of item: WordingItem) -> [Range<Int>] { places(of: item, text, message.text) + askedPlace(item) }

    /// Where it is said in a part, but for where one of some words stands before it in the same clause: 'not', 'never'.
    func places(of item: WordingItem, in part: Message.Part, notAfter words: [FoldedText]) -> [Range<Int>] {
        let finder = part == .subject ? subject : text
        let written = message.words(of: part)
        let bytes = Array(written.utf8)
        let found = places(of: item, finder, written).filter { place in
            if words.isEmpty { return true }
            let clause = FoldedText(Self.clause(before: place.lowerBound, in: bytes))
            return words.allSatisfy { clause.places(of: $0, wholeWords: true).isEmpty }
        }
        return found.reduce(into: []) { kept, place in
            if kept.last.map({ $0.overlaps(place) }) != true { kept.append(place) }
        }
    }

    /// What stands before a place since the last mark, or the last empty line; of a clause without end the nearest part.
    private static func clause(before end: Int, in bytes: [UInt8]) -> String {
        let marks = Set(",;:.?!()".utf8)
        var start = end
        while start > 0, end - start < 200, !marks.contains(bytes[start - 1]) {
            let isEmptyLine = start > 1 && bytes[start - 1] == 0x0A && [0x0A, 0x0D].contains(bytes[start - 2])
            if isEmptyLine { break }
            start -= 1
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func places(of item: WordingItem, _ finder: PhraseFinder, _ written: String) -> [Range<Int>] {
        let names = item.phrases.contains { if case .slot = $0 { true } else { false } }
        let found = finder.places(of: item.phrases) { words(of: $0).map { FoldedText($0) } }
        return names ? found.filter { isName(written, at: $0, item) } : found
    }

    private func askedPlace(_ item: WordingItem) -> [Range<Int>] {
        let isWanted = item.phrases.contains { if case .slot(let slot) = $0 { slot.fieldInText != nil } else { false } }
        return isWanted ? asked.map { [$0.place] } ?? [] : []
    }

    /// A name begins with a capital where it has one: 'will' is not Will.
    private func isName(_ written: String, at place: Range<Int>, _ item: WordingItem) -> Bool {
        let found = String(decoding: Array(written.utf8)[place], as: UTF8.self)
        let isName = item.phrases.contains { phrase in
            guard case .slot(let slot) = phrase else { return false }
            return words(of: slot).contains { word in
                word.first?.isUppercase == true && FoldedText(word).bytes == FoldedText(found).bytes
            }
        }
        return !isName || found.first?.isUppercase == true
    }

    /// The words that stand for a slot: of a name the whole of it and each of its words, since people write only one.
    private func words(of slot: Slot) -> [String] {
        guard let scene else { return [] }
        let contents = slot.contents(of: scene.row, at: scene.narrator.now, in: scene.narrator)
        return contents.flatMap { content -> [String] in
            switch content {
            case .name(let name): Self.ways(ofWriting: name)
            case .words(let words): [words]
            case .day: []
            }
        }
    }

    /// `Ana Ruiz`, `Ana`, `Ruiz`; not what stands in brackets, nor an initial or `de`.
    private static func ways(ofWriting name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init).filter { !$0.hasPrefix("(") }
        return [name]
            + words.filter { $0.count > 1 && !$0.hasSuffix(".") && (words.count == 1 || $0.first?.isLowercase != true) }
    }
}
