/// The lines that begin inside a stretch of bytes, one after the other.
struct SourceLines: Sequence, IteratorProtocol {
    /// One line: where it begins, where its first character stands that is no blank, and where it ends.
    struct Line {
        let start: Int
        let contentStart: Int
        let end: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let limit: Int
    private var at: Int

    /// The lines that begin after `start` and before `end`; the one `start` is on is not among them.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        self.bytes = bytes
        limit = end
        at = start
    }

    /// The next line; nil after the last.
    mutating func next() -> Line? {
        while at < limit, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
        guard at < limit else { return nil }
        at += bytes[at] == 0x0D && at + 1 < limit && bytes[at + 1] == 0x0A ? 2 : 1
        guard at < limit else { return nil }
        var content = at
        while content < limit, bytes[content] == 0x20 || bytes[content] == 0x09 { content += 1 }
        var end = content
        while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return Line(start: at, contentStart: content, end: end)
    }
}
