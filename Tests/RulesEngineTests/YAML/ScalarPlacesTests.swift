import Foundation
import Testing
import TestSupport

@testable import RulesEngine

/// Places inside values: the fifty cases of `yaml-submap-cases.jsonl`.
struct ScalarPlacesTests {
    @Test func everyPlaceInsideAValueIsFound() throws {
        let lines = try ProjectFiles.jsonLines("Tests/RulesEngineTests/Fixtures/yaml-submap-cases.jsonl")
        #expect(lines.count == 50)
        for line in lines {
            let id = try #require(line["id"] as? String)
            let value = try #require(line["value"] as? String)
            let offset = try #require(line["value_offset"] as? Int)
            let file = SourceFile(name: id, text: try #require(line["yaml"] as? String))
            let node = try #require(Self.scalar(value, in: file), "\(id): the value is not there")
            let place = node.range(ofCharacters: offset..<offset + 2)
            #expect(place.start.line == line["line"] as? Int, "\(id)")
            #expect(place.start.column == line["column"] as? Int, "\(id)")
        }
    }

    /// Every character of every style maps to where the reader would point.
    @Test(arguments: [
        ("plain", "k: one\n  two\n\n  three\n", "one two\nthree"),
        ("single", "k: 'it''s\n  so'\n", "it's so"),
        ("double", "k: \"a\\u00e9\\n\\\n   b\"\n", "aé\nb"),
        ("literal", "k: |\n    a\n      b\n\n    c\n", "a\n  b\n\nc\n"),
        ("literal with indicator", "k: |2\n     a\n   b\n", "   a\n b\n"),
        ("folded", "k: >\n  a\n  b\n\n  c\n   d\n  e\n", "a b\nc\n d\ne\n"),
        ("folded, kept", "k: >+\n\n  a\n\n\n", "\na\n\n\n"),
        ("without a last line break", "k: |\n  a", "a\n"),
    ])
    func charactersMapToTheirSource(name: String, source: String, value: String) throws {
        let file = SourceFile(name: name, text: source)
        let node = try #require(Self.scalar(value, in: file), "\(name)")
        for (index, character) in value.unicodeScalars.enumerated() {
            let text = node.range(ofCharacters: index..<index + 1).text
            let isFolded = character == " " && text.contains("\n")
            let isEscape = text.hasPrefix("\\") || text == "''"
            let isMissingBreak = character == "\n" && text.isEmpty
            #expect(text == String(character) || isFolded || isEscape || isMissingBreak, "\(name) \(index): \(text)")
        }
        let end = node.range(ofCharacters: value.unicodeScalars.count..<value.unicodeScalars.count)
        #expect(end.bytes.isEmpty)
        #expect(end.bytes.lowerBound <= file.bytes.count)
    }

    private static func scalar(_ text: String, in file: SourceFile) -> Node? {
        var diagnostics = Diagnostics()
        let tree = YAMLLoader.load(file, .everything, &diagnostics)
        let count = UInt32(tree?.records.count ?? 0)
        return (0..<count).compactMap { index in tree.map { Node(tree: $0, index: index) } }
            .first { $0.kind == .scalar && $0.text == text }
    }
}
