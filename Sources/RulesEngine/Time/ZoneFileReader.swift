/// Reads the bytes of a TZif file (RFC 9636) as an offset table.
///
/// Every count and index is checked before it is used: no bytes, however wrong, do more than give a ``ZoneError``.
struct ZoneFileReader {
    private let bytes: [UInt8]
    private var position = 0

    /// A reader at the first of `bytes`.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The whole file: its changes, and those of the rule after them.
    mutating func table() throws(ZoneError) -> OffsetTable {
        let head = try header()
        guard head.version > 0 else { return try block(head, timeWidth: 4).table(rule: nil) }
        try skip(head.size(timeWidth: 4))
        let block = try block(try header(), timeWidth: 8)
        return block.table(rule: try footer())
    }

    /// The head of a block: version and counts.
    private struct Header {
        let version: UInt8
        let utcMarks: Int
        let standardMarks: Int
        let leapSeconds: Int
        let changes: Int
        let types: Int
        let nameBytes: Int

        /// How many bytes follow the head.
        func size(timeWidth: Int) -> Int {
            changes * (timeWidth + 1) + types * 6 + nameBytes + leapSeconds * (timeWidth + 4) + marks
        }

        var marks: Int { standardMarks + utcMarks }
    }

    /// What a block holds that matters for offsets.
    private struct Block {
        let first: Int32
        let changes: [OffsetChange]

        func table(rule: YearlyRule?) -> OffsetTable {
            guard let rule else {
                return OffsetTable(first: first, changes: changes.withoutRepeats(of: first), cycleStart: nil)
            }
            return rule.extending(changes, first: first)
        }
    }

    private mutating func header() throws(ZoneError) -> Header {
        guard try take(4).elementsEqual("TZif".utf8) else { throw .notZoneData }
        let version = try byte()
        guard version == 0 || version >= UInt8(ascii: "2") else { throw .notZoneData }
        try skip(15)
        let head = Header(
            version: version, utcMarks: try count(), standardMarks: try count(), leapSeconds: try count(),
            changes: try count(), types: try count(), nameBytes: try count())
        let marks = [0, head.types]
        guard head.types > 0, head.types <= 256, head.nameBytes > 0, marks.contains(head.utcMarks),
            marks.contains(head.standardMarks)
        else { throw .contradictoryCounts }
        return head
    }

    private mutating func block(_ head: Header, timeWidth: Int) throws(ZoneError) -> Block {
        guard head.leapSeconds == 0 else { throw .countsLeapSeconds }
        guard head.size(timeWidth: timeWidth) <= bytes.count - position else { throw .cutShort }
        let times = try times(head.changes, width: timeWidth)
        let types = try take(head.changes).map { Int($0) }
        let offsets = try offsets(head)
        try skip(head.nameBytes + head.marks)
        var changes: [OffsetChange] = []
        for (time, type) in zip(times, types) {
            guard offsets.indices.contains(type) else { throw .missingEntry }
            changes.append(OffsetChange(instant: time, offset: offsets[type]))
        }
        return Block(first: offsets[0], changes: changes)
    }

    private mutating func times(_ count: Int, width: Int) throws(ZoneError) -> [Int64] {
        var times: [Int64] = []
        for _ in 0..<count {
            let time = width == 4 ? Int64(try int32()) : try int64()
            if let last = times.last, last >= time { throw .unorderedChanges }
            times.append(time)
        }
        return times
    }

    /// The offset of every local time type; whether it is summer time does not matter here.
    private mutating func offsets(_ head: Header) throws(ZoneError) -> [Int32] {
        var offsets: [Int32] = []
        for _ in 0..<head.types {
            let offset = try int32()
            guard abs(Int(offset)) < 86_400 else { throw .impossibleOffset(seconds: Int(offset)) }
            offsets.append(offset)
            try skip(1)
            guard Int(try byte()) < head.nameBytes else { throw .missingEntry }
        }
        return offsets
    }

    /// The rule between the two line ends after the second block; nil when it is empty.
    private mutating func footer() throws(ZoneError) -> YearlyRule? {
        let lineEnd = UInt8(ascii: "\n")
        guard try byte() == lineEnd else { throw .contradictoryCounts }
        guard let end = bytes[position...].firstIndex(of: lineEnd) else { throw .cutShort }
        guard end > position else { return nil }
        return try YearlyRule.read(bytes[position..<end])
    }

    private mutating func count() throws(ZoneError) -> Int {
        Int(UInt32(bitPattern: try int32()))
    }

    private mutating func int32() throws(ZoneError) -> Int32 {
        try take(4).reduce(0) { $0 << 8 | Int32($1) }
    }

    private mutating func int64() throws(ZoneError) -> Int64 {
        try take(8).reduce(0) { $0 << 8 | Int64($1) }
    }

    private mutating func byte() throws(ZoneError) -> UInt8 {
        guard position < bytes.count else { throw .cutShort }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func skip(_ count: Int) throws(ZoneError) {
        _ = try take(count)
    }

    private mutating func take(_ count: Int) throws(ZoneError) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw .cutShort }
        defer { position += count }
        return bytes[position..<position + count]
    }
}
