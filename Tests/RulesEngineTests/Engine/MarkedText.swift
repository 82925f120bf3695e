import Testing

@testable import RulesEngine

/// A text in which ⟦ and ⟧ mark the place a diagnostic has to point at.
struct MarkedText {
    /// The text without its marks.
    let text: String
    /// The marked bytes; nil without marks.
    let bytes: Range<Int>?

    init(_ marked: String) {
        let parts = marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
        let inner =
            parts.count == 2 ? parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false) : []
        guard inner.count == 2 else {
            text = marked
            bytes = nil
            return
        }
        text = String(parts[0] + inner[0] + inner[1])
        bytes = parts[0].utf8.count..<(parts[0].utf8.count + inner[0].utf8.count)
    }
}

/// One mistake in one text: it names itself, and says which diagnostic has to be found where.
struct Mistake: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let code: DiagnosticCode
    var testDescription: String { name }

    init(_ name: String, _ code: DiagnosticCode, _ text: String) {
        self.name = name
        self.text = text
        self.code = code
    }

    /// What was found, in the words `found` is compared with: `code at 12..<15`.
    static func described(_ diagnostics: Diagnostics) -> [String] {
        diagnostics.all.map { described($0.code, $0.range?.bytes) }
    }

    /// What has to be found, and nothing else.
    var expected: [String] { [Self.described(code, MarkedText(text).bytes)] }

    private static func described(_ code: DiagnosticCode, _ bytes: Range<Int>?) -> String {
        "\(code.rawValue) at \(bytes.map { "\($0)" } ?? "no place")"
    }
}
