/// A file's name and its bytes, exactly as they were read.
///
/// The name is what people are shown, such as `Rules/etiquette/after.yaml`. Nothing is decoded or repaired here.
public struct SourceFile: Sendable, Hashable {
    /// The file's name as people are shown it.
    public let name: String
    /// The file's bytes; not necessarily UTF-8.
    public let bytes: [UInt8]

    /// Makes a file from its name and its bytes.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Makes a file from its name and a text, which is stored as UTF-8.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The place of a byte offset; an offset outside the file gives its nearest end.
    ///
    /// This reads the file from its start. Who asks for many places makes a `LineTable` instead.
    public func position(at offset: Int) -> TextPosition {
        let offset = min(max(offset, 0), bytes.count)
        let (line, start) = bytes.withUnsafeBufferPointer { Self.line(at: offset, in: $0) }
        return position(at: offset, line: line, lineStart: start)
    }

    /// Hashes the name and the length only: equal files agree, and sixteen megabytes are not read for it.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(bytes.count)
    }

    /// The number of bytes of a UTF-8 byte order mark at the start: 3 or 0.
    package var byteOrderMarkLength: Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The text of a byte range; what is not UTF-8 becomes `U+FFFD`.
    package func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The place of `offset`, when its line is known already.
    func position(at offset: Int, line: Int, lineStart: Int) -> TextPosition {
        let first = lineStart == 0 ? byteOrderMarkLength : lineStart
        var scalars = 0
        var units = 0
        for index in first..<max(first, offset) {
            let byte = bytes[index]
            guard byte & 0xC0 != 0x80 else { continue }
            scalars += 1
            units += byte >= 0xF0 ? 2 : 1
        }
        return TextPosition(line: line, column: scalars + 1, utf16Column: units + 1)
    }

    private static func line(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, start: Int) {
        var line = 1
        var start = 0
        for index in 0..<offset where bytes[index] == 0x0A || bytes[index] == 0x0D {
            if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
            line += 1
            start = index + 1
        }
        return (line, start)
    }
}
