import RulesEngine

/// Writes verdicts as JSON Lines.
struct VerdictWriter {
    private let evaluated: Evaluated

    private let versions: [String: String]

    init(_ evaluated: Evaluated) {
        self.evaluated = evaluated
        versions = Dictionary(
            evaluated.rules.packs.map { ($0.manifest.id, $0.manifest.version) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// One verdict: the rule, the verdict, whom and what it is about, the deadline and the evidence, as
    /// `Documentation/evaluate.md` has it. Times carry their offset from UTC (RFC 3339).
    func json(_ verdict: Verdict) -> String {
        let rule = evaluated.rule(of: verdict)
        let explanation = evaluated.explanation(of: verdict)
        let occasion = evaluated.occasion(of: verdict)
        return JSONLine([
            ("rule", .text(rule.id)), ("version", version(of: rule)), ("strength", .text(rule.strength.rawValue)),
            ("verdict", .text(explanation.verdict)),
            ("person", evaluated.person(of: verdict).map { .text($0) } ?? .none),
            ("kind", occasion.map { .text($0.kind) } ?? .none), ("at", occasion?.at.map(time) ?? .none),
            ("id", occasion?.id.map { .text($0) } ?? .none), ("occasion", occasion.map { .text($0.key) } ?? .none),
            ("deadline", evaluated.deadline(of: verdict).map(time) ?? .none),
            ("closed", closing(verdict)), ("says", .text(explanation.headline)),
            ("why", .list(explanation.lines.map { .text($0) })),
        ]).text
    }

    private func time(_ instant: Instant) -> JSONLine.Value { .text(evaluated.frame.zone.timestamp(at: instant)) }

    private func version(of rule: Rule) -> JSONLine.Value {
        versions[String(rule.id.prefix { $0 != "/" })].map { .text($0) } ?? .none
    }

    private func closing(_ verdict: Verdict) -> JSONLine.Value {
        switch verdict.closing {
        case .open: .none
        case .excused: .text("excused")
        case .givenUp: .text("given up")
        case .history: .text("history")
        case .archived: .text("archived")
        }
    }
}
