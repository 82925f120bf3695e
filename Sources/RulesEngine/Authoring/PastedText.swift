/// Texts of a rule that are not what their author sees: quotation marks of a word processor are part of the text, and a
/// `#` behind a blank ends it.
struct PastedText {
    /// What the texts of a rule hold or lose, in the order written.
    static func doubts(in rule: Rule) -> [Diagnostic] {
        rule.node.scalars.filter { $0.style == .plain && !$0.isEmpty }
            .flatMap { [pastedQuotes($0), cutText($0)].compactMap(\.self) }
    }

    private static let quotes: [(open: Character, close: Set<Character>)] = [
        ("“", ["”", "“"]), ("„", ["“", "”"]), ("‘", ["’", "‘"]), ("‚", ["‘", "’"]), ("«", ["»"]), ("»", ["«"]),
    ]

    private static func pastedQuotes(_ node: Node) -> Diagnostic? {
        let text = node.text
        guard text.count > 2, let first = text.first, let last = text.last,
            quotes.contains(where: { $0.open == first && $0.close.contains(last) })
        else { return nil }
        return .pastedQuotes(node, inside: String(text.dropFirst().dropLast()))
    }

    /// A `#` with a blank before it and none behind it: `Propose #2 times`.
    private static func cutText(_ node: Node) -> Diagnostic? {
        let file = node.range.file
        let rest = file.bytes[node.range.bytes.upperBound...].prefix { $0 != 0x0A && $0 != 0x0D }
        guard let hash = rest.firstIndex(where: { $0 != 0x20 }), hash > rest.startIndex,
            rest[hash] == UInt8(ascii: "#"),
            hash + 1 < rest.endIndex, rest[hash + 1] > 0x20, rest[hash + 1] != UInt8(ascii: "#")
        else { return nil }
        let whole = (node.text + String(decoding: rest, as: UTF8.self)).trimmed
        return .cutText(whole, at: SourceRange(file: file, bytes: hash..<rest.endIndex))
    }
}

extension Diagnostic {
    fileprivate static func pastedQuotes(_ node: Node, inside: String) -> Diagnostic {
        let written = "'" + inside.replacing("'", with: "''") + "'"
        return Diagnostic(
            .pastedQuotes, .warning, "these quotation marks of a word processor are part of the text", at: node.range,
            help: "write \(written)", fix: Fix(range: node.range, replacement: written, title: "write plain quotes"))
    }

    fileprivate static func cutText(_ whole: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .cutText, .warning, "the text ends before this #: what follows is only a remark", at: range,
            help: "put the whole text in quotes: '\(whole.replacing("'", with: "''"))'\n"
                + "or, if it is a remark, put a space behind the #")
    }
}
