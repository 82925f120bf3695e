import Foundation
import GRDB

/// Finds a person's name in text: as whole words, and not inside the longer name of somebody else.
///
/// A name of several words is found in upper and lower case; a single word only as it is written, because "Will" is a
/// person and "will" is not.
struct NameMatcher: Sendable {
    /// What stands in a text where the name stood.
    static let blot = "(forgotten)"

    private let name: String
    private let isLoose: Bool
    private var longerNames: [String] = []

    /// Nil when the name is empty or only blanks.
    init?(name: String) {
        self.name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !self.name.isEmpty else { return nil }
        isLoose = self.name.contains(where: \.isWhitespace)
    }

    /// The matcher that passes over these longer names.
    func sparing(_ names: [String]) -> NameMatcher {
        var matcher = self
        matcher.longerNames = names
        return matcher
    }

    /// Whether a text is the name and nothing else.
    func isName(_ text: String) -> Bool {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return text == name || isLoose && text.lowercased() == name.lowercased()
    }

    /// Whether the name occurs in a text.
    func isMentioned(in text: String) -> Bool {
        !mentions(in: text).isEmpty
    }

    /// The text with a blot for each mention.
    func blotting(_ text: String) -> String {
        var result = text
        for range in mentions(in: text).reversed() {
            result.replaceSubrange(range, with: Self.blot)
        }
        return result
    }

    private func mentions(in text: String) -> [Range<String.Index>] {
        let found = wholeWords(name, in: text)
        guard !found.isEmpty, !longerNames.isEmpty else { return found }
        let spared = longerNames.flatMap { longer in wholeWords(longer, in: text) }
        return found.filter { range in !spared.contains { $0.overlaps(range) } }
    }

    private func wholeWords(_ words: String, in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var start = text.startIndex
        while let range = text.range(
            of: words, options: isLoose ? .caseInsensitive : [], range: start..<text.endIndex)
        {
            if isWhole(range, in: text) { found.append(range) }
            start = range.upperBound
        }
        return found
    }

    private func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
        let before = text[..<range.lowerBound].last
        let after = text[range.upperBound...].first
        return ![before, after].contains { $0?.isLetter == true || $0?.isNumber == true }
    }
}

extension NameMatcher {
    /// Makes the matcher known to SQL: `is_forgotten`, `mentions_forgotten`, `without_forgotten`.
    func offer(to db: Database) throws {
        for function in functions { db.add(function: function) }
    }

    /// Takes the functions away again.
    func withdraw(from db: Database) {
        for function in functions { db.remove(function: function) }
    }

    private var functions: [DatabaseFunction] {
        [
            function("is_forgotten") { text in isName(text).databaseValue },
            function("mentions_forgotten") { text in isMentioned(in: text).databaseValue },
            function("without_forgotten") { text in blotting(text).databaseValue },
        ]
    }

    /// A function of one text; no text is no mention.
    private func function(_ name: String, _ body: @escaping @Sendable (String) -> DatabaseValue) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: 1, pure: true) { values in
            values.first.flatMap(String.fromDatabaseValue).map(body) ?? false.databaseValue
        }
    }
}
