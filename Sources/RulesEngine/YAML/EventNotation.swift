/// The notation of yaml-test-suite for events: `+STR`, `=VAL :text`, `-STR`.
enum EventNotation {
    /// The events of a file that is known to be readable.
    static func text(of file: SourceFile) -> String {
        FileCheck.withLastLineBreak(file.bytes).withUnsafeBufferPointer { bytes in
            var reader = YAMLEventReader(bytes)
            var lines: [String] = []
            while let event = reader.next() { lines.append(line(event)) }
            return lines.map { $0 + "\n" }.joined()
        }
    }

    private static func line(_ event: YAMLEvent) -> String {
        switch event.kind {
        case .streamStart: "+STR"
        case .streamEnd: "-STR"
        case .documentStart: event.isImplicit ? "+DOC" : "+DOC ---"
        case .documentEnd: event.isImplicit ? "-DOC" : "-DOC ..."
        case .sequenceStart: "+SEQ" + (event.style == .flow ? " []" : "") + properties(event)
        case .mappingStart: "+MAP" + (event.style == .flow ? " {}" : "") + properties(event)
        case .sequenceEnd: "-SEQ"
        case .mappingEnd: "-MAP"
        case .alias: "=ALI *" + (event.anchor.map { String(cString: $0) } ?? "")
        case .scalar: "=VAL" + properties(event) + " " + sign(of: event.style) + escaped(event.text)
        }
    }

    private static func properties(_ event: YAMLEvent) -> String {
        let anchor = event.anchor.map { " &" + String(cString: $0) } ?? ""
        return anchor + (event.tag.map { " <" + String(cString: $0) + ">" } ?? "")
    }

    private static func sign(of style: Node.Style) -> String {
        switch style {
        case .singleQuoted: "'"
        case .doubleQuoted: "\""
        case .literal: "|"
        case .folded: ">"
        default: ":"
        }
    }

    private static func escaped(_ text: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case "\u{8}": "\\b"
            default: String(Character(scalar))
            }
        }.joined()
    }
}
