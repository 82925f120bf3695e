import RulesEngine

/// Writes cards, for people and for programs.
struct CardWriter {
    let zone: Zone
    let now: Instant
    let showsPoints: Bool

    /// A card as a few lines: what to do, why, and where that comes from.
    func text(_ card: Card, number: Int) -> String {
        var lines = [" \(number)  \(card.headline)" + aside(card)]
        if card.detail != card.headline { lines.append("    " + card.detail) }
        if !card.because.isEmpty { lines.append("    Why: " + card.because) }
        if let planned = card.plannedFor { lines.append("    Planned for \(zone.wallTime(at: planned).spoken).") }
        lines.append("    " + footer(card))
        if let word = card.logWord {
            lines.append("    When done: explore log \(word)" + (card.person.map { " \(quoted($0))" } ?? ""))
        }
        if card.belongsInPlan { lines.append("    Write it into the plan, then: explore plan FILE.yaml") }
        if showsPoints { lines.append("    Points: " + points(card)) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A card as one JSON object.
    func json(_ card: Card) -> String {
        JSONLine([
            ("kind", .text(kind(card))), ("headline", .text(card.headline)), ("detail", .text(card.detail)),
            ("because", .text(card.because)), ("status", .text(card.status.word)),
            ("strength", .text(card.strength.rawValue)), ("person", card.person.map { .text($0) } ?? .none),
            ("deadline", card.deadline.map { .text(Moment(at: $0, in: zone).written(in: zone)) } ?? .none),
            ("effort_minutes", card.effort.map { .number($0.seconds / 60) } ?? .none),
            ("rules", .list(card.rules.map { .text($0) })), ("sources", .list(card.sources.map { .text($0) })),
            ("occasions", .list(card.occasions.map { .text($0.occasion) })),
            ("dismiss_reasons", .list(card.dismissReasons.map { .text($0) })),
            ("score", .number(Int64(card.score))),
        ]).text
    }

    private func aside(_ card: Card) -> String {
        var parts: [String] = []
        if let effort = card.effort { parts.append("~\(effort.seconds / 60) min") }
        if let deadline = card.deadline, card.kind == .action {
            parts.append((deadline < now ? "was due " : "by ") + spoken(deadline))
        }
        return parts.isEmpty ? "" : "  (" + parts.joined(separator: ", ") + ")"
    }

    /// A deadline at the end of a day is that day.
    private func spoken(_ deadline: Instant) -> String {
        let wall = zone.wallTime(at: deadline)
        guard wall.secondOfDay == 86_399 else { return wall.spoken }
        return wall.spoken.split(separator: " ").dropLast().joined(separator: " ")
    }

    private func footer(_ card: Card) -> String {
        "[" + card.rules.joined(separator: ", ") + "]" + (card.sources.first.map { " " + $0 } ?? "")
    }

    private func points(_ card: Card) -> String {
        card.terms.map { "\($0.label) \($0.points)" }.joined(separator: " + ") + " = \(card.score)"
    }

    private func quoted(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }

    private func kind(_ card: Card) -> String {
        switch card.kind {
        case .action: "action"
        case .question: "question"
        case .notice: "notice"
        }
    }
}
