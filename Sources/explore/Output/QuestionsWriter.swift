import Checklists

/// Writes the questions chosen for a talk.
struct QuestionsWriter {
    let talk: QuestionPicker.Talk
    let choice: QuestionPicker.Choice
    let showsAll: Bool

    /// The questions with their reasons, for people; it ends with a line break.
    var text: String {
        var lines = [headline]
        if let before = talk.before {
            lines.append("The \(before), took place; these are for the next talk.")
        }
        if choice.isWithoutPath {
            lines.append("The log does not say for which of your paths; with --path it is known what you have heard.")
        }
        if choice.planned.count > choice.room {
            lines.append(
                "Your plan has \(choice.planned.count); about \(choice.room) fit into \(talk.minutes) minutes.")
        }
        if choice.isGivenUp {
            lines.append("You gave up \(choice.subject); for another path add --path.")
        }
        if !choice.planned.isEmpty {
            lines += ["", "In your plan"] + choice.planned.map { "  ·  \($0)" }
            if !choice.chosen.isEmpty { lines += ["", "For the time that is left"] }
        } else {
            lines.append("")
        }
        for (place, pick) in choice.chosen.enumerated() { lines += entry(pick, mark: "\(place + 1)") }
        if showsAll {
            lines += list("If there is time", choice.reserve) + list("Left out", choice.skipped)
        } else if let rest = rest {
            lines += ["", rest]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var headline: String {
        let about = choice.subject.isEmpty ? "" : " about \(choice.subject)"
        let count = choice.chosen.count
        let all = count + choice.planned.count
        return "\(all) question\(all == 1 ? "" : "s") for \(talk.person)\(about), \(talk.minutes) minutes"
    }

    /// How many others there are; nil when there are none.
    private var rest: String? {
        let counts = [(choice.reserve.count, "more in reserve"), (choice.skipped.count, "left out")]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? nil : words.joined(separator: ", ") + ": --all shows them."
    }

    private func entry(_ pick: QuestionPicker.Pick, mark: String) -> [String] {
        let blank = String(repeating: " ", count: max(0, 2 - mark.count))
        return [" \(blank)\(mark)  \(pick.question.wording)", "      \(pick.because)  [\(pick.question.id)]"]
    }

    private func list(_ heading: String, _ picks: [QuestionPicker.Pick]) -> [String] {
        picks.isEmpty ? [] : ["", heading] + picks.flatMap { entry($0, mark: "·") }
    }

    /// The same for programs; `added` are those that were written into a plan file.
    func json(added: [BankQuestion]?) -> String {
        JSONLine([
            ("person", .text(talk.person)), ("path", choice.subject.isEmpty ? .none : .text(choice.subject)),
            ("path_given_up", .flag(choice.isGivenUp)),
            ("minutes", .number(Int64(talk.minutes))), ("before", talk.before.map { .text($0) } ?? .none),
            ("in_plan", .list(choice.planned.map { .text($0) })), ("questions", .list(choice.chosen.map(json))),
            ("reserve", .list(choice.reserve.map(json))), ("left_out", .list(choice.skipped.map(json))),
            ("added", added.map { .list($0.map { .text($0.id) }) } ?? .none),
        ]).text
    }

    private func json(_ pick: QuestionPicker.Pick) -> JSONLine.Value {
        let question = pick.question
        return .object([
            ("question", .text(question.id)), ("wording", .text(question.wording)),
            ("variants", .list(question.variants.map { .text($0) })),
            ("topic", question.topic.isEmpty ? .none : .text(question.topic)),
            ("closing", .flag(question.isClosing)), ("because", .text(pick.because)),
            ("source", question.source.map { .text($0) } ?? .none),
        ])
    }
}
