/// Lays a log out as YAML, line by line: no braces or brackets around anything but an empty list.
struct LogWriterYAML {
    private var lines: [String] = []

    /// The text of a file with these settings.
    static func text(of root: [LogWriterNode.Setting]) -> String {
        var writer = LogWriterYAML()
        writer.add(root, indentation: "", first: "")
        return writer.lines.map { $0 + "\n" }.joined()
    }

    /// Adds settings; `first` stands before the first of them, `indentation` before the others.
    private mutating func add(_ settings: [LogWriterNode.Setting], indentation: String, first: String) {
        for (place, setting) in settings.enumerated() {
            let head = (place == 0 ? first : indentation) + LogWriterScalar.word(setting.key) + ":"
            add(setting.value, after: head, indentation: indentation)
        }
    }

    private mutating func add(_ value: LogWriterNode, after head: String, indentation: String) {
        switch value {
        case .list(let items) where !items.isEmpty:
            lines.append(head)
            for item in items { add(item: item, indentation: indentation + "  ") }
        case .settings(let settings) where !settings.isEmpty:
            lines.append(head)
            add(settings, indentation: indentation + "  ", first: indentation + "  ")
        case .nothing: lines.append(head)
        default: lines.append(head + " " + Self.inline(value))
        }
    }

    private mutating func add(item: LogWriterNode, indentation: String) {
        guard case .settings(let settings) = item, !settings.isEmpty else {
            return lines.append(indentation + "- " + Self.inline(item))
        }
        add(settings, indentation: indentation + "  ", first: indentation + "- ")
    }

    /// A value that fits on the line of its name.
    private static func inline(_ value: LogWriterNode) -> String {
        switch value {
        case .number(let number): String(number)
        case .word(let text): LogWriterScalar.word(text)
        case .text(let text): LogWriterScalar.text(text)
        case .nothing: "null"
        case .list: "[]"
        case .settings: "{}"
        }
    }
}
