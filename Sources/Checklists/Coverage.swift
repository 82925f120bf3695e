import RulesEngine

/// The map of what was learned, and what to ask whom next.
public struct Coverage: Sendable {
    /// The topics, in their order of weight.
    public let topics: [Topic]
    /// The paths shown; an empty name stands for what belongs to no path.
    public let subjects: [String]
    /// What is known.
    public let learning: Learning
    /// What to ask whom next.
    public let asks: [Ask]

    /// What to ask one person.
    public struct Ask: Sendable, Hashable {
        /// The person.
        public let person: String
        /// The path it is about; empty for none.
        public let subject: String
        /// The occasion for it: `meeting with Tom Baker, Tue 24 Nov 2026 10:00`; nil for somebody one knows well.
        public let occasion: String?
        /// The topics to ask about.
        public let topics: [Open]
    }

    /// A topic that is still open.
    public struct Open: Sendable, Hashable {
        /// The topic's name.
        public let topic: String
        /// Why it is worth asking: `nobody yet`.
        public let because: String
    }

    /// How many topics of a path somebody spoke of.
    public func heard(of subject: String) -> Int {
        topics.filter { !learning.cell($0, of: subject).voices.isEmpty }.count
    }
}
