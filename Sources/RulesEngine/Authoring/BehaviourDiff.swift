/// How the behaviour of a pack changes from one version to another: what its rules say, not how its text reads.
public struct BehaviourDiff: Sendable {
    /// An example that comes out differently.
    public struct ExampleChange: Sendable, Hashable {
        /// The rule, by full id.
        public let rule: String
        /// The example's name.
        public let example: String
        /// Whether it stands in the new version only.
        public let isNew: Bool
        /// The verdicts of the old rule; nil when its words cannot read the example.
        public let before: [Verdict.Status]?
        /// The verdicts of the new rule; nil when its words cannot read the example.
        public let after: [Verdict.Status]?
    }

    /// A rule that reads differently.
    public struct SentenceChange: Sendable, Hashable {
        /// The rule, by full id.
        public let rule: String
        /// How it was said: its strength and its sentence.
        public let before: String
        /// How it is said now.
        public let after: String
    }

    /// The old version's number.
    public let oldVersion: String
    /// The new version's number.
    public let newVersion: String
    /// Rules only the new version has, by full id.
    public let added: [String]
    /// Rules only the old version has.
    public let removed: [String]
    /// Rules that are in force with the old version and rest with the new one: rules of other packs, too.
    public let rested: [String]
    /// Rules that rest with the old version and are in force with the new one: rules of other packs, too.
    public let woken: [String]
    /// Rules that are in force with one version and rest with the other.
    public var switched: [String] { (rested + woken).sorted() }
    /// Words only the new vocabulary has, each with what it is.
    public let newWords: [String]
    /// Words only the old vocabulary has: a log that uses them can no longer be read as it was meant.
    public let lostWords: [String]
    /// Rules that read differently, also those of other packs that this one overrides.
    public let sentences: [SentenceChange]
    /// Examples that come out differently.
    public let examples: [ExampleChange]
    /// What changes in the person's own log; nil when it was not tried.
    public let replay: ReplayComparison?

    /// Compares a pack in two sets of rules that differ in nothing else; nil when one of them does not have it.
    public init?(
        of id: String, from old: RuleSet, to new: RuleSet, zones: @escaping @Sendable (String) -> Zone?,
        replay: ReplayComparison? = nil
    ) {
        guard let before = old.packs.first(where: { $0.manifest.id == id }),
            let after = new.packs.first(where: { $0.manifest.id == id })
        else { return nil }
        oldVersion = before.manifest.version
        newVersion = after.manifest.version
        let known = Dictionary(before.rules.map { ($0.id, $0) }) { first, _ in first }
        let kept = after.rules.compactMap { rule in known[rule.id].map { (before: $0, after: rule) } }
        added = after.rules.map(\.id).filter { known[$0] == nil }
        let left = Set(after.rules.map(\.id))
        removed = before.rules.map(\.id).filter { !left.contains($0) }
        rested = Self.switched(from: old, to: new)
        woken = Self.switched(from: new, to: old)
        newWords = Self.words(in: new.vocabulary, butNotIn: old.vocabulary)
        lostWords = Self.words(in: old.vocabulary, butNotIn: new.vocabulary)
        sentences = Self.sentences(old.asKnown(of: id), old.vocabulary, new.asKnown(of: id), new.vocabulary)
        let runner = BehaviourDiffExamples(old: old, new: new, zones: zones)
        examples = kept.flatMap { runner.changes($0.before, $0.after) }
        self.replay = replay
    }

    private static func sentences(
        _ before: [Rule], _ old: Vocabulary, _ after: [Rule], _ new: Vocabulary
    ) -> [SentenceChange] {
        let known = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        return after.compactMap { rule in
            guard let earlier = known[rule.id] else { return nil }
            let said = (earlier.said(in: old), rule.said(in: new))
            return said.0 == said.1 ? nil : SentenceChange(rule: rule.id, before: said.0, after: said.1)
        }
    }

    /// The rules that are in force in one set and rest in the other.
    private static func switched(from active: RuleSet, to other: RuleSet) -> [String] {
        let inForce = Set(active.rules.map(\.id))
        return other.restingRules.map(\.id).filter(inForce.contains).sorted()
    }

    /// Whether a verdict comes out otherwise than before, as far as examples and the log show.
    public var changesVerdicts: Bool {
        !added.isEmpty || !removed.isEmpty || !switched.isEmpty || !examples.isEmpty || !(replay?.isEmpty ?? true)
    }

    /// Whether anything changes that a person could notice.
    public var isEmpty: Bool { !changesVerdicts && sentences.isEmpty && newWords.isEmpty && lostWords.isEmpty }

    /// What to say about the version numbers; nil when they say what happened.
    public var versionRemark: String? {
        let step = BehaviourDiffVersion.step(from: oldVersion, to: newVersion)
        switch step {
        case .back: return "the version goes back from \(oldVersion) to \(newVersion)"
        case .same where changesVerdicts: return "the version is still \(newVersion), although verdicts changed"
        case .patch where changesVerdicts:
            return
                "from \(oldVersion) to \(newVersion) only the last number rose, which promises the same verdicts; they changed"
        case .same, .patch, .larger, .unclear: return nil
        }
    }
}

extension RuleSet {
    /// The rules in force as overrides left them, and the resting ones of a pack as it wrote them.
    fileprivate func asKnown(of pack: String) -> [Rule] {
        let inForce = Set(rules.map(\.id))
        return rules + restingRules.filter { $0.id.hasPrefix(pack + "/") && !inForce.contains($0.id) }
    }
}

extension Rule {
    /// Its strength and its sentence.
    fileprivate func said(in vocabulary: Vocabulary) -> String { "(\(strength.rawValue)) " + sentence(in: vocabulary) }
}
