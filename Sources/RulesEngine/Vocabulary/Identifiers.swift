/// A kind of activity, as a small integer; valid for the vocabulary that gave it.
public struct KindID: Sendable, Hashable, Comparable {
    package let raw: Int32

    /// Order of declaration.
    public static func < (left: KindID, right: KindID) -> Bool { left.raw < right.raw }
}

/// A field, as a small integer; valid for the vocabulary that gave it.
public struct FieldID: Sendable, Hashable, Comparable {
    package let raw: Int32

    /// The person an activity is with: every vocabulary has it, and `with` fills it.
    public static let person = FieldID(raw: 0)

    /// Order of declaration.
    public static func < (left: FieldID, right: FieldID) -> Bool { left.raw < right.raw }
}

/// A kind of record, as a small integer; valid for the vocabulary that gave it.
public struct RecordKindID: Sendable, Hashable {
    package let raw: Int32

    /// The person whose log it is.
    public static let me = RecordKindID(raw: 0)
    /// Somebody they know.
    public static let person = RecordKindID(raw: 1)
}
