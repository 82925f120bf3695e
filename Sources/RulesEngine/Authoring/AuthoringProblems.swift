/// What can be wrong with examples and advice: the wording of every message of this phase.
extension Diagnostic {
    static func exampleFails(_ example: Example, actual: [Verdict.Status], why: [String]) -> Diagnostic {
        let came = actual.map(\.word).joined(separator: ", ")
        let wanted = example.expected.map(\.word).joined(separator: ", ")
        return Diagnostic(
            .exampleFails, "the example '\(example.name)' comes out as '\(came)', not '\(wanted)'",
            at: example.verdictRange,
            help: (why + ["change the example if the rule is right, or the rule if the example is"])
                .joined(separator: "\n"))
    }

    static func exampleSaysOtherwise(_ example: Example, said: String) -> Diagnostic {
        Diagnostic(
            .exampleFails, "the example '\(example.name)' expects another sentence", at: example.range,
            help: "the rule says: \(said)")
    }

    static func exampleOrders(_ example: Example, _ ranked: [Ranked]) -> Diagnostic {
        let came = ranked.map { "\($0.name) \($0.points)" }.joined(separator: ", ")
        let terms = ranked.flatMap { person in
            person.terms.map { "\(person.name): \($0.points) for: \($0.label)" + ($0.missing.map { " (\($0))" } ?? "") }
        }
        return Diagnostic(
            .exampleFails, "the example '\(example.name)' comes out in another order: \(came)",
            at: example.verdictRange,
            help: (terms + ["each must have more points than the next; change the example, or the rule"]).joined(
                separator: "\n"))
    }

    static func exampleFinds(_ example: Example, _ status: Verdict.Status, _ found: [String]) -> Diagnostic {
        let wanted = example.expected.map(\.word).joined(separator: ", ")
        return Diagnostic(
            .exampleFails, "the example '\(example.name)' comes out as '\(status.word)', not '\(wanted)'",
            at: example.verdictRange,
            help: (found + ["change the example if the rule is right, or the rule if the example is"]).joined(
                separator: "\n"))
    }

    static func unknownVerdict(_ word: String, at range: SourceRange, among words: [String]) -> Diagnostic {
        let nearest = nearestWord(to: word, among: words)
        return Diagnostic(
            .unknownVerdict, "'\(word)' is not a verdict", at: range,
            help: (nearest.map { "did you mean '\($0)'?\n" } ?? "") + "use one of: " + words.joined(separator: ", "),
            fix: .word(nearest, at: range))
    }

    static func dayOrHours(
        _ rule: Rule, _ key: String, _ span: Span, hours: String, at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            .dayOrHours, .warning, "'\(key): \(span)' counts whole days, but the words of this rule say \(hours)",
            at: range,
            help: "write \(hours) if it is meant to the minute;"
                + " if the end of the day is meant, let the words say \(span)")
    }

    static func noExample(_ rule: Rule) -> Diagnostic {
        Diagnostic(
            .noExample, .warning, "the rule '\(rule.id)' has no example", at: rule.idRange,
            help: "add 'examples:' with at least one log in which it speaks and one in which it is silent")
    }

    static func verdictWithoutExample(_ rule: Rule, _ missing: [Verdict.Status]) -> Diagnostic {
        let words = missing.map { "'\($0.word)'" }.joined(separator: ", ")
        let noun = missing.count == 1 ? "verdict" : "verdicts"
        return Diagnostic(
            .verdictWithoutExample, .warning, "no example of '\(rule.id)' shows the \(noun) \(words)", at: rule.idRange,
            help: "add an example that comes out so" + (missing.count == 1 ? "" : ", one for each"))
    }

    static func noSource(_ rule: Rule) -> Diagnostic {
        Diagnostic(
            .noSource, .warning, "the rule '\(rule.id)' does not say where its advice comes from", at: rule.idRange,
            help: "add 'source:' with a work listed in pack.yaml and the place in it")
    }

    /// `key` is what would say whom the second activity must be with: `to`.
    static func noLink(_ rule: Rule, _ key: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .noLink, .warning, "the rule '\(rule.id)' does not say whom this must be with", at: range,
            help: "add '\(key): same person', or '\(key): anyone' when it makes no difference")
    }

    static func noReason(_ rule: Rule) -> Diagnostic {
        Diagnostic(
            .noReason, .warning, "the rule '\(rule.id)' gives no reason", at: rule.idRange,
            help: "add 'because:' with one sentence that you would say to a person who asks why")
    }

    static func reviewPassed(_ manifest: Manifest, by day: CalendarDay) -> Diagnostic {
        Diagnostic(
            .reviewPassed, .warning, "the advice of '\(manifest.id)' should have been looked at again by \(day)",
            at: manifest.reviewByRange,
            help: "read the pack once more, mend what has changed, and write a later day")
    }

    static func neverSpeaks(_ rule: Rule, because: String, at range: SourceRange, help: String) -> Diagnostic {
        Diagnostic(
            .neverSpeaks, .warning, "the rule '\(rule.id)' can never speak: \(because)", at: range, help: help)
    }

    static func neverFollowed(_ rule: Rule, because: String, at range: SourceRange, help: String) -> Diagnostic {
        Diagnostic(
            .neverFollowed, .warning, "nobody can follow the rule '\(rule.id)': \(because)", at: range, help: help)
    }

    static func shadowedRule(_ rule: Rule, by other: Rule) -> Diagnostic {
        let isSameFile = rule.idRange.file.name == other.idRange.file.name
        return Diagnostic(
            .shadowedRule, .warning, "'\(rule.id)' adds nothing to '\(other.id)', which asks for the same or more",
            at: rule.idRange,
            notes: isSameFile ? [Note(range: other.idRange, label: "the one that asks for more")] : [],
            help: "remove one of them, or say what is special about it in 'where'")
    }

    static func oneSidedDispute(_ dispute: String, position: String, at range: SourceRange?) -> Diagnostic {
        Diagnostic(
            .oneSidedDispute, .warning, "the dispute '\(dispute)' has one position only: '\(position)'", at: range,
            help: "list the others under 'positions' of the dispute, or take the dispute out")
    }
}
