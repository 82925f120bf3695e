import Foundation

@testable import RulesEngine

/// Builds tar archives entry by entry, right ones and hostile ones.
struct TarWriter {
    private(set) var bytes: [UInt8] = []

    /// Adds an entry as ustar writes it.
    mutating func add(
        _ path: String, _ content: [UInt8] = [], type: Character = "0", target: String = "", prefix: String = "",
        size: Int? = nil, magic: String = "ustar\u{0}00"
    ) {
        var header = [UInt8](repeating: 0, count: 512)
        put(path, 0, 100, &header)
        put("0000644", 100, 8, &header)
        put(octal(size ?? content.count, 11), 124, 12, &header)
        put(octal(0, 11), 136, 12, &header)
        header[156] = type.asciiValue ?? 0
        put(target, 157, 100, &header)
        put(magic, 257, 8, &header)
        put(prefix, 345, 155, &header)
        for place in 148..<156 { header[place] = 0x20 }
        put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", 148, 8, &header)
        bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    /// Adds a plain text file.
    mutating func add(_ path: String, _ text: String) { add(path, Array(text.utf8)) }

    /// Adds a pax header for the next entry.
    mutating func addExtra(_ key: String, _ value: String) {
        let rest = " \(key)=\(value)\n"
        var length = rest.utf8.count
        while String(length).utf8.count + rest.utf8.count != length {
            length = String(length).utf8.count + rest.utf8.count
        }
        add("PaxHeaders/x", Array((String(length) + rest).utf8), type: "x")
    }

    /// The archive with its two closing blocks.
    var closed: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }
    /// The same, packed by storing.
    var gzipped: [UInt8] { GzipWriter.stored(closed) }

    private func put(_ text: String, _ start: Int, _ count: Int, _ header: inout [UInt8]) {
        for (place, byte) in text.utf8.prefix(count).enumerated() { header[start + place] = byte }
    }

    private func octal(_ number: Int, _ digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

/// Packs bytes as gzip.
enum GzipWriter {
    /// Without making them smaller.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        let chunks = stride(from: 0, to: max(1, bytes.count), by: 65_535).map {
            Array(bytes[$0..<min(bytes.count, $0 + 65_535)])
        }
        for (place, chunk) in chunks.enumerated() {
            packed.append(place == chunks.count - 1 ? 1 : 0)
            packed += [
                UInt8(chunk.count & 255), UInt8(chunk.count >> 8), UInt8(~chunk.count & 255),
                UInt8(~chunk.count >> 8 & 255),
            ]
            packed += chunk
        }
        return packed + little(PackArchiveChecksum.of(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// As the system's own `gzip` packs them; nil where there is none.
    static func system(_ bytes: [UInt8], level: Int) throws -> [UInt8]? {
        let path = ["/usr/bin/gzip", "/bin/gzip"].first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let path else { return nil }
        let file = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-n", "-c", "-\(level)", file]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let packed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return [UInt8](packed)
    }

    static func little(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
    }
}
