/// Messages near those of an author: something said or left out, longer and shorter, in another order.
struct MessageVariations {
    private let sayings: Wording.Sayings

    init(_ wording: Wording) { sayings = wording.sayings }

    /// All variations of an example's message; of an empty one those of a message that says what it should.
    func all(_ example: Example) -> [Example] {
        guard let message = example.message else { return [] }
        let text = message.text.isEmpty ? plain : message.text
        let texts = unique([text] + said(text) + heads(text) + orders(text) + lengths(text) + blanks(text))
        return texts.filter { !$0.allSatisfy(\.isWhitespace) }.map { text in
            example.changing { $0.message = Message(kind: message.kind, text: text) }
        }
    }

    /// Everything that should be said, a sentence each, as long as it should be.
    private var plain: String {
        let sentences = (sayings.mention + sayings.inOrder).compactMap(\.first).map { $0 + "." }
        let text = unique(sentences).joined(separator: " ")
        let start = text.isEmpty ? "This is a message." : text
        return padded(start, to: sayings.words.lowerBound)
    }

    // MARK: Said and not said

    private func said(_ text: String) -> [String] {
        let items = sayings.mention + sayings.inOrder + sayings.avoid
        return items.flatMap { phrases -> [String] in
            let bare = phrases.reduce(text) { removing($1, from: $0) }
            let said = phrases.flatMap { phrase in [bare + " " + phrase + ".", phrase + ". " + bare] }
            return [bare] + said
        }
    }

    private func removing(_ phrase: String, from text: String) -> String {
        var rest = text[...]
        var kept = ""
        while let place = Self.place(of: phrase, in: rest) {
            kept += rest[..<place.lowerBound]
            rest = rest[place.upperBound...]
        }
        return kept + rest
    }

    /// Where a phrase stands, whatever the letter case.
    private static func place(of phrase: String, in text: Substring) -> Range<Substring.Index>? {
        guard !phrase.isEmpty else { return nil }
        let wanted = phrase.lowercased()
        var start = text.startIndex
        while start < text.endIndex {
            if let end = text.index(start, offsetBy: phrase.count, limitedBy: text.endIndex),
                text[start..<end].lowercased() == wanted
            {
                return start..<end
            }
            start = text.index(after: start)
        }
        return nil
    }

    // MARK: Where

    /// What should stand at the beginning pushed back by a word, a sentence or a line, and by more of them.
    private func heads(_ text: String) -> [String] {
        guard let count = sayings.headCount else { return [] }
        return (1...(count + 1)).flatMap { number in
            ["So ", "So it is. ", "So it is\n"].map { String(repeating: $0, count: number) + text }
        }
    }

    private func orders(_ text: String) -> [String] {
        let items = sayings.inOrder.compactMap(\.first)
        guard items.count > 1 else { return [] }
        let bare = sayings.inOrder.flatMap { $0 }.reduce(text) { removing($1, from: $0) }
        let pairs = items.indices.flatMap { first in
            items.indices.filter { $0 != first }.map { second in [items[first], items[second]] }
        }
        let turned = items.indices.flatMap { from in
            items.indices.filter { $0 != from }.map { to in
                var order = items
                order.insert(order.remove(at: from), at: to)
                return order
            }
        }
        return ([items] + turned + pairs).map { order in bare + " " + order.map { $0 + "." }.joined(separator: " ") }
    }

    private func blanks(_ text: String) -> [String] { [text + " <name>", text.replacing("<name>", with: "you")] }

    // MARK: How long

    private func lengths(_ text: String) -> [String] {
        let limits = [sayings.words.lowerBound, sayings.words.upperBound].filter { $0 > 0 && $0 < Int.max }
        return limits.flatMap { limit in
            [limit - 1, limit, limit + 1].filter { $0 > 0 }.map { padded(cut(text, to: $0), to: $0) }
        }
    }

    /// The text with its own words again until it is long enough.
    private func padded(_ text: String, to count: Int) -> String {
        let words = text.split { $0 == " " || $0 == "\n" }
        let have = TextCuts(text).words.count
        guard have < count, !words.isEmpty else { return text }
        return text + " " + (0..<(count - have)).map { _ in "again" }.joined(separator: " ")
    }

    private func cut(_ text: String, to count: Int) -> String {
        let words = TextCuts(text).words
        guard words.count > count, count > 0 else { return text }
        return String(decoding: Array(text.utf8)[..<words[count - 1].upperBound], as: UTF8.self)
    }
}
