import Checklists

/// Writes a checklist as a task list in Markdown.
struct ChecklistMarkdown {
    let checklist: Checklist
    /// What is said beneath the title; nil for nothing.
    let remark: String?

    /// The text; it ends with a line break.
    var text: String {
        var lines = ["# " + escaped(checklist.title)]
        if let remark { lines += ["", escaped(remark)] }
        for section in checklist.sections {
            lines += ["", "## " + section.phase.heading, ""]
            lines += section.items.map(line)
        }
        if !checklist.openQuestions.isEmpty {
            lines += ["", "(?) depends on: " + escaped(checklist.openQuestions.joined(separator: " "))]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ item: Checklist.Item) -> String {
        let doubt = item.isUncertain && !item.isDone ? "(?) " : ""
        return "- [\(item.isDone ? "x" : " ")] \(doubt)\(escaped(item.text))"
            + (item.remark.map { " — _\(escaped($0))_" } ?? "")
    }

    /// Signs that mean something in Markdown or HTML stand for themselves.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "#", "|", "~": escaped += "\\\(character)"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case _ where character.isNewline: escaped += " "
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
