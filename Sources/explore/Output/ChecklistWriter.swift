import ArgumentParser
import Checklists
import RulesEngine

/// How a checklist is written.
enum ChecklistFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, markdown, json, html
}

/// Writes checklists, for people, for paper and for programs.
struct ChecklistWriter {
    let format: ChecklistFormat
    /// The words that asked for it, for the line that says how to tick.
    let words: [String]
    /// How a break is told that ends at a moment.
    let spokenBreak: (Instant) -> String

    /// The checklists in one text that ends with a line break; `today` is when they were made.
    func text(_ checklists: [Checklist], today: String) -> String {
        switch format {
        case .text: checklists.map(plain).joined(separator: "\n") + closing
        case .markdown:
            checklists.map { ChecklistMarkdown(checklist: $0, remark: remark($0)).text }.joined(separator: "\n")
        case .json: checklists.map { json($0) + "\n" }.joined()
        case .html: ChecklistPage(checklists: checklists, remark: remark, made: today).text
        }
    }

    /// What is said beneath the title; nil for nothing.
    private func remark(_ checklist: Checklist) -> String? { checklist.pausedUntil.map { spokenBreak($0) + "." } }

    // MARK: Text

    private func plain(_ checklist: Checklist) -> String {
        var lines = [checklist.title] + (remark(checklist).map { [$0] } ?? [])
        for section in checklist.sections {
            lines.append("")
            if checklist.sections.count > 1 { lines.append(section.phase.heading) }
            lines += section.items.map(line)
        }
        if checklist.sections.isEmpty { lines += ["", "Nothing to see to."] }
        if !checklist.openQuestions.isEmpty {
            lines += ["", "[?] depends on: " + checklist.openQuestions.joined(separator: " ")]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ item: Checklist.Item) -> String {
        let box = item.isDone ? "[x]" : item.isPutAway ? "[–]" : item.isUncertain ? "[?]" : "[ ]"
        return " \(box) \(item.text)" + (item.remark.map { "  (\($0))" } ?? "") + "  [\(item.id)]"
    }

    private var closing: String {
        let whom = words.isEmpty ? "" : " " + words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
        return "\nTick an item with: explore checklist\(whom) --done ITEM\n"
    }

    // MARK: JSON

    private func json(_ checklist: Checklist) -> String {
        let items = checklist.sections.flatMap { section in
            section.items.map { json($0, section.phase) }
        }
        return JSONLine([
            ("title", .text(checklist.title)), ("occasion", .text(checklist.occasion)),
            ("remark", remark(checklist).map { .text($0) } ?? .none),
            ("depends_on", .list(checklist.openQuestions.map { .text($0) })), ("items", .list(items)),
        ]).text
    }

    private func json(_ item: Checklist.Item, _ phase: Checklist.Phase) -> JSONLine.Value {
        var state = ("open", JSONLine.Value.none)
        switch item.state {
        case .open: break
        case .putOff(let text): state = ("put_off", .text(text))
        case .putAway(let text): state = ("put_away", .text(text))
        case .planned(let text): state = ("planned", .text(text))
        case .done(let text): state = ("done", .text(text))
        }
        return .object([
            ("item", .text(item.id)), ("phase", .text(phase.rawValue)), ("text", .text(item.text)),
            ("state", .text(state.0)), ("proof", state.1),
            ("time", item.time.map { .text($0) } ?? .none), ("done", .flag(item.isDone)),
            ("uncertain", .flag(item.isUncertain)), ("rules", .list(item.rules.map { .text($0) })),
            ("source", item.source.isEmpty ? .none : .text(item.source)),
        ])
    }
}

extension Checklist.Phase {
    /// The phase as a heading.
    var heading: String {
        switch self {
        case .before: "Before"
        case .atTheDoor: "At the door"
        case .during: "During"
        case .closing: "In the last minutes"
        case .after: "After"
        }
    }
}

extension Checklist.Item {
    /// What is said beside it; nil for nothing.
    var remark: String? {
        switch state {
        case .open: time
        case .putOff(let day): "put off until \(day)"
        case .putAway(let reason): "put away: \(reason)"
        case .planned: "in the plan" + (time.map { ", " + $0 } ?? "")
        case .done(let proof): proof
        }
    }
}
