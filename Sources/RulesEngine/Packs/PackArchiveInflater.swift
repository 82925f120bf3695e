/// Unpacks DEFLATE (RFC 1951), never to more bytes than it is allowed.
///
/// Every read and copy is checked, so that a damaged or hostile stream ends in an error and in nothing else. It decodes
/// bit by bit: slow beside zlib and fast enough for a pack (Documentation/Decisions/0006).
struct PackArchiveInflater {
    private let bytes: ArraySlice<UInt8>
    private let most: Int
    private let limit: Int
    /// The next byte to read.
    private(set) var place: Int
    private var bits: UInt32 = 0
    private var bitCount: UInt32 = 0
    private var output: [UInt8] = []

    /// An unpacker of a stream that begins where the bytes do, for at most `most` bytes; `limit` is what people are told.
    init(_ bytes: ArraySlice<UInt8>, most: Int, limit: Int) {
        self.bytes = bytes
        self.most = most
        self.limit = limit
        place = bytes.startIndex
    }

    /// The unpacked bytes; `place` then stands behind the stream.
    mutating func unpack() throws(PackStoreError) -> [UInt8] {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try copyStored()
            case 1: try unpackBlock(lengths: Self.fixedLengths, distances: Self.fixedDistances)
            case 2: try unpackDynamicBlock()
            default: throw .damaged
            }
        }
        return output
    }

    // MARK: Bits

    /// The next bits of the stream, the first one lowest.
    private mutating func take(_ count: UInt32) throws(PackStoreError) -> Int {
        while bitCount < count {
            guard place < bytes.endIndex else { throw .damaged }
            bits |= UInt32(bytes[place]) << bitCount
            place += 1
            bitCount += 8
        }
        let taken = bits & (1 << count - 1)
        bits >>= count
        bitCount -= count
        return Int(taken)
    }

    private mutating func put(_ byte: UInt8) throws(PackStoreError) {
        guard output.count < most else { throw .tooLarge("what is in the archive", limit) }
        output.append(byte)
    }

    // MARK: Blocks

    private mutating func copyStored() throws(PackStoreError) {
        (bits, bitCount) = (0, 0)
        let length = try take(16)
        let check = try take(16)
        guard length == ~check & 0xFFFF, bytes.endIndex - place >= length else { throw .damaged }
        guard output.count + length <= most else { throw .tooLarge("what is in the archive", limit) }
        output += bytes[place..<place + length]
        place += length
    }

    private mutating func unpackBlock(lengths: Codes, distances: Codes) throws(PackStoreError) {
        while true {
            let symbol = try next(of: lengths)
            if symbol < 256 {
                try put(UInt8(symbol))
            } else if symbol == 256 {
                return
            } else {
                try copyEarlier(symbol - 257, distances)
            }
        }
    }

    /// Repeats what stands some way back in the output.
    private mutating func copyEarlier(_ symbol: Int, _ distances: Codes) throws(PackStoreError) {
        guard symbol < Self.lengthBases.count else { throw .damaged }
        let length = try Self.lengthBases[symbol] + take(Self.lengthBits[symbol])
        let code = try next(of: distances)
        guard code < Self.distanceBases.count else { throw .damaged }
        let distance = try Self.distanceBases[code] + take(Self.distanceBits[code])
        guard distance <= output.count else { throw .damaged }
        for _ in 0..<length { try put(output[output.count - distance]) }
    }

    private mutating func unpackDynamicBlock() throws(PackStoreError) {
        let lengthCount = try take(5) + 257
        let distanceCount = try take(5) + 1
        let orderCount = try take(4) + 4
        guard lengthCount <= 286, distanceCount <= 30 else { throw .damaged }
        var sizes = [UInt8](repeating: 0, count: 19)
        for place in 0..<orderCount { sizes[Self.order[place]] = UInt8(try take(3)) }
        let all = try codeSizes(lengthCount + distanceCount, Codes(sizes, isWhole: true))
        guard all[256] > 0 else { throw .damaged }
        try unpackBlock(
            lengths: Codes(Array(all[..<lengthCount]), isWhole: false),
            distances: Codes(Array(all[lengthCount...]), isWhole: false))
    }

    /// The sizes of both tables' codes, which are packed themselves.
    private mutating func codeSizes(_ count: Int, _ codes: Codes) throws(PackStoreError) -> [UInt8] {
        var sizes: [UInt8] = []
        while sizes.count < count {
            let symbol = try next(of: codes)
            switch symbol {
            case ..<16: sizes.append(UInt8(symbol))
            case 16:
                guard let last = sizes.last else { throw .damaged }
                sizes += [UInt8](repeating: last, count: try take(2) + 3)
            case 17: sizes += [UInt8](repeating: 0, count: try take(3) + 3)
            default: sizes += [UInt8](repeating: 0, count: try take(7) + 11)
            }
        }
        guard sizes.count == count else { throw .damaged }
        return sizes
    }

    // MARK: Codes

    /// A table of codes: how many there are of each size, and their symbols in order.
    private struct Codes {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int] = []

        init(of sizes: [UInt8]) {
            for size in sizes { counts[Int(size)] += 1 }
            counts[0] = 0
            for size in 1...15 { symbols += sizes.indices.filter { Int(sizes[$0]) == size } }
        }

        /// A table somebody else made: it has no more codes than fit, and no fewer unless it is a single one.
        init(_ sizes: [UInt8], isWhole: Bool) throws(PackStoreError) {
            self.init(of: sizes)
            var left = 1
            for size in 1...15 {
                left = left * 2 - counts[size]
                guard left >= 0 else { throw .damaged }
            }
            guard left == 0 || !isWhole && symbols.count <= 1 else { throw .damaged }
        }
    }

    private mutating func next(of codes: Codes) throws(PackStoreError) -> Int {
        var code = 0
        var first = 0
        var index = 0
        for size in 1...15 {
            code |= try take(1)
            let count = codes.counts[size]
            if code - first < count { return codes.symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw .damaged
    }

    // MARK: Tables of the standard

    private static let fixedLengths = Codes(
        of: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let fixedDistances = Codes(of: [UInt8](repeating: 5, count: 30))
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits: [UInt32] = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12_289, 16_385, 24_577,
    ]
    private static let distanceBits: [UInt32] = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
}
