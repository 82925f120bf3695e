/// Where each line of a file begins, for who asks about many places of one file.
package struct LineTable: Sendable {
    /// The file the table was made from.
    package let file: SourceFile
    private let starts: [Int]

    /// Reads the file once and notes every line's start.
    package init(_ file: SourceFile) {
        self.file = file
        var starts = [0]
        let bytes = file.bytes
        for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
            if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
            starts.append(index + 1)
        }
        self.starts = starts
    }

    /// The number of lines; a line break at the very end opens one more, empty line.
    package var count: Int { starts.count }

    /// The number of the line an offset is on; the first is 1.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The bytes of a line without its break and without a byte order mark; empty for a line that is not there.
    package func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return file.bytes.count..<file.bytes.count }
        let start = line == 1 ? file.byteOrderMarkLength : starts[line - 1]
        var end = line < starts.count ? starts[line] : file.bytes.count
        while end > start, file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The place of a byte offset.
    package func position(at offset: Int) -> TextPosition {
        let line = line(at: offset)
        return file.position(at: min(max(offset, 0), file.bytes.count), line: line, lineStart: starts[line - 1])
    }
}
