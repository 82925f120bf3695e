import RulesEngine
import TestSupport
import Testing

/// Nothing anybody can put into a file stops the program or keeps it busy.
struct YAMLRobustnessTests {
    private static let pack = """
        \u{FEFF}- id: thank-you
          title: "Thank \\u00e9 people"   # ünder
          say: {due: 'it''s <person>', at: [1, 2]}
          because: >-
            A prompt note
            is remembered.

          log:
            - Mon 10:00: meeting.held with Ana
              about: |2
                  x
        - id: é😀
          *a: &b !c d
          ? k
          : v
        """

    @Test func everyTruncationIsRead() {
        let bytes = Array(Self.pack.utf8)
        for count in 0...bytes.count {
            Self.read(Array(bytes.prefix(count)))
            Self.read(Array(bytes.suffix(count)))
        }
    }

    @Test func everyTruncationOfThePagesIsRead() throws {
        for code in DiagnosticCode.allCases {
            guard let example = try? DiagnosticPage(of: code).example, example.bytes.count < 5000 else { continue }
            for count in 0...example.bytes.count { Self.read(Array(example.bytes.prefix(count))) }
        }
    }

    @Test(arguments: ["[", "{", "- ", "{a: ", "[[{", "? ", "&a ", "a: "])
    func deepNestingIsRefusedAtOnce(unit: String) {
        let file = SourceFile(name: "deep.yaml", text: String(repeating: unit, count: 100_000))
        var diagnostics = Diagnostics()
        _ = YAMLLoader.load(file, &diagnostics)
        #expect(diagnostics.hasErrors)
    }

    @Test func manyPercentLinesAreRefusedAtOnce() {
        let text = (0..<40_000).map { "%TAG !a\($0)! tag:x,2000:\n" }.joined() + "a: b\n"
        var diagnostics = Diagnostics()
        _ = YAMLLoader.load(SourceFile(name: "percent.yaml", text: text), &diagnostics)
        #expect(diagnostics.all.first?.code == .percentLine)
    }

    /// Work that grows with the square of the keys would not end within the patience of a test run.
    @Test func aWideMappingIsChecked() {
        let keys = (0..<200_000).map { "k\($0): \n" }.joined()
        var diagnostics = Diagnostics()
        _ = YAMLLoader.load(SourceFile(name: "wide.yaml", text: keys + "k7: \nk199999: \n"), &diagnostics)
        #expect(diagnostics.all.map(\.code) == [.duplicateKey, .duplicateKey])
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func randomBytesAreRead(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<400 {
            let count = Int.random(in: 0..<80, using: &random)
            Self.read((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }

    /// Signs of the notation meet each other in every order.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func randomSignsAreRead(seed: UInt64) {
        let signs = Array(" \t\n\r:-'\"[]{},#&*!|>%@`?\\~ab1é\u{A0}\u{2028}😀".unicodeScalars)
        var random = SeededNumbers(seed: seed)
        for _ in 0..<2000 {
            let count = Int.random(in: 0..<40, using: &random)
            let scalars = (0..<count).compactMap { _ in signs.randomElement(using: &random) }
            Self.read(Array(String(String.UnicodeScalarView(scalars)).utf8))
        }
    }

    /// Good text with a few changes, so that what is wrong lies deep inside.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func randomChangesAreRead(seed: UInt64) {
        let original = Array(Self.pack.utf8)
        var random = SeededNumbers(seed: seed)
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<3 {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                bytes[index] = UInt8.random(in: 0..<128, using: &random)
            }
            Self.read(bytes)
        }
    }

    /// Loads, shows and walks whatever there is.
    private static func read(_ bytes: [UInt8]) {
        let file = SourceFile(name: "random.yaml", bytes: bytes)
        var diagnostics = Diagnostics()
        let tree = YAMLLoader.load(file, &diagnostics)
        _ = DiagnosticRenderer(colour: true).render(all: diagnostics.all)
        for diagnostic in diagnostics.all { _ = DiagnosticJSON.text(of: diagnostic) }
        if let root = tree?.root { walk(root) }
        if case .success = YAMLInspection.events(file) {}
        if case .success = YAMLInspection.json(file) {}
        if case .success = YAMLInspection.tree(file) {}
    }

    private static func walk(_ node: Node) {
        let count = node.text.unicodeScalars.count
        for index in 0...count { _ = node.range(ofCharacters: index..<min(index + 1, count)).text }
        node.items.forEach(walk)
        for (key, value) in node.entries {
            walk(key)
            walk(value)
        }
    }
}
