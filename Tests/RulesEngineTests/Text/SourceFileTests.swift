import Testing

@testable import RulesEngine

struct SourceFileTests {
    /// A text with `|` at the place asked for, and where people would say that is.
    struct Row: CustomTestStringConvertible {
        let text: String
        let line: Int
        let column: Int
        let utf16Column: Int
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ line: Int, _ column: Int, utf16 utf16Column: Int? = nil) {
            self.text = text
            self.line = line
            self.column = column
            self.utf16Column = utf16Column ?? column
        }
    }

    @Test(arguments: [
        Row("|", 1, 1), Row("ab|c", 1, 3), Row("a\n|b", 2, 1), Row("a\r\nb|", 2, 2), Row("a\rb|", 2, 2),
        Row("a\r|\nb", 1, 3), Row("a\n\n|", 3, 1), Row("é|", 1, 2), Row("😀|", 1, 2, utf16: 3),
        Row("\u{FEFF}a|", 1, 2), Row("\u{FEFF}|", 1, 1), Row("a\u{2028}b|", 1, 4), Row("e\u{301}|", 1, 3),
    ])
    func placesAreCountedAsPeopleDo(row: Row) throws {
        let parts = row.text.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let file = SourceFile(name: "x", text: parts.joined())
        let place = TextPosition(line: row.line, column: row.column, utf16Column: row.utf16Column)
        #expect(file.position(at: parts[0].utf8.count) == place)
        #expect(LineTable(file).position(at: parts[0].utf8.count) == place)
    }

    @Test func placesOutsideTheFileAreItsEnds() {
        let file = SourceFile(name: "x", text: "ab\nc")
        #expect(file.position(at: -5) == file.position(at: 0))
        #expect(file.position(at: 99) == file.position(at: 4))
        #expect(SourceRange(file: file, bytes: 3..<99).text == "c")
        #expect(SourceRange(file: file, bytes: 7..<9).bytes == 4..<4)
    }

    @Test func theTableAgreesWithTheFileEverywhere() {
        let file = SourceFile(name: "x", text: "\u{FEFF}a: é\r\n\r- 😀\n\n  z\r")
        let table = LineTable(file)
        for offset in 0...file.bytes.count {
            #expect(table.position(at: offset) == file.position(at: offset))
        }
        #expect(table.count == 6)
        #expect(file.text(in: table.range(ofLine: 1)) == "a: é")
        #expect(file.text(in: table.range(ofLine: 5)) == "  z")
        #expect(table.range(ofLine: 7).isEmpty)
    }

    @Test func filesAreEqualByNameAndBytes() {
        #expect(SourceFile(name: "x", text: "a") == SourceFile(name: "x", bytes: [0x61]))
        #expect(SourceFile(name: "x", text: "a") != SourceFile(name: "y", text: "a"))
        #expect(SourceFile(name: "x", text: "a") != SourceFile(name: "x", text: "b"))
    }
}
