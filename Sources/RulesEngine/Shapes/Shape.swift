/// One sentence shape: its keys, its meaning over a log, its English sentence, its why and why not.
///
/// A shape is compiled from a rule's lines once; `evaluate` then works on numbers alone. Adding a shape is one file
/// here, one line in `Shapes.all`, its tests and its page.
protocol Shape: Sendable {
    /// Its name in the manual: `follow-up`.
    static var name: String { get }
    /// The keys that make a rule one of this shape; all of them are written.
    static var signature: [String] { get }
    /// The further keys it reads.
    static var furtherKeys: [String] { get }

    /// Reads the shape's keys; nil when a needed one is missing or cannot be read, with the reason reported.
    init?(reading reader: inout RuleReader)

    /// The kinds whose activities can change its verdicts.
    var kinds: [KindID] { get }

    /// The kinds its occasions are of.
    var occasionKinds: [KindID] { get }

    /// The clause that names its occasions; nil for a shape that is not about single activities.
    var occasionClause: ActivityClause? { get }

    /// Whether the clock moves each of its verdicts one way only while nothing new becomes known: from due to overdue to
    /// given up, and never back. Replays then need not look at every day.
    var isSteady: Bool { get }

    /// Whether its verdicts come by person and each looks at its own occasion alone, so that it may be held against a few
    /// people at a time (`Evaluation.block`).
    var isByPerson: Bool { get }

    /// What the rule asks a person to do, as the kinds that would do it; cards that ask the same merge. Empty when it
    /// asks to leave something.
    var asksFor: [KindID] { get }

    /// The same with what it must be like; nil when the rule asks to leave something.
    var asking: Asking? { get }

    /// When it asks for something, seen from its occasion.
    var timing: RuleTiming { get }

    /// Whether something overdue is a mistake in the plan under check, or merely still to be done (rules.md §4a.11).
    var overdueIsFinding: Bool { get }

    /// The verdicts the shape can give; the examples of a rule should show each.
    var possibleVerdicts: [Verdict.Status] { get }

    /// Adds a verdict for each occasion of the rule.
    func evaluate(_ run: inout Evaluation)

    /// The rule as one English sentence, without its strength and ending in a full stop.
    func sentence(_ vocabulary: Vocabulary) -> String

    /// Why the verdict is what it is: the occasion, the evidence and the arithmetic, a line each.
    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String]

    /// What an open window of the rule keeps a person from doing for now; nil when nothing.
    func holdBack(_ verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> HoldBack?

    /// Whether the rule can keep a person from doing something for a time.
    var canHoldBack: Bool { get }

    /// What the rule demands, in the form in which demands of several rules are held against one another.
    var claim: Claim? { get }

    /// Whether it looks at what plans list.
    var isAboutParts: Bool { get }

    /// What it counts; nil when it counts nothing.
    var counting: Counting? { get }

    /// Why it never has a verdict on a log, as a sentence; nil when it can have one.
    var silence: String? { get }

    /// Which of `unless` and `only_if` the shape judges itself; the others are held against each of its verdicts.
    static var gating: Gating { get }

    /// What an `unless` or `only_if` that the shape does not judge itself can tell apart.
    var sight: GateSight { get }

    /// Rules near this one that mean something else, each with the question that tells them apart.
    func mutants(_ words: RuleWords) -> [Mutant]

    /// The place in a plan that causes a verdict, or where what is missing belongs; nil for the plan as a whole.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange?
}

/// What becomes of a rule's `unless` and `only_if`.
enum Gating: Sendable {
    /// The shape judges what happened under `unless`.
    case judgesUnless
    /// Both are held against its verdicts.
    case judgesNothing
    /// It has no verdicts they could be held against.
    case takesNone
}

/// When a rule asks for something, seen from its occasion.
public enum RuleTiming: Sendable, Hashable {
    case before, during, after
}

extension Shape {
    var timing: RuleTiming { .during }
    var occasionClause: ActivityClause? { nil }
    var isSteady: Bool { false }
    var isByPerson: Bool { false }
    var overdueIsFinding: Bool { true }
    var canHoldBack: Bool { false }
    var claim: Claim? { nil }
    var isAboutParts: Bool { false }
    var sight: GateSight { GateSight() }
    var counting: Counting? { nil }
    var silence: String? { nil }
    static var gating: Gating { .judgesUnless }

    func holdBack(_ verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> HoldBack? { nil }

    func mutants(_ words: RuleWords) -> [Mutant] { [] }

    /// What was found in the plan, else what the rule is about.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        facts.rangeInPlan(verdict.evidence) ?? facts.rangeInPlan(verdict.occasion)
    }
}

extension Facts {
    /// Whether a row belongs to the plan under check.
    func isPlanned(_ row: Int32) -> Bool { row != Facts.none && has(Int(row), .planned) }

    /// Where a row stands in the plan under check: a part with its whole line; nil for what is no part of a plan.
    func rangeInPlan(_ row: Int32) -> SourceRange? {
        guard isPlanned(row) else { return nil }
        let line = source(row)
        return has(Int(row), .part) ? line.range : line.kind.range
    }
}

/// All shapes there are.
enum Shapes {
    static let all: [any Shape.Type] = [
        FollowUp.self, LeadUp.self, OnlyIfFirst.self, PartOf.self, Limit.self, HoldOff.self, Rhythm.self, Share.self,
        Cover.self, Preference.self, Wording.self,
    ]
}
