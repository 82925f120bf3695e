import Testing

@testable import RulesEngine

struct NodeTests {
    private static let text = """
        \u{FEFF}list:
          - plain é
          - 'it''s'
          - "a\\tb"
          - |
            one
             two

          - >-
            three
            four
        map: {a: , b: ~, "c": [1, 2]}
        end:

        """

    private static func root(_ text: String = text) throws -> Node {
        var diagnostics = Diagnostics()
        let tree = YAMLLoader.load(SourceFile(name: "x", text: text), &diagnostics)
        #expect(diagnostics.all.isEmpty)
        #expect(tree?.isComplete == true)
        return try #require(tree?.root)
    }

    @Test func everyStyleIsReadAndLocated() throws {
        let items = try #require(try Self.root().entries.first?.value.items)
        #expect(items.map(\.text) == ["plain é", "it's", "a\tb", "one\n two\n", "three four"])
        #expect(items.map(\.style) == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
        #expect(
            items.map(\.range.text) == [
                "plain é", "'it''s'", "\"a\\tb\"", "|\n    one\n     two", ">-\n    three\n    four",
            ])
        #expect(items.allSatisfy { $0.kind == .scalar && $0.items.isEmpty && $0.entries.isEmpty })
    }

    @Test func groupsKeepTheirOrderAndEnds() throws {
        let root = try Self.root()
        #expect(root.kind == .mapping)
        #expect(root.style == .block)
        #expect(root.entries.map(\.key.text) == ["list", "map", "end"])
        let map = root.entries[1].value
        #expect(map.style == .flow)
        #expect(map.range.text == "{a: , b: ~, \"c\": [1, 2]}")
        #expect(map.entries.map(\.value.isEmpty) == [true, true, false])
        #expect(map.entries[2].value.items.map(\.text) == ["1", "2"])
        #expect(root.range.text.hasSuffix("end:"))
        #expect(root.entries[0].value.range.text.hasSuffix("four"))
    }

    @Test func quotedWordsAreNeverEmpty() throws {
        let items = try Self.root("[~, null, NULL, '', 'null', nul, \"~\"]\n").items
        #expect(items.map(\.isEmpty) == [true, true, true, false, false, false, false])
    }

    @Test func aPlaceAfterNothingIsTheColon() throws {
        let value = try #require(try Self.root().entries.last?.value)
        #expect(value.range.bytes.isEmpty)
        #expect(value.range.start == TextPosition(line: 13, column: 5, utf16Column: 5))
        #expect(value.range(ofCharacters: 0..<0).start.line == 13)
    }

    @Test func placesOutsideTheTextAreItsEnd() throws {
        let item = try #require(try Self.root().entries.first?.value.items.first)
        #expect(item.range(ofCharacters: 0..<999).text == "plain é")
        #expect(item.range(ofCharacters: 900..<999).bytes.isEmpty)
        #expect(item.range(ofCharacters: 6..<7).text == "é")
    }
}
