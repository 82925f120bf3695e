/// A kind of record the log keeps: people, and whatever else the vocabulary declares.
public struct RecordKind: Sendable {
    /// Its number in this vocabulary.
    public let id: RecordKindID
    /// Its name: `person`.
    public let name: String
    /// The heading its records stand under in a log: `people`.
    public let plural: String
    /// What may be written about it.
    public let fields: [FieldID]
    /// What is worked out about it from other fields, or from what was done.
    public let computed: [FieldID]
}

/// Something that begins, takes time and ends, and of which a log holds several lines: planned, moved, held.
public struct Episode: Sendable {
    /// Its name: `meeting`. A field of this name links another activity to one of them.
    public let name: String
    /// The field that says when it starts.
    public let starts: FieldID
    /// The field that says how long it takes.
    public let length: FieldID
    /// The field that lists what is to come before it; nil when there is none.
    public let before: FieldID?
    /// The field that lists what it is to contain; nil when it has no parts.
    public let agenda: FieldID?
    /// The field that says the plan is complete; nil when there is none.
    public let ready: FieldID?
    /// The field that links another activity to it.
    public let link: FieldID
    /// The kind that plays each step; planned and held are always there.
    public let kinds: [Kind.Step: KindID]
    /// The question asked when its time has passed and nothing says whether it took place.
    public let asks: String

    /// The kind that plans one.
    public var planned: KindID { kinds[.planned] ?? KindID(raw: -1) }
    /// The kind that says it took place.
    public var held: KindID { kinds[.held] ?? KindID(raw: -1) }
}

/// Somebody a rule may speak of through another: `the referred person`.
public struct Role: Sendable {
    /// The words a rule writes: `the referred person`.
    public let phrase: String
    /// The fields that lead from the activity to that person.
    public let path: [FieldID]
    /// When set, anyone else who has the same value in this field: `someone else at the same organization`.
    public let sharing: FieldID?
}
