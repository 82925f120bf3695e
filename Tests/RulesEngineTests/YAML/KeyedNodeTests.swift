import Testing

@testable import RulesEngine

struct KeyedNodeTests {
    private static func keyed(_ text: String, _ diagnostics: inout Diagnostics) -> KeyedNode? {
        guard let root = YAMLLoader.load(SourceFile(name: "x", text: text), &diagnostics)?.root else { return nil }
        return KeyedNode(root, of: "a rule", keys: ["id", "title", "within"], &diagnostics)
    }

    @Test func settingsAreFoundByName() throws {
        var diagnostics = Diagnostics()
        let rule = try #require(Self.keyed("id: a\n'title': b\n", &diagnostics))
        #expect(rule["title"]?.text == "b")
        #expect(rule.key("title")?.range.text == "'title'")
        #expect(rule["within"] == nil)
        #expect(rule.key("nonsense") == nil)
        #expect(rule.required("id", &diagnostics)?.text == "a")
        #expect(diagnostics.all.isEmpty)
    }

    @Test func whatIsMissingIsReportedAtTheFirstName() throws {
        var diagnostics = Diagnostics()
        let rule = try #require(Self.keyed("# x\ntitle: b\n", &diagnostics))
        #expect(rule.required("id", &diagnostics) == nil)
        #expect(diagnostics.all.first?.message == "a rule needs 'id'")
        #expect(diagnostics.all.first?.range?.text == "title")
    }

    @Test func unknownNamesAreReportedAtTheName() throws {
        var diagnostics = Diagnostics()
        let rule = try #require(Self.keyed("id: a\nwithn: b\nzzz: c\n", &diagnostics))
        #expect(rule["withn"] == nil)
        #expect(diagnostics.all.map(\.message) == ["a rule has no key 'withn'", "a rule has no key 'zzz'"])
        #expect(diagnostics.all.map(\.range?.text) == ["withn", "zzz"])
        #expect(
            diagnostics.all.map(\.help) == [
                "did you mean 'within'?\na rule may have: id, title, within", "a rule may have: id, title, within",
            ])
        #expect(diagnostics.all.first?.fix?.replacement == "within")
    }

    @Test func ofTwoEqualNamesTheFirstCounts() throws {
        var diagnostics = Diagnostics()
        let rule = try #require(Self.keyed("id: a\nid: b\n", &diagnostics))
        #expect(rule["id"]?.text == "a")
        #expect(diagnostics.all.map(\.code) == [.duplicateKey])
    }

    @Test(arguments: [
        ("- id: a\n", "a rule must be settings, each with its name and a colon, but this is a list"),
        ("[]\n", "a rule must be settings, each with its name and a colon, but this is a list"),
    ])
    func anythingElseIsRefused(text: String, message: String) {
        var diagnostics = Diagnostics()
        #expect(Self.keyed(text, &diagnostics) == nil)
        #expect(diagnostics.all.map(\.message) == [message])
    }

    @Test func aMissingSpaceIsExplained() {
        var diagnostics = Diagnostics()
        let root = YAMLLoader.load(SourceFile(name: "x", text: "- id:a\n- ~\n"), &diagnostics)?.root
        for item in root?.items ?? [] { _ = KeyedNode(item, of: "a rule", keys: ["id"], &diagnostics) }
        #expect(diagnostics.all.map(\.code) == [.wrongKind, .emptyValue])
        #expect(diagnostics.all.first?.help == "a space is missing after the colon: write id: a")
    }
}
