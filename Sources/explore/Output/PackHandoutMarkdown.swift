/// Writes a pack as a handout in Markdown.
struct PackHandoutMarkdown {
    let handout: PackHandout

    /// The text; it ends with a line break.
    var text: String {
        var blocks = ["# " + Self.escaped(handout.title), Self.escaped(handout.facts.joined(separator: " · "))]
        for chapter in handout.chapters {
            blocks.append("## " + Self.escaped(chapter.title))
            for rule in chapter.rules { blocks += self.blocks(of: rule) }
        }
        for part in handout.parts {
            blocks.append("## " + Self.escaped(part.title))
            for entry in part.entries { blocks += self.blocks(of: entry) }
        }
        if !handout.patterns.isEmpty { blocks.append("## Message patterns") }
        for pattern in handout.patterns {
            blocks.append("### " + Self.escaped(pattern.title))
            blocks += pattern.texts.map { "> " + Self.escaped($0) }
            if let source = pattern.source { blocks.append("- **Source:** " + Self.escaped(source)) }
        }
        if !handout.disputes.isEmpty {
            blocks.append("## Where guides differ")
            for dispute in handout.disputes { blocks += self.blocks(of: dispute) }
        }
        if !handout.words.entries.isEmpty {
            blocks.append("## Words")
            blocks.append(
                handout.words.entries.map { "- \(Self.escaped($0.example)): \(Self.escaped($0.kind.noun))" }
                    .joined(separator: "\n"))
        }
        if !handout.works.isEmpty {
            blocks.append("## Sources")
            blocks.append(
                handout.works.map { work in
                    "- " + Self.escaped(work.words) + (work.link.map { ": <\(Self.address($0))>" } ?? "")
                }.joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func blocks(of rule: PackHandout.RuleEntry) -> [String] {
        [
            "### " + Self.escaped(rule.title),
            "**\(PackHandout.word(rule.strength)).** \(Self.escaped(rule.sentence))",
        ] + blocks(of: rule.remarks)
    }

    private func blocks(of entry: PackHandout.PartEntry) -> [String] {
        ["### " + Self.escaped(entry.title)] + entry.texts.map(Self.escaped) + blocks(of: entry.remarks)
    }

    private func blocks(of remarks: [(heading: String, text: String)]) -> [String] {
        let lines = remarks.map { "- **\($0.heading):** \(Self.escaped($0.text))" }
        return lines.isEmpty ? [] : [lines.joined(separator: "\n")]
    }

    private func blocks(of dispute: PackHandout.DisputeEntry) -> [String] {
        let answers = dispute.answers.map { "- " + Self.escaped($0) }.joined(separator: "\n")
        return ["### " + Self.escaped(dispute.question), answers]
            + (dispute.because.isEmpty ? [] : [Self.escaped(dispute.because)])
    }

    /// Text in which every sign that means something in Markdown or HTML stands for itself.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!": escaped += "\\\(character)"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case _ where character.isNewline: escaped += " "
            default: escaped.append(character)
            }
        }
        return listless(escaped)
    }

    /// A dash, a plus or a number at the start would begin a list.
    private static func listless(_ text: String) -> String {
        if text.hasPrefix("-") || text.hasPrefix("+") { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")" else {
            return text
        }
        return digits + "\\" + text.dropFirst(digits.count)
    }

    /// An address between angle brackets, which end it.
    private static func address(_ url: String) -> String {
        url.replacing("<", with: "%3C").replacing(">", with: "%3E")
    }
}
