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
    /// Whether every path is dropped or decided, so that nothing is left to ask.
    public let isOver: Bool
    /// Whether there is anybody to ask, whatever is left to ask them.
    public let isAnybodyThere: Bool
    /// The questions the person wants answered themselves.
    public let ownQuestions: [OwnQuestion]

    /// A question of one's own about a path.
    public struct OwnQuestion: Sendable, Hashable {
        /// The path.
        public let subject: String
        /// The question.
        public let wording: String
    }

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

    /// The notes that speak of no topic, of the paths shown and of no path.
    public var strays: [Learning.Stray] {
        learning.strays.filter { stray in
            stray.subject.isEmpty || subjects.contains { $0.lowercased() == stray.subject.lowercased() }
        }
    }

    /// How many topics of a path somebody spoke of.
    public func heard(of subject: String) -> Int {
        topics.filter { !learning.cell($0, of: subject).voices.isEmpty }.count
    }
}
