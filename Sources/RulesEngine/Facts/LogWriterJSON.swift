/// Lays a log out as JSON (RFC 8259): the same settings and lists as in YAML, every value as text.
enum LogWriterJSON {
    /// The text of a file with these settings.
    static func text(of root: [LogWriterNode.Setting]) -> String { text(.settings(root), indentation: "") + "\n" }

    private static func text(_ node: LogWriterNode, indentation: String) -> String {
        switch node {
        case .number(let number): String(number)
        case .word(let text), .text(let text): LogWriterScalar.quoted(text)
        case .nothing: "null"
        case .list(let items): group("[", items.map { text($0, indentation: indentation + "  ") }, "]", indentation)
        case .settings(let settings): group("{", settings.map { pair($0, indentation + "  ") }, "}", indentation)
        }
    }

    private static func pair(_ setting: LogWriterNode.Setting, _ indentation: String) -> String {
        LogWriterScalar.quoted(setting.key) + ": " + text(setting.value, indentation: indentation)
    }

    private static func group(_ open: String, _ parts: [String], _ close: String, _ indentation: String) -> String {
        guard !parts.isEmpty else { return open + close }
        let inside = parts.map { indentation + "  " + $0 }.joined(separator: ",\n")
        return "\(open)\n\(inside)\n\(indentation)\(close)"
    }
}
