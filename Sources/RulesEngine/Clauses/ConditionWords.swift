/// Says a condition in English, from the lines it was written in.
struct ConditionWords {
    let vocabulary: Vocabulary

    /// The condition as a clause without its first word: `the format is in person and the length is more than 20 minutes`.
    func text(_ node: Node) -> String { clauses(node).joined(separator: " and ") }

    private func clauses(_ node: Node) -> [String] { node.entries.map { clause($0.key.text, $0.value) } }

    private func clause(_ key: String, _ value: Node) -> String {
        switch key {
        case "all": return value.items.map(text).joined(separator: " and ")
        case "any": return "either " + value.items.map(text).joined(separator: " or ")
        case "not": return "it is not so that " + text(value)
        default: break
        }
        let subject = subject(key)
        guard value.kind == .mapping else {
            return "\(subject) \(isList(key) ? "include" : "is") \(words(value))"
        }
        return value.entries.map { subject + " " + comparison($0.key.text, $0.value) }.joined(separator: " and ")
    }

    /// `person.level` → `the person's level`; `me.state` → `your state`.
    private func subject(_ path: String) -> String {
        var hops = path.split(separator: ".").map(String.init)
        let isMine = hops.first == "me" && hops.count > 1
        if isMine { hops.removeFirst() }
        let titles = hops.map { vocabulary.field(named: $0).map { vocabulary[$0].title } ?? $0 }
        let owners = titles.dropLast().map { $0 + "'s" }
        return ([isMine ? "your" : "the"] + owners + titles.suffix(1)).joined(separator: " ")
    }

    private func isList(_ path: String) -> Bool {
        guard let last = path.split(separator: ".").last, let field = vocabulary.field(named: String(last)) else {
            return false
        }
        return vocabulary[field].type.isList
    }

    private func comparison(_ word: String, _ value: Node) -> String {
        switch word {
        case "is_set": value.text == "no" || value.text == "false" ? "is not known" : "is known"
        case "is_not": "is not " + words(value)
        case "more_than": "is more than " + words(value)
        case "at_least": "is at least " + words(value)
        case "less_than": "is less than " + words(value)
        case "at_most": "is at most " + words(value)
        case "contains": "include " + words(value)
        case "contains_all": "include all of " + words(value, joined: " and ")
        case "same_as", "field": "is the same as " + words(value)
        default: "is " + words(value)
        }
    }

    /// The value or values, or the other field they are compared with.
    private func words(_ value: Node, joined: String = " or ") -> String {
        switch value.kind {
        case .mapping: value.entries.first.map { subject($0.value.text) } ?? ""
        case .sequence: value.items.map(\.text).joined(separator: joined)
        default: value.text
        }
    }
}
