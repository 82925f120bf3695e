/// Why a rule says what it says, in words.
public struct Explanation: Sendable, Hashable {
    /// The seven-word verdict.
    public let verdict: String
    /// What it is about; empty when there is no occasion.
    public let occasion: String
    /// One sentence: what is said to the person.
    public let headline: String
    /// The evidence and the arithmetic, a line each.
    public let lines: [String]
}

extension Evaluated {
    /// What is said to the person about a verdict: the rule's own sentence for it, else its title.
    public func headline(of verdict: Verdict) -> String {
        let rule = rule(of: verdict)
        if verdict.reason == .outcomeUnknown { return outcomeQuestion(verdict) }
        if let template = rule.say[verdict.status] ?? standIn(verdict, rule) {
            return template.filled(verdict, narrator)
        }
        if verdict.status == .cannotTell, let fact = verdict.missing { return narrator.missing(fact) }
        return rule.title
    }

    /// What is overdue reads much like what is due, and the other way round.
    private func standIn(_ verdict: Verdict, _ rule: Rule) -> Template? {
        switch verdict.status {
        case .due: rule.say[.overdue]
        case .overdue: rule.say[.broken] ?? rule.say[.due]
        case .broken: rule.say[.overdue]
        default: nil
        }
    }

    private func outcomeQuestion(_ verdict: Verdict) -> String {
        guard let fact = verdict.missing,
            let episode = rules.vocabulary.episodes.first(where: { $0.link == fact.field })
        else { return "Did it take place?" }
        return episode.asks.replacing("<person>", with: narrator.name(verdict.person))
    }

    /// Why a verdict is what it is.
    public func explanation(of verdict: Verdict) -> Explanation {
        let rule = rule(of: verdict)
        return Explanation(
            verdict: verdict.status.word, occasion: occasion(of: verdict)?.text ?? "",
            headline: headline(of: verdict), lines: reasonLines(verdict, rule))
    }

    private func reasonLines(_ verdict: Verdict, _ rule: Rule) -> [String] {
        var lines = closingLines(verdict)
        switch verdict.reason {
        case .whereFails: return ["a condition of the rule does not hold for it"] + lines
        case .calledOff: return ["it was called off"] + lines
        case .superseded: return ["a newer one took its place: " + narrator.activity(verdict.evidence)] + lines
        case .nobody: return ["the log says that there is nobody it could concern"] + lines
        case .outcomeUnknown: return ["its time has passed, and nothing says whether it took place"] + lines
        case .unless: return ["kept out by: " + narrator.activity(verdict.evidence)] + lines
        case .onlyIf: return ["what it needs to apply is not there"] + lines
        default: break
        }
        lines += heldBackLines(verdict)
        if let fact = verdict.missing { lines.append("missing: " + missingText(fact)) }
        return rule.shape.explain(verdict, narrator) + lines
    }

    private func missingText(_ fact: MissingFact) -> String {
        let field = "'\(rules.vocabulary[fact.field].name)'"
        if fact.row != Facts.none { return "\(field) of the \(narrator.activity(fact.row))" }
        if fact.record == Facts.none { return field }
        return "\(field) of \(fact.record == 0 ? "yourself" : narrator.name(fact.record))"
    }

    private func closingLines(_ verdict: Verdict) -> [String] {
        switch verdict.closing {
        case .open: []
        case .excused: ["no longer asked for: something else has settled it"]
        case .givenUp: ["no longer asked for: too much time has passed"]
        case .history: ["not asked for: it happened before you began"]
        case .archived: ["not asked for: \(narrator.name(verdict.person)) is archived"]
        }
    }
}

extension Evaluated {
    /// The action a rule offers for a verdict; nil when it offers none.
    public func action(of verdict: Verdict) -> String? {
        rule(of: verdict).action?.filled(verdict, narrator)
    }

    /// What decided a verdict, in words; nil when nothing was found.
    public func evidenceText(of verdict: Verdict) -> String? {
        verdict.evidence == Facts.none ? nil : narrator.activity(verdict.evidence)
    }

    /// The same, with what it is about.
    package func account(of verdict: Verdict) -> String? {
        verdict.evidence == Facts.none ? nil : narrator.account(verdict.evidence)
    }

    /// From when on and until when an open verdict is in time: `by Fri 2 Oct 2026 09:18`; nil when it does not say. What
    /// follows an occasion counts before it is asked for, too, so only what comes before one says from when on.
    package func timeText(of verdict: Verdict) -> String? {
        guard verdict.status == .due || verdict.status == .overdue else { return nil }
        let start = isTooEarly(verdict) ? "not before " + narrator.beginning(verdict.notBefore) : nil
        guard verdict.deadline != .max else { return start }
        let end = (verdict.status == .overdue ? "was due by " : "by ") + narrator.time(verdict.deadline)
        return [start, end].compactMap { $0 }.joined(separator: ", ")
    }

    /// Whether it is too early for what a verdict asks for before its occasion.
    package func isTooEarly(_ verdict: Verdict) -> Bool {
        rule(of: verdict).timing == .before && verdict.notBefore > now.seconds && verdict.notBefore < .max - 1
    }
}
