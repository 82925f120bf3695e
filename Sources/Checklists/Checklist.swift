import RulesEngine

/// What to see to before, at and after a planned meeting, or anything else the vocabulary lets one plan.
public struct Checklist: Sendable, Hashable {
    /// What it is for: `meeting with Tom Baker, Tue 24 Nov 2026 10:00`.
    public let title: String
    /// The text that names its occasion for good: ticks by hand are kept under it.
    public let occasion: String
    /// When the break ends that the person is taking, `distantFuture` when they did not say; nil when they take none.
    public let pausedUntil: Instant?
    /// What is not known and decides whether some of its items belong on it.
    public let openQuestions: [String]
    /// Its parts, in order of time; those without an item are left out.
    public let sections: [Section]

    /// The items of one phase.
    public struct Section: Sendable, Hashable {
        /// When they are seen to.
        public let phase: Phase
        /// The items, in the order of the packs.
        public let items: [Item]
    }

    /// When an item is seen to.
    public enum Phase: String, Sendable, CaseIterable {
        /// Until it starts.
        case before
        /// On arriving.
        case atTheDoor = "at the door"
        /// From its start on.
        case during
        /// In its last minutes.
        case closing
        /// When it is over.
        case after
    }

    /// How far an item has come.
    public enum State: Sendable, Hashable {
        /// It is to be seen to.
        case open
        /// The person put the advice off; until when.
        case putOff(String)
        /// The person put the advice away; why.
        case putAway(String)
        /// The plan has it; what the plan says.
        case planned(String)
        /// It is seen to; what shows it.
        case done(String)
    }

    /// One thing to see to.
    public struct Item: Sendable, Hashable {
        /// Its short name, by which it is ticked.
        public let id: String
        /// What to do.
        public let text: String
        /// How far it has come.
        public let state: State
        /// From when on and until when it is in time: `by Fri 2 Oct 2026 09:18`; nil when no rule says, and when it is done.
        public let time: String?
        /// Whether a fact that is not known decides if it belongs here.
        public let isUncertain: Bool
        /// The rules that ask for it, as `pack/rule`.
        public let rules: [String]
        /// Where it comes from; empty when nobody says.
        public let source: String

        /// Whether it is seen to.
        public var isDone: Bool {
            if case .done = state { return true }
            return false
        }

        /// Whether the person has put it away.
        public var isPutAway: Bool {
            if case .putAway = state { return true }
            return false
        }
    }

    /// The items of all phases, in order.
    public var items: [Item] { sections.flatMap(\.items) }
}
