/// One piece of advice, compiled: what it means, what it says, where it comes from.
public struct Rule: Sendable {
    /// Its full id, `pack/rule`.
    public let id: String
    /// Its title, a sentence one can read aloud.
    public let title: String
    /// How much it matters.
    public let strength: Strength
    /// What it means.
    var shape: any Shape
    /// What its verdicts have to pass, beside what the shape itself judges.
    var gates: [Gate] = []
    /// Whether the clock moves its verdicts one way only; what is open lapses, and lets them in again.
    var isSteady: Bool { shape.isSteady && gates.allSatisfy(\.isSteady) }
    /// What is said for each verdict; the title stands in where nothing is written.
    let say: [Verdict.Status: Template]
    /// The action a card offers; nil when there is none.
    let action: Template?
    /// How long the action takes; nil when it does not say.
    public let effort: Length?
    /// Why it is good advice.
    public let because: String
    /// The pieces of advice it encodes, by their full ids.
    public let advice: [WrittenText]
    /// Where it comes from.
    public let source: Citation?
    /// The dispute it takes a side in; nil when nobody disagrees.
    public let dispute: Side?
    /// How long a card stays away after it was shown and left; nil for the default.
    public let cooldown: Span?
    /// Reasons for which a person may rightly say no.
    public let dismissReasons: [String]
    /// Where it is customary, in the author's words; empty when it does not say, or everywhere.
    public let customaryIn: [String]
    /// Its examples, as written; read when they are needed.
    let examples: Node?
    /// Where it stands.
    public let range: SourceRange
    /// Where its id stands.
    public let idRange: SourceRange
    /// Its own lines, so that it can be read again with other values.
    let node: Node
    /// What overrides changed in it; empty for a rule as its pack wrote it.
    public internal(set) var changes: [Change] = []

    /// One value that an override put in the place of the pack's own.
    public struct Change: Sendable, Hashable {
        /// The key, such as `within`.
        public let key: String
        /// The value as the pack wrote it; nil when it wrote none.
        public let before: String?
        /// The value that holds.
        public let after: String
        /// The override that says so.
        public let override: Override
        /// Where the value stands.
        public let place: SourceRange
    }

    /// How much a rule matters (rules.md §3).
    public enum Strength: String, Sendable, CaseIterable, Comparable {
        case consider, should, must

        /// By weight: consider, should, must.
        public static func < (left: Strength, right: Strength) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }

        /// How a finding of this rule is marked: must → error, should → warning, consider → suggestion.
        public var severity: Diagnostic.Severity {
            switch self {
            case .must: .error
            case .should: .warning
            case .consider: .suggestion
            }
        }
    }

    /// The place in a work that a rule comes from.
    public struct Citation: Sendable, Hashable {
        /// The work.
        public let work: Manifest.Work
        /// The place in it, such as `step 3`; empty for the whole.
        public let place: String

        /// The citation for people: `Title, step 3`.
        public var text: String { place.isEmpty ? work.title : "\(work.title), \(place)" }
    }

    /// The side a rule takes in a dispute.
    public struct Side: Sendable, Hashable {
        /// The dispute.
        public let dispute: String
        /// The position.
        public let position: String
    }

    /// The name of its shape, such as `follow-up`.
    public var shapeName: String { type(of: shape).name }
    /// The rule as one English sentence.
    public func sentence(in vocabulary: Vocabulary) -> String {
        let sentence = shape.sentence(vocabulary)
        let gates = gates.map { $0.spoken(vocabulary) }.joined()
        let stops = sentence.indices.filter {
            sentence[$0] == "." && [nil, " "].contains(sentence[$0...].dropFirst().first)
        }
        guard !gates.isEmpty, let stop = stops.first else { return sentence }
        return sentence[..<stop] + gates + sentence[stop...]
    }
    /// When it asks for something, seen from its occasion.
    public var timing: RuleTiming { shape.timing }
    /// The verdicts its shape can give.
    public var possibleVerdicts: [Verdict.Status] { shape.possibleVerdicts }
}
