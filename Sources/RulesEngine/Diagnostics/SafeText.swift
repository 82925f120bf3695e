/// Makes somebody's text safe to print: nothing in it can move the cursor, change colours or turn the line around.
enum SafeText {
    /// The text as it may be printed; a Tab is an arrow and three blanks, a control character its picture.
    static func shown(_ text: String) -> String {
        text.unicodeScalars.map(shown).joined()
    }

    /// One character as it may be printed.
    static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x09: "→   "
        case ..<0x20: String(Unicode.Scalar(0x2400 + scalar.value).map(Character.init) ?? "?")
        case 0x7F: "␡"
        case 0x80...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0x061C, 0xAD: "�"
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: "·"
        default: String(Character(scalar))
        }
    }

    /// The columns a terminal gives one character as it is shown: 0, 1, 2, or 4 for a Tab.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x09: return 4
        case ..<0x300, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0x061C: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x20000...0x3FFFD:
            return 2
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return properties.isEmojiPresentation ? 2 : 1
        }
    }
}
