/// Says a condition in English, from the lines it was written in.
struct ConditionWords {
    let vocabulary: Vocabulary
    /// The kinds of activity it is about.
    let kinds: [KindID]

    /// The condition as a clause without its first word: `the format is in person and the length is more than 20 minutes`.
    func text(_ node: Node) -> String { joined(clauses(node)) }

    /// One thing that must hold: of what, and what.
    private struct Clause {
        /// Nil for a group, which says itself what it is about.
        var subject: String?
        let words: String
    }

    /// What is said of the same thing twice in a row names it once: `the length is known and is at most 20 minutes`.
    private func joined(_ clauses: [Clause]) -> String {
        var text = ""
        var last: String?
        for clause in clauses {
            let isSame = clause.subject != nil && clause.subject == last
            let words = isSame ? clause.words : [clause.subject, clause.words].compactMap { $0 }.joined(separator: " ")
            text += text.isEmpty ? words : " and " + words
            last = clause.subject
        }
        return text
    }

    private func clauses(_ node: Node) -> [Clause] { node.entries.flatMap { clauses($0.key.text, $0.value) } }

    private func clauses(_ key: String, _ value: Node) -> [Clause] {
        switch key {
        case "all": return value.items.flatMap(clauses)
        case "any": return [Clause(words: "either " + value.items.map(text).joined(separator: " or "))]
        case "not": return [denied(clauses(value))]
        default: break
        }
        if let words = isSet(key, value) { return [Clause(words: words)] }
        let subject = subject(key)
        guard value.kind == .mapping else {
            return [Clause(subject: subject, words: "\(isList(key) ? "include" : "is") \(words(value))")]
        }
        return value.entries.map { Clause(subject: subject, words: comparison($0.key.text, $0.value, isList(key))) }
    }

    /// That somebody is named; or that it is a plan, since what was done has no start of its own. Nil for any other field.
    private func isSet(_ key: String, _ value: Node) -> String? {
        guard value.entries.count == 1, value.entries[0].key.text == "is_set" else { return nil }
        let isWanted = !["no", "false"].contains(value.entries[0].value.text)
        if key == vocabulary[FieldID.person].name { return isWanted ? "somebody is named" : "nobody is named" }
        guard vocabulary.episodes.contains(where: { vocabulary[$0.starts].name == key && !kinds.contains($0.planned) })
        else { return nil }
        return isWanted ? "it is planned for a time" : "it is more than a plan"
    }

    /// The contrary of one thing is said of it; that of several is said of them all.
    private func denied(_ clauses: [Clause]) -> Clause {
        guard clauses.count == 1, let clause = clauses.first, let subject = clause.subject else {
            return Clause(words: "it is not so that " + joined(clauses))
        }
        for verb in ["is ", "are "] where clause.words.hasPrefix(verb) && !clause.words.hasPrefix(verb + "not ") {
            return Clause(subject: subject, words: verb + "not " + clause.words.dropFirst(verb.count))
        }
        return clause.words.hasPrefix("include ")
            ? Clause(subject: subject, words: "do not " + clause.words)
            : Clause(words: "it is not so that " + joined(clauses))
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

    private func comparison(_ word: String, _ value: Node, _ isList: Bool) -> String {
        let verb = isList ? "are" : "is"
        switch word {
        case "is_set": return verb + (value.text == "no" || value.text == "false" ? " not known" : " known")
        case "contains": return "include " + words(value)
        case "contains_all": return "include all of " + words(value, "and")
        case "same_as", "field": return verb + " the same as " + words(value)
        case "is_not": return verb + " not " + words(value)
        case "more_than", "at_least", "less_than", "at_most":
            return "\(verb) \(word.replacing("_", with: " ")) " + words(value)
        default: return verb + " " + words(value)
        }
    }

    /// The value or values, or the other field they are compared with.
    private func words(_ value: Node, _ last: String = "or") -> String {
        switch value.kind {
        case .mapping: value.entries.first.map { subject($0.value.text) } ?? ""
        case .sequence: ActivityClause.list(value.items.map(\.text), last)
        default: value.text
        }
    }
}
