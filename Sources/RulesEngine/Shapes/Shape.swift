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

    /// What the rule asks a person to do, as the kinds that would do it; cards that ask the same merge. Empty when it
    /// asks to leave something.
    var asksFor: [KindID] { get }

    /// When it asks for something, seen from its occasion.
    var timing: RuleTiming { get }

    /// The verdicts the shape can give; the examples of a rule should show each.
    var possibleVerdicts: [Verdict.Status] { get }

    /// Adds a verdict for each occasion of the rule.
    func evaluate(_ run: inout Evaluation)

    /// The rule as one English sentence, without its strength and ending in a full stop.
    func sentence(_ vocabulary: Vocabulary) -> String

    /// Why the verdict is what it is: the occasion, the evidence and the arithmetic, a line each.
    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String]

    /// The place in a plan that causes a verdict, or where what is missing belongs; nil for the plan as a whole.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange?
}

/// When a rule asks for something, seen from its occasion.
public enum RuleTiming: Sendable, Hashable {
    case before, during, after
}

extension Shape {
    var timing: RuleTiming { .during }

    /// What was found in the plan, else what the rule is about.
    func place(of verdict: Verdict, _ facts: Facts, _ vocabulary: Vocabulary) -> SourceRange? {
        for row in [verdict.evidence, verdict.occasion] where row != Facts.none && facts.has(Int(row), .planned) {
            let line = facts.sources[Int(facts.lines[Int(row)])]
            return facts.has(Int(row), .part) ? line.range : line.kind.range
        }
        return nil
    }
}

/// All shapes there are.
enum Shapes {
    static let all: [any Shape.Type] = [
        FollowUp.self, LeadUp.self, OnlyIfFirst.self, PartOf.self, Limit.self,
    ]
}
