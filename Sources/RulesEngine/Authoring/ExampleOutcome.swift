extension ExampleRunner {
    /// How an example came out that is about an order or a message rather than about a log.
    struct Outcome {
        let status: Verdict.Status
        /// What is wrong; nil when it came out as expected.
        let problem: Diagnostic?
    }

    /// The outcome of an example with an `order:` or a `message:`; nil for every other.
    func outcome(of example: Example, _ rule: Rule, _ facts: Facts) -> Outcome? {
        if !example.order.isEmpty { return order(of: example, rule, facts) }
        return example.message.map { outcome(of: $0, example, rule) }
    }

    /// The people named come in this order, each with more points than the next.
    private func order(of example: Example, _ rule: Rule, _ facts: Facts) -> Outcome {
        let names = example.order.map(\.text)
        let ranked = ranking(facts, example, rule).filter { names.contains($0.name) }
        let isKept =
            ranked.map(\.name) == names && zip(ranked, ranked.dropFirst()).allSatisfy { $0.points > $1.points }
        return Outcome(status: isKept ? .ok : .overdue, problem: isKept ? nil : .exampleOrders(example, ranked))
    }

    /// The order in which a rule puts those it is about.
    func ranking(_ facts: Facts, _ example: Example, _ rule: Rule) -> [Ranked] {
        let kind = (rule.shape as? Preference).map { rules.vocabulary[$0.kind].name } ?? "person"
        let engine = Engine(rules: rules.only(rule), frame: example.frame)
        return engine.ranking(of: kind, in: facts, at: example.now)
    }

    private func outcome(of message: Message, _ example: Example, _ rule: Rule) -> Outcome {
        let check = MessageCheck(engine: Engine(rules: rules.only(rule), frame: example.frame))
        // What is wrong with the log was reported when its facts were made.
        var ignored = Diagnostics()
        let evaluated = check.evaluate(message, against: example.document, at: example.now, &ignored)
        let verdict = check.verdicts(on: message, evaluated).first
        let findings = verdict.flatMap { verdict in
            (rule.shape as? Wording)?.findings(in: message, Int(verdict.occasion), evaluated.narrator)
        }
        let status = verdict?.status ?? .doesNotApply
        let isExpected = example.expected == [status]
        let problem = Diagnostic.exampleFinds(example, status, (findings ?? []).map(\.text))
        return Outcome(status: status, problem: isExpected ? nil : problem)
    }
}
