/// Quotations that do not end, end too early, or hold a backslash that means nothing.
struct QuoteMistakes {
    private let scene: SyntaxScene

    /// Looks at the place where reading stopped.
    init(_ scene: SyntaxScene) {
        self.scene = scene
    }

    /// The quotation that begins at an offset has no end.
    func notClosed(at start: Int) -> Diagnostic {
        let mark = scene.character(at: start)
        let line = scene.line(at: start)
        let reached =
            scene.problem == "found unexpected document indicator" ? " (a line of dashes or dots was reached)" : ""
        let end = line.contentEnd
        return scene.mistake(
            .unclosedQuote, "this quotation mark is never closed\(reached)", start..<start + 1, label: "opened here",
            help: "add \(mark) at the end of the text", fix: scene.fix(end..<end, mark, "add \(mark)"))
    }

    /// Text goes on right after a quotation; nil when no quotation ends here.
    var textAfterQuotation: Diagnostic? {
        guard let last = scene.last, last.style == .singleQuoted || last.style == .doubleQuoted else { return nil }
        let line = scene.problemLine
        guard last.bytes.upperBound <= scene.at, last.bytes.upperBound > line.bytes.lowerBound else { return nil }
        if last.bytes.lowerBound < line.bytes.lowerBound { return notClosed(at: last.bytes.lowerBound) }
        return textAfter(last.bytes, line)
    }

    /// A line begins with a quotation and goes on right after it; nil when it does not.
    var textAfterQuotedName: Diagnostic? {
        let line = scene.problemLine
        let start = line.itemStart
        let mark = scene.character(at: start)
        guard mark == "'" || mark == "\"", start < scene.at else { return nil }
        let end = (start + 1..<scene.at).first { scene.file.bytes[$0] == scene.file.bytes[start] }
        return end.map { textAfter(start..<$0 + 1, line) }
    }

    private func textAfter(_ quotation: Range<Int>, _ line: SourceLine) -> Diagnostic {
        let text = line.text(quotation.lowerBound..<max(quotation.upperBound, line.contentEnd))
        let rest = scene.at..<max(scene.at + 1, line.contentEnd)
        if scene.file.text(in: rest) == "," {
            return scene.mistake(
                .textAfterQuote, "a comma stands after the closing quotation mark", rest, help: "remove it",
                fix: scene.fix(rest, "", "remove the comma"))
        }
        let fixed = repaired(text)
        return scene.mistake(
            .textAfterQuote, "the text goes on after its closing quotation mark", rest,
            note: (quotation.upperBound - 1..<quotation.upperBound, "closed here"),
            help: "write \(fixed)",
            fix: scene.fix(quotation.lowerBound..<line.contentEnd, fixed, "put the whole text in quotes"))
    }

    /// The text as one quotation: an apostrophe that ended it is doubled, else all of it is quoted anew.
    private func repaired(_ text: String) -> String {
        guard text.count > 1, let mark = text.first, text.last == mark else {
            return ReadingMistakes.singleQuoted(text)
        }
        let inner = text.dropFirst().dropLast()
        guard !inner.hasPrefix(String(mark)), mark == "'" else { return ReadingMistakes.singleQuoted(text) }
        return ReadingMistakes.singleQuoted(String(inner))
    }

    /// A backslash and a character that mean nothing together.
    var unknownEscape: Diagnostic {
        let range = scene.at..<scene.characterRange(at: scene.at + 1).upperBound
        return scene.mistake(
            .unknownEscape, "\(scene.file.text(in: range)) means nothing inside double quotes", range,
            help: "use single quotes, where a backslash is only a backslash, or write \\\\")
    }

    /// `\x`, `\u` or `\U` without the right digits after it.
    var badCharacterCode: Diagnostic {
        let start = scene.at - 2
        let code = scene.file.text(in: start..<scene.at)
        let length = code == "\\x" ? 2 : code == "\\u" ? 4 : 8
        let isMissing = scene.problem.hasPrefix("did not find")
        let range = start..<scene.at + (isMissing ? 0 : length)
        return scene.mistake(
            .badCharacterCode,
            isMissing ? "\(code) needs \(length) digits (0-9, A-F) after it" : "this code stands for no character",
            range, help: "write the character itself, or \\\\ for a backslash")
    }
}
