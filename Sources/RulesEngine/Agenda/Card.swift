/// One recommended action or question, as `today` shows it.
public struct Card: Sendable, Hashable {
    /// What a card asks for.
    public enum Kind: Sendable, Hashable {
        /// Do something that is due or overdue.
        case action
        /// Say something the rules need to know.
        case question
        /// Know about something that cannot be mended.
        case notice
    }

    /// What it asks for.
    public let kind: Kind
    /// What to do, in less than 120 characters.
    public let headline: String
    /// What the rule says about it.
    public let detail: String
    /// Why it is good advice.
    public let because: String
    /// The rules behind it, the one that matters most first.
    public let rules: [String]
    /// Where the advice comes from.
    public let sources: [String]
    /// The highest strength of its rules.
    public let strength: Rule.Strength
    /// Overdue when any of its rules is, else the verdict of the rule that matters most.
    public let status: Verdict.Status
    /// The earliest deadline; nil without one.
    public let deadline: Instant?
    /// The first moment at which it may be done; nil when that is now.
    public let notBefore: Instant?
    /// How long it takes; nil when nobody said.
    public let effort: Length?
    /// Whom it concerns; nil for nobody.
    public let person: String?
    /// How it is logged when it is done; nil when there is nothing to log.
    public let entry: Entry?
    /// How a question is answered; nil for anything else, and for what only a plan can say.
    public let answer: Answer?
    /// Whether it is to be written into a plan rather than done and logged.
    public let belongsInPlan: Bool
    /// When a plan says it will be done; nil when no plan does.
    public let plannedFor: Instant?
    /// What it is about, one per rule: a decision is recorded under each.
    public let occasions: [Key]
    /// Reasons for which one may rightly say no.
    public let dismissReasons: [String]
    /// The points it was ranked by.
    public let terms: [Term]

    /// A line that logs something: a word, a name, and what else must be said.
    public struct Entry: Sendable, Hashable {
        /// Whether it is arranged rather than logged as done.
        public let isPlan: Bool
        /// The kind's short word: `thanked`.
        public let word: String
        /// Whose name stands in it; nil when it takes none, or when whom it is with is open.
        public let person: String?
        /// Whether a name must be filled in.
        public let needsName: Bool
        /// Whether the name of somebody else must be filled in behind `to`, such as of the one who was named.
        public let needsOtherName: Bool
        /// Another word that logs what the card asks for with nothing to fill in; nil where one word is enough.
        public let otherWord: String?
        /// A field that must agree with what it answers, and its value.
        public let about: About?

        /// A field and its value.
        public struct About: Sendable, Hashable {
            /// The field's name.
            public let field: String
            /// The value as it is written.
            public let value: String
        }
    }

    /// What answers a question.
    public enum Answer: Sendable, Hashable {
        /// A field of a person, or of the person themselves when there is no name; a choice is one of these words.
        case field(String, of: String?, choices: [String])
        /// A field of something that is logged: the words of its line, and the field; a choice is one of these words.
        case more([String], field: String, choices: [String])
        /// One of these words about what was planned with a person.
        case outcome([String], with: String?)
    }

    /// One rule's occasion.
    public struct Key: Sendable, Hashable {
        /// The rule.
        public let rule: String
        /// The occasion's key.
        public let occasion: String
    }

    /// One term of the sum a card is ranked by.
    public struct Term: Sendable, Hashable {
        /// What it is for.
        public let label: String
        /// How much it adds.
        public let points: Int
    }

    /// The sum of its points: it ranks actions, never people.
    public var score: Int { terms.reduce(0) { $0 + $1.points } }
}

/// What `today` has to say: the cards within the budget, and how many were held back.
public struct Agenda: Sendable, Hashable {
    /// The cards to show, best first.
    public let cards: [Card]
    /// Cards over the budget, best first.
    public let heldBack: [Card]
    /// Cards that may not be acted on yet, best first.
    public let later: [Card]
    /// How many cards are snoozed.
    public let snoozed: Int
    /// How many cards were dismissed or acknowledged.
    public let dismissed: Int
    /// How many cards were shown lately and rest until their cooldown is over.
    public let resting: Int
    /// When the break ends that the person takes now, `Instant.distantFuture` when they did not say; nil outside a break.
    public let pausedUntil: Instant?

    /// How many cannot be done yet.
    public var notYet: Int { later.count }
}
