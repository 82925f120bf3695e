import RulesEngine

/// Writes verdicts as JSON Lines.
struct VerdictWriter {
    private let evaluated: Evaluated

    init(_ evaluated: Evaluated) { self.evaluated = evaluated }

    /// One verdict: the rule, the verdict, whom and what it is about, the deadline and the evidence.
    func json(_ verdict: Verdict) -> String {
        let explanation = evaluated.explanation(of: verdict)
        let occasion = evaluated.occasion(of: verdict)
        return JSONLine([
            ("rule", .text(evaluated.rule(of: verdict).id)), ("verdict", .text(explanation.verdict)),
            ("person", evaluated.person(of: verdict).map { .text($0) } ?? .none),
            ("occasion", occasion.map { .text($0.key) } ?? .none), ("id", occasion?.id.map { .text($0) } ?? .none),
            ("deadline", evaluated.deadline(of: verdict).map { .text(time($0)) } ?? .none),
            ("closed", closing(verdict)), ("says", .text(explanation.headline)),
            ("why", .list(explanation.lines.map { .text($0) })),
        ]).text
    }

    private func time(_ instant: Instant) -> String {
        Moment(at: instant, in: evaluated.frame.zone).written(in: evaluated.frame.zone)
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
