import Testing

@testable import RulesEngine

/// What the loader says about files, by code and place.
struct YAMLLoaderTests {
    /// A text and what is found in it, as `line:column code`.
    struct Row: CustomTestStringConvertible {
        let text: String
        let found: [String]
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ found: String...) {
            self.text = text
            self.found = found
        }
    }

    private static func found(in file: SourceFile) -> [String] {
        var diagnostics = Diagnostics()
        _ = YAMLLoader.load(file, &diagnostics)
        return diagnostics.sorted().map { diagnostic in
            let place = diagnostic.range.map { "\($0.start.line):\($0.start.column) " } ?? ""
            return place + diagnostic.code.rawValue
        }
    }

    @Test(arguments: [
        Row("a: 1\nb: [x, {c: d}]\ne:\n  - f\n"), Row("# remark\na: 1 # one\n"), Row("---\na: 1\n"),
        Row("a: 'it''s'\nb: \"\\u00e9\"\nc: |\n  x\n  \td\n"), Row("a: why ?\nb: c\n"), Row("a: x?\n"),
        Row("- Mon 10:00: meeting.held with Ana\n  about: x\n"), Row("a: http://x.y/z#f\n"), Row("a: 100% sure\n"),
        Row("a: one\n  two\n"), Row("say: <person> by <deadline>\n"), Row("a: [b, # c,#d\n  e]\n"), Row("a:\tb\n"),
        Row("on: NO\nnull: ~\n"), Row("a: \"b\n  c\"\n"), Row("\u{FEFF}a: b\n"), Row("a: b\r\nc: d\r\n"),
        Row("a: >-\n\n  b\n"), Row("größe: 3\n日本: 4\n"), Row("a: [\n  b,\n  c\n]\n"),
    ])
    func goodFilesAreReadInSilence(row: Row) {
        #expect(Self.found(in: SourceFile(name: "x", text: row.text)) == row.found)
    }

    @Test(arguments: [
        Row("- a: 1\n   b: 2\n", "2:4 indented-too-far"), Row("- a: 1\n b: 2\n", "2:2 not-lined-up"),
        Row("- a: 1\nb: 2\n", "2:1 not-lined-up"), Row("- a\nb: 2\n", "2:1 missing-dash"),
        Row("a:\n  - b\n - c\n", "3:2 not-lined-up"),
        Row("a:\n  b: 1\n - c\n", "3:2 misplaced-dash"), Row("a:\n  - b\n  c: 1\n", "3:3 not-lined-up"),
        Row("a: 1\n\tb: 2\n", "2:1 tab-indentation"), Row("-\ta: 1\n", "1:2 tab-indentation"),
        Row("a: \"b\n\tc\"\n", "2:1 tab-indentation"), Row("a: [\n\tb\n]\n", "2:1 tab-indentation"),
        Row("a 1\nb: 2\n", "1:2 missing-colon"), Row("a: 1\nb 2\n", "2:2 missing-colon"),
        Row("a: 1\nb:2\n", "2:2 missing-space-after-colon"), Row("- a:1\n  b: 2\n", "1:4 missing-space-after-colon"),
        Row("- Mon 10:00:met\n- Mon 11:00: x\n  a: b\n- 10:00 met\n"), Row("a: b: c\n", "1:5 colon-in-text"),
        Row("a: b c\n  d e: f\n", "2:6 colon-in-text"), Row("a:\n\u{A0}\u{A0}b: 1\n", "2:1 no-break-space"),
        Row("a:\u{A0}1\nb: 2\n", "1:3 no-break-space"),
        Row("b: 1\na\u{200B}b\u{202E}: 2\n", "2:2 invisible-character", "2:4 invisible-character"),
        Row("a:\n  - b\n    - c\n", "3:5 misplaced-dash"), Row("a:\n  - b\n  c\n  - d\n", "3:3 missing-dash"),
        Row("a:\n  - b\n  -c\n  - d\n", "3:3 missing-dash"), Row("a: - b\n", "1:4 misplaced-dash"),
    ])
    func theWayAFileIsWritten(row: Row) {
        #expect(Self.found(in: SourceFile(name: "x", text: row.text)) == row.found)
    }

    @Test(arguments: [
        Row("a: \"b\n", "1:4 unclosed-quote"), Row("a: \"b\nc: \"d\"\n", "1:4 unclosed-quote"),
        Row("a: 'b\n---\n", "1:4 unclosed-quote", "2:1 second-document"), Row("a: 'it's'\n", "1:8 text-after-quote"),
        Row("a: \"b\" c\n", "1:8 text-after-quote"), Row("a: 'b',\n", "1:7 text-after-quote"),
        Row("\"a\" b: c\n", "1:5 text-after-quote"), Row("a: [b\nc: d\n", "1:4 unclosed-bracket"),
        Row("a: {b: c\nd: e\n", "1:4 unclosed-bracket"), Row("a: [b] c\n", "1:4 text-after-bracket"),
        Row("a: {b} c\n", "1:4 text-after-bracket"), Row("a: [b]]\n", "1:7 text-after-bracket"),
        Row("a: {b, c: d}\n", "1:5 comma-in-braces"), Row("a: {b: c, d}\n", "1:11 comma-in-braces"),
        Row("a: {b:c}\n", "1:5 missing-space-after-colon"), Row("a: ['b' \"c\"]\n", "1:9 missing-comma"),
        Row("a: @b\n", "1:4 reserved-character"), Row("a: *b c\n", "1:4 reserved-character"),
        Row("a: &b, c\n", "1:4 reserved-character"),
        Row("* a\n* b\n", "1:1 reserved-character", "2:1 reserved-character"),
        Row("a: 1\n]b: 2\n", "2:1 reserved-character"), Row("a: [?b]\n", "1:5 question-mark"),
        Row("a: {?b: c}\n", "1:5 question-mark"), Row("a: 'b'#c\n", "1:7 hash-without-blank"),
        Row("a: [b,#c\n  d]\n", "1:7 hash-without-blank"), Row("a: [-]\n", "1:5 misplaced-dash"),
        Row("a: \"\\d\"\n", "1:5 unknown-escape"), Row("a: \"\\xZ\"\n", "1:5 bad-character-code"),
        Row("a: | b\n", "1:6 bad-text-block"), Row("a: |\nb\nc: d\n", "2:1 bad-text-block"),
        Row("a: >\n   \n # b\n", "2:1 bad-text-block"), Row("a: |\n  b\n c\n", "3:2 bad-text-block"),
        Row("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n", "1:1 unresolved-conflict"),
    ])
    func quotationsBracketsAndSigns(row: Row) {
        #expect(Self.found(in: SourceFile(name: "x", text: row.text)) == row.found)
    }

    @Test(arguments: [
        Row("a: *b\n", "1:4 shared-value"), Row("a: &b c\n", "1:4 shared-value"), Row("a: !b c\n", "1:4 tag"),
        Row("? a\n: b\n", "1:3 question-key"), Row("?\n  a\n: b\n", "2:3 question-key"),
        Row("a:\n  <<: b\n", "2:3 merge-key"), Row("[a]: b\n", "1:1 key-not-text"),
        Row("? - a\n: b\n", "1:3 key-not-text"),
        Row("%YAML 1.1\n---\na: b\n", "1:1 percent-line"), Row("a: 1\n%b\nc: 1\n", "2:1 percent-line"),
        Row("a: b\n---\nc: d\n", "2:1 second-document"), Row("", "1:1 empty-file"), Row("# a\n", "1:1 empty-file"),
        Row("~\n", "1:1 empty-file"), Row("a b\n", "1:1 wrong-root"), Row("'a: b'\n", "1:1 wrong-root"),
        Row("a: b\n...\nc: d\n", "3:1 after-the-end"),
        Row("a: 1\na: 2\na: 3\n", "2:1 duplicate-key", "3:1 duplicate-key"),
        Row("caf\u{E9}: 1\ncafe\u{301}: 2\n", "2:1 duplicate-key"), Row("a: 1\n'a': 2\n", "2:1 duplicate-key"),
        Row("a: {b: 1, b: 2}\n", "1:11 duplicate-key"), Row("a: \u{1}\n", "1:4 control-character"),
        Row("a: b\u{0}\n", "1:5 control-character"),
        Row("a: \u{FEFF}b\u{7F}\n", "1:4 control-character", "1:6 control-character"),
    ])
    func whatRuleFilesDoNotUse(row: Row) {
        #expect(Self.found(in: SourceFile(name: "x", text: row.text)) == row.found)
    }

    @Test(
        arguments: [
            ([0x61, 0xFC, 0x62], "1:2 not-utf8"), ([0xFF, 0xFE, 0x61, 0], "1:1 utf16"),
            ([0x61, 0, 0x62, 0], "1:1 utf16"),
            ([0xFE, 0xFF, 0, 0x61], "1:1 utf16"), ([0xC0, 0x80], "1:1 not-utf8"), ([0xED, 0xA0, 0x80], "1:1 not-utf8"),
            ([0xE2, 0x82], "1:1 not-utf8"), ([0xF5, 0x80, 0x80, 0x80], "1:1 not-utf8"),
            ([0x1F, 0x8B, 8, 8], "1:1 control-character"),
        ] as [([UInt8], String)])
    func bytesThatAreNoText(bytes: [UInt8], found: String) {
        #expect(Self.found(in: SourceFile(name: "x", bytes: bytes)) == [found])
    }

    @Test func allMistakesAreReportedAtOnce() {
        let text = """
            - id: a
              title: One: two
              strength must
              after:meeting
              expect: note
               to: same person
              within: 24 hours
              within: 25 hours
            - id b
              title: 'it's me'
              reasons:
                - one
                two
              say: @you
              x: &y z
             effort: 10
              because: done

            """
        #expect(
            Self.found(in: SourceFile(name: "x", text: text)) == [
                "2:13 colon-in-text", "3:11 missing-colon", "4:8 missing-space-after-colon", "6:4 indented-too-far",
                "8:3 duplicate-key", "9:5 missing-colon", "10:14 text-after-quote", "13:5 missing-dash",
                "14:8 reserved-character", "15:6 shared-value", "16:2 not-lined-up",
            ])
    }

    @Test func whatStandsBeforeAMistakeIsKept() throws {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "x", text: "- a: 1\n  b: 2\n- a: 3\n  b: {x: y z: w}\n  c: 4\n")
        let tree = try #require(YAMLLoader.load(file, &diagnostics))
        #expect(!tree.isComplete)
        let items = try #require(tree.root?.items)
        #expect(items.map { $0.entries.map(\.key.text) } == [["a", "b"], ["a", "b"]])
        #expect(items.map(\.isUnfinished) == [false, true])
        var later = Diagnostics()
        let rule = KeyedNode(items[1], of: "a rule", keys: ["a", "b", "c"], &later)
        #expect(rule?.required("c", &later) == nil)
        #expect(later.all.isEmpty)
    }

    /// Mistakes that are clear do not keep the rest of a file from being read: all of it is told at once.
    @Test func aFileIsReadAsItWillBeOnceItIsMended() throws {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "x", text: "- a: 1\n   b: 2\n- a: @\n  b: 4\n  c: 5\n")
        let tree = try #require(YAMLLoader.load(file, &diagnostics))
        #expect(diagnostics.all.map(\.code) == [.indentedTooFar, .reservedCharacter])
        #expect(tree.isComplete)
        let items = try #require(tree.root?.items)
        #expect(items.map { $0.entries.map(\.key.text) } == [["a", "b"], ["a", "b", "c"]])
        let last = try #require(items.last?.entries.last)
        #expect(last.key.range.file == file && last.key.range.text == "c" && last.key.range.start.line == 5)
        #expect(last.value.range.text == "5")
    }

    /// What a line says that is not mended yet is only a guess, so nothing is said about it.
    @Test func nothingIsSaidOfWhatALineProbablyMeans() throws {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "x", text: "- a: 1\n  d: @\n  e: 5\n")
        let tree = try #require(YAMLLoader.load(file, &diagnostics))
        let item = try #require(tree.root?.items.first)
        _ = KeyedNode(item, of: "a rule", keys: ["a", "b", "c"], &diagnostics)
        #expect(
            diagnostics.all.map { "\($0.code.rawValue) \($0.range?.start.line ?? 0)" } == [
                "reserved-character 2", "unknown-key 3",
            ])
    }

    /// What the other lines of a name have in common tells where one belongs that stands elsewhere.
    @Test(arguments: [
        // A dash that is missing, at the first item, at a later one, and with its column lost.
        ("r:\n    id: 1\n    b: 2\n  - id: 3\n    b: 4\n", "2 missing-dash"),
        ("r:\n  - id: 1\n    b: 2\n    id: 3\n    b: 4\n", "4 missing-dash"),
        ("r:\n  - id: 1\n    b: 2\n  id: 3\n    b: 4\n", "4 missing-dash"),
        ("r:\n  id: 1\n    b: 2\n  - id: 3\n    b: 4\n", "2 missing-dash"),
        // A dash that is none.
        ("r:\n  - id: 1\n    b: 2\n  -id: 3\n    b: 4\n", "4 missing-dash"),
        ("r:\n  - id: 1\n    b: 2\n  • id: 3\n    b: 4\n", "4 missing-dash"),
        // A dash too many.
        ("r:\n  - id: 1\n    - b: 2\n  - id: 3\n    b: 4\n", "3 misplaced-dash"),
        // Too far and too near: the line that stands elsewhere is named, not its neighbour.
        ("- s:\n      a: 1\n    b: 2\n- s:\n    a: 3\n    b: 4\n", "2 not-lined-up"),
        ("- s:\n  a: 1\n    b: 2\n- s:\n    a: 3\n    b: 4\n", "2 not-lined-up"),
        ("- s:\n    a: 1\n   c: 2\n- s:\n    a: 3\n  c: 4\n", "3 indented-too-far"),
        ("- s:\n    a: 1\n\tc: 2\n- s:\n    a: 3\n  c: 4\n", "3 tab-indentation"),
    ])
    func theOtherLinesTellWhereOneBelongs(_ text: String, _ expected: String) throws {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "x", text: text)
        _ = YAMLLoader.load(file, &diagnostics)
        let found = diagnostics.all.map { "\($0.range?.start.line ?? 0) \($0.code.rawValue)" }
        #expect(found == [expected], "\(text.debugDescription)")
        let fix = try #require(diagnostics.all.first?.fix)
        var bytes = file.bytes
        bytes.replaceSubrange(fix.range.bytes, with: Array(fix.replacement.utf8))
        #expect(Self.found(in: SourceFile(name: "x", bytes: bytes)) == [], "\(String(decoding: bytes, as: UTF8.self))")
    }

    @Test func everyRepairMakesItsFileGood() throws {
        let texts = [
            "- a: 1\n   b: 2\n", "- a: 1\n b: 2\n", "a: 1\nb 2\n", "a: 1\nb:2\n", "a: b: c\n", "a: it: 's\n",
            "a:\n\u{A0}\u{A0}b: 1\n", "a:\n  - b\n  c\n  - d\n", "a:\n  - b\n  -c\n", "a: \"b\nc: d\n", "a: 'it's'\n",
            "a: [b\nc: d\n", "a: [b] c\n", "a: @b\n", "a: 'b'#c\n", "a:\n  - b\n - c\n", "a: |\n  b\n c\n", "a: 'b',\n",
            "a：b\nc: d\n", "Mon 10:00 b\nc: d\n", "Mon 10:00 = b\nc: d\n", "a:\n  b\n    c: d\n",
        ]
        for text in texts {
            let file = SourceFile(name: "x", text: text)
            var diagnostics = Diagnostics()
            _ = YAMLLoader.load(file, &diagnostics)
            let fix = try #require(diagnostics.all.first?.fix, "\(text.debugDescription)")
            var bytes = file.bytes
            bytes.replaceSubrange(fix.range.bytes, with: Array(fix.replacement.utf8))
            #expect(Self.found(in: SourceFile(name: "x", bytes: bytes)) == [], "\(text.debugDescription)")
        }
    }

    @Test func noMessageUsesAWordOnlyProgrammersKnow() {
        let words = ["mapping", "scalar", "token", "schema", "sequence", "block collection", "simple key"]
        let texts = [
            "a: b: c", "- a\nb", "a: [", "a: \"", "\t", "a: *b", "? a", "a:\n b\n  c: d", "{a b: c", "[a]: b", "a: |x",
            "%a",
        ]
        for text in texts {
            var diagnostics = Diagnostics()
            _ = YAMLLoader.load(SourceFile(name: "x", text: text), &diagnostics)
            let screen = DiagnosticRenderer().render(all: diagnostics.all)
            for word in words { #expect(!screen.contains(word), "\(screen)") }
        }
    }
}
