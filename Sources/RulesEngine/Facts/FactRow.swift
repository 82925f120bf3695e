/// One row of a log: something that was done, or is planned, with one person.
///
/// Everything a rule asks of a row stands together, so that one look into memory brings all of it.
struct FactRow: Sendable {
    var begins: Int64
    var ends: Int64
    let kind: KindID
    let person: Int32
    /// The episode it belongs to; `Facts.none` without one.
    var episode = Facts.none
    /// The row it is a part of; `Facts.none` without one.
    let parent: Int32
    /// The list of the whole it stands in.
    let partField: FieldID
    /// The line it was read from, by its place in `Facts.sources`.
    let line: Int32
    /// Where its fields begin, and how many there are.
    var firstField: Int32 = 0
    var fieldCount: UInt16 = 0
    var flags: Facts.Flags

    init(_ draft: RowDraft) {
        begins = draft.begins
        ends = draft.ends
        kind = draft.kind
        person = draft.person
        parent = draft.parent
        partField = draft.partField
        line = draft.source
        flags = draft.flags
    }

    /// The latest moment it may have begun: its end when only the day is known.
    var latestBegin: Int64 { flags.contains(.dayOnly) ? ends : begins }
    /// The places of its fields.
    var fields: Range<Int> { Int(firstField)..<(Int(firstField) + Int(fieldCount)) }
}

/// One column of the rows: `begins[row]`.
struct RowColumn<Field: RowField>: Sendable {
    fileprivate let rows: [FactRow]

    subscript(_ row: Int) -> Field.Value { Field.value(of: rows[row]) }
}

/// What a column holds.
protocol RowField {
    associatedtype Value
    static func value(of row: FactRow) -> Value
}

extension Facts {
    /// What kind of activity each row is.
    var kinds: RowColumn<RowKind> { RowColumn(rows: rows) }
    /// When each row began, in seconds.
    var begins: RowColumn<RowBegin> { RowColumn(rows: rows) }
    /// When each row ended.
    var ends: RowColumn<RowEnd> { RowColumn(rows: rows) }
    /// With whom each row is.
    var persons: RowColumn<RowPerson> { RowColumn(rows: rows) }
    /// The episode each row belongs to.
    var episodesOfRows: RowColumn<RowEpisode> { RowColumn(rows: rows) }
    /// The row each row is a part of.
    var parents: RowColumn<RowParent> { RowColumn(rows: rows) }
    /// The list of the whole each row stands in.
    var partFields: RowColumn<RowList> { RowColumn(rows: rows) }
    /// The line each row was read from.
    var lines: RowColumn<RowLine> { RowColumn(rows: rows) }
}

enum RowKind: RowField { static func value(of row: FactRow) -> KindID { row.kind } }
enum RowBegin: RowField { static func value(of row: FactRow) -> Int64 { row.begins } }
enum RowEnd: RowField { static func value(of row: FactRow) -> Int64 { row.ends } }
enum RowPerson: RowField { static func value(of row: FactRow) -> Int32 { row.person } }
enum RowEpisode: RowField { static func value(of row: FactRow) -> Int32 { row.episode } }
enum RowParent: RowField { static func value(of row: FactRow) -> Int32 { row.parent } }
enum RowList: RowField { static func value(of row: FactRow) -> FieldID { row.partField } }
enum RowLine: RowField { static func value(of row: FactRow) -> Int32 { row.line } }
