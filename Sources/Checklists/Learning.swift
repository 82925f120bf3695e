import RulesEngine

/// What a log says was learned about each topic of each path: who said it, what was only read, who contradicts whom.
public struct Learning: Sendable {
    /// Somebody who said something about a topic; a person counts once, however often they spoke of it.
    public struct Voice: Sendable, Hashable {
        /// The person.
        public let person: String
        /// When they spoke of it first.
        public let at: Moment
    }

    /// Somebody whose word differs from that of others.
    public struct Contradiction: Sendable, Hashable {
        /// The person.
        public let person: String
        /// Whom they contradict; nil when the log does not say.
        public let against: String?
        /// When it was noted.
        public let at: Moment
    }

    /// What is known about one topic of one path.
    public struct Cell: Sendable, Hashable {
        /// Who said something, in order of time.
        public internal(set) var voices: [Voice] = []
        /// When something was read about it.
        public internal(set) var readings: [Moment] = []
        /// Who contradicts others on it.
        public internal(set) var contradictions: [Contradiction] = []

        /// Nothing known.
        public init() {}

        /// Whether it was only read about.
        public var isOnlyRead: Bool { voices.isEmpty && !readings.isEmpty }
        /// Whether nothing at all is known.
        public var isEmpty: Bool { voices.isEmpty && readings.isEmpty }

        /// Whether a person said something about it.
        public func isVoiced(by person: String) -> Bool {
            voices.contains { $0.person.lowercased() == person.lowercased() }
        }
    }

    /// A note that speaks of no topic.
    public struct Stray: Sendable, Hashable {
        /// What was noted.
        public let note: String
        /// Who said it; nil when it was read.
        public let person: String?
        /// When.
        public let at: Moment
    }

    /// The paths, each with a map of its own; an empty name stands for what belongs to no path.
    public internal(set) var subjects: [String] = []
    /// Notes that speak of no topic, in order of time: they are listed, never dropped in silence.
    public internal(set) var strays: [Stray] = []
    var cells: [Place: Cell] = [:]

    /// A topic of a path.
    struct Place: Hashable {
        let subject: String
        let topic: String
    }

    init() {}

    /// What is known about a topic of a path.
    public func cell(_ topic: Topic, of subject: String) -> Cell {
        cells[Place(subject: subject.lowercased(), topic: topic.name)] ?? Cell()
    }
}
