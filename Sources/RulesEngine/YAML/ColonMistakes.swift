/// Colons that are missing, that have no space after them, or that stand inside a text.
struct ColonMistakes {
    private let scene: SyntaxScene

    /// Looks at the place where reading stopped.
    init(_ scene: SyntaxScene) {
        self.scene = scene
    }

    /// A colon stands where none may stand: a text needs quotes, or a line above or this one is written wrongly.
    var unexpectedColon: Diagnostic {
        let line = scene.problemLine
        if let first = line.colon, first < scene.at { return colonInText(line, after: first) }
        guard let above = scene.lineAbove(line) else { return colonInText(line, after: nil) }
        let start = firstLineOfText(endingAt: above, column: line.itemColumn)
        if start.colon == nil, start.itemColumn == line.itemColumn || isLoneName(start) { return withoutColon(start) }
        let isName = !line.text(line.name).contains(" ")
        if isName, !line.hasDash, line.column > start.itemColumn {
            return IndentationMistakes(scene).tooFar(line, below: start)
        }
        return colonInText(line, after: nil)
    }

    /// A line has no colon, or none with a space after it.
    var missingColon: Diagnostic {
        let line = scene.line(at: scene.contextAt)
        if scene.at - scene.contextAt > 1024, line.number == scene.problemLine.number { return nameTooLong(line) }
        if let mistake = IndentationMistakes(scene).besideBlock(line) { return mistake }
        if let above = scene.lineAbove(line), let mistake = missingDash(line, below: above) ?? outsideBlock(line, above)
        {
            return mistake
        }
        return withoutColon(line)
    }

    /// A line that holds nothing but a word, and is no item of a list: the name of what stands below it.
    private func isLoneName(_ line: SourceLine) -> Bool {
        !line.hasDash && !line.content.isEmpty && line.firstWord == line.content
    }

    private func withoutColon(_ line: SourceLine) -> Diagnostic {
        if let mistake = LineMistakes(scene).noBreakSpace(line) ?? wideColon(line) ?? afterTime(line) { return mistake }
        let word = line.text(line.firstWord)
        if let colon = colonWithoutSpace(line) { return withoutSpace(line, at: colon) }
        let words = line.text(line.content).split(separator: " ")
        if words.count > 3, let above = scene.lineAbove(line), above.colon != nil, !above.value.isEmpty {
            return unindentedText(line, below: above)
        }
        if let mistake = otherSign(line) { return mistake }
        let end = line.firstWord.upperBound
        let rest = line.text(end..<line.content.upperBound)
        if PlainName.isKind(word), rest.isEmpty { return bareKind(line, word) }
        return scene.mistake(
            .missingColon, "a colon is missing after \(quoted(word))", end..<end + (rest.isEmpty ? 0 : 1),
            help: "write \(word):\(rest)", fix: scene.fix(end..<end, ":", "add a colon"))
    }

    /// A kind of activity, which is what a setting says and not the name of one.
    private func bareKind(_ line: SourceLine, _ word: String) -> Diagnostic {
        scene.mistake(
            .missingColon, "this line does not say which setting \(quoted(word)) is for", line.firstWord,
            help: "write its name and a colon before it, such as: happened: \(word)")
    }

    /// The colon of Chinese and Japanese keyboards, which is none here.
    private func wideColon(_ line: SourceLine) -> Diagnostic? {
        let colon = Array("：".utf8)
        let start = line.content.first { scene.file.bytes[$0...].starts(with: colon) }
        guard let start, start > line.itemStart else { return nil }
        let value = line.afterBlanks(from: start + colon.count)
        let (name, rest) = (line.text(line.itemStart..<start), line.text(value..<line.contentEnd))
        return scene.mistake(
            .missingColon, "this colon is wider than the one that ends a name", start..<start + colon.count,
            help: "write \(name): \(rest)",
            fix: scene.fix(start..<value, rest.isEmpty ? ":" : ": ", "write an ordinary colon"))
    }

    /// A time with which a line of a log begins, and no colon behind it.
    private func afterTime(_ line: SourceLine) -> Diagnostic? {
        let text = line.text(line.content)
        guard let time = text.prefixMatch(of: /(\S+ ){0,2}\d\d?:\d\d(?=[ =;-])/) else { return nil }
        let end = line.itemStart + time.0.utf8.count
        let next = line.content.first { $0 >= end && !" =;-".utf8.contains(scene.file.bytes[$0]) } ?? line.contentEnd
        return scene.mistake(
            .missingColon, "a colon is missing after \(quoted(String(time.0)))", end..<end + 1,
            help: "write \(time.0): \(line.text(next..<line.contentEnd))",
            fix: scene.fix(end..<next, ": ", "add a colon"))
    }

    /// Another sign where the colon belongs: `name = value`, `name; value`.
    private func otherSign(_ line: SourceLine) -> Diagnostic? {
        let bytes = scene.file.bytes
        let isSign = { (index: Int) in [UInt8(ascii: "="), UInt8(ascii: ";")].contains(bytes[index]) }
        guard let sign = line.content.first(where: isSign) else { return nil }
        let name = line.text(line.itemStart..<sign).filter { $0 != " " }
        let isWord = !name.isEmpty && name.allSatisfy { $0.isLetter || $0 == "_" }
        let before = line.text(line.itemStart..<sign).split(separator: " ")
        guard isWord, before.count == 1, let word = before.first else { return nil }
        let start = line.itemStart + word.utf8.count
        var end = sign + 1
        while end < line.content.upperBound, bytes[end] == 0x20 || isSign(end) { end += 1 }
        return scene.mistake(
            .missingColon, "a colon is missing after \(quoted(String(word)))", sign..<sign + 1,
            help: "write \(word): \(line.text(end..<line.content.upperBound))",
            fix: scene.fix(start..<end, ": ", "write a colon"))
    }

    /// The colon in `name:value`; not the one in `http://` or `10:30`, nor one with a blank behind it or in quotes.
    private func colonWithoutSpace(_ line: SourceLine) -> Int? {
        let bytes = scene.file.bytes
        let quote = line.content.first { index in
            [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(bytes[index])
                && (index == line.itemStart || bytes[index - 1] == UInt8(ascii: " "))
        }
        let colon = line.content.prefix { $0 < quote ?? .max }.dropFirst().dropLast().first { index in
            guard bytes[index] == UInt8(ascii: ":"), ![UInt8(ascii: "/"), 0x20, 0x09].contains(bytes[index + 1]) else {
                return false
            }
            let isTime = (0x30...0x39).contains(bytes[index - 1]) && (0x30...0x39).contains(bytes[index + 1])
            return !isTime
        }
        return colon.flatMap { line.text(line.itemStart..<$0).split(separator: " ").count <= 3 ? $0 : nil }
    }

    private func withoutSpace(_ line: SourceLine, at colon: Int) -> Diagnostic {
        let name = line.text(line.itemStart..<colon)
        let rest = line.text(colon + 1..<line.content.upperBound)
        return scene.mistake(
            .missingSpaceAfterColon, "a space is missing after the colon",
            colon..<scene.characterRange(at: colon + 1).upperBound,
            help: "write \(name): \(rest)", fix: scene.fix(colon + 1..<colon + 1, " ", "add a space"))
    }

    private func colonInText(_ line: SourceLine, after first: Int?) -> Diagnostic {
        let start = first.map { line.afterBlanks(from: $0 + 1) } ?? line.itemStart
        let text = line.text(start..<max(start, line.contentEnd))
        let isQuoted = ["'", "\"", "[", "{"].contains(text.prefix(1))
        let fixed = ReadingMistakes.singleQuoted(text)
        let name = first.map { line.text(line.itemStart..<$0) + ": " } ?? ""
        let help = first == nil ? "put the whole text in quotes" : "write \(name)\(fixed)"
        return scene.mistake(
            .colonInText, "this text contains a colon followed by a space, so it must be in quotes",
            scene.at..<scene.at + 1, label: first == nil ? nil : "second colon on this line",
            help: isQuoted ? "put the whole text in one pair of quotes" : help,
            fix: isQuoted || first == nil ? nil : scene.fix(start..<line.contentEnd, fixed, "put the text in quotes"))
    }

    private func nameTooLong(_ line: SourceLine) -> Diagnostic {
        scene.mistake(
            .nameTooLong, "this name is too long: there is no colon within its first 1024 characters",
            line.itemStart..<line.itemStart + 1, help: "shorten it, or begin a text with its name and a colon")
    }

    /// A line among list items has no dash, or no space after it.
    private func missingDash(_ line: SourceLine, below above: SourceLine) -> Diagnostic? {
        let start = line.contentStart
        let isDash = scene.character(at: start) == "-" && start + 1 < line.bytes.upperBound
        if isDash, !line.text(line.content).hasPrefix("---") {
            return scene.mistake(
                .missingDash, "a space is missing after the dash", start..<start + 2,
                help: "write - \(line.text(start + 1..<line.content.upperBound))",
                fix: scene.fix(start + 1..<start + 1, " ", "add a space"))
        }
        guard above.hasDash, above.column == line.column, above.colon == nil else { return nil }
        return scene.mistake(
            .missingDash, "a dash is missing: each line of a list needs its own", line.content,
            note: (above.contentStart..<above.contentStart + 1, "the line above has one"),
            help: "write - \(line.text(line.content))", fix: scene.fix(start..<start, "- ", "add a dash"))
    }

    /// The text that follows `|` or `>` is not indented.
    private func outsideBlock(_ line: SourceLine, _ above: SourceLine) -> Diagnostic? {
        guard above.opensTextBlock, line.column <= above.itemColumn else { return nil }
        let mark = above.text(above.value).prefix(1)
        return scene.mistake(
            .badTextBlock,
            "the text that follows \(mark) must be indented further than \(quoted(above.text(above.name)))",
            line.content, note: (above.value, "the text begins on the next line"),
            help: "put \(SyntaxScene.spaces(above.itemColumn + 2 - line.column)) before each line of the text")
    }

    private func unindentedText(_ line: SourceLine, below above: SourceLine) -> Diagnostic {
        let name = quoted(above.text(above.name))
        return scene.mistake(
            .notLinedUp, "this line has no name and is not part of the text above", line.content,
            note: (above.name, "the line above begins here"),
            help: "indent it further than \(name) to go on with that text, or begin it with a name and a colon")
    }

    /// The first line of a text that goes on, without a colon, down to `last`.
    private func firstLineOfText(endingAt last: SourceLine, column: Int) -> SourceLine {
        var line = last
        while line.colon == nil, let above = scene.lineAbove(line), above.itemColumn <= line.itemColumn, !line.hasDash {
            let isOpening = above.colon != nil && above.value.isEmpty
            guard above.column < line.column || above.colon == nil || above.itemColumn < line.itemColumn, !isOpening
            else { break }
            line = above
        }
        return line
    }
}
