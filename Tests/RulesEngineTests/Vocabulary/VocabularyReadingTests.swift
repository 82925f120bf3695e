import TestSupport
import Testing

@testable import RulesEngine

/// Small broken vocabularies: every mistake is found once, at its exact place.
struct VocabularyReadingTests {
    private func check(_ mistake: Mistake) throws {
        let text = MarkedText(mistake.text).text
        var diagnostics = Diagnostics()
        let tree = try #require(YAMLLoader.load(SourceFile(name: "vocabulary.yaml", text: text), &diagnostics))
        var builder = VocabularyBuilder()
        builder.add(tree, &diagnostics)
        _ = builder.build(&diagnostics)
        #expect(
            Mistake.described(diagnostics) == mistake.expected, "\(DiagnosticRenderer().render(all: diagnostics.all))")
    }

    private static func kind(_ more: String) -> String {
        "vocabulary: v\nfields:\n  - field: words\n    type: text\nkinds:\n  - kind: note.sent\n    noun: note\n    happens: h\n    do: d\n"
            + more
    }

    @Test(arguments: [
        Mistake("a field of a kind", .unknownWord, kind("    fields: [words, ⟦wards⟧]")),
        Mistake("the main field", .unknownWord, kind("    main: ⟦word⟧")),
        Mistake("a field of every kind", .unknownWord, kind("every_kind: [⟦club⟧]")),
        Mistake(
            "a field of a record", .unknownWord, "vocabulary: v\nrecords:\n  - record: person\n    fields: [⟦age⟧]"),
        Mistake("a type", .unknownWord, "vocabulary: v\nfields:\n  - field: words\n    type: ⟦txt⟧"),
        Mistake("a type of a list", .unknownWord, "vocabulary: v\nfields:\n  - field: words\n    type: ⟦list of txt⟧"),
        Mistake(
            "a kind of a group", .unknownWord, kind("groups:\n  - group: word\n    kinds: [note.sent, ⟦note.send⟧]")),
        Mistake("the way of a role", .unknownWord, kind("roles:\n  - role: the friend\n    is: ⟦person.friend⟧")),
        Mistake("what a role shares", .unknownWord, kind("roles:\n  - role: a neighbour\n    shares: ⟦street⟧")),
        Mistake(
            "a step of an episode", .unknownWord,
            "vocabulary: v\nfields:\n  - field: starts\n    type: instant\n  - field: length\n    type: duration\nkinds:\n  - kind: visit.planned\n    noun: n\n    happens: h\n    do: d\nepisodes:\n  - episode: visit\n    starts: starts\n    length: length\n    steps:\n      planned: visit.planned\n      held: ⟦visit.hold⟧"
        ),
    ])
    func unknownWord(mistake: Mistake) throws { try check(mistake) }

    @Test(arguments: [
        Mistake(
            "a field", .declaredTwice,
            "vocabulary: v\nfields:\n  - field: words\n    type: text\n  - field: ⟦words⟧\n    type: number"),
        Mistake("a kind", .declaredTwice, kind("  - kind: ⟦note.sent⟧\n    noun: n\n    happens: h\n    do: d")),
    ])
    func declaredTwice(mistake: Mistake) throws { try check(mistake) }

    @Test func theFirstDeclarationIsShown() throws {
        let text = "vocabulary: v\nfields:\n  - field: words\n    type: text\n  - field: words\n    type: number"
        var diagnostics = Diagnostics()
        let tree = try #require(YAMLLoader.load(SourceFile(name: "vocabulary.yaml", text: text), &diagnostics))
        var builder = VocabularyBuilder()
        builder.add(tree, &diagnostics)
        _ = builder.build(&diagnostics)
        #expect(diagnostics.all.first?.notes.map(\.range.start.line) == [3])
    }

    @Test(arguments: [
        Mistake("a noun", .missingKey, "vocabulary: v\nkinds:\n  - ⟦kind⟧: note.sent\n    happens: h\n    do: d"),
        Mistake("choices", .missingKey, "vocabulary: v\nfields:\n  - ⟦field⟧: by\n    type: choice"),
        Mistake("the vocabulary's name", .missingKey, "⟦kinds⟧: []"),
        Mistake("a section", .unknownKey, "vocabulary: v\n⟦feilds⟧: []"),
        Mistake("a key of a kind", .unknownKey, kind("    ⟦feilds⟧: []")),
        Mistake("needed or possible", .unknownChoice, kind("    person: ⟦always⟧")),
    ])
    func otherMistakes(mistake: Mistake) throws { try check(mistake) }

    @Test func namesAreFound() throws {
        let vocabulary = try Street(StreetRules.note, log: "- Mon: hedge.cut").rules.vocabulary
        let held = try #require(vocabulary.kind(named: "visit.held"))
        #expect(vocabulary.kind(word: "VISITED") == held)
        #expect(vocabulary[held].stage?.step == .held)
        #expect(vocabulary.episode(of: held)?.name == "visit")
        #expect(vocabulary[held].fields.map { vocabulary[$0].name }.suffix(2) == ["club", "visit"])
        #expect(vocabulary.kind(named: "nothing") == nil)
        #expect(vocabulary.recordKind(plural: "clubs") == vocabulary.recordKind(named: "club"))
    }
}
