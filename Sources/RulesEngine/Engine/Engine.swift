/// Holds rules against facts at a moment: packs + facts + now → verdicts. Same input, same verdicts in the same order.
public struct Engine: Sendable {
    /// The rules in force.
    public let rules: RuleSet
    /// The zone and holidays the person lives by.
    public let frame: TimeFrame

    /// An engine for these rules in this time frame.
    public init(rules: RuleSet, frame: TimeFrame) {
        self.rules = rules
        self.frame = frame
    }

    /// The verdicts of all rules, or of those given by their places, by rule and then by person and time; a place that
    /// holds no rule has no verdicts. Rules about wording judge a `message` whose row the facts hold as planned.
    public func evaluate(
        _ facts: Facts, at now: Instant, only chosen: [Int]? = nil, message: Message? = nil
    ) -> Evaluated {
        var verdicts: [Verdict] = []
        evaluate(facts, at: now, only: chosen, message: message, into: &verdicts)
        return Evaluated(rules: rules, facts: facts, frame: frame, now: now, verdicts: verdicts)
    }

    /// The same into a buffer that is used again from log to log; what it holds is replaced.
    public func evaluate(
        _ facts: Facts, at now: Instant, only chosen: [Int]? = nil, message: Message? = nil,
        into verdicts: inout [Verdict]
    ) {
        var run = Evaluation(facts: facts, vocabulary: rules.vocabulary, frame: frame, now: now)
        run.message = message
        let places = (chosen ?? Array(rules.rules.indices)).filter(rules.rules.indices.contains)
        evaluate(places, &run, into: &verdicts)
    }

    /// The facts of a log, ready for these rules.
    public func facts(
        of document: LogDocument, carryingOut plan: ActivityLine? = nil, _ diagnostics: inout Diagnostics
    ) -> Facts {
        FactsBuilder(vocabulary: rules.vocabulary, frame: frame, literals: rules.literalTexts)
            .facts(of: document, carryingOut: plan, &diagnostics)
    }
}

/// Verdicts with everything that is needed to put them into words.
public struct Evaluated: Sendable {
    /// The rules that were held against the facts.
    public let rules: RuleSet
    /// The facts.
    public let facts: Facts
    /// The time frame.
    public let frame: TimeFrame
    /// The moment.
    public let now: Instant
    /// What the rules say.
    public let verdicts: [Verdict]

    /// The rule of a verdict.
    public func rule(of verdict: Verdict) -> Rule { rules.rules[Int(verdict.rule)] }

    var narrator: Narrator {
        Narrator(facts: facts, vocabulary: rules.vocabulary, frame: frame, now: now.seconds)
    }
}
