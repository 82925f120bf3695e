/// Why a line that somebody typed could not be understood as it stands: a calm question, with the place in the words.
public struct LogSentenceProblem: Error, Sendable, Hashable {
    /// What is the matter, without a full stop.
    public let message: String
    /// What to write instead; nil when nothing can be said.
    public let help: String?
    /// The words it is about, by their places among those typed; nil for the line as a whole.
    public let words: Range<Int>?
    /// What may be meant, when the question has a closed list of answers.
    public let choices: [String]

    init(_ message: String, help: String? = nil, at words: Range<Int>? = nil, choices: [String] = []) {
        self.message = message
        self.help = help
        self.words = words
        self.choices = choices
    }

    init(_ problem: ValueProblem, of field: String, at words: Range<Int>?) {
        self.init("\(field): \(problem.message.withoutFullStop)", help: problem.help, at: words)
    }

    init(_ problem: WrittenTimeError, at words: Range<Int>?) {
        self.init(problem.message.withoutFullStop, help: problem.help, at: words)
    }
}

extension String {
    /// The text without the full stop at its end.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

// MARK: - The questions

extension LogSentenceProblem {
    static func unknownKind(_ word: String, at words: Range<Int>?, _ vocabulary: Vocabulary) -> LogSentenceProblem {
        let nearest = nearestWord(to: word, among: vocabulary.kinds.flatMap(\.words) + vocabulary.kinds.map(\.name))
        let meant = nearest.flatMap { vocabulary.kind(word: $0) ?? vocabulary.kind(named: $0) }
        let isAhead = meant.map { vocabulary[$0].stage?.step == .planned } ?? false
        let held = vocabulary.episodes.map { vocabulary[$0.held] }
        let others = vocabulary.kinds.filter { $0.needsPerson && $0.stage?.step != .held }
        let examples = (held + others).compactMap(\.words.first).prefix(9).joined(separator: ", ")
        return LogSentenceProblem(
            word.isEmpty ? "there is nothing to log" : "\(quoted(word)) is not something that can be logged",
            help: isAhead
                ? "to plan what lies ahead, write: explore plan NAME WHEN"
                : nearest.map { "did you mean '\($0)'?" } ?? "begin with what happened, such as: " + examples,
            at: words, choices: nearest.map { [$0] } ?? [])
    }

    static func severalPeople(_ written: String, _ names: [String], at words: Range<Int>?) -> LogSentenceProblem {
        LogSentenceProblem(
            "\(quoted(written)) could be several people", help: "write one of: " + names.joined(separator: ", "),
            at: words,
            choices: names)
    }

    static func nobody(_ written: String, _ nearest: String?, at words: Range<Int>?) -> LogSentenceProblem {
        let meant = nearest.map { "did you mean '\($0)'? " } ?? ""
        return LogSentenceProblem(
            "nobody called \(quoted(written)) is in the log",
            help: meant + "To add somebody new, say the same with --new; put what is no name in quotes", at: words,
            choices: nearest.map { [$0] } ?? [])
    }

    static func unknownRecord(
        _ written: String, _ kind: String, _ nearest: String?, at words: Range<Int>?
    ) -> LogSentenceProblem {
        LogSentenceProblem(
            "no \(kind) called \(quoted(written)) is in the log",
            help: (nearest.map { "did you mean '\($0)'? " } ?? "") + "To add a new one, say the same with --new",
            at: words,
            choices: nearest.map { [$0] } ?? [])
    }

    static func unknownField(
        _ name: String, of owner: String, among known: [String], at words: Range<Int>?
    ) -> LogSentenceProblem {
        let nearest = nearestWord(to: name, among: known)
        return LogSentenceProblem(
            "\(quoted(name)) is not something \(owner) can say",
            help: nearest.map { "did you mean '\($0)'?" } ?? "it can say: " + known.joined(separator: ", "), at: words,
            choices: nearest.map { [$0] } ?? [])
    }

    static func givenTwice(_ field: String, at words: Range<Int>?) -> LogSentenceProblem {
        LogSentenceProblem("'\(field)' is said twice", help: "say it once", at: words)
    }

    static func noPerson(_ kind: Kind, at words: Range<Int>?) -> LogSentenceProblem {
        LogSentenceProblem(
            "it does not say with whom", help: "write a name: \(kind.words.first ?? kind.name) NAME", at: words)
    }

    static func inTheFuture(_ spoken: String, _ kind: Kind, at words: Range<Int>?, isEpisode: Bool)
        -> LogSentenceProblem
    {
        let plan = isEpisode ? "to plan it, write: explore plan NAME WHEN" : "log it when it has happened"
        return LogSentenceProblem(
            "\(spoken) is still to come, and \(kind.noun) is for what has happened", help: plan, at: words)
    }
}
