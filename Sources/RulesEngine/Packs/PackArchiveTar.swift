/// Reads the entries of a tar file (POSIX ustar with pax headers, and GNU's long names) in memory.
///
/// Plain files and folders are given; a link, a device or anything else is refused, since a pack needs none.
struct PackArchiveTar {
    private let bytes: [UInt8]
    private let limits: PackStoreLimits
    private var place = 0
    /// The name the next entry has when its own header has no room for it.
    private var longName: String?
    private var longSize: Int?

    private init(_ bytes: [UInt8], _ limits: PackStoreLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The plain files of a tar file by their names as written, in its order.
    static func entries(_ bytes: [UInt8], _ limits: PackStoreLimits) throws(PackStoreError) -> [PackStoreEntry] {
        var reader = PackArchiveTar(bytes, limits)
        var entries: [PackStoreEntry] = []
        var count = 0
        while let header = try reader.nextHeader() {
            count += 1
            guard count <= limits.entries else { throw .tooMany(limits.entries) }
            if let entry = try reader.read(header) { entries.append(entry) }
        }
        return entries
    }

    // MARK: Headers

    private static let block = 512

    /// Nil at the end: two blocks of zeros, or the end of the file.
    private mutating func nextHeader() throws(PackStoreError) -> ArraySlice<UInt8>? {
        guard place < bytes.count else { return nil }
        guard bytes.count - place >= Self.block else { throw .damaged }
        let header = bytes[place..<place + Self.block]
        if header.allSatisfy({ $0 == 0 }) { return nil }
        place += Self.block
        let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
        guard try number(header, 148, 8) == sum else { throw .damaged }
        return header
    }

    private mutating func read(_ header: ArraySlice<UInt8>) throws(PackStoreError) -> PackStoreEntry? {
        let type = header[header.startIndex + 156]
        switch type {
        case UInt8(ascii: "x"): try readExtras(try content(try number(header, 124, 12)))
        case UInt8(ascii: "g"): _ = try content(try number(header, 124, 12))
        case UInt8(ascii: "L"): longName = try Self.text(try content(try number(header, 124, 12)))
        default: return try entry(header, type)
        }
        return nil
    }

    private mutating func entry(_ header: ArraySlice<UInt8>, _ type: UInt8) throws(PackStoreError) -> PackStoreEntry? {
        var path = try name(header)
        var size = try number(header, 124, 12)
        if let longName { path = longName }
        if let longSize { size = longSize }
        (longName, longSize) = (nil, nil)
        switch type {
        case UInt8(ascii: "5"):
            _ = try content(size)
            return nil
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
            if path.hasSuffix("/") { return nil }
            return PackStoreEntry(path: path, bytes: Array(try content(size)))
        case UInt8(ascii: "1"), UInt8(ascii: "2"): throw .notPlain(path, "a link")
        case UInt8(ascii: "3"), UInt8(ascii: "4"): throw .notPlain(path, "a device")
        case UInt8(ascii: "6"): throw .notPlain(path, "a pipe")
        default: throw .notPlain(path, "no plain file")
        }
    }

    /// The bytes of an entry; the next header begins with the next full block.
    private mutating func content(_ size: Int) throws(PackStoreError) -> ArraySlice<UInt8> {
        guard size >= 0, size <= bytes.count - place else { throw .damaged }
        let content = bytes[place..<place + size]
        place = min(bytes.count, place + (size + Self.block - 1) / Self.block * Self.block)
        return content
    }

    // MARK: Fields

    private func name(_ header: ArraySlice<UInt8>) throws(PackStoreError) -> String {
        let name = try Self.text(header[(header.startIndex)..<(header.startIndex + 100)])
        let magic = header[(header.startIndex + 257)..<(header.startIndex + 263)]
        guard magic.elementsEqual("ustar\0".utf8) else { return name }
        let prefix = try Self.text(header[(header.startIndex + 345)..<(header.startIndex + 500)])
        return prefix.isEmpty ? name : prefix + "/" + name
    }

    /// Text up to the first zero.
    private static func text(_ bytes: ArraySlice<UInt8>) throws(PackStoreError) -> String {
        guard let text = String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self) else { throw .damaged }
        return text
    }

    /// A number in octal digits, blanks and zeros around them; sizes no pack has are written otherwise and refused.
    private func number(_ header: ArraySlice<UInt8>, _ start: Int, _ count: Int) throws(PackStoreError) -> Int {
        let field = header[(header.startIndex + start)..<(header.startIndex + start + count)]
        let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
        if digits.isEmpty { return 0 }
        guard let text = String(validating: digits, as: UTF8.self), let number = Int(text, radix: 8), number >= 0 else {
            throw .damaged
        }
        return number
    }

    /// A pax header: lines `length key=value`. Only a long name and a size matter here.
    private mutating func readExtras(_ content: ArraySlice<UInt8>) throws(PackStoreError) {
        var rest = content
        while let blank = rest.firstIndex(of: 0x20) {
            guard let length = Int(String(decoding: rest[rest.startIndex..<blank], as: UTF8.self)),
                length > blank - rest.startIndex + 1, length <= rest.count
            else { throw .damaged }
            let line = try Self.text(rest[(blank + 1)..<(rest.startIndex + length)])
            try readExtra(line)
            rest = rest.dropFirst(length)
        }
    }

    private mutating func readExtra(_ line: String) throws(PackStoreError) {
        if line.hasPrefix("path=") { longName = String(line.dropFirst(5).prefix { $0 != "\n" }) }
        if line.hasPrefix("size=") {
            guard let size = Int(line.dropFirst(5).prefix { $0 != "\n" }) else { throw .damaged }
            longSize = size
        }
        if line.hasPrefix("GNU.sparse") { throw .notPlain(longName ?? "a file", "a file with holes") }
    }
}
