/// The names a log knows, by kind of record: for a person also those that only activities mention.
struct LogSentenceNames: Sendable {
    private let people: [String]
    private let records: [String: [String]]

    init(_ document: LogDocument, _ vocabulary: Vocabulary) {
        records = Dictionary(grouping: document.records, by: \.kind).mapValues { $0.map(\.name.text) }
        let recorded = records[vocabulary[RecordKindID.person].name] ?? []
        var seen: Set<String> = []
        people = (recorded + document.activities.flatMap(\.with).map(\.text)).filter {
            seen.insert($0.lowercased()).inserted
        }
    }

    /// What a written name means among the records of a kind.
    func find(_ written: String, _ kind: RecordKind) -> NameFinder.Found {
        NameFinder(kind.id == .person ? people : records[kind.name] ?? []).find(written)
    }

    /// Whether a word is a whole word of somebody's name.
    func isWordOfName(_ word: String) -> Bool {
        people.contains { name in name.lowercased().split(separator: " ").contains { $0 == word.lowercased() } }
    }

    /// The person whom some words in a row name, and how many of the words say it; `isSure` wants whole words.
    ///
    /// As many words as help are used: a word that is not needed to tell two people apart has to be a whole word of the
    /// name, because it may as well begin something else.
    func person(in words: [String], isSure: Bool = false) -> (found: NameFinder.Found, used: Int) {
        let finder = NameFinder(people)
        guard let first = words.first, isNameLike(first, isSure) else { return (.none(nearest: nil), 0) }
        var best = (found: finder.find(first), used: 1)
        for count in stride(from: 2, through: min(words.count, Self.longest), by: 1) {
            let found = finder.find(words.prefix(count).joined(separator: " "))
            if case .none = found { break }
            if found == best.found, !isPart(words[count - 1], of: found, isLast: count == words.count) { break }
            best = (found, count)
        }
        return best
    }

    /// How many words a name has at most.
    private static let longest = 5

    /// Whether a word that tells nobody apart still belongs to the name: a whole word of it, or its beginning at the end.
    private func isPart(_ word: String, of found: NameFinder.Found, isLast: Bool) -> Bool {
        guard case .one(let name) = found else { return true }
        let isWhole = name.lowercased().split(separator: " ").contains { $0 == word.lowercased() }
        return isWhole || isLast && !LogSentenceWords.isCommon(word)
    }

    /// Short words of the language begin many a name and are not meant so.
    private func isNameLike(_ word: String, _ isSure: Bool) -> Bool {
        isWordOfName(word) || !isSure && word.count >= 2 && !LogSentenceWords.isCommon(word)
    }
}
