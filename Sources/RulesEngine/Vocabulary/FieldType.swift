/// What may be written for a field. The type decides how the text is read, never the look of the text (yaml.md §3).
public indirect enum FieldType: Sendable, Hashable {
    /// Any text, as written.
    case text
    /// A whole or decimal number.
    case number
    /// A length of time such as `20 minutes`.
    case duration
    /// A calendar day.
    case date
    /// A moment: a day with a time, or a day alone.
    case instant
    /// `yes`, `no`, `true` or `false`.
    case yesNo
    /// One of a closed list of words, in their declared order: later ones count as more.
    case choice([String])
    /// A record of a kind, by name.
    case record(RecordKindID)
    /// Activities written inside an activity, such as the parts of a plan.
    case activities
    /// The activity, such as a meeting, that something belongs to, by its id.
    case episode(String)
    /// Several values of one type.
    case list(FieldType)

    /// The type of one element: of a list its element's, else itself.
    public var element: FieldType {
        if case .list(let type) = self { return type }
        return self
    }

    /// True for a list of values.
    public var isList: Bool {
        if case .list = self { return true }
        return false
    }

    /// True when more and less make sense: numbers, durations, times and choices (by their declared order).
    public var isOrdered: Bool {
        switch self {
        case .number, .duration, .date, .instant, .choice: true
        default: false
        }
    }

    /// What a person is told to write, such as `a duration such as 20 minutes`.
    public var expectation: String {
        switch self {
        case .text: "text"
        case .number: "a number such as 3"
        case .duration: "a duration such as 20 minutes"
        case .date: "a day such as 2026-11-24"
        case .instant: "a time such as 2026-11-24 10:00"
        case .yesNo: "yes or no"
        case .choice(let words): "one of: " + words.joined(separator: ", ")
        case .record: "a name"
        case .activities: "a list of activities, each with its own dash"
        case .episode(let name): "the id of a \(name)"
        case .list(let element): "a list, each value \(element.expectation)"
        }
    }
}
