import TestSupport
import Testing

@testable import RulesEngine

/// Archives: what is right is read, whoever packed it; what is hostile or damaged is refused before anything is done.
struct PackArchiveTests {
    static func pack(_ change: (inout TarWriter) -> Void) -> [UInt8] {
        var tar = TarWriter()
        tar.add("p/pack.yaml", "id: p\n")
        change(&tar)
        return tar.gzipped
    }

    private func message(_ bytes: [UInt8], _ limits: PackStoreLimits = .standard) -> String {
        do {
            let parcel = try PackArchive.parcel(bytes, limits: limits)
            return "taken: " + parcel.files.keys.sorted().joined(separator: ", ")
        } catch {
            return error.message
        }
    }

    // MARK: What is right

    @Test func thePackIsFoundInTheFolderAroundIt() {
        let bytes = Self.pack { tar in
            tar.add("p/", [], type: "5")
            tar.add("p/rules/a.yaml", "rules: []\n")
            tar.add("p/LICENSE", "free\n")
            tar.add("p/.hidden.yaml", "no\n")
            tar.add("README.md", "about\n")
        }
        #expect(message(bytes) == "taken: pack.yaml, rules/a.yaml")
    }

    @Test func longNamesAreRead() {
        let long = String(repeating: "x", count: 60)
        let bytes = Self.pack { tar in
            tar.add("b.yaml", [], prefix: "p/\(long)")
            tar.addExtra("path", "p/\(long)/\(long)/c.yaml")
            tar.add("cut-off", [])
            tar.add("././@LongLink", Array("p/\(long)/\(long)/d.yaml\u{0}".utf8), type: "L", magic: "ustar  \u{0}")
            tar.add("cut-off", [], magic: "ustar  \u{0}")
        }
        #expect(message(bytes) == "taken: pack.yaml, \(long)/b.yaml, \(long)/\(long)/c.yaml, \(long)/\(long)/d.yaml")
    }

    @Test(arguments: 1...9)
    func whatGzipPacksIsUnpacked(_ level: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(level))
        let words = (0..<400).map { _ in String(numbers.next() % 5000, radix: 36) }
        let text = (0..<60_000).map { _ in words[Int(numbers.next() % 400)] + " " }.joined()
        guard let packed = try GzipWriter.system(Array(text.utf8), level: level) else { return }
        #expect(try PackArchiveGzip.unpack(packed, most: 1 << 20) == Array(text.utf8))
    }

    @Test(arguments: [0, 1, 2, 300, 70_000])
    func anythingGzipPacksIsUnpacked(_ count: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
        guard let packed = try GzipWriter.system(bytes, level: 9) else { return }
        #expect(try PackArchiveGzip.unpack(packed, most: 1 << 20) == bytes)
        #expect(try PackArchiveGzip.unpack(packed + packed, most: 1 << 20) == bytes + bytes, "two members")
    }

    // MARK: What is hostile

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let message: String
        let build: @Sendable (inout TarWriter) -> Void
        var testDescription: String { name }
    }

    static let hostile = [
        Row(
            name: "a way out",
            message: "'p/../../x.yaml' cannot be the name of a file in a pack: it leads out of its folder or nowhere"
        ) {
            $0.add("p/../../x.yaml", "x")
        },
        Row(
            name: "a way out, not even YAML",
            message: "'../.bashrc' cannot be the name of a file in a pack: it leads out of its folder or nowhere"
        ) {
            $0.add("../.bashrc", "x")
        },
        Row(
            name: "a way out in a long name",
            message: "'p/../x.yaml' cannot be the name of a file in a pack: it leads out of its folder or nowhere"
        ) {
            $0.addExtra("path", "p/../x.yaml")
            $0.add("p/x.yaml", "x")
        },
        Row(
            name: "the root of the disk",
            message: "'/etc/x.yaml' cannot be the name of a file in a pack: it begins at the root of the disk"
        ) {
            $0.add("/etc/x.yaml", "x")
        },
        Row(
            name: "a backslash",
            message: "'p\\x.yaml' cannot be the name of a file in a pack: it contains characters that are no letters"
        ) {
            $0.add("p\\x.yaml", "x")
        },
        Row(
            name: "an escape",
            message:
                "'p/␛[31mx.yaml' cannot be the name of a file in a pack: it contains characters that are no letters"
        ) {
            $0.add("p/\u{1B}[31mx.yaml", "x")
        },
        Row(
            name: "text that runs backwards",
            message: "'rules/�lmay.exe.yaml' cannot be the name of a file in a pack: it contains odd characters"
        ) {
            $0.add("p/rules/\u{202E}lmay.exe.yaml", "x")
        },
        Row(
            name: "a name for a device",
            message:
                "'rules/con.yaml' cannot be the name of a file in a pack: some computers keep that name for a device"
        ) {
            $0.add("p/rules/con.yaml", "x")
        },
        Row(
            name: "a name like an option",
            message: "'-rf.yaml' cannot be the name of a file in a pack: it begins with '-' or ends with '.'"
        ) {
            $0.add("p/-rf.yaml", "x")
        },
        Row(name: "a soft link", message: "'p/rules' is a link, which a pack cannot have") {
            $0.add("p/rules", type: "2", target: "/etc")
        },
        Row(name: "a hard link", message: "'p/a.yaml' is a link, which a pack cannot have") {
            $0.add("p/a.yaml", type: "1", target: "../../secret")
        },
        Row(name: "a device", message: "'p/a.yaml' is a device, which a pack cannot have") {
            $0.add("p/a.yaml", type: "3")
        },
        Row(name: "a pipe", message: "'p/a.yaml' is a pipe, which a pack cannot have") {
            $0.add("p/a.yaml", type: "6")
        },
        Row(name: "something unknown", message: "'p/a.yaml' is no plain file, which a pack cannot have") {
            $0.add("p/a.yaml", type: "Z")
        },
        Row(
            name: "two names that differ in capitals",
            message: "the names 'Rules/a.yaml' and 'rules/A.yaml' differ only in capital letters"
        ) {
            $0.add("p/Rules/a.yaml", "x")
            $0.add("p/rules/A.yaml", "x")
        },
        Row(name: "one name twice", message: "the file 'pack.yaml' is there twice") {
            $0.add("p/pack.yaml", "id: q\n")
        },
        Row(name: "two packs", message: "there are several packs in it: 'p', 'q'") { $0.add("q/pack.yaml", "id: q\n") },
        Row(name: "a size that is a lie", message: "the archive is damaged or was cut off") {
            $0.add("p/a.yaml", Array("x".utf8), size: 1 << 30)
        },
        Row(
            name: "many folders",
            message: "'1/2/3/4/5/6/7/8/9.yaml' cannot be the name of a file in a pack: it lies in too many folders"
        ) {
            $0.add("p/1/2/3/4/5/6/7/8/9.yaml", "x")
        },
        Row(
            name: "many more folders",
            message: "'p/" + String(repeating: "d/", count: 18)
                + "d…' cannot be the name of a file in a pack: it lies in too many folders"
        ) {
            $0.add("p/" + String(repeating: "d/", count: 40) + "x", "x")
        },
        Row(name: "a large file", message: "'rules/a.yaml' is larger than a pack may be (1 MB)") {
            $0.add("p/rules/a.yaml", [UInt8](repeating: 35, count: 1 << 20 + 1))
        },
        Row(name: "many files", message: "there are more than 500 files in it") { tar in
            for place in 0..<500 { tar.add("p/rules/\(place).yaml", "") }
        },
        Row(name: "very many entries", message: "there are more than 5000 files in it") { tar in
            for place in 0..<5000 { tar.add("p/\(place).txt", "") }
        },
    ]

    @Test(arguments: hostile)
    func whatIsHostileIsRefused(_ row: Row) {
        #expect(message(Self.pack(row.build)) == row.message)
    }

    @Test func anArchiveWithoutAPackIsRefused() {
        var tar = TarWriter()
        tar.add("readme.txt", "x")
        #expect(message(tar.gzipped) == "there is no pack in it: no file is called pack.yaml")
    }

    // MARK: Bombs

    @Test func aBombStopsAtItsLimit() throws {
        let zeros = [UInt8](repeating: 0, count: 9 << 20)
        guard let packed = try GzipWriter.system(zeros, level: 9) else { return }
        var limits = PackStoreLimits()
        limits.unpackedBytes = 1 << 20
        #expect(packed.count < 20_000)
        #expect(message(packed, limits) == "what is in the archive is larger than a pack may be (1 MB)")
        #expect(
            message(packed + packed + packed + packed) == "what is in the archive is larger than a pack may be (32 MB)")
    }

    @Test func aLargeArchiveIsNotEvenOpened() {
        #expect(
            message([UInt8](repeating: 0, count: 16 << 20 + 1)) == "the archive is larger than a pack may be (16 MB)")
    }

    // MARK: What is damaged

    @Test func whatIsNoArchiveIsRefused() {
        #expect(message([]) == "this is not a .tar.gz archive")
        #expect(message(Array("id: p\n".utf8)) == "this is not a .tar.gz archive")
        #expect(
            message(GzipWriter.stored(Array(repeating: 65, count: 2000))) == "the archive is damaged or was cut off")
    }

    @Test func aCutArchiveIsRefused() throws {
        let whole = Self.pack { $0.add("p/rules/a.yaml", "rules: []\n") }
        let packed = try GzipWriter.system(try PackArchiveGzip.unpack(whole, most: 1 << 20), level: 9) ?? whole
        for count in 0..<packed.count {
            #expect(throws: PackStoreError.self) { try PackArchive.parcel(Array(packed[..<count])) }
        }
    }

    @Test(arguments: 0..<200)
    func aDamagedArchiveNeverTraps(_ seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let whole = Self.pack { $0.add("p/rules/a.yaml", String(repeating: "rules: []\n", count: 40)) }
        let plain = try PackArchiveGzip.unpack(whole, most: 1 << 20)
        var packed = seed % 2 == 0 ? whole : try GzipWriter.system(plain, level: 6) ?? whole
        for _ in 0..<(1 + seed % 8) {
            packed[Int(numbers.next() % UInt64(packed.count))] = UInt8(truncatingIfNeeded: numbers.next())
        }
        _ = try? PackArchive.parcel(packed)
        var tar = plain
        for _ in 0..<(1 + seed % 8) { tar[Int(numbers.next() % 1536)] = UInt8(truncatingIfNeeded: numbers.next()) }
        _ = try? PackArchive.parcel(tar: tar)
        let noise =
            [0x1F, 0x8B, 8, UInt8(seed % 32)] + (0..<600).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
        _ = try? PackArchive.parcel(noise)
    }
}
