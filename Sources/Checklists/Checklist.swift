/// What to see to before, at and after a planned meeting, or anything else the vocabulary lets one plan.
public struct Checklist: Sendable, Hashable {
    /// What it is for: `meeting with Tom Baker, Tue 24 Nov 2026 10:00`.
    public let title: String
    /// Its parts, in order of time; those without an item are left out.
    public let sections: [Section]

    /// The items of one phase.
    public struct Section: Sendable, Hashable {
        /// When they are seen to.
        public let phase: Phase
        /// The items, in the order of the rules.
        public let items: [Item]
    }

    /// When an item is seen to.
    public enum Phase: String, Sendable, CaseIterable {
        /// Until it starts.
        case before
        /// From its start to its end.
        case during
        /// When it is over.
        case after
    }

    /// One thing to see to.
    public struct Item: Sendable, Hashable {
        /// What to do.
        public let text: String
        /// What in the log or the plan proves that it is seen to; nil while it is open.
        public let proof: String?
        /// The rule it comes from.
        public let rule: String

        /// Whether it is seen to.
        public var isDone: Bool { proof != nil }
    }
}
