/// A phrase of the vocabulary said of a certain person: `send a thank-you note` → `send the same person a thank-you note`.
///
/// The vocabulary's phrases are English, so the grammar is, too: who stands in a phrase already (`someone`, `them`) is
/// replaced, who is missing is put behind the verb where English has a place for them there, else at the end.
struct DirectedPhrase {
    private let words: [String]

    init(_ phrase: String) { words = phrase.split(separator: " ").map(String.init) }

    /// The phrase about somebody; `isMeant` says that a pronoun in it means them as it stands, `word` joins them to a
    /// phrase that has no place for a person.
    func about(_ whom: String, isMeant: Bool, _ word: String) -> String {
        if let place = words.firstIndex(where: { ["someone", "somebody"].contains($0) }) {
            return replacing(place, whom)
        }
        if let place = words.firstIndex(of: "them") { return isMeant ? text : replacing(place, whom) }
        if words.contains("they") { return isMeant ? text : text + " (\(whom))" }
        guard let place = placeBehindVerb else { return text + " \(word) \(whom)" }
        return (words[..<place] + [whom] + words[place...]).joined(separator: " ")
    }

    private var text: String { words.joined(separator: " ") }

    private func replacing(_ place: Int, _ whom: String) -> String {
        (words[..<place] + [whom] + words[(place + 1)...]).joined(separator: " ")
    }

    /// Where a person stands behind a verb that takes one: `ask … for a meeting`; nil where another word belongs to it.
    private var placeBehindVerb: Int? {
        let verb = words.first == "you" ? 1 : 0
        guard words.count > verb + 1, Self.verbs.contains(words[verb]) else { return nil }
        let next = words[verb + 1]
        return Self.particles.contains(next) || words.dropFirst(verb + 1).prefix(2) == ["the", "one"] ? nil : verb + 1
    }

    private static let verbs: Set = [
        "ask", "bring", "give", "invite", "lend", "offer", "promise", "remind", "send", "show", "teach", "tell",
        "write",
    ]
    private static let particles: Set = ["along", "back", "down", "off", "on", "out", "to", "up", "yourself"]
}

extension ActivityClause {
    /// How it reads as an instruction about somebody: `send the same person a thank-you note`.
    func instruction(_ vocabulary: Vocabulary, to link: PersonLink, _ word: String = "with") -> String {
        directed(words(vocabulary, { $0.instruction }, { $0.instruction }), link, vocabulary, word)
    }

    /// How it reads as a clause about somebody: `the same person agrees to meet`.
    func happens(_ vocabulary: Vocabulary, with link: PersonLink) -> String {
        directed(words(vocabulary, { $0.happens }, { $0.happens }), link, vocabulary, "with")
    }

    /// Several phrases name the person once; those after the first can say `them` for whom something is done to.
    private func directed(
        _ phrases: [String], _ link: PersonLink, _ vocabulary: Vocabulary, _ word: String
    ) -> String {
        guard link != .anyone else { return Self.list(phrases) }
        let whom = link.spoken(vocabulary)
        var isNamed = false
        return Self.list(
            phrases.map { phrase in
                let isSubject = ["someone ", "somebody "].contains { phrase.hasPrefix($0) }
                let said = isNamed && !isSubject ? "them" : whom
                let directed = DirectedPhrase(phrase).about(said, isMeant: isNamed || link == .samePerson, word)
                isNamed = isNamed || directed.contains(whom)
                return directed
            })
    }

    /// Any of several: `a, b or c`.
    static func list(_ phrases: [String], _ last: String = "or") -> String {
        guard let end = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
        return phrases.dropLast().joined(separator: ", ") + " \(last) " + end
    }
}
