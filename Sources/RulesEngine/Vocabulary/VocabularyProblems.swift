/// What can be wrong with words: the wording of every message of this phase.
extension Diagnostic {
    static func unknownWord(
        _ word: String, is thing: String, at range: SourceRange?, among known: [String]
    ) -> Diagnostic {
        let nearest = nearestWord(to: word, among: known)
        return Diagnostic(
            .unknownWord, "'\(word)' is not \(thing)", at: range,
            help: nearest.map { "did you mean '\($0)'?" } ?? listed(known),
            fix: .word(nearest, at: range))
    }

    static func badKindName(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .badID, "\(quoted(name)) cannot be the name of a kind of activity", at: range,
            help: "write two words with a dot between them, in small letters, such as: "
                + (PlainName.kind(from: name) ?? "fair.visited"))
    }

    static func notInText(_ field: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unreadableValue, "'\(field)' cannot be read from a text: only a duration can", at: range,
            help: "write no, or leave the line out")
    }

    /// A kind that does not exist: the nearest by its letters when it is about the same thing, else by its meaning.
    static func unknownKind(
        _ word: String, at range: SourceRange?, among known: [String], _ vocabulary: Vocabulary
    ) -> Diagnostic {
        if let several = several(word, at: range, among: known) { return several }
        let noun = word.prefix { $0 != "." }
        let nearest = nearestWord(to: word, among: known)
        let named = vocabulary.kinds(meantBy: word)
        let meant = (named.isEmpty ? vocabulary.kinds(akinTo: word) : named).map(\.name)
        guard let first = meant.first, nearest.map({ $0.prefix { $0 != "." } }) != noun else {
            return .unknownWord(word, is: "a kind of activity", at: range, among: known)
        }
        return Diagnostic(
            .unknownWord, "'\(word)' is not a kind of activity", at: range,
            help: meant.count == 1 ? "did you mean '\(first)'?" : "use one of: \(meant.joined(separator: ", "))",
            fix: meant.count == 1 ? .word(first, at: range) : nil)
    }

    /// Kinds with a word or a sign between them: what is written as a list.
    private static func several(_ text: String, at range: SourceRange?, among known: [String]) -> Diagnostic? {
        let parts = text.split(separator: /\s*(?:,|\/|\||\bor\b)\s*/).map(String.init)
        guard parts.count > 1, parts.allSatisfy(known.contains) else { return nil }
        let list = "[" + parts.joined(separator: ", ") + "]"
        return Diagnostic(
            .unknownWord, "\(quoted(text)) is not one kind of activity, but \(parts.count)", at: range,
            help: "write \(list)",
            fix: range.map { Fix(range: $0, replacement: list, title: "write \(list)") })
    }

    static func declaredTwice(_ word: String, at range: SourceRange, first: SourceRange?) -> Diagnostic {
        Diagnostic(
            .declaredTwice, "'\(word)' is a word of the vocabulary already", at: range, label: "second time",
            notes: first.map { [Diagnostic.Note(range: $0, label: "first time")] } ?? [],
            help: first == nil
                ? "this word comes with the program: choose another name"
                : "give one of the two another name, or remove it")
    }

    static func valueProblem(
        _ found: ValueProblem, with text: String, for field: Field, at range: SourceRange?
    ) -> Diagnostic {
        let problem = found.knowing(text, for: field)
        return Diagnostic(
            .unreadableValue, "\(field.title): \(problem.message.asHeadline)", at: range,
            help: problem.help?.asHeadline,
            fix: fix(problem.replacement, at: range))
    }

    private static func fix(_ replacement: String?, at range: SourceRange?) -> Fix? {
        guard let replacement, let range else { return nil }
        return Fix(range: range, replacement: replacement, title: "write '\(replacement)'")
    }

    private static func listed(_ words: [String]) -> String? {
        guard let first = words.first else { return nil }
        guard words.count > 1 else { return "write '\(first)'" }
        let shown = words.sorted().prefix(12).joined(separator: ", ")
        return words.count > 12 ? "for example: \(shown) …" : "use one of: \(shown)"
    }
}

extension String {
    /// A sentence as a headline or a repair: it begins small and has no full stop (architecture.md §6). The name of a
    /// month or a weekday keeps its capital.
    var asHeadline: String {
        let text = hasSuffix(".") ? dropLast() : self[...]
        let word = String(text.prefix { $0.isLetter })
        let isName = MonthName.month(named: word) != nil || Weekday(written: word) != nil
        return isName ? String(text) : text.prefix(1).lowercased() + text.dropFirst()
    }
}
