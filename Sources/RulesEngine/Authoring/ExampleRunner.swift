/// Runs the examples of rules with their fake clocks.
public struct ExampleRunner: Sendable {
    let rules: RuleSet
    let zones: @Sendable (String) -> Zone?
    private let texts: TextTable

    /// A runner for these rules; `zones` finds the time zones examples name.
    public init(rules: RuleSet, zones: @escaping @Sendable (String) -> Zone?) {
        self.rules = rules
        self.zones = zones
        texts = TextTable(rules.literalTexts)
    }

    /// How one example came out.
    public struct Result: Sendable {
        /// The rule it belongs to, by full id.
        public let rule: String
        /// The example's name.
        public let example: String
        /// The verdicts expected.
        public let expected: [Verdict.Status]
        /// The verdicts that came out.
        public let actual: [Verdict.Status]
        /// What is wrong, with its place and the reason; nil when it came out as expected.
        public let problem: Diagnostic?

        /// Whether it came out as expected.
        public var passed: Bool { problem == nil }
    }

    /// Runs every example of a pack, in the order written. Examples that cannot be read are reported and left out.
    public func run(_ pack: RuleSet.Pack, _ diagnostics: inout Diagnostics) -> [Result] {
        pack.rules.flatMap { run($0, &diagnostics) }
    }

    /// Runs the examples of one rule.
    func run(_ rule: Rule, _ diagnostics: inout Diagnostics) -> [Result] {
        ExampleReader(vocabulary: rules.vocabulary, zones: zones).read(rule, &diagnostics).map { example in
            result(of: example, rule, &diagnostics)
        }
    }

    private func result(of example: Example, _ rule: Rule, _ diagnostics: inout Diagnostics) -> Result {
        let facts = facts(of: example, &diagnostics)
        if let outcome = outcome(of: example, rule, facts) {
            return Result(
                rule: rule.id, example: example.name, expected: example.expected, actual: [outcome.status],
                problem: outcome.problem)
        }
        let evaluated = evaluate(facts, example, rule)
        let verdicts = chosen(evaluated, example)
        let actual = Self.statuses(of: verdicts)
        return Result(
            rule: rule.id, example: example.name, expected: example.expected, actual: actual,
            problem: problem(example, rule, actual, verdicts, evaluated))
    }

    /// What happened in an example; the same for every rule.
    func facts(of example: Example, _ diagnostics: inout Diagnostics) -> Facts {
        FactsBuilder(vocabulary: rules.vocabulary, frame: example.frame, texts: texts)
            .facts(of: example.document, carryingOut: example.plan, &diagnostics)
    }

    /// Holds one rule against an example, as if it were the only rule there is.
    func evaluate(_ facts: Facts, _ example: Example, _ rule: Rule) -> Evaluated {
        Engine(rules: rules.only(rule), frame: example.frame).evaluate(facts, at: example.now)
    }

    /// The verdicts as an example lists them: no occasion at all is one that does not apply.
    static func statuses(of verdicts: [Verdict]) -> [Verdict.Status] {
        verdicts.isEmpty ? [.doesNotApply] : verdicts.map(\.status)
    }

    /// The verdicts an example speaks of, by time; with a plan, only those about the plan.
    func chosen(_ evaluated: Evaluated, _ example: Example) -> [Verdict] {
        let verdicts = evaluated.verdicts.filter { verdict in
            if example.plan != nil, !evaluated.concernsPlan(verdict) { return false }
            guard let person = example.person else { return true }
            return evaluated.narrator.name(verdict.person) == person
        }
        return verdicts.enumerated().sorted { ($0.element.occasion, $0.offset) < ($1.element.occasion, $1.offset) }
            .map(\.element)
    }

    private func problem(
        _ example: Example, _ rule: Rule, _ actual: [Verdict.Status], _ verdicts: [Verdict], _ evaluated: Evaluated
    ) -> Diagnostic? {
        guard example.isMet(by: actual) else {
            let why =
                verdicts.first.map { evaluated.explanation(of: $0).lines } ?? ["the rule found no occasion in this log"]
            return .exampleFails(example, actual: actual, why: why)
        }
        guard let says = example.says, let verdict = verdicts.first else { return nil }
        let said = evaluated.headline(of: verdict)
        return said == says ? nil : .exampleSaysOtherwise(example, said: said)
    }
}
