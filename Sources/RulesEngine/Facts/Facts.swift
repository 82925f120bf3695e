/// A log made ready for rules: flat arrays of small integers, in time order, with indexes by kind, person and episode.
///
/// Rows are numbered in time order (ties: as written). Two people in one activity are two rows of one line. Made by
/// `FactsBuilder`; it belongs to the vocabulary it was made with. An empty log gives facts with no rows and one
/// record, `me`.
public struct Facts: Sendable {
    /// One bit each for what a row is, beside something that was done.
    public struct Flags: OptionSet, Sendable {
        /// The bits.
        public let rawValue: UInt8
        /// Flags from bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// It has not happened: it stands in the plan that is being checked.
        public static let planned = Flags(rawValue: 1)
        /// Its time is known to the day only; `begins` and `ends` are the ends of that day.
        public static let dayOnly = Flags(rawValue: 2)
        /// It stands in the list of parts of another row.
        public static let part = Flags(rawValue: 4)
        /// It is a part of a plan that is only noted in the log: seen through its plan, never as something done.
        public static let intended = Flags(rawValue: 8)
        /// It plans an episode that was moved since: some of its fields are overruled by `movedValues`.
        static let moved = Flags(rawValue: 16)
    }

    /// The rows, in time order.
    var rows: [FactRow] = []

    // Lines of the log, and the values of their fields: those of one row stand together.
    var sources: [ActivityLine] = []
    var fieldIDs: [FieldID] = []
    var fieldValues: [Value] = []
    var movedValues: [MovedField: Value] = [:]

    // Rows by kind, with person and time or with time alone.
    var index = RowIndex()

    // Rows by (person, time), parts by (whole, order in its list), and what belongs to an episode by time.
    var ofPerson = RowGroups()
    var ofWhole = RowGroups()
    var ofEpisode = RowGroups()

    // Records and episodes.
    var records = RecordTable()
    var episodes = EpisodeTable()
    var lists: [Value] = []
    var texts: TextTable

    /// The fields that are worked out from others, and the zone whose days they count.
    var computed: [FieldID: ComputedField] = [:]
    var zone = Zone.utc

    /// How much later than `begins` a row may have begun at most: 0 when every time is exact.
    var uncertainty: Int64 = 0
    /// When the person began; earlier occasions are history. `Int64.min` when the log does not say.
    var started = Int64.min

    init(texts: TextTable) { self.texts = texts }

    /// How many rows there are.
    public var count: Int { rows.count }

    /// One field of a row whose value a later line changed.
    struct MovedField: Hashable {
        let row: Int32
        let field: FieldID
    }
}

// MARK: - Rows

extension Facts {
    /// No person, no episode, no row.
    static let none: Int32 = -1

    func has(_ row: Int, _ flag: Flags) -> Bool { rows[row].flags.contains(flag) }

    /// The latest moment the row may have begun: its end when only the day is known.
    func latestBegin(_ row: Int) -> Int64 { rows[row].latestBegin }

    /// The earliest `begins` of a row that may have begun at or after a moment.
    func earliestBegin(_ moment: Int64) -> Int64 { moment < .min + uncertainty ? moment : moment - uncertainty }

    /// The line a row was read from.
    func source(_ row: Int32) -> ActivityLine { sources[Int(lines[Int(row)])] }

    /// The value of a field of a row; nil when nothing was written. `person` is the one it is with.
    func value(_ row: Int, _ field: FieldID) -> Value? {
        let person = rows[row].person
        if field == .person { return person == Facts.none ? nil : Value(tag: .record, bits: Int64(person)) }
        if has(row, .moved), let value = movedValues[MovedField(row: Int32(row), field: field)] { return value }
        for place in rows[row].fields where fieldIDs[place] == field { return fieldValues[place] }
        return nil
    }

    /// The moment a field of a row says; nil when it says none.
    func moment(of row: Int, _ field: FieldID) -> Int64? {
        guard let value = value(row, field), value.tag == .instant else { return nil }
        return value.bits
    }

    /// The elements of a value: those of a list, or the value itself.
    func elements(_ value: Value) -> ValueElements { ValueElements(value, in: lists) }
}
