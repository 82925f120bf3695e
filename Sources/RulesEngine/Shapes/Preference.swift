/// Rank people higher when they are such: a soft constraint.
///
/// It gives no verdicts, only points: `when` makes somebody preferred, `ideally` adds to that. Preferences read what is
/// known now; a fact nobody has told gives no points, and the ranking says so (rules.md §4a.9, 10).
struct Preference: Shape {
    static let name = "preference"
    static let signature = ["prefer"]
    static let furtherKeys = ["when", "ideally"]
    static let gating = Gating.takesNone

    /// What is ranked: people, or another kind of record.
    let kind: RecordKindID
    private var condition: Condition
    private var when: Condition?
    private var ideally: Condition?

    /// What one preference says of one record.
    struct Grade: Sendable, Hashable {
        /// What is graded, in words: `level is mid or senior`.
        let spoken: String
        /// 2 for what is preferred, 1 for what is ideal.
        let points: Int
        let truth: Truth
    }

    init?(reading reader: inout RuleReader) {
        let kind = Self.readKind(&reader)
        guard let kind else { return nil }
        self.kind = kind
        condition = reader.condition("where", on: kind)
        when = Self.readTest("when", on: kind, &reader)
        ideally = Self.readTest("ideally", on: kind, &reader)
        guard when == nil, ideally == nil else { return }
        if reader.node["when"] == nil, reader.node["ideally"] == nil {
            reader.diagnostics.report(.preferredWhen(at: reader.node.key("prefer")?.range ?? reader.node.node.range))
        }
        return nil
    }

    private static func readKind(_ reader: inout RuleReader) -> RecordKindID? {
        guard let value = reader.required("prefer"), let word = value.readText("'prefer'", &reader.diagnostics) else {
            return nil
        }
        let kinds = reader.vocabulary.recordKinds.filter { $0.id != .me }
        if let kind = kinds.first(where: { $0.name == word || $0.plural == word }) { return kind.id }
        reader.diagnostics.report(
            .unknownWord(word, is: "something that can be ranked", at: value.range, among: kinds.map(\.name)))
        return nil
    }

    private static func readTest(_ key: String, on kind: RecordKindID, _ reader: inout RuleReader) -> Condition? {
        let condition = reader.condition(key, on: kind)
        return condition.isEmpty ? nil : condition
    }

    var kinds: [KindID] { [] }
    var occasionKinds: [KindID] { [] }
    var isSteady: Bool { true }
    var asksFor: [KindID] { [] }
    var possibleVerdicts: [Verdict.Status] { [] }
    var silence: String? { "it ranks people and has no verdict on what was done." }

    // MARK: Meaning

    /// A preference has nothing to say about what was done.
    func evaluate(_ run: inout Evaluation) {}

    /// What it says of a record as of now; nothing when it is not about that one. What is ideal counts for those who are
    /// preferred.
    func grades(of record: Int32, _ run: Evaluation) -> [Grade] {
        guard run.facts.records.kinds[Int(record)] == kind, run.holds(condition, on: record) == .yes else { return [] }
        let first = when.map { Grade(spoken: $0.spoken, points: 2, truth: run.holds($0, on: record)) }
        guard first == nil || first?.truth == .yes, let ideally else { return [first].compactMap { $0 } }
        let second = Grade(spoken: ideally.spoken, points: 1, truth: run.holds(ideally, on: record))
        return [first, second].compactMap { $0 }
    }

    // MARK: Words

    func sentence(_ vocabulary: Vocabulary) -> String {
        let whom = vocabulary[kind].plural
        guard let when else { return "Prefer \(whom), ideally where \(ideally?.spoken ?? "")." }
        return "Prefer \(whom) where \(when.spoken)" + (ideally.map { ", ideally where \($0.spoken)" } ?? "") + "."
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] { [] }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        var mutants = self.mutants(of: \.condition, words) { "Is somebody ranked \($0)?" }
        mutants += (when?.near(words) ?? []).map { near in
            mutant("Is somebody preferred when \(near.difference)?") { $0.when = near.condition }
        }
        mutants += (ideally?.near(words) ?? []).map { near in
            mutant("Is somebody ideal when \(near.difference)?") { $0.ideally = near.condition }
        }
        guard when != nil, ideally != nil else { return mutants }
        let turned = mutant("Is what is ideal more important than what is preferred?") {
            swap(&$0.when, &$0.ideally)
        }
        return mutants + [turned]
    }
}
