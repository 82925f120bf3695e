/// Where each character of a scalar's text comes from in the file.
///
/// The text is decoded a second time, from its source, and only when somebody asks for a place inside it.
struct ScalarPlaces {
    private let source: [UInt8]
    private let wanted: Int
    /// The source bytes of each character, in order.
    private var places: [Range<Int>] = []
    /// Where the next character is read.
    private var at: Int
    /// Where the text begins, for a text without characters.
    private let textStart: Int

    /// Finds the places of the first `count` characters of a scalar.
    init(of node: Node, upTo count: Int) {
        source = node.tree.file.bytes
        let isNothing = node.range.bytes.isEmpty
        at = isNothing ? Int(node.record.start) : Self.afterProperties(from: Int(node.record.start), in: source)
        if node.style == .singleQuoted || node.style == .doubleQuoted { at += 1 }
        textStart = at
        let text = node.text.unicodeScalars
        wanted = node.kind == .scalar ? min(max(count, 0) + 1, text.count) : 0
        switch node.style {
        case .literal, .folded: readBlock(text, folding: node.style == .folded)
        default: readFlow(node.style)
        }
    }

    /// The source bytes of some characters; places beyond the text are brought to its end.
    func bytes(of characters: Range<Int>) -> Range<Int> {
        let end = places.last?.upperBound ?? textStart
        let lower = characters.lowerBound < places.count ? places[max(characters.lowerBound, 0)].lowerBound : end
        guard !characters.isEmpty else { return lower..<lower }
        let last = min(characters.upperBound, places.count) - 1
        return lower..<max(lower, last >= 0 ? places[last].upperBound : end)
    }

    private var isDone: Bool { places.count >= wanted || at >= source.count }

    // MARK: - Plain and quoted text

    private mutating func readFlow(_ style: Node.Style) {
        while !isDone {
            if let end = blanksBeforeBreak() {
                at = end
                foldBreaks()
            } else if style == .doubleQuoted, source[at] == UInt8(ascii: "\\") {
                readEscape()
            } else if style == .singleQuoted, source[at] == UInt8(ascii: "'") {
                take(2)
            } else {
                take(width(at: at))
            }
        }
    }

    /// Where the break is that ends the line, when only blanks stand before it.
    private func blanksBeforeBreak() -> Int? {
        var index = at
        while index < source.count, isBlank(source[index]) { index += 1 }
        return breakWidth(at: index) > 0 ? index : nil
    }

    /// Reads line breaks and the blanks around them: one is a space, of several those after the first stand.
    private mutating func foldBreaks() {
        let first = at..<at + breakWidth(at: at)
        let isKept = first.count == 3
        at = first.upperBound
        var later: [Range<Int>] = []
        while at < source.count {
            let width = breakWidth(at: at)
            if width > 0 { later.append(at..<at + width) }
            guard width > 0 || isBlank(source[at]) else { break }
            at += max(width, 1)
        }
        places += isKept || later.isEmpty ? [first] + later : later
    }

    private mutating func readEscape() {
        let width = breakWidth(at: at + 1)
        guard width == 0 else { return skipEscapedBreak(width) }
        guard at + 1 < source.count else { return take(1) }
        switch source[at + 1] {
        case UInt8(ascii: "x"): take(4)
        case UInt8(ascii: "u"): take(6)
        case UInt8(ascii: "U"): take(10)
        default: take(1 + self.width(at: at + 1))
        }
    }

    /// A backslash at the end of a line joins it to the next; empty lines after it stand.
    private mutating func skipEscapedBreak(_ width: Int) {
        at += 1 + width
        while at < source.count {
            let width = breakWidth(at: at)
            if width > 0 { take(width) } else if isBlank(source[at]) { at += 1 } else { return }
        }
    }

    // MARK: - Text blocks

    private mutating func readBlock(_ text: String.UnicodeScalarView, folding: Bool) {
        at = afterLine(from: at)
        let indentation = indentation(of: text)
        let content = text.count - text.reversed().prefix { $0 == "\n" }.count
        var lineBreak: Range<Int>?
        var wasIndented = false
        while places.count < min(wanted, content), at < source.count {
            let empty = readIndentedBreaks(indentation)
            let isIndented = at < source.count && isBlank(source[at])
            let folds = folding && !wasIndented && !isIndented && lineBreak.map { $0.count < 3 } ?? false
            if let lineBreak, !folds || empty.isEmpty { places.append(lineBreak) }
            places += empty
            lineBreak = readLine()
            wasIndented = isIndented
        }
        guard places.count < wanted else { return }
        if let lineBreak { places.append(lineBreak) }
        places += readIndentedBreaks(indentation)
    }

    /// The break of each line that holds nothing; stops at the first character of a line that holds something.
    private mutating func readIndentedBreaks(_ indentation: Int) -> [Range<Int>] {
        var breaks: [Range<Int>] = []
        while at < source.count {
            var spaces = 0
            while spaces < indentation, at < source.count, source[at] == UInt8(ascii: " ") {
                spaces += 1
                at += 1
            }
            let width = breakWidth(at: at)
            guard width > 0 else { break }
            breaks.append(at..<at + width)
            at += width
        }
        return breaks
    }

    /// Takes the characters up to the end of the line and gives its break, which is empty at the end of the file.
    private mutating func readLine() -> Range<Int> {
        while at < source.count, breakWidth(at: at) == 0 { take(width(at: at)) }
        let end = at + breakWidth(at: at)
        defer { at = end }
        return at..<end
    }

    private func indentation(of text: String.UnicodeScalarView) -> Int {
        var lead = 0
        for scalar in text {
            if scalar == " " { lead += 1 } else if scalar == "\n" { lead = 0 } else { break }
        }
        var spaces = 0
        var index = at
        while index < source.count {
            let width = breakWidth(at: index)
            if width > 0 { spaces = 0 } else if source[index] == UInt8(ascii: " ") { spaces += 1 } else { break }
            index += max(width, 1)
        }
        return max(0, spaces - lead)
    }

    // MARK: - Characters

    private mutating func take(_ width: Int) {
        let end = min(at + width, source.count)
        places.append(at..<end)
        at = end
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func afterLine(from offset: Int) -> Int {
        var index = offset
        while index < source.count, breakWidth(at: index) == 0 { index += 1 }
        return index + breakWidth(at: index)
    }

    private func width(at index: Int) -> Int {
        switch source[index] {
        case ..<0xC0: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }

    /// The bytes of the line break at `index`, as libyaml knows them (LF, CR, CRLF, NEL, LS, PS); 0 when there is none.
    private func breakWidth(at index: Int) -> Int {
        guard index < source.count else { return 0 }
        func next(_ distance: Int) -> UInt8 { index + distance < source.count ? source[index + distance] : 0 }
        switch source[index] {
        case 0x0A: return 1
        case 0x0D: return next(1) == 0x0A ? 2 : 1
        case 0xC2: return next(1) == 0x85 ? 2 : 0
        case 0xE2: return next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9) ? 3 : 0
        default: return 0
        }
    }

    /// Skips what may stand between a start mark and the text: an anchor, a tag, blanks and comments.
    private static func afterProperties(from start: Int, in source: [UInt8]) -> Int {
        var index = start
        while index < source.count {
            switch source[index] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                while index < source.count, source[index] > 0x20 { index += 1 }
            case UInt8(ascii: "#") where index > start:
                while index < source.count, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return index
            }
        }
        return index
    }
}
