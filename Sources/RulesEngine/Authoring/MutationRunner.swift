/// Holds the examples of rules against rules that are subtly wrong: what no example notices is a question to the author.
public struct MutationRunner: Sendable {
    let rules: RuleSet
    let zones: @Sendable (String) -> Zone?

    /// A runner for packs loaded together; `zones` finds the time zones examples name.
    public init(rules: RuleSet, zones: @escaping @Sendable (String) -> Zone?) {
        self.rules = rules
        self.zones = zones
    }

    /// How the examples of one rule did.
    public struct Score: Sendable {
        /// The rule, by full id.
        public let rule: String
        /// How many wrong rules an example noticed.
        public let killed: Int
        /// Examples that would notice the others.
        public let survivors: [Survivor]
        /// The questions of those that mean the same: no log at all tells them from the rule.
        public let equivalents: [String]
        /// The questions of those that nothing that was tried tells from the rule: they may mean the same, or take more than
        /// was tried.
        public let undecided: [String]
        /// The verdicts the rule can give that no example shows and for which none was found.
        public let unseen: [Verdict.Status]
        /// The highest number the rule names, when something stays open for want of examples with so many; else nil.
        public let tooMany: Int?

        /// Up to this number examples are made of what a rule counts.
        public static let most = Mutant.highestNumber
        /// Wrong rules that no example noticed, and those that are undecided.
        public var unnoticed: Int { survivors.reduce(0) { $0 + $1.mutants } + undecided.count }

        /// The share of wrong rules that were noticed, in percent; 100 when there were none.
        public var percent: Int { Score.percent(of: killed, beside: unnoticed) }

        /// A share in percent, rounded down; 100 when nothing was counted.
        public static func percent(of killed: Int, beside unnoticed: Int) -> Int {
            killed + unnoticed == 0 ? 100 : killed * 100 / (killed + unnoticed)
        }
    }

    /// An example that is missing: without it, wrong rules go unnoticed.
    public struct Survivor: Sendable {
        /// The questions it answers, each once; none for an example of a verdict that no other shows.
        public let questions: [String]
        /// How many wrong rules it would notice.
        public let mutants: Int
        /// The example, ready to paste under `examples:`.
        public let example: String
        /// What has to stand before it: a line `examples:` for a rule that has none yet, else nothing.
        public let heading: String
        /// Where it belongs: behind the last example of its rule, or behind the rule; nothing there is replaced.
        public let place: SourceRange
        /// The verdicts the rule as written gives in it.
        public let verdicts: [Verdict.Status]
        /// The verdicts the first of the wrong rules gives; empty for an example of a verdict that no other shows.
        public let mistaken: [Verdict.Status]
    }

    /// The scores of a pack's rules, in the order written; examples that cannot be read are reported.
    public func run(_ pack: RuleSet.Pack, _ diagnostics: inout Diagnostics) -> [Score] {
        pack.rules.map { run($0, &diagnostics) }
    }

    /// How the examples of one pack did.
    public struct Sum: Sendable {
        /// The pack.
        public let pack: String
        /// How many wrong rules an example noticed.
        public let killed: Int
        /// How many none did.
        public let survivors: Int
        /// How many mean the same as the right rule.
        public let equivalents: Int

        /// The share that was noticed, in percent.
        public var percent: Int { Score.percent(of: killed, beside: survivors) }
    }

    /// The sums of every pack that has rules, in order.
    public func sums() -> [Sum] {
        rules.packs.filter { !$0.rules.isEmpty }.map { pack in
            var ignored = Diagnostics()
            let scores = run(pack, &ignored)
            return Sum(
                pack: pack.manifest.id, killed: scores.reduce(0) { $0 + $1.killed },
                survivors: scores.reduce(0) { $0 + $1.unnoticed },
                equivalents: scores.reduce(0) { $0 + $1.equivalents.count })
        }
    }

    func run(_ rule: Rule, _ diagnostics: inout Diagnostics) -> Score {
        let examples = ExampleReader(vocabulary: rules.vocabulary, zones: zones).read(rule, &diagnostics)
        let words = RuleWords(vocabulary: rules.vocabulary, texts: rules.literalTexts)
        let mutants = rule.mutants(words)
        let trial = Trial(rule, examples, rules)
        let same = mutants.filter(\.isSame)
        let unnoticed = trial.unnoticed(mutants.filter { !$0.isSame })
        let proposals = trial.proposals(unnoticed)
        let settled = Set(proposals.flatMap(\.settled))
        let shown = Set((examples + proposals.map(\.example)).flatMap(\.expected))
        let unseen = rule.possibleVerdicts.filter { !shown.contains($0) }
        let open = unnoticed.indices.filter { !settled.contains($0) }.map { unnoticed[$0] }
        let solver = ConditionSolver(rules.vocabulary)
        let undecided = open.filter { !solver.isSame($0.conditions) }
        return Score(
            rule: rule.id, killed: mutants.count - same.count - unnoticed.count,
            survivors: proposals.map { survivor($0, of: rule, $0.settled.map { unnoticed[$0].question }) },
            equivalents: (same + open.filter { solver.isSame($0.conditions) }).map(\.question),
            undecided: undecided.map(\.question), unseen: unseen,
            tooMany: undecided.isEmpty && unseen.isEmpty ? nil : tooMany(rule))
    }

    private func tooMany(_ rule: Rule) -> Int? {
        let highest = RuleEdges(rule, rules.vocabulary).counts.max() ?? 0
        return highest > Score.most ? highest : nil
    }

    private func survivor(_ proposal: Proposal, of rule: Rule, _ questions: [String]) -> Survivor {
        let last = rule.examples.flatMap { $0.items.isEmpty ? nil : $0 }
        let place = (last ?? rule.node).range
        let column = rule.node.range.start.column - 1
        // An example's lines start at the column of the dash, two before its first key.
        let indent = last?.items.first.map { max(0, $0.range.start.column - 3) } ?? column + 2
        let writer = ExampleWriter(vocabulary: rules.vocabulary, frame: proposal.example.frame)
        return Survivor(
            questions: unique(questions), mutants: questions.count,
            example: writer.text(proposal.example, indent: indent),
            heading: last == nil ? String(repeating: " ", count: column) + "examples:\n" : "",
            place: SourceRange(file: place.file, bytes: place.bytes.upperBound..<place.bytes.upperBound),
            verdicts: proposal.example.expected, mistaken: proposal.mistaken)
    }
}
