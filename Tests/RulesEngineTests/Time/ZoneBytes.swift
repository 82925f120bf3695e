/// The bytes of a small TZif file, made part by part.
struct ZoneBytes {
    var magic = "TZif"
    var version = UInt8(ascii: "2")
    var times: [Int64] = []
    var types: [UInt8] = []
    var offsets: [Int32] = [0, 3600]
    var nameIndex: UInt8 = 0
    var marks = 0
    var leapSeconds = 0
    var footer = ""

    /// A file that is right but for these parts.
    init(
        magic: String = "TZif", version: UInt8 = UInt8(ascii: "2"), times: [Int64] = [], types: [UInt8] = [],
        offsets: [Int32] = [0, 3600], nameIndex: UInt8 = 0, marks: Int = 0, leapSeconds: Int = 0, footer: String = ""
    ) {
        (self.magic, self.version, self.times, self.types) = (magic, version, times, types)
        (self.offsets, self.nameIndex, self.marks) = (offsets, nameIndex, marks)
        (self.leapSeconds, self.footer) = (leapSeconds, footer)
    }

    /// A file in order except that its footer is noise.
    init(noise: [UInt8]) {
        self.init(footer: String(decoding: noise.map { 32 + $0 % 95 }, as: UTF8.self))
    }

    var bytes: [UInt8] {
        guard version > 0 else { return header + block(width: 4) }
        return header + block(width: 4) + header + block(width: 8) + Array("\n\(footer)\n".utf8)
    }

    private var header: [UInt8] {
        let counts = [marks, 0, leapSeconds, times.count, offsets.count, 4]
        return Array(magic.utf8) + [version] + [UInt8](repeating: 0, count: 15)
            + counts.flatMap { big(Int64($0), width: 4) }
    }

    private func block(width: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for time in times { bytes += big(time, width: width) }
        bytes += types
        for offset in offsets { bytes += big(Int64(offset), width: 4) + [0, nameIndex] }
        bytes += Array("LMT\0".utf8)
        return bytes + [UInt8](repeating: 0, count: leapSeconds * (width + 4) + marks)
    }

    private func big(_ number: Int64, width: Int) -> [UInt8] {
        (0..<width).reversed().map { place in UInt8(truncatingIfNeeded: number >> Int64(place * 8)) }
    }
}
