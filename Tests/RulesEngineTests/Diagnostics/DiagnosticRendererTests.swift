import Testing

@testable import RulesEngine

struct DiagnosticRendererTests {
    /// A diagnostic about the first `[[…]]` of a text, with the further ones as its notes.
    private static func diagnostic(_ marked: String, help: String? = nil, label: String? = nil) -> Diagnostic {
        var text = ""
        var ranges: [Range<Int>] = []
        for (index, part) in marked.replacing("]]", with: "[[").split(separator: "[[", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index % 2 == 1 { ranges.append(text.utf8.count..<text.utf8.count + part.utf8.count) }
            text += part
        }
        let file = SourceFile(name: "a.yaml", text: text)
        let places = ranges.map { SourceRange(file: file, bytes: $0) }
        return Diagnostic(
            .unknownKey, "no such thing", at: places.first, label: label,
            notes: places.dropFirst().map { Diagnostic.Note(range: $0, label: "also here") }, help: help)
    }

    private static func screen(_ marked: String, help: String? = nil, label: String? = nil) -> String {
        DiagnosticRenderer().render(diagnostic(marked, help: help, label: label))
    }

    @Test func theCaretStandsUnderTheWords() {
        #expect(
            Self.screen("a:\n  [[withn]]: 24 hours\n", help: "did you mean 'within'?") == """
                a.yaml:2:3: error: no such thing [unknown-key]
                 2 |   withn: 24 hours
                   |   ^^^^^
                 help: did you mean 'within'?
                """)
    }

    @Test func theWidthOfCharactersCounts() {
        #expect(
            Self.screen("日本e\u{301}😀: [[中x]] \n", label: "here") == """
                a.yaml:1:8: error: no such thing [unknown-key]
                 1 | 日本e\u{301}😀: 中x
                   |          ^^^ here
                """)
    }

    @Test func tabsAndControlCharactersAreDrawn() {
        #expect(
            Self.screen("\ta\u{1B}[31m\u{202E}[[x]]\u{A0}y") == """
                a.yaml:1:9: error: no such thing [unknown-key]
                 1 | →   a␛[31m�x·y
                   |            ^
                """)
    }

    @Test func furtherPlacesStandInTheOrderOfTheText() {
        #expect(
            Self.screen("a: [[1]]\nb: [[2]]\n\n\nc: [[3]]\n") == """
                a.yaml:1:4: error: no such thing [unknown-key]
                 1 | a: 1
                   |    ^
                 2 | b: 2
                   |    - also here
                   …
                 5 | c: 3
                   |    - also here
                """)
    }

    @Test func twoPlacesOnOneLineShareIt() {
        #expect(
            Self.screen("{[[a]]: 1, [[a]]: 2}\n") == """
                a.yaml:1:2: error: no such thing [unknown-key]
                 1 | {a: 1, a: 2}
                   |  ^
                   |        - also here
                """)
    }

    @Test func longLinesAreCutAroundTheCaret() {
        let screen = Self.screen(String(repeating: "x", count: 5000) + "[[y]]" + String(repeating: "z", count: 5000))
        let lines = screen.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.count < 120 })
        let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
        let letter = lines[1].firstIndex(of: "y").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        #expect(caret == letter)
        #expect(caret != nil)
    }

    @Test func aPlaceOverSeveralLinesIsMarkedOnItsFirst() {
        #expect(
            Self.screen("a: [[one\n  two]]\n") == """
                a.yaml:1:4: error: no such thing [unknown-key]
                 1 | a: one
                   |    ^^^
                """)
    }

    @Test func aPlaceInAnotherFileHasItsName() {
        let other = SourceRange(file: SourceFile(name: "b.yaml", text: "x: y\n"), bytes: 0..<1)
        let file = SourceFile(name: "a.yaml", text: "k: v\n")
        let diagnostic = Diagnostic(
            .duplicateKey, .warning, "twice", at: SourceRange(file: file, bytes: 0..<1),
            notes: [Diagnostic.Note(range: other, label: "first time")])
        #expect(
            DiagnosticRenderer().render(diagnostic) == """
                a.yaml:1:1: warning: twice [duplicate-key]
                 1 | k: v
                   | ^
                 b.yaml:1:1:
                 1 | x: y
                   | - first time
                """)
    }

    @Test func withoutAPlaceThereIsOnlyTheHeadline() {
        let diagnostic = Diagnostic(.missingKey, .note, "nothing\u{7}", at: nil, help: "one\ntwo")
        #expect(DiagnosticRenderer().render(diagnostic) == "note: nothing␇ [missing-key]\n help: one\n       two")
    }

    @Test func whatIsNotShownIsCounted() {
        let diagnostics = (0..<25).map { Diagnostic(.missingKey, "m\($0)", at: nil) }
        let screen = DiagnosticRenderer().render(all: diagnostics)
        #expect(screen.hasSuffix("error: m19 [missing-key]\n\n… and 5 more"))
        #expect(DiagnosticRenderer().render(all: []) == "")
    }

    @Test func coloursAreClosedAgain() {
        let screen = DiagnosticRenderer(colour: true).render(Self.diagnostic("[[a]]: [[b]]", help: "do"))
        #expect(screen.contains("\u{1B}[1;31merror\u{1B}[0m"))
        #expect(screen.filter { $0 == "\u{1B}" }.count == 8)
    }

    @Test func theOrderIsThatOfFilesAndPlaces() {
        let first = SourceFile(name: "a", text: "xy")
        let second = SourceFile(name: "b", text: "xy")
        var diagnostics = Diagnostics()
        diagnostics.report(Diagnostic(.tag, "4", at: SourceRange(file: second, bytes: 0..<1)))
        diagnostics.report(Diagnostic(.tag, "3", at: SourceRange(file: first, bytes: 1..<2)))
        diagnostics.report(Diagnostic(.tag, .note, "2", at: SourceRange(file: first, bytes: 0..<1)))
        diagnostics.report(Diagnostic(.duplicateKey, "1", at: SourceRange(file: first, bytes: 0..<1)))
        diagnostics.report(Diagnostic(.tag, "0", at: nil))
        #expect(diagnostics.sorted().map(\.message) == ["0", "1", "2", "3", "4"])
        #expect(diagnostics.hasErrors)
        #expect(!Diagnostics().hasErrors)
    }
}
