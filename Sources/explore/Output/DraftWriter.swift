import Checklists
import RulesEngine

/// Writes drafts, and lists of the patterns they follow.
struct DraftWriter {
    let vocabulary: Vocabulary
    let isJSON: Bool

    /// The draft itself, or where it was written.
    func text(of draft: MessageDrafter.Draft, in path: String?) -> String {
        guard !isJSON else {
            return JSONLine([
                ("pattern", .text(draft.pattern)), ("text", .text(draft.text)),
                ("blanks", .list(draft.blanks.map { .text($0) })), ("source", draft.source.map { .text($0) } ?? .none),
                ("file", path.map { .text($0) } ?? .none),
            ]).text + "\n"
        }
        return path.map { "\($0) was written.\n" } ?? draft.text
    }

    /// What is left to do, beside the draft.
    func remarks(on draft: MessageDrafter.Draft) -> [String] {
        let count = draft.blanks.count
        let blanks =
            count == 0
            ? "Nothing is left to fill in." : count == 1 ? "1 blank to fill in." : "\(count) blanks to fill in."
        return ["\(draft.title) (\(draft.pattern)). \(blanks)"]
    }

    /// The patterns, by kind of message.
    func list(_ patterns: [MessagePattern]) -> String {
        if isJSON { return patterns.map { json($0) + "\n" }.joined() }
        var lines: [String] = []
        var last = ""
        for pattern in patterns {
            if pattern.kind != last { lines.append(heading(pattern.kind)) }
            last = pattern.kind
            lines.append("  \(pattern.id): \(pattern.title)")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func json(_ pattern: MessagePattern) -> String {
        JSONLine([
            ("pattern", .text(pattern.id)), ("kind", .text(pattern.kind)), ("title", .text(pattern.title)),
            ("source", pattern.source.map { .text($0) } ?? .none),
        ]).text
    }

    private func heading(_ kind: String) -> String {
        vocabulary.kind(named: kind).map { vocabulary[$0].messages.joined(separator: ", ") } ?? kind
    }
}
