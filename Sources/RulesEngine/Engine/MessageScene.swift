/// The log as it stands for one message that is to be written.
package struct MessageScene: Sendable {
    let evaluated: Evaluated
    let row: Int

    /// Whether a condition on the message or the one it goes to holds; what is not known does not.
    package func holds(_ written: WrittenCondition) -> Bool {
        let condition = written.condition
        let subject = Condition.Subject(row: Int32(row), record: Facts.none, moment: evaluated.now.seconds)
        return condition.holds(subject, in: evaluated.facts) == .yes
    }

    /// Whether everything a pattern speaks of is known.
    package func knows(_ pattern: WrittenPattern) -> Bool {
        pattern.pieces.allSatisfy { piece in
            guard case .slot(let slot) = piece else { return true }
            return words(of: slot) != nil
        }
    }

    /// A pattern with what is known in its slots; what is not known stays a blank that one can see: `[your name]`.
    package func filled(_ pattern: WrittenPattern) -> String {
        pattern.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .slot(let slot): words(of: slot) ?? "[\(slot.title)]"
            }
        }.joined()
    }

    /// The words for a slot: `Ana`, `career path and pay`, `on Tuesday`; nil when it is not known.
    func words(of slot: Slot) -> String? {
        let contents = slot.contents(of: row, at: evaluated.now.seconds, in: evaluated.narrator).map { content in
            switch content {
            case .name(let words), .words(let words): words
            case .day(let seconds): day(seconds)
            }
        }
        guard let last = contents.last else { return nil }
        return contents.count == 1 ? last : contents.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A past day as one writes it in a letter: `today`, `yesterday`, `on Tuesday`, `on 16 November`.
    private func day(_ seconds: Int64) -> String {
        let zone = evaluated.frame.zone
        let day = zone.wallTime(at: Instant(seconds: seconds)).day
        switch zone.wallTime(at: evaluated.now).day.number - day.number {
        case 0: return "today"
        case 1: return "yesterday"
        case 2...6: return "on \(day.weekday.name)"
        default: return "on \(day.date.day) \(MonthName.all[day.date.month - 1])"
        }
    }
}

extension Engine {
    /// The log at a moment, for a message of a kind to somebody; nil when the vocabulary has no such kind.
    package func scene(
        of kind: String, to person: String, in document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> MessageScene? {
        let line = ActivityLine(
            at: Moment(at: now, in: frame.zone), kind: WrittenText(kind), with: [WrittenText(person)])
        let facts = self.facts(of: document, carryingOut: line, &diagnostics)
        guard let row = facts.rows.indices.last(where: { facts.has($0, .planned) }) else { return nil }
        return MessageScene(evaluated: evaluate(facts, at: now, only: []), row: row)
    }
}
