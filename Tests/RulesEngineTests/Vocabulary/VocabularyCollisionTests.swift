import TestSupport
import Testing

@testable import RulesEngine

/// Two packs that claim one word: the second is reported, and the place of the first is shown.
struct VocabularyCollisionTests {
    /// What is said when a second pack declares more beside the street's words: the message, the words it points at, and
    /// those of the first.
    private static func mistakes(_ words: String) throws -> [String] {
        var builder = VocabularyBuilder()
        var diagnostics = Diagnostics()
        for (name, text) in [("street.yaml", Neighbours.vocabulary), ("more.yaml", "vocabulary: more\n" + words)] {
            let tree = try #require(YAMLLoader.load(SourceFile(name: name, text: text), &diagnostics))
            builder.add(tree, &diagnostics)
        }
        _ = builder.build(&diagnostics)
        return diagnostics.all.map { diagnostic in
            let first = diagnostic.notes.first.map { " (\($0.range.file.name): \($0.range.text))" } ?? ""
            return "\(diagnostic.range?.file.name ?? ""): \(diagnostic.message)" + first
        }
    }

    private static func kind(_ lines: String) -> String {
        "kinds:\n  - kind: fair.seen\n    noun: fair\n    happens: you see a fair\n    do: see a fair\n" + lines
    }

    @Test(arguments: [
        ("fields:\n  - field: street\n    type: text\n", "'street' is a word of the vocabulary already", "street"),
        (
            "kinds:\n  - kind: note.sent\n    noun: x\n    happens: x\n    do: x\n",
            "'note.sent' is a word of the vocabulary already", "note.sent"
        ),
        (kind("    words: [seen, Wrote]\n"), "'Wrote' is a word of the vocabulary already", "wrote"),
        (
            kind("    phrases: [good morning]\n"), "'good morning' is a word of the vocabulary already",
            "good morning"
        ),
        ("groups:\n  - group: word\n    kinds: [gift.given]\n", "'word' is a word of the vocabulary already", "word"),
        (
            "roles:\n  - role: the introducer\n    is: names\n", "'the introducer' is a word of the vocabulary already",
            "the introducer"
        ),
        ("spans:\n  - span: loan\n    opened_by: gift.given\n", "'loan' is a word of the vocabulary already", "loan"),
        (
            "records:\n  - record: club\n    plural: societies\n    fields: [motto]\n",
            "records called 'club' stand under 'clubs' already", "clubs"
        ),
    ])
    func theSecondIsReportedWithThePlaceOfTheFirst(_ words: String, _ message: String, _ first: String) throws {
        #expect(try Self.mistakes(words) == ["more.yaml: \(message) (street.yaml: \(first))"])
    }

    @Test(arguments: [
        "records:\n  - record: club\n    fields: [street]\n",
        "records:\n  - record: person\n    plural: people\n    fields: [mood]\n",
        kind("    words: [seen, seen]\n    phrases: [saw a fair]\n"), "every_kind: [mood]\n",
        "groups:\n  - group: sight\n    kinds: [gift.given]\n",
    ])
    func whatOnlyAddsIsWelcome(_ words: String) throws {
        #expect(try Self.mistakes(words).isEmpty)
    }
}
