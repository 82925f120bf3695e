import RulesEngine

/// All about one field: what it takes, what it may be said of, and how it is written.
struct FieldPage {
    let field: Field
    let vocabulary: Vocabulary

    /// The page for people.
    var text: String {
        var lines = ["\(field.title): \(field.type.expectation)"]
        if !field.asks.isEmpty { lines.append("  " + field.asks) }
        for (choice, words) in field.synonyms.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(choice), also: " + words.joined(separator: ", "))
        }
        if field.computed != nil { lines.append("  Worked out from what is logged; it cannot be written.") }
        if !kinds.isEmpty { lines.append("  May be said of: " + kinds.map(\.noun).joined(separator: ", ")) }
        for kind in records {
            lines.append("  May be known about: " + (kind.name == RecordNames.me ? "you" : kind.name))
        }
        lines += examples.map { "  " + $0 }
        lines.append("  Name in rules and files: \(field.name)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The page for programs.
    var json: String {
        JSONLine([
            ("field", .text(field.name)), ("title", .text(field.title)), ("takes", .text(field.type.expectation)),
            ("kinds", .list(kinds.map { .text($0.name) })), ("records", .list(records.map { .text($0.name) })),
            ("examples", .list(examples.map { .text($0) })),
        ]).text
    }

    private var kinds: [Kind] { vocabulary.kinds.filter { $0.fields.contains(field.id) } }
    private var records: [RecordKind] { vocabulary.recordKinds.filter { ($0.fields + $0.computed).contains(field.id) } }

    /// Lines to type: one of an activity, one of a record.
    private var examples: [String] {
        guard field.computed == nil else { return [] }
        let ofKind = kinds.first { $0.stage?.step != .planned }.map { kind in
            "explore log \(vocabulary.loggingWord(kind.id))\(kind.needsPerson ? " NAME" : "") \(field.name)=…"
        }
        let ofRecord = records.first.map { kind in
            let command = kind.name == RecordNames.person || kind.name == RecordNames.me ? "people" : kind.name
            return "explore \(command) set \(kind.name == RecordNames.me ? "me" : "NAME") \(field.name)=…"
        }
        return [ofKind, ofRecord].compactMap(\.self)
    }
}
