/// One value of a field, as sixteen bytes: a tag and a payload. What the payload means is the tag's business.
public struct Value: Sendable, Hashable {
    /// How the payload is to be read.
    public enum Tag: UInt8, Sendable {
        /// A piece of text, by its number in the facts' table.
        case text
        /// A number, the bits of a `Double`.
        case number
        /// A length in seconds.
        case duration
        /// A calendar day, by its number.
        case date
        /// Seconds since 1970.
        case instant
        /// 0 or 1.
        case yesNo
        /// The place of a word in the field's list.
        case choice
        /// A record, by its number in the facts.
        case record
        /// An episode, by its number in the facts.
        case episode
        /// A list: where it starts (upper 32 bits) and how many (lower 32) in the facts' list arena.
        case list
        /// The answer "don't know": asked, and not to be asked again.
        case dontKnow
        /// The answer "none": known to have none.
        case nothing
    }

    let tag: Tag
    let bits: Int64

    static func number(_ value: Double) -> Value { Value(tag: .number, bits: Int64(bitPattern: value.bitPattern)) }
    static func yesNo(_ value: Bool) -> Value { Value(tag: .yesNo, bits: value ? 1 : 0) }
    static let dontKnow = Value(tag: .dontKnow, bits: 0)
    static let nothing = Value(tag: .nothing, bits: 0)

    var number: Double { Double(bitPattern: UInt64(bitPattern: bits)) }
    var listRange: Range<Int> {
        let start = Int(bits >> 32)
        return start..<(start + Int(bits & 0xFFFF_FFFF))
    }
    static func list(start: Int, count: Int) -> Value { Value(tag: .list, bits: Int64(start) << 32 | Int64(count)) }

    /// -1, 0 or 1 for two values of one ordered type; nil when they cannot be compared.
    func compared(to other: Value) -> Int? {
        guard tag == other.tag else { return nil }
        if tag == .number { return number < other.number ? -1 : (number > other.number ? 1 : 0) }
        return bits < other.bits ? -1 : (bits > other.bits ? 1 : 0)
    }
}

/// Why a text could not be read as a value: in calm words, with the place inside the text and what to write.
public struct ValueProblem: Error, Sendable, Hashable {
    /// What is wrong, in the author's words.
    public let message: String
    /// What to write instead; nil when nothing can be said.
    public let help: String?
    /// The place inside the text, in Unicode scalars; nil for the whole of it.
    public let characters: Range<Int>?
    /// A sure repair of the whole text; nil when there is none.
    public let replacement: String?

    init(_ message: String, help: String? = nil, characters: Range<Int>? = nil, replacement: String? = nil) {
        self.message = message
        self.help = help
        self.characters = characters
        self.replacement = replacement
    }

    init(_ error: WrittenTimeError) {
        self.init(error.message, help: error.help, characters: error.characters, replacement: error.replacement)
    }
}

extension ValueProblem {
    /// The same with what other words for a choice mean: where it is one choice it is told, where several, asked.
    func knowing(_ text: String, for field: Field) -> ValueProblem {
        let meant = field.choices(said: text)
        guard let first = meant.first else { return self }
        guard meant.count == 1 else {
            return ValueProblem(
                "'\(text)' can mean several things", help: "write one of: " + meant.joined(separator: ", "))
        }
        return ValueProblem(message, help: "write '\(first)'", replacement: first)
    }
}
