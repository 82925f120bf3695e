/// Unpacks a gzip file (RFC 1952): its members one after another, each held against its checksum.
struct PackArchiveGzip {
    private let bytes: [UInt8]
    private var place = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The unpacked bytes, at most `most` of them.
    static func unpack(_ bytes: [UInt8], most: Int) throws(PackStoreError) -> [UInt8] {
        var reader = PackArchiveGzip(bytes)
        var output: [UInt8] = []
        repeat {
            output += try reader.unpackMember(most: most - output.count, limit: most)
        } while !reader.isAtEnd
        return output
    }

    /// Whether nothing follows but the zeros that fill up a tape block.
    private var isAtEnd: Bool { bytes[place...].allSatisfy { $0 == 0 } }

    private mutating func unpackMember(most: Int, limit: Int) throws(PackStoreError) -> [UInt8] {
        try skipHeader()
        var inflater = PackArchiveInflater(bytes[place...], most: most, limit: limit)
        let output = try inflater.unpack()
        place = inflater.place
        guard try number() == PackArchiveChecksum.of(output), try number() == UInt32(truncatingIfNeeded: output.count)
        else {
            throw .damaged
        }
        return output
    }

    // MARK: The header

    private mutating func skipHeader() throws(PackStoreError) {
        guard bytes.count - place >= 10, bytes[place] == 0x1F, bytes[place + 1] == 0x8B, bytes[place + 2] == 8 else {
            throw place == 0 ? .notGzip : .damaged
        }
        let flags = bytes[place + 3]
        place += 10
        if flags & 4 != 0 { try skip(Int(try byte()) + Int(try byte()) << 8) }
        if flags & 8 != 0 { try skipText() }
        if flags & 16 != 0 { try skipText() }
        if flags & 2 != 0 { try skip(2) }
    }

    private mutating func byte() throws(PackStoreError) -> UInt8 {
        try skip(1)
        return bytes[place - 1]
    }

    private mutating func skip(_ count: Int) throws(PackStoreError) {
        guard bytes.count - place >= count else { throw .damaged }
        place += count
    }

    private mutating func skipText() throws(PackStoreError) {
        while try byte() != 0 {}
    }

    private mutating func number() throws(PackStoreError) -> UInt32 {
        var number: UInt32 = 0
        for shift in 0..<4 { number |= UInt32(try byte()) << UInt32(8 * shift) }
        return number
    }
}

/// The checksum gzip keeps (CRC-32).
enum PackArchiveChecksum {
    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
}
