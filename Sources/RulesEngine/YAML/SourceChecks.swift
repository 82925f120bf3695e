/// Looks at the source around values for what rule files may not contain and for what libyaml lets pass.
struct SourceChecks {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Whether it is worth looking for Tabs.
    private let hasTabs: Bool
    /// What was found.
    var mistakes: YAMLMistakes

    /// Starts with nothing found.
    init(_ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, hasTabs: Bool) {
        self.bytes = bytes
        self.hasTabs = hasTabs
        mistakes = YAMLMistakes(file: file)
    }

    /// Finds `%` lines that libyaml lets pass: after a document without `...`, or with a comment that has no blank.
    mutating func directive(at start: Int, isMisplaced: Bool) {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        let hash = (start..<end).first { bytes[$0] == UInt8(ascii: "#") }
        if let hash, bytes[hash - 1] > 0x20 { mistakes.hashWithoutBlank(at: hash) }
        if isMisplaced { mistakes.percentLine(start..<end) }
    }

    /// Finds a text whose question mark libyaml loses, and a dash alone between brackets.
    @inline(__always)
    mutating func plain(_ range: Range<Int>, isInFlow: Bool) {
        let start = range.lowerBound
        if start > 0, bytes[start - 1] == UInt8(ascii: "?") {
            mistakes.questionMark(start - 1..<range.upperBound)
        } else if isInFlow, range.count == 1, bytes[start] == UInt8(ascii: "-") {
            mistakes.dashInBrackets(range)
        }
    }

    /// Finds lines of a text that look like list items.
    mutating func dashes(in range: Range<Int>) {
        for line in SourceLines(bytes, from: range.lowerBound, to: range.upperBound) {
            let next = line.contentStart + 1
            guard next < range.upperBound, bytes[line.contentStart] == UInt8(ascii: "-") else { continue }
            if bytes[next] == 0x20 || bytes[next] == 0x0A { mistakes.dashInText(at: line.contentStart) }
        }
    }

    /// Finds Tabs that stand where the list or mapping that begins at `block` needs spaces.
    mutating func tabs(in range: Range<Int>, below block: Int?) {
        guard hasTabs else { return }
        let needed = column(of: block) + 1
        for line in SourceLines(bytes, from: range.lowerBound, to: range.upperBound) where line.contentStart < line.end
        {
            let indentation = bytes[line.start..<line.contentStart]
            guard let tab = indentation.firstIndex(of: 0x09), tab - line.start < needed else { continue }
            mistakes.tabIndentation(line.start..<line.contentStart)
        }
    }

    /// Finds empty lines above a text block's first line that have more spaces than it.
    mutating func emptyLines(from start: Int, below block: Int?) {
        var widest = start..<start
        for line in SourceLines(bytes, from: start, to: bytes.count) {
            let indentation = line.start..<line.contentStart
            if line.contentStart == line.end {
                if indentation.count > widest.count { widest = indentation }
                continue
            }
            guard widest.count > indentation.count, indentation.count > column(of: block) else { return }
            let hasIndicator = bytes[start...].prefix(3).contains { (0x31...0x39).contains($0) }
            if !hasIndicator { mistakes.wideEmptyLine(widest) }
            return
        }
    }

    /// Finds a `#` right after the end of a quotation or a bracket.
    @inline(__always)
    mutating func hash(after end: Int) {
        if end < bytes.count, bytes[end] == UInt8(ascii: "#") { mistakes.hashWithoutBlank(at: end) }
    }

    /// Finds comments right after a comma or a bracket, in what stands between two items.
    @inline(__always)
    mutating func comments(in gap: Range<Int>) {
        // The shortest is a comma, a hash and a line break.
        if gap.count > 2 { wideComments(in: gap) }
    }

    private mutating func wideComments(in gap: Range<Int>) {
        var index = gap.lowerBound
        while index < gap.upperBound {
            if bytes[index] == UInt8(ascii: "#") {
                if ",[{".utf8.contains(bytes[index - 1]) { mistakes.hashWithoutBlank(at: index) }
                while index < gap.upperBound, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            }
            index += 1
        }
    }

    /// Finds names rule files do not use: `<<`, names after a question mark, names with invisible characters.
    mutating func key(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
        if text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") { mistakes.mergeKey(range) }
        if hasQuestionBefore(range.lowerBound) { mistakes.questionKey(range) }
        if text.contains(where: { $0 >= 0x80 }) { mistakes.invisibleCharacters(in: range, bytes) }
    }

    /// Whether a key is written in the long form, after a `?` and a blank.
    private func hasQuestionBefore(_ start: Int) -> Bool {
        var index = start - 1
        while index >= 0, bytes[index] <= 0x20 { index -= 1 }
        guard index >= 0, index < start - 1, bytes[index] == UInt8(ascii: "?") else { return false }
        repeat { index -= 1 } while index >= 0 && [0x20, 0x09, UInt8(ascii: "-")].contains(bytes[index])
        return index < 0 || [0x0A, 0x0D, 0xBF].contains(bytes[index]) || "{[,".utf8.contains(bytes[index])
    }

    /// Finds a name without a colon between braces, where a comma or a brace of a text was taken for more than that.
    mutating func keyWithoutValue(_ key: Range<Int>) {
        guard key.lowerBound > 0, firstAfterBlanks(from: key.upperBound) != UInt8(ascii: ":") else { return }
        var before = key.lowerBound - 1
        while before > 0, bytes[before] <= 0x20 { before -= 1 }
        switch bytes[before] {
        case UInt8(ascii: ","): mistakes.commaInBraces(key)
        case UInt8(ascii: "{"): mistakes.textInBraces(key)
        default: break
        }
    }

    private func firstAfterBlanks(from offset: Int) -> UInt8 {
        var index = offset
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index < bytes.count ? bytes[index] : 0
    }

    /// The column a place stands in, from 0; -1 for no place.
    private func column(of offset: Int?) -> Int {
        guard let offset else { return -1 }
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        return offset - start
    }
}
