import TestSupport
import Testing

@testable import RulesEngine

/// What a message file says about itself, and which files are refused.
struct MessageReaderTests {
    private static let vocabulary = RuleTrial("in: note.sent\nmention: [soup]").rules.vocabulary

    private struct Reading {
        let message: Message?
        let problems: [String]
    }

    private static func read(_ bytes: [UInt8], as kind: String? = nil, to people: [String] = []) -> Reading {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "note.txt", bytes: bytes)
        let message = MessageReader(vocabulary: vocabulary).read(file, as: kind, to: people, &diagnostics)
        let problems = diagnostics.sorted().map { diagnostic in
            let start = diagnostic.range.map { "\($0.start.line):\($0.start.column) " } ?? ""
            return "\(start)\(diagnostic.code.rawValue): \(diagnostic.message)"
        }
        return Reading(message: message, problems: problems)
    }

    private static func read(_ text: String, as kind: String? = nil) -> Reading { read(Array(text.utf8), as: kind) }

    // MARK: The head

    @Test func theHeadSaysWhatItIs() throws {
        let reading = Self.read(
            "to: Ana Ruiz <ana@example.org>; Ben\nKIND: note\nSubject:  Hello\t\nAttach: a.pdf, b.pdf\nFrom: me\n\nDear Ana,\nhello.\n"
        )
        let message = try #require(reading.message, "\(reading.problems)")
        #expect(reading.problems.isEmpty)
        #expect(message.kind.text == "note.sent" && message.kind.range?.text == "note")
        #expect(message.to.map(\.text) == ["Ana Ruiz", "Ben"] && message.to.map(\.range?.text) == ["Ana Ruiz", "Ben"])
        #expect(message.subject?.text == "Hello")
        #expect(message.attachments.map(\.range?.start.column) == [9, 16])
        #expect(message.text == "Dear Ana,\nhello." && message.range?.text == message.text)
    }

    @Test(arguments: [
        "Dear Ana:\n\nhello", "Note that I am here.\nHello.", "Hello: I am Ben.", "https://example.org\nis my page",
        "Dear Ana,\nKind: people are rare.",
    ])
    func whatLooksLikeAHeadAndIsNone(_ text: String) throws {
        let reading = Self.read(text, as: "note")
        #expect(reading.message?.text == text && reading.problems.isEmpty)
    }

    @Test func theCommandLineStandsBeforeTheHead() throws {
        let reading = Self.read(Array("Kind: note\nTo: Ana\n\nHello.".utf8), as: "gift", to: ["Ben"])
        #expect(reading.message?.kind.text == "gift.given" && reading.message?.to.map(\.text) == ["Ben"])
    }

    @Test(arguments: ["note", "Letter", "note.sent"])
    func aKindHasSeveralNames(_ name: String) {
        #expect(Self.read("Kind: \(name)\n\nHello.").message?.kind.text == "note.sent")
    }

    @Test func aHeadNeedsNoEmptyLineBelow() {
        #expect(Self.read("Kind: note\nDear Ana, hello.").message?.text == "Dear Ana, hello.")
    }

    // MARK: Lines, marks and quotes

    @Test func linesMayEndInAnyWay() throws {
        for end in ["\n", "\r\n", "\r"] {
            let lines = ["Kind: note", "", "Dear Ana,", "hello.", ""]
            let text = lines.joined(separator: end)
            let message = try #require(Self.read(text).message)
            #expect(message.text == "Dear Ana,\(end)hello." && message.range?.start.line == 3)
        }
    }

    @Test func aByteOrderMarkIsNoPartOfIt() throws {
        let message = try #require(Self.read([0xEF, 0xBB, 0xBF] + Array("Kind: note\n\nHello.".utf8)).message)
        #expect(message.kind.range?.start.column == 7 && message.text == "Hello.")
        let bare = try #require(Self.read([0xEF, 0xBB, 0xBF] + Array("Hello.".utf8), as: "note").message)
        #expect(bare.range?.start.column == 1)
    }

    @Test func whatOthersWroteIsBlankAndKeepsItsPlace() throws {
        let text = "Thank you!\n> Will you hire me? — Ana\nBen"
        let message = try #require(Self.read(text, as: "note").message)
        #expect(message.text.utf8.count == text.utf8.count && !message.text.contains("hire"))
        #expect(message.text.hasSuffix("\nBen"))
    }

    // MARK: What is refused

    /// A file that cannot be checked, and what is said about it.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let bytes: [UInt8]
        let problem: String
        var testDescription: String { problem }

        init(_ bytes: [UInt8], _ problem: String) {
            self.bytes = bytes
            self.problem = problem
        }

        init(_ text: String, then more: [UInt8] = [], _ problem: String) {
            self.init(Array(text.utf8) + more, problem)
        }
    }

    private static let notText = "control-character: this is not a text file"
    private static let tooLong = "1:1 file-too-large: this is longer than any message: more than 64 KB"

    static let refusals: [Refusal] = [
        Refusal("Dear Ana", "1:1 not-a-message: this does not say what kind of message it is"),
        Refusal("Kind: nte\n\nHello.", "1:7 unknown-word: 'nte' is not a kind of message"),
        Refusal(
            "Kind: note\nSubjct: x\n\nHello.",
            "2:1 unknown-heading: no line at the top of a message begins with 'Subjct:'"),
        Refusal("Kind: note\n\n \r\n", "1:11 not-a-message: there are no words to check"),
        Refusal("", "1:1 not-a-message: there are no words to check"),
        Refusal("{\\rtf1 Hello}", "1:1 not-a-message: this is a document with fonts and colours, not plain text"),
        Refusal([0xFF, 0xFE, 0x48, 0x00], "1:1 utf16: this file is saved as UTF-16"),
        Refusal([0x48, 0x00, 0x69, 0x00], "1:1 utf16: this file is saved as UTF-16"),
        Refusal(
            "Kind: note\n\nGr", then: [0xFC, 0x6E],
            "3:3 not-utf8: this file is not saved as UTF-8: this would be 'ü' in an older Windows encoding"),
        Refusal("Kind: note\n\nHi\u{0}", "3:3 " + notText),
        Refusal("PK\u{3}\u{4}word/document.xml", "1:3 " + notText),
        Refusal("Kind: note\n\na\u{7}b", "3:2 control-character: an invisible control character stands here: U+0007"),
        Refusal([UInt8](repeating: 0x61, count: 65_537), tooLong),
        Refusal([UInt8](repeating: 0, count: 20 * 1024 * 1024), tooLong),
    ]

    @Test(arguments: refusals)
    func refused(_ refusal: Refusal) {
        let reading = Self.read(refusal.bytes)
        #expect(reading.problems == [refusal.problem])
        #expect(reading.message == nil || refusal.problem.contains("unknown-heading"))
    }

    @Test func everyWrongHeadingIsToldAtOnce() {
        let reading = Self.read("Kind: note\nSubjct: x\nAtach: y\n\nHello.")
        #expect(reading.problems.count == 2)
    }

    @Test func aMessageOfOneVeryLongLineIsRead() {
        let text = String(repeating: "soup and more soup ", count: 3000)
        #expect(Self.read(text, as: "note").message?.text.utf8.count == text.utf8.count - 1)
    }

    @Test func noBytesMakeItTrap() {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<300 {
            let length = Int((numbers.next() as UInt64) % 60)
            let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: numbers.next() as UInt64) }
            _ = Self.read(Array("Kind: note\nTo:".utf8) + bytes)
            _ = Self.read(bytes, as: "note")
        }
    }
}
