/// Turns libyaml's marks, which count Unicode scalars, into byte offsets.
///
/// In a file that is all ASCII that is nothing but an addition. Otherwise it walks from the last place asked for, and
/// marks come nearly in order.
struct CodePointMap {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let isASCII: Bool
    private let first: Int
    private var scalar = 0
    private var offset: Int

    /// Maps the marks of `bytes`, whose text begins at the byte `first`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int, isASCII: Bool) {
        self.bytes = bytes
        self.isASCII = isASCII
        self.first = first
        offset = first
    }

    /// The byte offset of a mark; one beyond the text gives its end.
    @inline(__always)
    mutating func offset(of mark: Int) -> Int {
        isASCII ? min(first + mark, bytes.count) : walk(to: mark)
    }

    private mutating func walk(to mark: Int) -> Int {
        while scalar < mark, offset < bytes.count {
            let byte = bytes[offset]
            offset += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            scalar += 1
        }
        while scalar > mark, offset > first {
            offset -= 1
            if bytes[offset] & 0xC0 != 0x80 { scalar -= 1 }
        }
        return offset
    }
}
