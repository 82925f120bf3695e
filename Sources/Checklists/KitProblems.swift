import RulesEngine

/// What can be wrong with checklists, questions and topics: the wording of every message of this phase.
extension Diagnostic {
    static func unknownTopic(_ node: Node, among topics: [String]) -> Diagnostic {
        let nearest = nearestWord(to: node.text, among: topics)
        return Diagnostic(
            .unknownTopic, "no topics.yaml has a topic called \(quoted(node.text))", at: node.range,
            help: nearest.map { "did you mean '\($0)'?" }
                ?? (topics.isEmpty
                    ? "add it to topics.yaml, under 'topics:'" : "use one of: " + topics.joined(separator: ", ")),
            fix: .word(nearest, at: node.range))
    }

    /// A pack may be replaced by a person's own, so an unknown rule is no error; of a pack that is not in use nothing is known.
    static func unknownRule(_ node: Node, among rules: [String], packs: [String]) -> Diagnostic {
        let isAbsent = !packs.contains { node.text.hasPrefix($0 + "/") } && node.text.contains("/")
        let nearest = nearestWord(to: node.text, among: rules)
        return Diagnostic(
            .unknownRule, isAbsent && nearest == nil ? .note : .warning, "there is no rule \(quoted(node.text))",
            at: node.range,
            help: nearest.map { "did you mean '\($0)'?" }
                ?? "write the pack, a slash and the rule's id, such as: \(rules.first ?? "north-campus/read-their-page")",
            fix: .word(nearest, at: node.range))
    }

    static func emptyPattern(_ node: Node) -> Diagnostic {
        Diagnostic(
            .emptyValue, "this pattern has no words", at: node.range,
            help: "write the paragraphs below 'text:', each with its own dash")
    }

    static func unusedSlot(_ node: Node) -> Diagnostic {
        Diagnostic(
            .unusedSlot, .warning, "\(quoted(node.text)) is looked up here, and the text does not say it",
            at: node.range,
            help: "write <\(node.text)> where it belongs, or leave it out under 'known'")
    }

    static func sameItem(_ id: String, _ thing: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .sameItem, "there is \(thing) called '\(id)' already", at: range, label: "second time",
            notes: [Note(range: first, label: "first time")], help: "give one of the two another name")
    }

    static func wordOfTwoTopics(_ word: Node, _ topic: String, at first: SourceRange?) -> Diagnostic {
        Diagnostic(
            .sameItem, .warning, "\(quoted(word.text)) means the topic '\(topic)' already", at: word.range,
            label: "second time", notes: first.map { [Note(range: $0, label: "first time")] } ?? [],
            help: "take it out of one of the two, or write more words there")
    }

    static func unknownAdvice(_ written: WrittenText, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: written.text, among: known)
        return Diagnostic(
            .unknownAdvice, .warning, "no document in use gives the advice \(quoted(written.text))", at: written.range,
            help: nearest.map { "did you mean '\($0)'?" }
                ?? "'explore advice --all' lists every piece; advice of your own is listed in a file under advice/",
            fix: .word(nearest, at: written.range))
    }

    static func nothingEncodes(_ piece: AdvicePiece) -> Diagnostic {
        Diagnostic(
            .unsettledAdvice, .warning, "nothing came of the advice '\(piece.id)'", at: piece.range,
            help:
                "cite it under 'advice' of a rule, an item, a question, a topic or a message, or say in exceptions.yaml "
                + "why not")
    }

    static func exceptedAndEncoded(_ exception: AdviceException, _ use: AdviceTrace.Use) -> Diagnostic {
        Diagnostic(
            .unsettledAdvice, .warning,
            "the exception '\(exception.piece.text)' is encoded by the \(use.form.rawValue) '\(use.id)'",
            at: exception.piece.range, help: "take it out of exceptions.yaml, or out of the 'advice' of '\(use.id)'")
    }

    static func unlistedWork(_ node: Node, among works: [String]) -> Diagnostic {
        let nearest = nearestWord(to: node.text, among: works)
        return Diagnostic(
            .unknownWork, "pack.yaml lists no source called \(quoted(node.text))", at: node.range,
            help: nearest.map { "did you mean '\($0)'?" } ?? "add it under 'sources:' in pack.yaml, with its title",
            fix: .word(nearest, at: node.range))
    }

    static func unknownName(_ node: Node, _ thing: String, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: node.text, among: known)
        return Diagnostic(
            .unknownWord, "\(quoted(node.text)) is not \(thing)", at: node.range,
            help: nearest.map { "did you mean '\($0)'?" } ?? "for example: "
                + known.sorted().prefix(12).joined(separator: ", "),
            fix: .word(nearest, at: node.range))
    }
}
