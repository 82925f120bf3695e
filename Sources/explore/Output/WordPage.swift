import RulesEngine

/// All about one kind of activity: how it is typed, what may be said with it, and its name in rules.
struct WordPage {
    let kind: Kind
    let vocabulary: Vocabulary

    /// A line to type, such as `log thanked NAME by email`.
    var example: String {
        let word = vocabulary.loggingWord(kind.id)
        let name = kind.needsPerson ? " NAME" : ""
        switch kind.stage?.step {
        case .planned:
            let isFirst = kind.stage?.episode == 0
            let option = isFirst ? "" : " --kind " + (vocabulary.episode(of: kind.id)?.name ?? "")
            return "plan\(name) tue 10:00\(option)"
        case .moved: return "log \(word)\(name) to tue 14:00"
        case .held where kind.stage?.episode == 0: return "log \(word)\(name) yesterday 15:00 26m"
        default: return "log \(word)\(name)\(other)\(way)\(mainText)"
        }
    }

    private var other: String { kind.otherName.map { $0.isBefore ? "" : " to NAME" } ?? "" }

    private var way: String {
        let ways = kind.fields.compactMap { id -> String? in
            guard case .choice(let words) = vocabulary[id].type, !vocabulary[id].synonyms.isEmpty else { return nil }
            return words.first
        }
        return ways.first.map { " by \($0)" } ?? ""
    }

    private var mainText: String { kind.mainField == nil ? "" : " \"…\"" }

    /// The page for people.
    var text: String {
        var lines = ["\(kind.noun): \(kind.happens)", "  explore \(example)"]
        lines.append("  Words: " + kind.words.joined(separator: ", "))
        lines.append("  With a person: " + (kind.needsPerson ? "needed" : "possible"))
        lines.append("  May say:")
        let width = fields.map(\.name.count).max() ?? 0
        lines += fields.map { "    \($0.name.padding(to: width + 2))\($0.type.expectation)" }
        if !groups.isEmpty { lines.append("  Counts as: " + groups.joined(separator: ", ")) }
        lines.append("  Name in rules and files: \(kind.name)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The page for programs.
    var json: String {
        JSONLine([
            ("kind", .text(kind.name)), ("noun", .text(kind.noun)), ("happens", .text(kind.happens)),
            ("words", .list(kind.words.map { .text($0) })), ("person", .text(kind.needsPerson ? "needed" : "possible")),
            ("example", .text("explore " + example)),
            ("fields", .object(fields.map { ($0.name, .text($0.type.expectation)) })),
            ("groups", .list(groups.map { .text($0) })),
        ]).text
    }

    private var fields: [Field] { kind.fields.map { vocabulary[$0] } }
    private var groups: [String] { vocabulary.groups.filter { $0.kinds.contains(kind.id) }.map(\.name) }
}
