/// A character that looks like a space or like nothing, and makes two names differ that look the same.
enum InvisibleCharacter {
    /// Looks like a space; with its name.
    case blank(String)
    /// Cannot be seen at all; with its name.
    case hidden(String)

    /// Recognises a character by its code; nil for all that can be seen.
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0xA0: self = .blank("a no-break space (U+00A0)")
        case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .blank("a special space (\(Self.code(scalar)))")
        case 0x200B: self = .hidden("a zero-width space (U+200B)")
        case 0x200C, 0x200D, 0x2060, 0xAD: self = .hidden("a zero-width joiner or hyphen (\(Self.code(scalar)))")
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C:
            self = .hidden("a mark that changes the direction of writing (\(Self.code(scalar)))")
        case 0x2028, 0x2029, 0x85: self = .hidden("a special line break (\(Self.code(scalar)))")
        default: return nil
        }
    }

    /// The mistake of using special spaces, which all have the name `name`, where ordinary ones belong.
    static func mistake(_ name: String, at range: SourceRange) -> Diagnostic {
        let count = range.text.unicodeScalars.count
        let plain = String(repeating: " ", count: count)
        return Diagnostic(
            .noBreakSpace, "this is \(name), not an ordinary space", at: range,
            help: count == 1 ? "type an ordinary space instead" : "type \(count) ordinary spaces instead",
            fix: Diagnostic.Fix(range: range, replacement: plain, title: "use ordinary spaces"))
    }

    /// A character's code as it is usually written, such as `U+200B`.
    static func code(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
