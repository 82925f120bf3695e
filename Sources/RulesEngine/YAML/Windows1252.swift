/// The older Windows encoding of western European languages, to say which letter a wrong byte was meant to be.
enum Windows1252 {
    /// The letter of a byte; nil for bytes that stand for no letter.
    static func letter(_ byte: UInt8) -> Character? {
        switch byte {
        case 0xC0...0xFF where byte != 0xD7 && byte != 0xF7: Character(Unicode.Scalar(byte))
        case 0x80: "€"
        case 0x8A: "Š"
        case 0x8C: "Œ"
        case 0x8E: "Ž"
        case 0x91: "‘"
        case 0x92: "’"
        case 0x93: "“"
        case 0x94: "”"
        case 0x96: "–"
        case 0x97: "—"
        case 0x9A: "š"
        case 0x9C: "œ"
        case 0x9E: "ž"
        case 0x9F: "Ÿ"
        default: nil
        }
    }
}
