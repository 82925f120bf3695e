/// One row before it has its place in time.
struct RowDraft {
    let kind: KindID
    let begins: Int64
    let ends: Int64
    let person: Int32
    let flags: Facts.Flags
    /// The line it was read from, by its place in `Facts.sources`.
    let source: Int32
    /// The draft it is a part of, by its place among the drafts; `Facts.none` without one.
    var parent: Int32 = Facts.none
    /// The list of the whole it stands in.
    var partField = FieldID.person
}
