/// One JSON object on one line, its members in the order given; for reports that other programs read.
struct JSONLine {
    /// A JSON value.
    indirect enum Value: Sendable {
        case text(String)
        case number(Int64)
        case decimal(Double)
        case flag(Bool)
        case list([Value])
        case object([(String, Value)])
        case none
    }

    private let members: [(String, Value)]

    init(_ members: [(String, Value)]) { self.members = members }

    /// The object as text, without spaces.
    var text: String { Self.text(.object(members)) }

    /// A value as JSON text (RFC 8259).
    static func text(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        case .decimal(let number): number == number.rounded() ? String(Int64(number)) : String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values): "[" + values.map(Self.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { quoted($0.0) + ":" + Self.text($0.1) }.joined(separator: ",") + "}"
        case .none: "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20: quoted += escaped(scalar)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
