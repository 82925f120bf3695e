/// What one look over a file's bytes says before anything is read: whether it is clean UTF-8, and what it contains.
struct ByteSurvey {
    /// Whether every byte is ASCII, apart from a byte order mark.
    private(set) var isASCII = true
    /// Whether there is a Tab anywhere.
    private(set) var hasTabs = false
    /// The first byte that is not part of UTF-8, and how many there are.
    private(set) var wrongBytes: (first: Int, count: Int)?
    /// Where characters stand that no text contains, such as the escape character; at most a thousand.
    private(set) var controls: [Int] = []
    /// Where lines begin with `%`.
    private(set) var percents: [Int] = []

    private let first: Int

    /// Of no bytes at all.
    init() { first = 0 }

    /// Looks over `bytes` from `first` on.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) {
        self.first = first
        let raw = UnsafeRawBufferPointer(bytes)
        let step = MemoryLayout<UInt64>.size
        var index = first
        while index < bytes.count {
            if index + step <= bytes.count, Self.isOrdinary(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += step
            } else {
                let end = min(index + step, bytes.count)
                while index < end { index += look(bytes, at: index) }
            }
        }
    }

    /// Whether eight bytes are all printable ASCII and none is `%`.
    ///
    /// All eight are looked at in one number: subtracting from each byte carries into its highest bit.
    @inline(__always)
    private static func isOrdinary(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let delete = word ^ (ones &* 0x7F)
        let percent = word ^ (ones &* 0x25)
        let isOdd = word | (word &- ones &* 0x20) | (delete &- ones) | (percent &- ones)
        return isOdd & (ones &* 0x80) == 0
    }

    /// Looks at one character and gives its length.
    private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 {
            let isText = byte >= 0x20 ? byte != 0x7F : byte == 0x0A || byte == 0x0D || byte == 0x09
            if !isText { noteControl(index) }
            if byte == 0x09 { hasTabs = true }
            let isPercent = byte == UInt8(ascii: "%")
            if isPercent, index == first || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D {
                percents.append(index)
            }
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
