/// One line of a file as its author sees it: indentation, dashes, a name, a colon, a value, a comment.
struct SourceLine {
    /// The file the line is part of.
    let file: SourceFile
    /// The line's number, from 1.
    let number: Int
    /// The line without its break.
    let bytes: Range<Int>
    /// Where the first character stands that is neither a space nor a Tab.
    let contentStart: Int
    /// Where the content begins after the dashes of list items.
    let itemStart: Int

    /// Looks at the bytes of one line.
    init(_ file: SourceFile, number: Int, bytes range: Range<Int>) {
        self.file = file
        self.number = number
        bytes = range
        let source = file.bytes
        var index = range.lowerBound
        while index < range.upperBound, Self.isBlank(source[index]) { index += 1 }
        contentStart = index
        while index < range.upperBound, source[index] == UInt8(ascii: "-") {
            var next = index + 1
            guard next == range.upperBound || Self.isBlank(source[next]) else { break }
            while next < range.upperBound, Self.isBlank(source[next]) { next += 1 }
            index = next
        }
        itemStart = index
    }

    /// The spaces and Tabs before the content.
    var column: Int { contentStart - bytes.lowerBound }

    /// The characters before the content that follows the dashes.
    var itemColumn: Int { itemStart - bytes.lowerBound }

    /// Whether the line holds nothing, or only a comment.
    var isSilent: Bool {
        contentStart == bytes.upperBound || file.bytes[contentStart] == UInt8(ascii: "#")
    }

    /// Whether the content begins with the dash of a list item.
    var hasDash: Bool { itemStart > contentStart }

    /// Whether a Tab stands before the content.
    var hasTab: Bool { file.bytes[bytes.lowerBound..<contentStart].contains(0x09) }

    /// The colon that ends the line's name: the first one that a blank or the end of the line follows.
    var colon: Int? { colon(from: itemStart) }

    /// The first such colon from an offset on; a quotation that begins there is passed over.
    func colon(from start: Int) -> Int? {
        var index = afterQuotation(at: start)
        let end = contentEnd
        while index < end {
            let next = index + 1
            if file.bytes[index] == UInt8(ascii: ":"), next >= end || Self.isBlank(file.bytes[next]) { return index }
            index += 1
        }
        return nil
    }

    /// Where the content ends: before blanks and a comment.
    var contentEnd: Int {
        var end = itemStart
        while end < bytes.upperBound {
            let isComment =
                file.bytes[end] == UInt8(ascii: "#") && (end == bytes.lowerBound || Self.isBlank(file.bytes[end - 1]))
            if isComment { break }
            end += 1
        }
        while end > itemStart, Self.isBlank(file.bytes[end - 1]) { end -= 1 }
        return end
    }

    /// The name before the colon; the first word when there is no colon.
    var name: Range<Int> { itemStart..<(colon ?? firstWord.upperBound) }

    /// The value after the colon; empty when there is no colon or no value.
    var value: Range<Int> {
        guard let colon else { return contentEnd..<contentEnd }
        return afterBlanks(from: colon + 1)..<max(contentEnd, afterBlanks(from: colon + 1))
    }

    /// Whether the value is `|` or `>`, so that a text begins on the next line.
    var opensTextBlock: Bool {
        let value = text(value)
        return value.count <= 3 && (value.hasPrefix("|") || value.hasPrefix(">"))
    }

    /// What follows the dashes, up to the end of the content.
    var content: Range<Int> { itemStart..<max(itemStart, contentEnd) }

    /// The content's first characters up to a blank.
    var firstWord: Range<Int> {
        var end = itemStart
        while end < contentEnd, !Self.isBlank(file.bytes[end]) { end += 1 }
        return itemStart..<end
    }

    /// A part of the line as text.
    func text(_ range: Range<Int>) -> String { file.text(in: range) }

    /// The first place at or after an offset that holds no blank.
    func afterBlanks(from offset: Int) -> Int {
        var index = offset
        while index < bytes.upperBound, Self.isBlank(file.bytes[index]) { index += 1 }
        return min(index, max(bytes.upperBound, offset))
    }

    private func afterQuotation(at start: Int) -> Int {
        guard start < bytes.upperBound, [0x22, 0x27].contains(file.bytes[start]) else { return start }
        var index = start + 1
        while index < bytes.upperBound, file.bytes[index] != file.bytes[start] {
            index += file.bytes[index] == UInt8(ascii: "\\") && file.bytes[start] == 0x22 ? 2 : 1
        }
        return index < bytes.upperBound ? index + 1 : start
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension LineTable {
    /// A line by its number; an empty one beyond the file's end.
    func sourceLine(_ number: Int) -> SourceLine {
        SourceLine(file, number: number, bytes: range(ofLine: number))
    }

    /// The nearest line above that holds something and satisfies `condition`; nil at the top of the file.
    func lineAbove(_ line: SourceLine, where condition: (SourceLine) -> Bool = { _ in true }) -> SourceLine? {
        var number = line.number - 1
        while number >= 1 {
            let above = sourceLine(number)
            if !above.isSilent, condition(above) { return above }
            number -= 1
        }
        return nil
    }
}
