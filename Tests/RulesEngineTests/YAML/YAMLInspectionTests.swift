import Testing

@testable import RulesEngine

struct YAMLInspectionTests {
    private static func file(_ text: String) -> SourceFile { SourceFile(name: "x", text: text) }

    @Test func theTreeShowsPlaces() throws {
        let tree = try YAMLInspection.tree(Self.file("a: &x [1, 'two']\nb:\n  - *x\n  - !t |\n    é\n")).get()
        #expect(
            tree == """
                1:1-5:6 mapping
                  1:1-1:2 key scalar "a"
                    1:4-1:17 value sequence […] &x
                      1:8-1:9 - scalar "1"
                      1:11-1:16 - scalar '…' "two"
                  2:1-2:2 key scalar "b"
                    3:3-5:6 value sequence
                      3:5-3:7 - alias *x
                      4:5-5:6 - scalar | <!t> "é\\n"

                """)
    }

    @Test(arguments: [
        ("1\n", "1"), ("01234\n", "1234"), ("0x1F\n", "31"), ("0o17\n", "15"), ("1.10\n", "1.1"), ("1e3\n", "1000.0"),
        ("NO\n", "\"NO\""), ("yes\n", "\"yes\""), ("true\n", "true"), ("12:30\n", "\"12:30\""), ("~\n", "null"),
        ("'1'\n", "\"1\""), ("!!str 1\n", "\"1\""), (".inf\n", "\".inf\""), ("1_000\n", "\"1_000\""), ("-0\n", "0"),
        ("123456789012345678901234567890\n", "123456789012345678901234567890"), ("2026-02-30\n", "\"2026-02-30\""),
        ("{a: [1, b], c: }\n", "{\"a\":[1,\"b\"],\"c\":null}"), ("a: &x 1\nb: *x\n", "{\"a\":1,\"b\":1}"),
        (".\n", "\".\""),
    ])
    func valuesHaveCoreTypes(text: String, json: String) throws {
        #expect(try YAMLInspection.json(Self.file(text)).get() == [json])
    }

    @Test func severalDocumentsAreSeveralTexts() throws {
        #expect(try YAMLInspection.json(Self.file("a\n---\nb\n...\n---\n")).get() == ["\"a\"", "\"b\"", "null"])
        #expect(try YAMLInspection.json(Self.file("")).get() == [])
    }

    @Test func repetitionIsLimited() {
        let lines = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        #expect(throws: YAMLInspection.Failure.self) { try YAMLInspection.json(Self.file("a0: &a0 x\n" + lines)).get() }
        let long = (1...3000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
        #expect(throws: YAMLInspection.Failure.self) { try YAMLInspection.json(Self.file("- &a0 x\n" + long)).get() }
    }

    @Test(arguments: ["&a [*a]\n", "*a\n", "a: &x 1\n---\nb: *x\n"])
    func whatStandsForNothingIsRefused(text: String) {
        #expect(throws: YAMLInspection.Failure.self) { try YAMLInspection.json(Self.file(text)).get() }
    }
}
