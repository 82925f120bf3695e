import TestSupport
import Testing

@testable import RulesEngine

/// Small broken packs: every mistake is found once, at its exact place.
struct PackReadingTests {
    private static let note = StreetRules.note.split(separator: "\n").map { "    " + $0 + "\n" }.joined()
    private static let head = "  - id: a\n    title: A\n    strength: should\n"

    private static func rule(_ more: String) -> String { "rules:\n" + head + note + more }

    private func checkRules(_ mistake: Mistake) {
        var diagnostics = Diagnostics()
        _ = PackLoader.load([Neighbours.pack(MarkedText(mistake.text).text)], &diagnostics)
        #expect(
            Mistake.described(diagnostics) == mistake.expected, "\(DiagnosticRenderer().render(all: diagnostics.all))")
    }

    @Test(arguments: [
        Mistake("a word that cannot be filled in", .unknownPlaceholder, rule("    do: Write to ⟦<persn>⟧\n")),
        Mistake(
            "a field of another kind", .unknownPlaceholder,
            rule("    say:\n      due: Write by <deadline>, ⟦<ready>⟧\n")),
        Mistake("of an unknown verdict", .unknownKey, rule("    say:\n      ⟦dew⟧: Write.\n")),
        Mistake("a source that is not listed", .unknownWork, rule("    source:\n      work: ⟦book⟧\n")),
        Mistake("a rule about nothing", .noShape, "rules:\n  - ⟦id⟧: a\n    title: A\n    strength: should\n"),
        Mistake(
            "half a shape", .noShape, "rules:\n  - id: a\n    title: A\n    strength: should\n    ⟦after⟧: visit.held\n"
        ),
        Mistake("a misspelt shape", .unknownKey, "rules:\n" + head + note.replacing("after", with: "⟦aftre⟧")),
        Mistake("one id twice", .sameRule, "rules:\n" + head + note + head.replacing("id: a", with: "id: ⟦a⟧") + note),
        Mistake("no title", .missingKey, "rules:\n  - ⟦id⟧: a\n    strength: should\n" + note),
        Mistake("no strength", .missingKey, "rules:\n  - ⟦id⟧: a\n    title: A\n" + note),
        Mistake(
            "a strength that is none", .unknownChoice, "rules:\n" + head.replacing("should", with: "⟦shall⟧") + note),
        Mistake(
            "a position without a dispute is no mistake, a dispute without one is", .missingKey,
            "rules:\n  - ⟦id⟧: a\n    title: A\n    strength: should\n" + note + "    dispute: notes\n"),
        Mistake("a rule that is a text", .wrongKind, "rules:\n  - ⟦be kind⟧\n"),
        Mistake(
            "no rules", .missingKey, "⟦rulez⟧: []\n".replacing("⟦rulez⟧", with: "⟦{}⟧").replacing(": []", with: "")),
    ])
    func brokenRule(mistake: Mistake) { checkRules(mistake) }

    private func checkPage(_ mistake: Mistake, more: [String: String] = [:]) {
        var files = [
            "pack.yaml": SourceFile(name: "pack.yaml", text: MarkedText(mistake.text).text),
            "vocabulary.yaml": SourceFile(name: "vocabulary.yaml", text: Neighbours.vocabulary),
        ]
        for (path, text) in more { files[path] = SourceFile(name: path, text: text) }
        var diagnostics = Diagnostics()
        _ = PackLoader.load([PackFiles(name: "street", files: files)], &diagnostics)
        #expect(
            Mistake.described(diagnostics) == mistake.expected, "\(DiagnosticRenderer().render(all: diagnostics.all))")
    }

    private static let page = "id: street\nversion: 1.0.0\ntitle: The street\nengine: 1\nfiles:\n  - vocabulary.yaml\n"

    @Test(arguments: [
        Mistake("an id", .badID, page.replacing("id: street", with: "id: ⟦The Street⟧")),
        Mistake("a file that is not there", .fileMissing, page + "  - ⟦rules/a.yaml⟧\n"),
        Mistake("a pack that is not there", .missingPack, page + "needs: [⟦town⟧]\n"),
        Mistake("a review on no day", .unreadableTime, page + "review_by: ⟦someday⟧\n"),
        Mistake("an engine of the future", .numberOutOfRange, page.replacing("engine: 1", with: "engine: ⟦2⟧")),
        Mistake(
            "no version", .missingKey, page.replacing("version: 1.0.0\n", with: "").replacing("id:", with: "⟦id⟧:")),
        Mistake("no files", .missingKey, "⟦id⟧: street\nversion: 1.0.0\ntitle: The street\nengine: 1\n"),
    ])
    func brokenPage(mistake: Mistake) {
        if mistake.name == "no files" { return checkPageAlone(mistake) }
        checkPage(mistake)
    }

    private func checkPageAlone(_ mistake: Mistake) {
        let page = SourceFile(name: "pack.yaml", text: MarkedText(mistake.text).text)
        var diagnostics = Diagnostics()
        _ = PackLoader.load([PackFiles(name: "street", files: ["pack.yaml": page])], &diagnostics)
        #expect(
            Mistake.described(diagnostics) == mistake.expected, "\(DiagnosticRenderer().render(all: diagnostics.all))")
    }

    @Test func aFileThatIsNotListed() {
        checkPage(
            Mistake("not listed", .fileNotListed, Self.page.replacing("vocabulary.yaml", with: "⟦vocabulary.yaml⟧")),
            more: ["rules/extra.yaml": "rules: []\n"])
    }

    @Test func aFolderThatIsNoPack() {
        var diagnostics = Diagnostics()
        _ = PackLoader.load([PackFiles(name: "empty", files: [:])], &diagnostics)
        #expect(Mistake.described(diagnostics) == ["not-a-pack at no place"])
    }

    @Test func twoPacksOfOneName() {
        var diagnostics = Diagnostics()
        _ = PackLoader.load([Neighbours.pack("rules: []\n"), Neighbours.pack("rules: []\n")], &diagnostics)
        #expect(diagnostics.all.contains { $0.code == .samePack && $0.range == nil })
    }
}
