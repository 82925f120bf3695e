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
        /// Wrong rules that no example noticed.
        public let survivors: [Survivor]
        /// How many could not be told from the right rule by anything that was tried: they mean the same.
        public let equivalent: Int

        /// The share of wrong rules that were noticed, in percent; 100 when there were none.
        public var percent: Int {
            let counted = killed + survivors.count
            return counted == 0 ? 100 : killed * 100 / counted
        }
    }

    /// A wrong rule that no example noticed.
    public struct Survivor: Sendable {
        /// The question it answers wrongly.
        public let question: String
        /// An example that settles it, ready to paste under `examples:`.
        public let example: String
        /// Where the example belongs: behind the last one of its rule; nil when the rule has none.
        public let place: SourceRange?
        /// The verdict the rule as written gives in it.
        public let verdict: Verdict.Status
        /// The verdict the wrong rule gives.
        public let mistaken: Verdict.Status
    }

    /// The scores of a pack's rules, in the order written; examples that cannot be read are reported.
    public func run(_ pack: RuleSet.Pack, _ diagnostics: inout Diagnostics) -> [Score] {
        pack.rules.map { run($0, &diagnostics) }
    }

    func run(_ rule: Rule, _ diagnostics: inout Diagnostics) -> Score {
        let examples = ExampleReader(vocabulary: rules.vocabulary, zones: zones).read(rule, &diagnostics)
        let trial = Trial(rules: rules, rule: rule, examples: examples)
        var killed = 0
        var survivors: [Survivor] = []
        var equivalent = 0
        var added: [Example] = []
        for mutant in rule.shape.mutants(rules.vocabulary) {
            if trial.isNoticed(mutant, by: examples + added) {
                killed += added.isEmpty || trial.isNoticed(mutant, by: examples) ? 1 : 0
            } else if let found = trial.settle(mutant) {
                survivors.append(survivor(mutant, found, rule))
                added.append(found.example)
            } else {
                equivalent += 1
            }
        }
        return Score(rule: rule.id, killed: killed, survivors: survivors, equivalent: equivalent)
    }

    private func survivor(_ mutant: Mutant, _ found: Trial.Settlement, _ rule: Rule) -> Survivor {
        let examples = rule.examples
        let end = examples?.range.bytes.upperBound ?? 0
        // An example's lines start at the column of the dash, two before its first key.
        let indent = (examples?.items.first?.range.start.column).map { max(0, $0 - 3) } ?? 6
        return Survivor(
            question: mutant.question,
            example: ExampleWriter(frame: found.example.frame).text(found.example, indent: indent),
            place: examples.map { SourceRange(file: $0.range.file, bytes: end..<end) },
            verdict: found.verdict, mistaken: found.mistaken)
    }
}

/// One rule on trial with its examples.
struct Trial {
    let rules: RuleSet
    let rule: Rule
    let examples: [Example]

    /// An example in which the right rule and a wrong one differ.
    struct Settlement {
        let example: Example
        let verdict: Verdict.Status
        let mistaken: Verdict.Status
    }

    /// Whether one of the examples comes out otherwise with the wrong rule.
    func isNoticed(_ mutant: Mutant, by examples: [Example]) -> Bool {
        let wrong = rule.with(mutant.shape)
        return examples.contains { statuses(of: $0, wrong) != statuses(of: $0, rule) }
    }

    /// The plainest example that tells the wrong rule from the right one; nil when none was found.
    func settle(_ mutant: Mutant) -> Settlement? {
        let wrong = rule.with(mutant.shape)
        for example in ExampleVariations(examples).all {
            let right = statuses(of: example, rule)
            let mistaken = statuses(of: example, wrong)
            guard right != mistaken, right.count == 1, mistaken.count == 1 else { continue }
            let settled = example.expecting(right[0], named: mutant.question)
            return Settlement(example: settled, verdict: right[0], mistaken: mistaken[0])
        }
        return nil
    }

    private func statuses(of example: Example, _ rule: Rule) -> [Verdict.Status] {
        var ignored = Diagnostics()
        let runner = ExampleRunner(rules: rules, zones: { _ in nil })
        if let outcome = runner.outcome(of: example, rule, &ignored) { return [outcome.status] }
        let verdicts = runner.chosen(runner.evaluate(example, rule, &ignored), example)
        let statuses = verdicts.map(\.status)
        return statuses.isEmpty ? [.doesNotApply] : statuses
    }
}

extension Rule {
    /// The same rule with another meaning.
    func with(_ shape: any Shape) -> Rule {
        var rule = self
        rule.shape = shape
        return rule
    }
}
