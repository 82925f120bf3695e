/// What a plain scalar is where no type is known: the YAML 1.2 core schema.
enum CoreType: Equatable {
    case null
    case yesNo(Bool)
    /// A whole number in decimal digits.
    case whole(String)
    case decimal(Double)
    case text

    /// Decides by the look of a plain text.
    init(_ text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .yesNo(true)
        case "false", "False", "FALSE": self = .yesNo(false)
        case ".nan", ".NaN", ".NAN": self = .decimal(.nan)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .decimal(.infinity)
        case "-.inf", "-.Inf", "-.INF": self = .decimal(-.infinity)
        default: self = Self.number(text)
        }
    }

    private static func number(_ text: String) -> CoreType {
        guard let last = text.last, last.isASCII, last.isHexDigit || last == "." else { return .text }
        if text.hasPrefix("0x"), let number = UInt64(text.dropFirst(2), radix: 16) { return .whole(String(number)) }
        if text.hasPrefix("0o"), let number = UInt64(text.dropFirst(2), radix: 8) { return .whole(String(number)) }
        let isSigned = text.hasPrefix("-") || text.hasPrefix("+")
        let digits = text.dropFirst(isSigned ? 1 : 0)
        if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !digits.isEmpty { return whole(digits, text) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || ".eE+-".utf8.contains($0) }) else { return .text }
        guard digits != ".", let number = Double(text.hasSuffix(".") ? text + "0" : text) else { return .text }
        return .decimal(number)
    }

    private static func whole(_ digits: Substring, _ text: String) -> CoreType {
        let significant = digits.drop { $0 == "0" }
        guard !significant.isEmpty else { return .whole("0") }
        return .whole((text.hasPrefix("-") ? "-" : "") + significant)
    }
}
