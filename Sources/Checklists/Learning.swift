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

    /// Something done with somebody that shows by itself that a topic was reached, such as a yes.
    public struct Sign: Sendable, Hashable {
        /// The person; empty for what one did alone.
        public let person: String
        /// What was done, in a word or two, and how it joins a name: `yes from`.
        public let what: String
        /// What was done and with whom: `yes from Ana Ruiz`.
        public var text: String { person.isEmpty ? what : "\(what) \(person)" }
        /// When it was done first.
        public let at: Moment
    }

    /// Why two people who spoke of the same are not independent of each other.
    public struct Tie: Sendable, Hashable {
        /// The two, in the order in which they spoke.
        public let people: [String]
        /// What ties them: `Omar Haddad referred Ines Duarte`.
        public let text: String
    }

    /// What is known about one topic of one path.
    public struct Cell: Sendable, Hashable {
        /// Who said something, in order of time.
        public internal(set) var voices: [Voice] = []
        /// What shows it by itself, a person once, in order of time: nobody said anything by that.
        public internal(set) var signs: [Sign] = []
        /// When something was read in which the topic comes up.
        public internal(set) var readings: [Moment] = []
        /// When something was read that is about the topic and nothing else.
        public internal(set) var answers: [Moment] = []
        /// Who contradicts others on it.
        public internal(set) var contradictions: [Contradiction] = []
        /// What makes one source of all its voices; empty when at least two are independent of each other.
        public internal(set) var ties: [Tie] = []

        /// Nothing known.
        public init() {}

        /// Whether it was only read about.
        public var isOnlyRead: Bool { voices.isEmpty && signs.isEmpty && !readings.isEmpty }
        /// Whether nothing at all is known.
        public var isEmpty: Bool { voices.isEmpty && signs.isEmpty && readings.isEmpty }

        /// The contradiction that nobody else has spoken to since; nil when there is none.
        public var openContradiction: Contradiction? {
            guard let last = contradictions.last else { return nil }
            let sides = contradictions.flatMap { [$0.person, $0.against ?? $0.person] }.map { $0.lowercased() }
            let isSettled = voices.contains { voice in
                voice.at.start > last.at.start && !sides.contains(voice.person.lowercased())
            }
            return isSettled ? nil : last
        }

        /// How much is known; what to ask about first has the smallest number.
        public enum Standing: Int, Sendable {
            /// Voices contradict each other.
            case contradicted
            /// Nothing at all.
            case unknown
            /// It came up, but nobody spoke of it.
            case untold
            /// One source spoke of it.
            case anecdote
            /// Several that are independent of each other did.
            case pattern
        }

        /// How much is known.
        public var standing: Standing {
            if isEmpty { return .unknown }
            if openContradiction != nil { return .contradicted }
            if voices.isEmpty { return .untold }
            return isAnecdote ? .anecdote : .pattern
        }

        /// Whether those who spoke of it are one source: one voice, or several that are tied.
        public var isAnecdote: Bool { voices.count == 1 || !ties.isEmpty }

        /// Whether a question about it is still one to put to a person: no pattern yet, and they have not spoken of it.
        func isOpen(for person: String) -> Bool { standing != .pattern && !isVoiced(by: person) }

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
        /// The path it belongs to; empty for none.
        public let subject: String
        /// When.
        public let at: Moment
    }

    /// The paths, each with a map of its own; an empty name stands for what belongs to no path.
    public internal(set) var subjects: [String] = []
    /// Notes that speak of no topic, in order of time: they are listed, never dropped in silence.
    public internal(set) var strays: [Stray] = []
    /// The paths that are explored no more, by name in small letters.
    var endings: [String: Ending] = [:]
    var cells: [Place: Cell] = [:]
    /// Finds what ties people to one another; nil while nothing is known of them.
    var ties: TieFinder?

    /// How the exploring of a path ended.
    public enum Ending: Sendable {
        /// It was given up.
        case dropped
        /// The person settled on it.
        case decided
    }

    /// A topic of a path.
    struct Place: Hashable {
        let subject: String
        let topic: String
    }

    init() {}

    /// How the exploring of a path ended; nil while it goes on, and when the path was taken up again.
    public func ending(of subject: String) -> Ending? { endings[subject.lowercased()] }

    /// Why a person would be no source of their own about a topic: what ties them to one who spoke of it, where those are
    /// one source, or to one side of a contradiction; nil when they would be one.
    func tie(of person: String, to cell: Cell) -> String? {
        switch cell.standing {
        case .anecdote: ties?.tie(of: person, to: cell.voices.map(\.person))
        case .contradicted:
            cell.openContradiction.flatMap { found in
                ties?.tie(of: person, to: [found.person, found.against].compactMap { $0 })
            }
        case .unknown, .untold, .pattern: nil
        }
    }

    /// What is known about a topic of a path.
    public func cell(_ topic: Topic, of subject: String) -> Cell {
        cells[Place(subject: subject.lowercased(), topic: topic.name)] ?? Cell()
    }
}
