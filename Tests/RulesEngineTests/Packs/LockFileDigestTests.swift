import Testing

@testable import RulesEngine

/// SHA-256 against the examples of its standard (FIPS 180-4, NIST's example values) and the borders of its blocks.
struct LockFileDigestTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let text: [UInt8]
        let digest: String
        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "nothing", text: [], digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Row(
            name: "one block", text: Array("abc".utf8),
            digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Row(
            name: "two blocks", text: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            digest: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        Row(
            name: "four blocks",
            text: Array(
                ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                    + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
            digest: "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
        Row(
            name: "one byte", text: [0xBD], digest: "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
        Row(
            name: "55 zeros", text: [UInt8](repeating: 0, count: 55),
            digest: "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
        Row(
            name: "56 zeros", text: [UInt8](repeating: 0, count: 56),
            digest: "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
        Row(
            name: "64 zeros", text: [UInt8](repeating: 0, count: 64),
            digest: "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
        Row(
            name: "a million times a", text: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000),
            digest: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test(arguments: rows)
    func theDigestIsTheOneOfTheStandard(_ row: Row) {
        #expect(LockFileDigest(of: row.text).description == row.digest)
    }

    @Test func theWholeIsTheDigestOfWhatSha256sumPrints() {
        let a = LockFileDigest(of: Array("abc".utf8))
        let b = LockFileDigest(of: [])
        let listing = "\(b)  pack.yaml\n\(a)  rules/a.yaml\n"
        #expect(LockFileDigest(of: ["rules/a.yaml": a, "pack.yaml": b]) == LockFileDigest(of: Array(listing.utf8)))
    }

    @Test(arguments: ["", "abc", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
    func whatIsNoDigestIsRefused(_ text: String) {
        #expect(LockFileDigest(written: text) == nil)
    }
}
