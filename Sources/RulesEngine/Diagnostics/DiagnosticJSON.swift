/// Writes a diagnostic as one JSON object on one line.
public enum DiagnosticJSON {
    /// The object's text; places are 1-based, `offset` and `length` are UTF-8 bytes, absent values are null.
    ///
    /// `fix` is the sure repair: what to put in the place of `length` bytes at `offset` of its file.
    public static func text(of diagnostic: Diagnostic) -> String {
        let range = diagnostic.range
        let start = range?.start
        let end = range?.end
        let members: [(String, String)] = [
            ("code", string(diagnostic.code.rawValue)), ("severity", string(diagnostic.severity.rawValue)),
            ("rule", string(diagnostic.rule)),
            ("message", string(diagnostic.message)), ("help", string(diagnostic.help)),
            ("file", string(range?.file.name)), ("line", number(start?.line)), ("column", number(start?.column)),
            ("endLine", number(end?.line)), ("endColumn", number(end?.column)),
            ("offset", number(range?.bytes.lowerBound)), ("length", number(range?.bytes.count)),
            ("utf16Column", number(start?.utf16Column)), ("fix", diagnostic.fix.map(text) ?? "null"),
        ]
        return object(members)
    }

    private static func text(of fix: Diagnostic.Fix) -> String {
        object([
            ("title", string(fix.title)), ("file", string(fix.range.file.name)),
            ("offset", number(fix.range.bytes.lowerBound)), ("length", number(fix.range.bytes.count)),
            ("replacement", string(fix.replacement)),
        ])
    }

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(string($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }

    /// A JSON string with its quotes; `null` for nil.
    package static func string(_ text: String?) -> String {
        guard let text else { return "null" }
        return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func number(_ number: Int?) -> String {
        number.map(String.init) ?? "null"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: break
        }
        guard scalar.value < 0x20 || scalar.value == 0x7F else { return String(Character(scalar)) }
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
