/// Brackets and braces that do not end, miss a comma, or begin a text.
struct BracketMistakes {
    private let scene: SyntaxScene

    /// Looks at the place where reading stopped.
    init(_ scene: SyntaxScene) {
        self.scene = scene
    }

    /// A bracket has no end, or a comma is missing inside.
    var notClosed: Diagnostic {
        let opening = scene.character(at: scene.contextAt)
        let closing = opening == "{" ? "}" : "]"
        let line = scene.line(at: scene.contextAt)
        if line.number != scene.problemLine.number {
            let end = line.contentEnd
            return scene.mistake(
                .unclosedBracket, "this \(opening) is never closed", scene.contextAt..<scene.contextAt + 1,
                label: "opened here",
                help: "add \(closing) at the end, or put the text in quotes if the \(opening) belongs to it",
                fix: scene.fix(end..<end, closing, "add \(closing)"))
        }
        if scene.character(at: scene.at) == ":" { return colon }
        return scene.mistake(
            .missingComma, "a comma is missing here, or the text must be in quotes", scene.characterRange(at: scene.at),
            note: (scene.contextAt..<scene.contextAt + 1, "inside the brackets that begin here"),
            help: "put a comma between two items; put a text that contains \" ' , [ ] { or } in quotes")
    }

    /// Text goes on right after `]` or `}`; nil when none ends here.
    var textAfterBracket: Diagnostic? {
        let line = scene.problemLine
        guard !scene.isAtLineStart(scene.at) else { return nil }
        var before = scene.at - 1
        while before >= line.bytes.lowerBound, [0x20, 0x09].contains(scene.file.bytes[before]) { before -= 1 }
        guard before >= line.bytes.lowerBound, "]}".utf8.contains(scene.file.bytes[before]) else { return nil }
        let start = line.value.isEmpty ? line.itemStart : line.value.lowerBound
        if "]}".contains(scene.character(at: scene.at)) { return extra }
        let text = line.text(start..<max(start, line.contentEnd))
        guard "[{".contains(text.prefix(1)) else { return extra }
        let fixed = ReadingMistakes.singleQuoted(text)
        return scene.mistake(
            .textAfterBracket, "a text that begins with \(text.prefix(1)) must be in quotes",
            start..<max(scene.at + 1, line.contentEnd),
            help: "write \(fixed)", fix: scene.fix(start..<line.contentEnd, fixed, "put the text in quotes"))
    }

    /// A colon inside brackets that would begin another setting.
    var colon: Diagnostic {
        scene.mistake(
            .colonInBrackets, "a colon inside [ ] or { } needs quotes around the text", scene.at..<scene.at + 1,
            help: "put the text with the colon in quotes")
    }

    private var extra: Diagnostic {
        scene.mistake(
            .textAfterBracket, "this stands after the end of the brackets", scene.characterRange(at: scene.at),
            help: "remove it, or put the whole text in quotes")
    }
}
