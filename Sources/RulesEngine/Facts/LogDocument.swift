/// A log as written: a person's own record, the people and paths they know, and what they did, in the order of the lines.
///
/// It knows no types: values stay the text that was written, with the place it was written at when there is one.
/// The vocabulary turns it into facts (`FactsBuilder`). SQLite and YAML both produce this one form, so that what can be
/// tried in a file behaves the same in the database. An empty document is a valid log of nothing.
public struct LogDocument: Sendable, Hashable {
    /// IANA name of the zone the person lives in; nil when the log does not say.
    public var timeZone: WrittenText?
    /// The day the person began; occasions before it are history (rules.md §4a.7). Nil: everything counts.
    public var started: Moment?
    /// Days that are no business days, beside Saturdays and Sundays.
    public var holidays: [CalendarDay] = []
    /// Facts about the person themselves.
    public var me: [FieldLine] = []
    /// Everything known about others and about paths: one line each, in the order written.
    public var records: [RecordLine] = []
    /// What was done and planned.
    public var activities: [ActivityLine] = []
    /// What the person decided about cards: snoozed, dismissed, acknowledged; and which were shown to them.
    public var decisions: [Decision] = []

    /// An empty log.
    public init() {}
}

/// A piece of text with the place it was written at; no place when it comes from the database.
public struct WrittenText: Sendable, Hashable {
    /// The text as written.
    public var text: String
    /// Where it was written; nil outside a file.
    public var range: SourceRange?

    /// Text from the database, a command line or a test has no range.
    public init(_ text: String, at range: SourceRange? = nil) {
        self.text = text
        self.range = range
    }
}

/// One field and what was written for it.
public struct FieldLine: Sendable, Hashable {
    /// The field's name as the vocabulary spells it.
    public var name: WrittenText
    /// The value, or the values of a list; empty means the field was written as an empty list.
    public var values: [WrittenText]
    /// True when it was written as a list, even of one value.
    public var isList: Bool
    /// For a record: from when on the value holds (rules.md §4a.10); nil means always.
    public var since: Moment?

    /// A field with one value, or a list of them.
    public init(_ name: WrittenText, _ values: [WrittenText], isList: Bool = false, since: Moment? = nil) {
        self.name = name
        self.values = values
        self.isList = isList
        self.since = since
    }
}

/// One record: somebody or something the log knows, such as a person or a path.
public struct RecordLine: Sendable, Hashable {
    /// The kind of record, as the vocabulary names it.
    public var kind: String
    /// The name it is known by; unique within its kind.
    public var name: WrittenText
    /// Its fields; those with a `since` are dated changes.
    public var fields: [FieldLine]
    /// When it was archived; nil while it is in use.
    public var archived: Moment?

    /// A record without fields is a known name.
    public init(kind: String, name: WrittenText, fields: [FieldLine] = [], archived: Moment? = nil) {
        self.kind = kind
        self.name = name
        self.fields = fields
        self.archived = archived
    }
}

/// One activity: something done, or something planned.
public struct ActivityLine: Sendable, Hashable {
    /// The identity later lines refer to; nil until the log has given one.
    public var id: String?
    /// When it was done, or, for something planned, when it was written down. Nil only for the parts of a plan.
    public var at: Moment?
    /// The kind's name, such as the vocabulary declares it.
    public var kind: WrittenText
    /// The people it was done with, by name; each of them makes an occasion of its own.
    public var with: [WrittenText]
    /// What else was written about it.
    public var fields: [FieldLine]
    /// Lists of activities it contains, by the field that holds them.
    public var parts: [PartsLine]
    /// The whole line in its file; nil outside a file.
    public var range: SourceRange?

    /// An activity of a kind at a moment.
    public init(
        id: String? = nil, at: Moment?, kind: WrittenText, with: [WrittenText] = [], fields: [FieldLine] = [],
        parts: [PartsLine] = [], range: SourceRange? = nil
    ) {
        self.id = id
        self.at = at
        self.kind = kind
        self.with = with
        self.fields = fields
        self.parts = parts
        self.range = range
    }
}

/// The activities that one field of an activity holds, in order.
public struct PartsLine: Sendable, Hashable {
    /// The field that holds them.
    public var field: WrittenText
    /// The activities, in the order written; empty when the field was written with nothing in it.
    public var lines: [ActivityLine]

    /// A list of parts.
    public init(field: WrittenText, lines: [ActivityLine]) {
        self.field = field
        self.lines = lines
    }
}

/// What the person decided about one card: it is not shown again until something changes.
public struct Decision: Sendable, Hashable {
    /// What was decided.
    public enum Action: Sendable, Hashable {
        /// Not now; show it again at this moment.
        case snoozed(until: Moment)
        /// Not for me, for this reason.
        case dismissed(because: String)
        /// Seen; it cannot be mended.
        case acknowledged
        /// Nothing: it was shown and left, and its rule has a cooldown.
        case shown
    }

    /// The rule, as `pack/rule`.
    public var rule: String
    /// The occasion it was decided for, as `Occasion.key` writes it.
    public var occasion: String
    /// What was decided.
    public var action: Action
    /// When it was decided.
    public var at: Moment

    /// A decision about one rule's occasion.
    public init(rule: String, occasion: String, action: Action, at: Moment) {
        self.rule = rule
        self.occasion = occasion
        self.action = action
        self.at = at
    }
}
