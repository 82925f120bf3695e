/// What a rule says about one occasion, in numbers; words are made from it only when it is shown.
///
/// A row is a place in `Facts`, `Facts.none` where there is none; times are seconds since 1970. The same facts, rules
/// and `now` give the same verdicts in the same order.
public struct Verdict: Sendable, Hashable {
    /// The seven answers (rules.md §2); never collapsed to true and false.
    public enum Status: UInt8, Sendable, CaseIterable {
        /// No occasion, or a condition kept it out.
        case doesNotApply
        /// Followed.
        case ok
        /// Done, but after the deadline.
        case late
        /// Open, the deadline lies ahead.
        case due
        /// Open, the deadline has passed.
        case overdue
        /// Cannot be mended any more.
        case broken
        /// A fact the rule needs is missing.
        case cannotTell
    }

    /// Why an occasion is counted but no longer shown (rules.md §4a.5–7).
    public enum Closing: UInt8, Sendable {
        /// It is still asked for.
        case open
        /// An `unless` came after the deadline: it stops asking.
        case excused
        /// Nobody acted on it for too long.
        case givenUp
        /// It began before the person did.
        case history
        /// Its person or path is archived.
        case archived
    }

    // The wide ones stand first and the small ones together: a large log has millions of verdicts.

    /// The last instant at which it is in time, in seconds; `Int64.max` without a deadline.
    public var deadline: Int64 = .max
    /// The first instant at which it may be done; `Int64.min` without one.
    public var notBefore: Int64 = .min
    /// Which of the things a rule lists are missing, a bit each.
    public var lacking: UInt64 = 0
    /// The stretch of time it is about; nil when it is about an activity, or about all time.
    public var period: Period?
    /// The answer.
    public var status: Status
    /// Whether it is still asked for.
    public var closing: Closing = .open
    /// Why, where the status alone does not say.
    public var reason: Reason = .none
    /// Which rule, by its place in the rule set.
    public var rule: Int32
    /// The row the rule speaks about; `Facts.none` for a record.
    public var occasion: Int32
    /// The person it is about, by record; `Facts.none` when nobody.
    public var person: Int32
    /// The row that decided.
    public var evidence: Int32 = Facts.none
    /// The record a verdict without an occasion is about: a person, a path, 0 for the person themselves.
    public var record: Int32 = Facts.none
    /// The field that is missing when it cannot be told, and the record it is missing from (none: the occasion).
    public var missing: MissingFact?
    /// How many there are, and of how many; nil where nothing is counted.
    public var tally: Tally?

    init(rule: Int32, occasion: Int32, person: Int32, status: Status) {
        self.rule = rule
        self.occasion = occasion
        self.person = person
        self.status = status
    }
}

extension Verdict {
    /// The same verdict with another status.
    func with(_ status: Status, _ reason: Reason = .none) -> Verdict {
        var verdict = self
        verdict.status = status
        verdict.reason = reason
        return verdict
    }

    /// The same verdict, open because of a missing fact; `row` is what would count if it were known.
    func cannotTell(_ fact: MissingFact, _ row: Int32) -> Verdict {
        var verdict = with(.cannotTell)
        verdict.missing = fact
        verdict.evidence = row
        return verdict
    }

    /// Whether it asks for something, or for a fact.
    var isAsking: Bool { status == .due || status == .overdue || status == .cannotTell }

    /// Whether an activity has answered it, in time or late.
    var isAnswered: Bool { status == .ok || status == .late }
}

/// A fact a rule needs and the log does not have.
public struct MissingFact: Sendable, Hashable {
    /// The field.
    public let field: FieldID
    private let holder: Int32
    private let isOfRow: Bool

    /// The record it is missing from; `Facts.none` when it is the activity itself.
    public var record: Int32 { isOfRow ? Facts.none : holder }
    /// The activity it is missing from; `Facts.none` when it is a record.
    public var row: Int32 { isOfRow ? holder : Facts.none }

    /// Missing from a record.
    init(field: FieldID, record: Int32) {
        self.field = field
        holder = record
        isOfRow = false
    }

    /// Missing from an activity.
    init(field: FieldID, row: Int32) {
        self.field = field
        holder = row
        isOfRow = true
    }
}

/// The typed reason behind a verdict, so that "why not" can be answered without evaluating again.
public enum Reason: UInt8, Sendable {
    /// Nothing to add to the status.
    case none
    /// A condition in `where` does not hold.
    case whereFails
    /// An `unless` holds.
    case unless
    /// The episode was called off or missed.
    case calledOff
    /// A newer occasion took its place.
    case superseded
    /// There is nobody it could concern: an introducer who is `none`.
    case nobody
    /// Its time has passed and nobody said whether it took place.
    case outcomeUnknown
    /// What should have come first did not come at all, or too late.
    case notFirst
    /// What had come first was too long ago.
    case tooOld
    /// A part is missing.
    case partMissing
    /// A part stands where it should not.
    case partInTheWrongPlace
    /// Something stands in it that should not.
    case partUnwanted
    /// Too few of them.
    case tooFew
    /// Too many of them.
    case tooMany
    /// A value is outside the limits.
    case outsideLimits
    /// A plan is still empty and there is time.
    case planIsEmpty
    /// The first stretch of time is not a whole one.
    case firstPeriod
    /// A break of the person lies in the stretch of time.
    case paused
    /// There are not enough of them yet to say anything.
    case tooFewSoFar
    /// It is to be left for now.
    case windowIsOpen
    /// What `only_if` asks for does not hold.
    case onlyIf
    /// It stands in the plan, and the plan itself breaks the rule.
    case plannedSo
}

extension Verdict.Status {
    /// The word packs and reports use: `does not apply`.
    public var word: String {
        switch self {
        case .doesNotApply: "does not apply"
        case .ok: "ok"
        case .late: "late"
        case .due: "due"
        case .overdue: "overdue"
        case .broken: "broken"
        case .cannotTell: "cannot tell"
        }
    }

    /// The status a pack author wrote; nil when it is none of the seven words.
    public init?(word: String) {
        guard let status = Verdict.Status.allCases.first(where: { $0.word == word }) else { return nil }
        self = status
    }
}
