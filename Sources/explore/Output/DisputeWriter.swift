import RulesEngine

/// Writes the questions that guides answer differently.
struct DisputeWriter {
    /// The disputes with every answer, who gives it, and why one is in force; it ends with a line break.
    func text(_ disputes: [DisputeView]) -> String {
        guard !disputes.isEmpty else { return "The packs in use know of no dispute.\n" }
        let entries = disputes.flatMap { dispute in
            [dispute.id + (dispute.question.isEmpty ? "" : ": \(dispute.question)")] + Self.sides(dispute) + [""]
        }
        return (entries + [choosing(disputes[0])]).joined(separator: "\n") + "\n"
    }

    private func choosing(_ dispute: DisputeView) -> String {
        let other = dispute.sides.first { !$0.isInForce }?.position ?? ""
        return "Choose another answer in your settings.yaml (explore pack show says where it is):\n"
            + "  settings: 1\n  positions:\n    \(dispute.id): \(other)"
    }

    /// The answers of a dispute, a few lines each.
    static func sides(_ dispute: DisputeView) -> [String] { dispute.sides.flatMap { lines($0, dispute) } }

    private static func lines(_ side: DisputeView.Side, _ dispute: DisputeView) -> [String] {
        var lines = ["  \(side.isInForce ? "●" : "○") \(side.position)" + (side.isInForce ? reason(dispute) : "")]
        if !side.rules.isEmpty { lines.append("      " + side.rules.map(\.id).joined(separator: ", ")) }
        lines += side.sources.map { "      " + $0 }
        if !side.advice.isEmpty { lines.append("      " + side.advice.joined(separator: ", ")) }
        return lines
    }

    private static func reason(_ dispute: DisputeView) -> String {
        guard let choice = dispute.choice else {
            return ", in force by default" + (dispute.because.isEmpty ? "" : ": \(dispute.because)")
        }
        switch choice.author {
        case .person: return ", in force: your own choice"
        case .pack(let id): return ", in force: the choice of the pack '\(id)'"
        }
    }

    // MARK: For programs

    /// A dispute as one JSON object.
    func json(_ dispute: DisputeView) -> String {
        JSONLine([
            ("dispute", .text(dispute.id)), ("question", .text(dispute.question)),
            ("default", dispute.preferred.map { .text($0) } ?? .none), ("because", .text(dispute.because)),
            ("chosen", .flag(dispute.choice != nil)), ("positions", .list(dispute.sides.map(json))),
        ]).text
    }

    private func json(_ side: DisputeView.Side) -> JSONLine.Value {
        .object([
            ("position", .text(side.position)), ("in_force", .flag(side.isInForce)),
            ("rules", .list(side.rules.map { .text($0.id) })), ("sources", .list(side.sources.map { .text($0) })),
            ("advice", .list(side.advice.map { .text($0) })),
        ])
    }
}
