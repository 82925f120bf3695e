import RulesEngine

/// Writes cards, for people and for programs.
struct CardWriter {
    let zone: Zone
    let now: Instant
    let showsPoints: Bool

    /// A card as a few lines: what to do, why, and where that comes from.
    func text(_ card: Card, number: Int) -> String {
        var lines = [" \(number)  \(card.headline)" + aside(card)]
        if !card.detail.isEmpty, card.detail != card.headline { lines.append("    " + card.detail) }
        if !card.because.isEmpty { lines.append("    Why: " + card.because) }
        if let planned = card.plannedFor { lines.append("    Planned for \(zone.wallTime(at: planned).spoken).") }
        lines.append("    " + footer(card))
        if let entry = card.entry {
            lines.append("    When done: " + commands(entry).map { "explore " + $0 }.joined(separator: ", or: "))
        }
        if let answer = card.answer { lines.append("    Answer: explore " + command(answer)) }
        if card.belongsInPlan { lines.append("    Write it into the plan, then: explore plan FILE.yaml") }
        if card.kind == .notice { lines.append("    Seen? explore dismiss \(number)") }
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

    /// The lines to type, with capitals for what is to be filled in: NAME and WHEN.
    func commands(_ entry: Card.Entry) -> [String] {
        let first = command(entry, entry.word, entry.needsOtherName ? ["to", "NAME"] : [])
        return [first] + (entry.otherWord.map { [command(entry, $0, [])] } ?? [])
    }

    private func command(_ entry: Card.Entry, _ word: String, _ more: [String]) -> String {
        var words = entry.isPlan ? ["plan"] : ["log", word]
        if let person = entry.person { words.append(quoted(person)) }
        if entry.needsName { words.append("NAME") }
        words += more
        if entry.isPlan { words.append("WHEN") }
        if let about = entry.about { words.append("\(about.field)=\(quoted(about.value))") }
        return words.joined(separator: " ")
    }

    private func command(_ answer: Card.Answer) -> String {
        switch answer {
        case .field(let field, let person, let choices):
            return "people set \(person.map(quoted) ?? "me") \(field)=…\(listed(choices))"
        case .more(let words, let field, let choices):
            return "log \(words.map(quoted).joined(separator: " ")) \(field)=…\(listed(choices))"
        case .outcome(let words, let person):
            let name = person.map { " " + quoted($0) } ?? ""
            return "log \(words.first ?? "")\(name)"
                + words.dropFirst().map { ", or: explore log \($0)\(name)" }.joined()
        }
    }

    private func listed(_ choices: [String]) -> String {
        choices.isEmpty ? "" : "  (\(choices.joined(separator: ", ")))"
    }

    private func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }

    private func kind(_ card: Card) -> String {
        switch card.kind {
        case .action: "action"
        case .question: "question"
        case .notice: "notice"
        }
    }
}
