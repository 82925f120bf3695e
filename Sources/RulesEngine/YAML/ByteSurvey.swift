/// What one look over a file's bytes says before anything is read: whether it is clean UTF-8, and what it contains.
struct ByteSurvey {
    /// Whether every byte is ASCII, apart from a byte order mark.
    private(set) var isASCII = true
    /// The first byte that is not part of UTF-8, and how many there are.
    private(set) var wrongBytes: (first: Int, count: Int)?
    /// Where characters stand that no text contains, such as the escape character; at most a thousand.
    private(set) var controls: [Int] = []

    private typealias Block = SIMD32<UInt8>

    /// Looks over `bytes` from `first` on.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) {
        var index = first
        while index < bytes.count {
            if index + Block.scalarCount <= bytes.count, Self.isOrdinary(bytes, at: index) {
                index += Block.scalarCount
            } else {
                let end = min(index + Block.scalarCount, bytes.count)
                while index < end { index += look(bytes, at: index) }
            }
        }
    }

    /// Whether a block holds only printable ASCII, Tabs and line breaks.
    @inline(__always)
    private static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let block = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: Block.self)
        let isBreak = (block .== 0x0A) .| (block .== 0x0D) .| (block .== 0x09)
        let isOdd = (block .>= 0x7F) .| ((block .< 0x20) .& .!isBreak)
        return !any(isOdd)
    }

    /// Looks at one character and gives its length.
    private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 {
            let isText = byte >= 0x20 ? byte != 0x7F : byte == 0x0A || byte == 0x0D || byte == 0x09
            if !isText { noteControl(index) }
            return 1
        }
        isASCII = false
        guard let (scalar, length) = Self.decode(bytes, at: index) else {
            wrongBytes = (wrongBytes?.first ?? index, (wrongBytes?.count ?? 0) + 1)
            return 1
        }
        if !Self.isText(scalar) { noteControl(index) }
        return length
    }

    private mutating func noteControl(_ index: Int) {
        if controls.count < YAMLLimits.diagnostics { controls.append(index) }
    }

    /// Whether a character outside ASCII may stand in a text.
    private static func isText(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x85: true
        case ..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// The character of two to four bytes at `index`; nil when the bytes are not UTF-8.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int)? {
        let lead = bytes[index]
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { return nil }
        var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for next in index + 1..<index + length {
            guard bytes[next] & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
        }
        let isShortest = scalar >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000)
        return isShortest && Unicode.Scalar(scalar) != nil ? (scalar, length) : nil
    }
}
