/// The words for what the loader itself finds wrong with a file; it stops collecting at a thousand.
struct YAMLMistakes {
    /// The file they are about.
    let file: SourceFile
    /// What was found.
    private(set) var found = Diagnostics()

    /// Starts with nothing found.
    init(file: SourceFile) {
        self.file = file
    }

    mutating func duplicateKey(_ range: Range<Int>, first: Range<Int>) {
        let key = file.text(in: range)
        report(
            .duplicateKey, "\(quoted(key)) is set twice", range, label: "second time",
            notes: [Diagnostic.Note(range: SourceRange(file: file, bytes: first), label: "first time")],
            help: "keep one of the two")
    }

    mutating func keyNotText(at start: Int) {
        report(
            .keyNotText, "the name of a setting must be plain words, but this is a list or a group", start..<start + 1,
            help: "put the text in quotes if it begins with [ or {")
    }

    mutating func sharedValue(_ range: Range<Int>, name: UnsafeMutablePointer<UInt8>?) {
        let name = name.map { String(cString: $0) } ?? ""
        report(
            .sharedValue, "'*\(name)' would repeat a value from elsewhere, which rule files do not do", range,
            help: "repeat the lines instead, or put the text in quotes if the * is part of it")
    }

    /// What stands before a value: `&name` or `!tag`.
    mutating func properties(at start: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        var end = start
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        let word = file.text(in: start..<end)
        if word.hasPrefix("&") {
            report(
                .sharedValue, "\(quoted(word)) would give this value a name, which rule files do not do", start..<end,
                help:
                    "remove it and repeat the lines where they are needed, or put the text in quotes if the & is part of it"
            )
        } else {
            report(
                .tag, "'!' has a special meaning at the start of a value, which rule files do not use", start..<end,
                help: "put the text in quotes")
        }
    }

    mutating func mergeKey(_ range: Range<Int>) {
        report(
            .mergeKey, "'<<' would copy settings from elsewhere, which rule files do not do", range,
            help: "write the settings out here")
    }

    mutating func questionKey(_ range: Range<Int>) {
        report(
            .questionKey, "a setting's name cannot stand after a question mark and a space", range,
            help: "write the name first, then a colon: \(file.text(in: range)): …")
    }

    mutating func questionMark(_ range: Range<Int>) {
        report(
            .questionMark, "a question mark at the start would be lost here", range, help: "put the text in quotes")
    }

    mutating func commaInBraces(_ range: Range<Int>) {
        report(
            .commaInBraces,
            "\(quoted(file.text(in: range))) has no value: between { and } a comma starts a new setting",
            range, help: "put the text with the comma in quotes, or write each setting on a line of its own")
    }

    mutating func textInBraces(_ range: Range<Int>) {
        let text = file.text(in: range)
        if let colon = text.firstIndex(of: ":"), colon > text.startIndex {
            report(
                .missingSpaceAfterColon, "a space is missing after the colon in \(quoted(text))", range,
                help: "write \(text[..<colon]): \(text[text.index(after: colon)...])")
        } else {
            report(
                .commaInBraces, "\(quoted(text)) has no value: a { begins a group of settings", range,
                help: "put the text in quotes if the { belongs to it, or write a colon and a value")
        }
    }

    /// A line of a text that begins with a dash, and so looks like a list item.
    mutating func dashInText(at dash: Int) {
        report(
            .misplacedDash, "this line begins with a dash, but is read as part of the text above", dash..<dash + 1,
            help: "line it up with the dash above if it is a list item, or put the text in quotes")
    }

    /// A dash alone between brackets.
    mutating func dashInBrackets(_ range: Range<Int>) {
        report(
            .misplacedDash, "a dash cannot stand alone between brackets", range,
            help: "put it in quotes if it is a text, or separate the items with commas only")
    }

    /// A Tab in front of a line that goes on with a quotation or with brackets.
    mutating func tabIndentation(_ range: Range<Int>) {
        report(
            .tabIndentation, "a Tab is used for indentation", range,
            help: "replace it with spaces (most editors: \"Convert indentation to spaces\")")
    }

    /// An empty line with more spaces than the text block that begins below it.
    mutating func wideEmptyLine(_ range: Range<Int>) {
        report(
            .badTextBlock, "this empty line has more spaces than the first line of its text", range,
            help: "remove the spaces",
            fix: Diagnostic.Fix(
                range: SourceRange(file: file, bytes: range), replacement: "", title: "remove the spaces"))
    }

    mutating func hashWithoutBlank(at offset: Int) {
        report(
            .hashWithoutBlank, "a space is missing before this #", offset..<offset + 1,
            help: "add a space to begin a comment, or put the # inside the quotes if it belongs to the text",
            fix: Diagnostic.Fix(
                range: SourceRange(file: file, bytes: offset..<offset), replacement: " ", title: "add a space"))
    }

    mutating func invisibleCharacters(in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
        var index = range.lowerBound
        while index < min(range.upperBound, bytes.count) {
            let start = index
            guard let (invisible, length) = Self.invisible(bytes, at: index) else {
                index += 1
                continue
            }
            repeat { index += length } while bytes[start..<start + length].elementsEqual(bytes[index...].prefix(length))
            report(invisible, at: start..<index)
        }
    }

    private static func invisible(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (InvisibleCharacter, length: Int)? {
        guard bytes[index] >= 0x80, let (scalar, length) = ByteSurvey.decode(bytes, at: index) else { return nil }
        return InvisibleCharacter(scalar).map { ($0, length) }
    }

    mutating func percentLine(_ range: Range<Int>) {
        report(
            .percentLine, "a line cannot begin with % here", range,
            help: "remove the line, or put the text in quotes after the name of its setting")
    }

    mutating func secondDocument(at start: Int) {
        report(
            .secondDocument, "a second file seems to begin here; a rule file has only one part", start..<start + 3,
            help: "remove the line, or move what follows into a file of its own")
    }

    mutating func emptyFile() {
        report(.emptyFile, "this file is empty", 0..<0, help: "write something in it, or remove the file")
    }

    mutating func wrongRoot(_ range: Range<Int>) {
        report(
            .wrongRoot, "this file holds only a text, but a list or settings are expected", range,
            help: "begin each item of a list with '- ', and each setting with its name and a colon")
    }

    mutating func tooDeep(at start: Int) {
        report(
            .nestedTooDeeply, "this is nested more than \(YAMLLimits.depth) levels deep", start..<start + 1,
            help: "look for brackets that are never closed")
    }

    mutating func tooManyValues(at start: Int) {
        report(
            .tooManyValues, "this file holds more than \(YAMLLimits.nodes / 1_000_000) million values",
            start..<start + 1,
            help: "divide it into several files")
    }

    private mutating func report(_ invisible: InvisibleCharacter, at bytes: Range<Int>) {
        let range = SourceRange(file: file, bytes: bytes)
        switch invisible {
        case .blank(let name): found.report(InvisibleCharacter.mistake(name, at: range))
        case .hidden(let name):
            report(
                .invisibleCharacter, "an invisible character stands here: \(name)", bytes, help: "remove it",
                fix: Diagnostic.Fix(range: range, replacement: "", title: "remove it"))
        }
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, _ bytes: Range<Int>, label: String? = nil,
        notes: [Diagnostic.Note] = [], help: String, fix: Diagnostic.Fix? = nil
    ) {
        guard found.all.count < YAMLLimits.diagnostics else { return }
        let range = SourceRange(file: file, bytes: bytes)
        found.report(Diagnostic(code, message, at: range, label: label, notes: notes, help: help, fix: fix))
    }
}
