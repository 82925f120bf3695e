/// Characters with a meaning of their own at the start of a value, and values that are missing.
struct CharacterMistakes {
    private let scene: SyntaxScene

    /// Looks at the place where reading stopped.
    init(_ scene: SyntaxScene) {
        self.scene = scene
    }

    /// A value begins with a character no text may begin with.
    func reserved(at start: Int) -> Diagnostic {
        let line = scene.line(at: start)
        let character = scene.character(at: start)
        if character == "*", start == line.contentStart { return starForDash(at: start) }
        if start == line.contentStart, line.colon != nil {
            return scene.mistake(
                .reservedCharacter, "a line cannot begin with \(character)", scene.characterRange(at: start),
                help: "remove it, or put the name in quotes")
        }
        let text = line.text(start..<max(start, line.contentEnd))
        let fixed = ReadingMistakes.singleQuoted(text)
        return scene.mistake(
            .reservedCharacter, "a text cannot begin with \(character) unless it is in quotes",
            scene.characterRange(at: start), help: "write \(fixed)",
            fix: scene.fix(start..<max(start, line.contentEnd), fixed, "put the text in quotes"))
    }

    /// Text goes on after a word with `*`, `&` or `!` in front; nil when there is no such word on the line.
    var textAfterSign: Diagnostic? {
        let line = scene.problemLine
        let starts = [line.itemStart, line.value.lowerBound]
        let signs = ["*", "&", "!"]
        let start = starts.first { $0 < scene.at && signs.contains(scene.character(at: $0)) }
        guard let start else { return nil }
        let range = start..<max(start + 1, line.contentEnd)
        let fixed = ReadingMistakes.singleQuoted(line.text(range))
        return scene.mistake(
            .reservedCharacter, "a text cannot begin with \(scene.character(at: start)) unless it is in quotes", range,
            help: "write \(fixed)",
            fix: scene.fix(range, fixed, "put the text in quotes"))
    }

    /// A line begins with a character that can only stand inside or after a value; nil when it does not.
    var stray: Diagnostic? {
        let character = scene.character(at: scene.at)
        let line = scene.problemLine
        guard scene.at == line.contentStart || scene.at == line.itemStart, "]},:|>".contains(character) else {
            return nil
        }
        return scene.mistake(
            .reservedCharacter, "a line cannot begin with \(character)", scene.at..<scene.at + 1,
            help: "remove it, or put the text in quotes if the \(character) belongs to it")
    }

    private func starForDash(at start: Int) -> Diagnostic {
        scene.mistake(
            .reservedCharacter, "a list item begins with a dash, not with a star", start..<start + 1,
            help: "write - instead of *", fix: scene.fix(start..<start + 1, "-", "write a dash"))
    }

    /// What stands on the line of `|` or `>` is not allowed there.
    var badTextBlock: Diagnostic {
        let line = scene.line(at: scene.contextAt)
        let mark = scene.character(at: scene.contextAt)
        let text = line.text(scene.contextAt..<max(scene.contextAt, line.contentEnd))
        return scene.mistake(
            .badTextBlock, "the text must begin on the line after \(mark)",
            scene.at..<max(scene.at + 1, line.contentEnd),
            help:
                "move it to the next line and indent it, or write \(ReadingMistakes.singleQuoted(text)) if the \(mark) belongs to it"
        )
    }

    /// Nothing stands where a value has to be.
    var missingValue: Diagnostic {
        scene.mistake(
            .missingValue, "a value is missing here", scene.characterRange(at: scene.at),
            help: "write the value, or put the text in quotes if \(scene.character(at: scene.at)) belongs to it")
    }

    /// Something follows although the file has ended.
    var afterTheEnd: Diagnostic {
        scene.mistake(
            .afterTheEnd, "nothing may follow here: the file's content has already ended",
            scene.at..<max(scene.at + 1, scene.problemLine.contentEnd),
            help: "remove a line of dots above, or line this up with the lines it belongs to")
    }

    /// A question mark and a blank at the start of a line.
    var questionKey: Diagnostic {
        scene.mistake(
            .questionKey, "a line cannot begin with a question mark and a space", scene.at..<scene.at + 1,
            help: "put the text in quotes")
    }

    /// A value begins with `!`.
    var tag: Diagnostic {
        scene.mistake(
            .tag, "'!' has a special meaning at the start of a value, which rule files do not use",
            scene.contextAt..<scene.contextAt + 1, help: "put the text in quotes")
    }
}
