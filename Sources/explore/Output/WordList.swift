import RulesEngine

/// Lists what can be logged: a line to type for each kind of activity, under the part of the search it belongs to.
struct WordList {
    let vocabulary: Vocabulary
    /// The kinds to list; all when nil.
    var only: Set<String>?

    /// The list for people.
    var text: String {
        let width = entries.map(\.example.count).max() ?? 0
        var text = only == nil ? Self.head : ""
        var phase: String?
        for entry in entries {
            if entry.phase != phase { text += "\n\(entry.phase)\n" }
            phase = entry.phase
            text += "  " + entry.example.padding(to: width + 2) + entry.kind.noun + "\n"
        }
        return text + (only == nil ? Self.foot : "")
    }

    /// A JSON object a line.
    var json: String { entries.map { WordPage(kind: $0.kind, vocabulary: vocabulary).json + "\n" }.joined() }

    private static let head = """
        Type: explore log, what happened, with whom, when, and what else there is to say, in any order.

        """
    private static let foot = """

        What lies ahead is planned: explore plan NAME tue 10:00 20m
        All words for one of these, and what may be said with it: explore words WORD

        """

    /// What is listed, in order, with a line to type.
    var entries: [(phase: String, kind: Kind, example: String)] {
        var phase = ""
        var file: String?
        return vocabulary.kinds.compactMap { kind in
            let own = kind.declared.file.name
            phase = kind.phase ?? (own == file ? phase : "More")
            file = own
            guard only?.contains(kind.name) ?? true else { return nil }
            return (phase, kind, WordPage(kind: kind, vocabulary: vocabulary).example)
        }
    }
}

extension String {
    /// The text with blanks behind it up to a width.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
