/// What can be wrong with a log: the wording of every message of this phase.
extension Diagnostic {
    static func unknownEpisode(_ written: WrittenText, named name: String) -> Diagnostic {
        Diagnostic(
            .unknownReference, "no \(name) in this log has the id '\(written.text)'", at: written.range,
            help: "write the id as it stands under 'id:' at the \(name), or leave this line out")
    }
}

extension Diagnostic {
    static func notAnActivity(_ node: Node, example kind: String) -> Diagnostic {
        Diagnostic(
            .notAnActivity, "this line needs a time, a colon and what was done", at: node.range,
            help: "write it such as: - 2026-11-20 10:00: \(kind) with Ana Ruiz")
    }

    static func badTime(_ problem: WrittenTimeError, at range: SourceRange?) -> Diagnostic {
        Diagnostic(.unreadableTime, problem.message.asHeadline, at: range, help: problem.help?.asHeadline)
    }

    static func unknownField(_ key: Node, of kind: String, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: key.text, among: known)
        let list = "\(kind) may have: " + known.joined(separator: ", ")
        return Diagnostic(
            .unknownField, "\(kind) has no key \(quoted(key.text))", at: key.range,
            help: nearest.map { "did you mean '\($0)'?\n\(list)" } ?? list,
            fix: .word(nearest, at: key.range))
    }

    static func needsPerson(_ kind: Kind, at range: SourceRange?) -> Diagnostic {
        Diagnostic(
            .missingPerson, "this line does not say with whom", at: range,
            help: "add 'with' and a name, such as: \(kind.name) with Ana Ruiz")
    }

    static func missingWith(_ word: String, name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .missingPerson, "this line names somebody without 'with'", at: range,
            help: "write: \(word) with \(name)",
            fix: name == "NAME" ? nil : Fix(range: range, replacement: "\(word) with \(name)", title: "add 'with'"))
    }

    /// A kind told by its noun, or by the words of its name in another order.
    static func describedKind(_ words: String, _ kind: String, _ names: [String], at range: SourceRange) -> Diagnostic {
        let whom = names.isEmpty ? "" : " with " + names.joined(separator: ", ")
        return Diagnostic(
            .unknownWord, "\(quoted(words)) is not a kind of activity", at: range, help: "write: \(kind)\(whom)",
            fix: Fix(range: range, replacement: kind, title: "write '\(kind)'"))
    }

    /// Words that people type for something else; nil when no kind stands for what they mean.
    static func phrasing(
        _ word: String, _ phrasing: Phrasing, at range: SourceRange, _ vocabulary: Vocabulary
    ) -> Diagnostic? {
        let lines = phrasing.means.map { [$0] } ?? phrasing.choices
        let words = lines.map { $0.head.joined(separator: " ") }.filter { vocabulary.kind(word: $0) != nil }
        guard let first = words.first else { return nil }
        let isOne = Set(words).count == 1
        let others = words.map { "'\($0)'" }.joined(separator: " or ")
        return Diagnostic(
            .unknownWord, "\(quoted(word)) is not a kind of activity", at: range,
            help: isOne ? "write '\(first)'" : "write \(others)")
    }

    static func unrecognisedLine(_ node: Node) -> Diagnostic {
        Diagnostic(
            .unrecognisedLine, .warning, "no rule knows what this line is, so it was not checked", at: node.range,
            help: "start it with a word of the vocabulary and a colon, such as: - ask: How did you get your start?")
    }

    static func newerLog(_ node: Node) -> Diagnostic {
        Diagnostic(
            .numberOutOfRange, "this log was written by a newer explore", at: node.range,
            help: "read it with that one; this one reads logs that begin with: log: 1")
    }

    static func unknownZone(_ name: String, at range: SourceRange?) -> Diagnostic {
        Diagnostic(
            .unknownTimeZone, "'\(name)' is not a time zone this computer knows", at: range,
            help: "write a name such as America/New_York or Europe/Berlin")
    }

    static func sameName(_ name: WrittenText, first: WrittenText) -> Diagnostic {
        Diagnostic(
            .sameName, "'\(name.text)' is in the list already", at: name.range, label: "second time",
            notes: first.range.map { [Note(range: $0, label: "first time")] } ?? [],
            help: "tell the two apart, such as '\(name.text) (Delta)', or remove one of the lines")
    }

    static func unknownPerson(_ name: WrittenText, among people: [String]) -> Diagnostic {
        let nearest = nearestWord(to: name.text, among: people)
        return Diagnostic(
            .unknownPerson, "nobody called '\(name.text)' is in the list of people", at: name.range,
            help: nearest.map { "did you mean '\($0)'?" } ?? "add a line under 'people:' such as: - name: \(name.text)",
            fix: .word(nearest, at: name.range))
    }
}

extension Diagnostic {
    static func notAPlan(_ node: Node, kinds: [String]) -> Diagnostic {
        if let key = node.entries.first(where: { $0.key.text == "log" })?.key {
            return Diagnostic(
                .notAPlan, "this file is a log, not a plan", at: key.range,
                help: "hold a log against the advice with: explore today --log \(key.range.file.name)")
        }
        return Diagnostic(
            .notAPlan, "this file does not say what is planned", at: node.entries.first?.key.range ?? node.range,
            help: "start it with a line such as: plan: \(kinds.first ?? "KIND")")
    }

    static func planNeeds(_ key: String, _ example: String, at range: SourceRange?) -> Diagnostic {
        Diagnostic(
            .missingKey, "this plan does not say '\(key)'", at: range, help: "add a line such as: \(key): \(example)")
    }

    static func partBeforePlan(_ part: ActivityLine, start: WrittenText) -> Diagnostic {
        Diagnostic(
            .beforeItsPlan, "this is planned for a time before the start", at: part.range,
            notes: start.range.map { [Note(range: $0, label: "the start")] } ?? [],
            help: "give it a later time, or mend the start")
    }
}

extension Diagnostic {
    /// A name in a plan that several people or other records have.
    static func several(_ plural: String, _ name: WrittenText, _ names: [String]) -> Diagnostic {
        Diagnostic(
            .severalPeople, "'\(name.text)' could be several \(plural)", at: name.range,
            help: "write the whole name, one of: " + names.joined(separator: ", "))
    }

    /// A name that no record of a kind has.
    static func noRecord(
        _ name: WrittenText, _ kind: RecordKind, _ nearest: String?, _ names: [String]
    ) -> Diagnostic {
        let known = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        return Diagnostic(
            .unknownReference, "no \(kind.name) called '\(name.text)' is in the log", at: name.range,
            help: (nearest.map { "did you mean '\($0)'?" } ?? "write one that is there, or add it first")
                + "\n\(kind.plural) there: \(known)",
            fix: .word(nearest, at: name.range))
    }

    /// A name in a plan that nobody in the log has.
    public static func nobody(_ name: WrittenText, _ nearest: String?) -> Diagnostic {
        Diagnostic(
            .unknownPerson, "nobody called '\(name.text)' is in the log", at: name.range,
            help: nearest.map { "did you mean '\($0)'?" } ?? "add them with: explore people add '\(name.text)'",
            fix: .word(nearest, at: name.range))
    }
}

extension Diagnostic {
    /// The same as a warning.
    var asWarning: Diagnostic {
        Diagnostic(
            code, .warning, message, at: range, label: label, notes: notes, help: help, fix: fix, rule: rule)
    }
}
