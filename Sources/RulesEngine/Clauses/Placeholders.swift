/// Finds what a pattern left to be filled in: `<name>`, `[name]`, `{name}`, `____`, `XXX`.
enum Placeholders {
    /// Where they stand, in order, in bytes of UTF-8. Addresses between pointed brackets are none, nor is `[1]`, nor the
    /// words of a link: `[my page](https://…)`.
    static func places(in text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        var places: [Range<Int>] = []
        var at = 0
        while at < bytes.count {
            if let end = bracketed(from: at, in: bytes) ?? run(from: at, in: bytes) {
                places.append(at..<end)
                at = end
            } else {
                at += 1
            }
        }
        return places
    }

    private static let closings: [UInt8: UInt8] = [
        UInt8(ascii: "<"): UInt8(ascii: ">"), UInt8(ascii: "["): UInt8(ascii: "]"),
        UInt8(ascii: "{"): UInt8(ascii: "}"),
    ]

    /// No further than forty bytes and not over a line's end, with a letter and without what makes an address.
    private static func bracketed(from start: Int, in bytes: [UInt8]) -> Int? {
        guard let closing = closings[bytes[start]] else { return nil }
        var hasLetter = false
        for place in (start + 1)..<min(bytes.count, start + 42) {
            let byte = bytes[place]
            if byte == closing {
                if closing == UInt8(ascii: "]"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "(") {
                    return nil
                }
                let isDouble =
                    place + 1 < bytes.count && bytes[place + 1] == closing && bytes[start + 1] == bytes[start]
                return hasLetter ? place + (isDouble ? 2 : 1) : nil
            }
            if byte == 0x0A || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":") { return nil }
            hasLetter = hasLetter || isLetter(byte)
        }
        return nil
    }

    /// Three or more underscores, or three or more large X that are no part of a word.
    private static func run(from start: Int, in bytes: [UInt8]) -> Int? {
        guard [UInt8(ascii: "_"), UInt8(ascii: "X")].contains(bytes[start]) else { return nil }
        let end = bytes[start...].firstIndex { $0 != bytes[start] } ?? bytes.count
        guard end - start >= 3 else { return nil }
        guard bytes[start] == UInt8(ascii: "X") else { return end }
        let isAlone = (start == 0 || !isLetter(bytes[start - 1])) && (end == bytes.count || !isLetter(bytes[end]))
        return isAlone ? end : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
}
