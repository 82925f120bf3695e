/// What single values look like in a file: the forms that readers of the `Time` and `Vocabulary` folders take.
///
/// Whatever a pack or a log may hold fits; not everything that fits is right, since a schema knows no calendar.
enum SchemaValues {
    /// Any text. To a reader that guesses types `title: 2026` is a number, and it is a text all the same.
    static let text = SchemaNode.object([("type", .words(["string", "number", "boolean"]))])
    /// One text, or a list of them.
    static let texts = SchemaNode.oneOrMore(text)
    static let yesNo = SchemaNode.oneWord(of: ["yes", "no", "true", "false"])
    static let nothing = SchemaNode.object([("type", .text("null"))])

    static let number = SchemaNode.anyOf([
        .object([("type", .text("number"))]),
        .pattern("^[-+]?[0-9]+(\\.[0-9]+)?$", "a number such as 3"),
    ])

    /// A span between two moments: `24 hours`.
    static let span = SchemaNode.pattern(
        "^\\s*\(spanForm)\\s*$", "a span such as 24 hours, 3 days, 2 business days, 2 weeks or 1 month")
    static let spanBefore = SchemaNode.pattern(
        "^\\s*\(spanForm)( before)?\\s*$", "a span before the occasion such as 30 days before")
    private static let spanForm =
        "(1 (minute|hour|day|business day|week|month)|[0-9]+ (minutes|hours|days|business days|weeks|months))"

    /// How long something takes: `1 hour 30 minutes`, `1h30m`.
    static let length = SchemaNode.pattern(
        "^\\s*([0-9]+\\s*(\(lengthUnits))\\s*)+$", "a length such as 20 minutes or 1h30m")
    private static let lengthUnits = [
        "h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute", "minutes", "s", "sec", "secs", "second",
        "seconds",
    ].map(inAnyCase).joined(separator: "|")

    static let day = SchemaNode.pattern("^\\s*\(dayForm)\\s*$", "a day such as 2026-11-24")
    static let moment = SchemaNode.pattern("^\(momentForm)$", "a time such as 2026-11-24 10:00")
    static let exampleMoment = SchemaNode.pattern("^\(exampleForm)$", "a time such as Mon 10:00 or day 15 10:00")

    private static let dayForm = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    private static let clockForm =
        "(([Tt]|\\s+)[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\\s*([Zz]|[-+][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?)?"
    /// A moment in the notation of patterns, for names of settings, too.
    static let momentForm = "\\s*\(dayForm)\(clockForm)\\s*"
    /// The moment of an example.
    static let exampleForm = "\\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun|day\\s*[0-9]{1,4}|\(dayForm))\(clockForm)\\s*"

    /// What may be written for a field in a log: its value, or that there is none, or that nobody knows.
    static func value(of type: FieldType, moment: SchemaNode) -> SchemaNode {
        switch type {
        case .list(let element): .oneOrMore(single(element, moment: moment))
        default: single(type, moment: moment)
        }
    }

    private static func single(_ type: FieldType, moment: SchemaNode) -> SchemaNode {
        let value =
            switch type {
            case .text, .record, .episode, .activities, .list: text
            case .number: number
            case .duration: length
            case .date: day
            case .instant: moment
            case .yesNo: yesNo
            case .choice(let words): SchemaNode.oneWord(of: words)
            }
        switch type {
        case .text, .record, .episode, .activities, .list: return value
        default: return .anyOf([value, .oneWord(of: ["don't know", "none"])])
        }
    }

    /// What a rule may compare a field with; nil when it may only ask whether something is known.
    static func literal(of type: FieldType) -> SchemaNode? {
        switch type.element {
        case .text, .activities, .episode, .list: text
        case .number: number
        case .duration: length
        case .choice(let words): SchemaNode.oneWord(of: words)
        case .yesNo: yesNo
        case .date, .instant: moment
        case .record: nil
        }
    }

    // MARK: Patterns

    /// A word as a pattern that takes capitals and small letters alike.
    static func inAnyCase(_ word: String) -> String {
        word.map { letter in
            let small = letter.lowercased()
            let capital = letter.uppercased()
            return small == capital || small.count != 1 || capital.count != 1
                ? escaped(String(letter)) : "[\(small)\(capital)]"
        }.joined()
    }

    /// A text as a pattern for just this text.
    static func escaped(_ text: String) -> String {
        text.map { "\\^$.|?*+()[]{}/".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
