/// What can be wrong inside a rule's clauses: the wording of every message of this phase.
extension Diagnostic {
    static func badSpan(_ problem: WrittenTimeError, at range: SourceRange, whole: SourceRange) -> Diagnostic {
        Diagnostic(
            .unreadableDuration, problem.message.asHeadline, at: range, help: problem.help?.asHeadline,
            fix: problem.replacement.map { Fix(range: whole, replacement: $0, title: "write '\($0)'") })
    }

    /// A word that is one letter off is no slip when it is another word: `some person` may be anybody.
    static func unknownLink(_ text: String, at range: SourceRange, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: text, among: known)
        let others = ["some", "any", "a", "one", "each", "every", "other", "another"]
        let isSlip = !others.contains(text.lowercased().split(separator: " ").first.map(String.init) ?? "")
        return Diagnostic(
            .unknownWord, "'\(text)' is not a way to name a person", at: range,
            help: isSlip
                ? nearest.map { "did you mean '\($0)'?" } ?? "use one of: " + known.joined(separator: ", ")
                : "use one of: " + known.joined(separator: ", "),
            fix: isSlip ? .word(nearest, at: range) : nil)
    }

    /// `link` is the way to name whom it is with, where that was written.
    static func whomInKind(_ kind: String, _ link: String?, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unknownWord, "\(quoted(range.text)) is a kind of activity and a person in one", at: range,
            help: "write \(kind), and on a line of its own: to: \(link ?? "same person")")
    }

    /// A field that belongs to somebody or something the activity names, written as one of its own.
    static func fieldOfRecord(_ name: String, _ paths: [String], at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unknownWord, "'\(name)' is not a field of the activity", at: range,
            help: "write " + paths.joined(separator: " or "))
    }

    static func demandInCondition(_ key: Node) -> Diagnostic {
        Diagnostic(
            .unknownWord, "'\(key.text)' belongs to the rule, not to a condition", at: key.range,
            help: "move it out of 'where', to stand beside it")
    }

    /// A kind right below a key that holds `happened:` and more.
    static func bareKind(_ node: Node, of key: String, fix: Bool) -> Diagnostic {
        Diagnostic(
            .wrongKind, "'\(key)' needs to say what happened", at: node.range, help: "write happened: \(node.text)",
            fix: fix
                ? Fix(range: node.range, replacement: "happened: \(node.text)", title: "write 'happened: \(node.text)'")
                : nil)
    }

    static func notACondition(_ node: Node) -> Diagnostic {
        Diagnostic(
            .notACondition, "a condition needs a field, a colon and a value", at: node.range,
            help: "write it on the next line, indented further, for example: format: in person")
    }

    static func notOrdered(_ field: Field, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .notOrdered, "'\(field.name)' cannot be more or less than something", at: range,
            help: "compare it with 'is', 'is_not' or 'is_set'")
    }
}

extension Diagnostic {
    static func twoShapes(_ keys: [String], at range: SourceRange) -> Diagnostic {
        let words = keys.map { "'\($0)'" }.joined(separator: " and ")
        return Diagnostic(
            .twoShapes, "\(words) cannot stand in one rule", at: range,
            help: "keep one of them, or make two rules")
    }

    static func emptyRange(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyRange, "no value can be inside these limits", at: range,
            help: "write the smaller one first, or under 'at_least', such as: 15 and 20 minutes")
    }

    static func emptyWindow(_ help: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(.emptyRange, "it may not be done before its deadline has passed", at: range, help: help)
    }

    static func goesOnOtherwise(_ text: String, at range: SourceRange, among known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownWord, "\(quoted(text)) is not what goes on under 'after'", at: range,
            help: known.first.map { "write: during: \($0)" }
                ?? "under 'after', name what has a start and an end and took place; or leave 'during' out",
            fix: known.first.map { Fix(range: range, replacement: $0, title: "write '\($0)'") })
    }

    static func oneInOrder(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unknownWord, "there is nothing to put in order: 'expect' names one activity only", at: range,
            help: "list several under 'expect', the first of them first")
    }

    static func notBetween(_ text: String, at range: SourceRange) -> Diagnostic {
        let ends = [" to ", " - ", " – ", "–", "-"].lazy.map { text.split(separator: $0) }.first { $0.count == 2 }
        let meant = ends.map { "\($0[0]) and \($0[1])" }
        return Diagnostic(
            .notBetween, "\(quoted(text)) is not two values with 'and' between them", at: range,
            help: meant.map { "write \($0)" } ?? "write both ends, for example: 15 and 20 minutes",
            fix: meant.map { Diagnostic.Fix(range: range, replacement: $0, title: "write '\($0)'") })
    }

    static func noBounds(at range: SourceRange, keys: [String]) -> Diagnostic {
        Diagnostic(
            .missingKey, "this rule checks something, but not what it should be", at: range,
            help: "add one of: " + keys.joined(separator: ", "))
    }
}
