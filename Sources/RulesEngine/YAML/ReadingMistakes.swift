/// The words for a value that is not what it has to be.
enum ReadingMistakes {
    /// `what` must be a text, a list or the like, but is something else.
    static func wrongKind(_ node: Node, _ what: String, expected: String, help: String? = nil) -> Diagnostic {
        Diagnostic(
            .wrongKind, "\(what) must be \(expected), but this is \(name(of: node))", at: firstLine(of: node),
            help: help)
    }

    /// Nothing is written where `what` is needed.
    static func empty(_ node: Node, _ what: String, help: String? = nil) -> Diagnostic {
        if let remark = remark(behind: node) {
            return Diagnostic(
                .emptyValue, "\(what) is missing here: what follows # is only a remark", at: remark,
                help: "put a space and the value before the #, or quotes around the text if the # belongs to it")
        }
        let isWord = !node.range.bytes.isEmpty
        let message =
            isWord ? "\(what) is missing: \(quoted(node.text)) means that nothing is here" : "\(what) is missing here"
        return Diagnostic(.emptyValue, message, at: node.range, help: help)
    }

    /// The sign of a remark that stands on the line where the value of an empty node belongs.
    private static func remark(behind node: Node) -> SourceRange? {
        guard node.range.bytes.isEmpty else { return nil }
        let bytes = node.range.file.bytes
        let start = bytes[node.range.bytes.upperBound...].firstIndex { $0 != 0x20 && $0 != 0x09 }
        guard let start, bytes[start] == UInt8(ascii: "#") else { return nil }
        return SourceRange(file: node.range.file, bytes: start..<start + 1)
    }

    /// A text with a colon in it was read as a setting.
    static func colonInText(_ node: Node, _ what: String) -> Diagnostic? {
        guard node.style == .block, let first = node.entries.first, node.entries.count == 1 else { return nil }
        guard first.key.style == .plain, first.value.kind == .scalar, first.value.style == .plain else { return nil }
        guard first.key.text.contains(" ") else { return nil }
        let range = SourceRange(
            file: node.range.file, bytes: first.key.range.bytes.lowerBound..<node.range.bytes.upperBound)
        let fixed = singleQuoted(range.text)
        let colon = first.key.range.bytes.upperBound
        return Diagnostic(
            .colonInText, "\(what) contains a colon followed by a space, so it must be in quotes",
            at: SourceRange(file: node.range.file, bytes: colon..<colon + 1), help: "write \(fixed)",
            fix: Diagnostic.Fix(range: range, replacement: fixed, title: "put the text in quotes"))
    }

    /// A text in single quotes as it is written in a file.
    static func singleQuoted(_ text: String) -> String {
        "'" + text.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
    }

    /// What a node is, in an author's words.
    static func name(of node: Node) -> String {
        switch node.kind {
        case .scalar, .alias: node.isEmpty ? "empty" : "text"
        case .sequence: "a list"
        case .mapping: "a group of settings"
        }
    }

    /// A node's range, cut at the end of its first line.
    static func firstLine(of node: Node) -> SourceRange {
        let range = node.range
        let bytes = range.file.bytes[range.bytes]
        let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
        return SourceRange(file: range.file, bytes: range.bytes.lowerBound..<end)
    }
}
