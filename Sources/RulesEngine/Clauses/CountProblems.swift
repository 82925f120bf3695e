/// What can be wrong in rules that count: the wording of every message.
extension Diagnostic {
    static func notAShare(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unreadableValue, "\(quoted(text)) is not a share", at: range,
            help: "write a number from 0 to 100 with its unit, such as: 40 percent")
    }

    static func notAStretch(_ text: String, at range: SourceRange) -> Diagnostic {
        let isPerson = ["person", "each person", "people"].contains(text.lowercased())
        return Diagnostic(
            .unreadableValue, "\(quoted(text)) is not a stretch of time to count in", at: range,
            help: isPerson
                ? "write for_each: person to count for each, and under 'per' the time, such as: week"
                : "write day, week or month for those of the calendar, or a span such as 30 days")
    }

    static func neverTrue(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyRange, "no number can be inside these limits", at: range,
            help: "make 'at_most' as large as 'at_least', or larger")
    }

    static func notAWeight(_ field: Field, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unreadableValue, "'\(field.name)' is no amount to weigh by", at: range,
            help: "name a field that holds a number or a duration")
    }

    static func notATopicList(_ word: String, at range: SourceRange, among known: [String]) -> Diagnostic {
        .unknownWord(word, is: "a list of topics", at: range, among: known)
    }

    static func tooManyTopics(_ count: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .numberOutOfRange, "these are \(count) topics, more than one rule can cover", at: range,
            help: "name at most 64, or make two rules")
    }

    static func topicTwice(_ topic: Node, first: Node) -> Diagnostic {
        Diagnostic(
            .declaredTwice, "\(quoted(topic.text)) is in the list of topics already", at: topic.range,
            label: "second time", notes: [Note(range: first.range, label: "first time")], help: "remove one of them")
    }

    static func notHere(_ key: Node, in shape: String) -> Diagnostic {
        Diagnostic(
            .unknownKey, "a rule of this form has no key '\(key.text)'", at: key.range,
            help: "take it out: a \(shape) is judged without looking at what happened")
    }

    static func preferredWhen(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .missingKey, "this rule prefers somebody, but does not say when", at: range,
            help: "add 'when:' or 'ideally:' with a condition, such as level: [mid, senior]")
    }

    static func notANumberHere(_ key: Node, of slot: String) -> Diagnostic {
        Diagnostic(
            .unknownKey, "'\(slot)' has no key '\(key.text)'", at: key.range,
            help: "every one of them is an occasion; write it under 'expect', 'unless_first', 'unless' or 'only_if'")
    }

    static func noPhrases(_ kind: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unknownWord, "the vocabulary has no phrases by which to recognise '\(kind)'", at: range,
            help: "add 'phrases:' to it in vocabulary.yaml, or write the words themselves")
    }

    static func notAMessageKind(_ node: Node, among kinds: [Kind]) -> Diagnostic {
        Diagnostic(
            .unknownWord, "\(quoted(node.text)) is not a kind of message", at: node.range,
            help: kinds.isEmpty
                ? "say in the vocabulary what such messages are called: messages: [NAME]"
                : "use one of: " + kinds.map(\.name).joined(separator: ", "))
    }

    static func notAHead(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unreadableValue, "\(quoted(text)) is not the beginning of a message", at: range,
            help: "write a number of words, sentences or lines, such as: 2 sentences")
    }
}
