import RulesEngine

/// One step of the log's history: what was recorded, or reversed, at once.
public struct Entry: Sendable, Hashable, Identifiable {
    /// Its number; later entries have higher ones, and none is used twice.
    public let id: Int64
    /// When it was recorded.
    public let recordedAt: Instant
    /// What it recorded, in a few words, such as "meeting.held with Ana Ruiz".
    public let summary: String
    /// The entry it takes back; nil when it is no undo.
    public let reverses: Int64?
    /// Whether a later entry took this one back.
    public let isReversed: Bool
    /// The ids of the activities it recorded or corrected, or, for an undo, took back.
    public let activityIDs: [String]
}
