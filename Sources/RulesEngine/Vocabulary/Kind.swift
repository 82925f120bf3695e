/// A kind of activity: what it is called, how it reads in a sentence, what may be written about it.
public struct Kind: Sendable {
    /// Its number in this vocabulary.
    public let id: KindID
    /// Its name, `noun.verb`.
    public let name: String
    /// The part of the search it begins, such as `Asking`, in which the kinds behind it belong; nil for those.
    public let phase: String?
    /// How it is named in a sentence: `thank-you note`.
    public let noun: String
    /// The same with its article or as a plural phrase, when `a NOUN` would not read well.
    public let anyNoun: String
    /// What stands between the noun and a name: `with`, as in `meeting with Ana`, or `to`, as in `request to Ana`.
    public let whom: String
    /// How it reads as a clause: `you meet someone`.
    public let happens: String
    /// How it reads as an instruction: `send a thank-you note`.
    public let instruction: String
    /// Short words for logging and planning: `met`.
    public let words: [String]
    /// Pieces of free text that mean this kind when they stand in a plan: `not looking for a job`.
    public let phrases: [String]
    /// What a message that becomes such an activity is called in its head: `thank-you`. Empty when it is no message.
    public let messages: [String]
    /// Kinds that a line of this one is read as when it has one of their phrases: a question may be one that is known
    /// apart from others.
    public let closer: [KindID]
    /// What may be written about it, beside the person.
    public let fields: [FieldID]
    /// What is worked out about it from other fields.
    public let computed: [FieldID]
    /// The field that text written right after the word fills; nil when there is none.
    public let mainField: FieldID?
    /// The second name a typed line may give: `maya introduced ana`, `maya referred me to ana`; nil when there is none.
    public let otherName: OtherName?
    /// True when it makes no sense without a person.
    public let needsPerson: Bool
    /// What part it plays in an episode such as a meeting; nil when it stands alone.
    public let stage: Stage?
    /// Where it was declared.
    public let declared: SourceRange

    /// Which of two names in a typed line is not whom it is with, and the field it fills.
    public struct OtherName: Sendable, Hashable {
        /// The field.
        public let field: FieldID
        /// Whether it is the name before the word for what happened; else the one behind it, or behind `to`.
        public let isBefore: Bool
    }

    /// One step in the life of an episode (rules.md §4a.3).
    public struct Stage: Sendable, Hashable {
        /// The episode, by its place in `Vocabulary.episodes`.
        public let episode: Int
        /// Which step.
        public let step: Step
    }

    /// The steps an episode may go through.
    public enum Step: String, Sendable, CaseIterable {
        /// It was arranged.
        case planned
        /// The other side agreed to the time.
        case confirmed
        /// It was given another time.
        case moved
        /// It took place.
        case held
        /// It was called off.
        case cancelled
        /// Somebody did not come.
        case missed
    }
}
