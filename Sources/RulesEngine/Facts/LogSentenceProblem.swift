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
    /// The line it is about, as far as it was cut into words; the places in `words` are places in it.
    public private(set) var typed: [String] = []
    /// Whole lines that may be typed instead.
    public private(set) var instead: [TypedLine] = []

    /// What may stand in the place of `words` to make the line a good one.
    struct Repair: Sendable, Hashable {
        /// The words to write there; one with a blank in it is a text in quotes.
        var written: [String]?
        var command: String?
        var addsNew = false
        var more: [String] = []
        var meaning = ""
    }

    private var repairs: [Repair]

    init(
        _ message: String, help: String? = nil, at words: Range<Int>? = nil, choices: [String] = [],
        repairs: [Repair] = [], instead: [TypedLine] = []
    ) {
        self.message = message
        self.help = help
        self.words = words
        self.choices = choices
        self.repairs = repairs
        self.instead = instead
    }

    /// The same problem with whole lines in the place of its repairs.
    func placed(in typed: [String], addsNew: Bool) -> LogSentenceProblem {
        var problem = self
        problem.typed = typed
        problem.instead =
            repairs.map { repair in
                var line = typed
                if let written = repair.written, let words, words.upperBound <= typed.count {
                    line.replaceSubrange(words, with: written)
                }
                return TypedLine(
                    line + repair.more, command: repair.command, addsNew: repair.addsNew, meaning: repair.meaning)
            } + instead
        // Who was new in the line as typed is new in the others too.
        for place in problem.instead.indices where addsNew && problem.instead[place].command != "words" {
            problem.instead[place].addsNew = true
        }
        return problem
    }

    init(_ problem: ValueProblem, of field: String, at words: Range<Int>?) {
        self.init("\(field): \(problem.message.withoutFullStop)", help: problem.help, at: words)
    }

    init(_ problem: WrittenTimeError, at words: Range<Int>?) {
        self.init(
            problem.message.withoutFullStop, help: problem.help, at: words,
            repairs: problem.choices.map { Repair(written: $0.split(separator: " ").map(String.init)) })
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
        let everyday = vocabulary.groups.flatMap(\.kinds).prefix(5).map { vocabulary.loggingWord($0) }
        let examples = everyday.joined(separator: ", ")
        return LogSentenceProblem(
            word.isEmpty ? "there is nothing to log" : "\(quoted(word)) is not something that can be logged",
            help: isAhead
                ? "to plan what lies ahead, write: explore plan NAME WHEN"
                : nearest.map { "did you mean '\($0)'?" } ?? "begin with what happened, such as: " + examples
                    + "; all of it is listed by: explore words",
            at: words, choices: nearest.map { [$0] } ?? [],
            repairs: isAhead ? [] : nearest.map { [Repair(written: $0.split(separator: " ").map(String.init))] } ?? [],
            instead: nearest == nil || isAhead
                ? [] : [TypedLine([], command: "words", meaning: "all that can be logged")])
    }

    /// `field` is the one the name was written for, as it is typed: `helper=`; nil for whom the line is with.
    static func severalPeople(
        _ written: String, _ names: [String], at words: Range<Int>?, field: String = ""
    ) -> LogSentenceProblem {
        LogSentenceProblem(
            "\(quoted(written)) could be several people", help: "write one of: " + names.joined(separator: ", "),
            at: words,
            choices: names, repairs: names.prefix(5).map { Repair(written: [field + $0]) })
    }

    static func nobody(
        _ written: String, _ nearest: String?, at words: Range<Int>?, field: String = ""
    ) -> LogSentenceProblem {
        let known = nearest.map { [Repair(written: [field + $0], meaning: "somebody in your log")] } ?? []
        return LogSentenceProblem(
            "nobody called \(quoted(written)) is in the log",
            help: nearest.map { "did you mean '\($0)'? To add somebody new, say the same with --new" }
                ?? "to add somebody new, say the same with --new; put what is no name in quotes", at: words,
            choices: nearest.map { [$0] } ?? [],
            repairs: known + [Repair(addsNew: true, meaning: "somebody new")])
    }

    static func unknownRecord(
        _ written: String, _ kind: String, _ nearest: String?, at words: Range<Int>?
    ) -> LogSentenceProblem {
        LogSentenceProblem(
            "no \(kind) called \(quoted(written)) is in the log",
            help: (nearest.map { "did you mean '\($0)'? " } ?? "") + "To add a new one, say the same with --new",
            at: words,
            choices: nearest.map { [$0] } ?? [], repairs: [Repair(addsNew: true)])
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
        let word = kind.words.first ?? kind.name
        return LogSentenceProblem(
            "it does not say with whom", help: "write a name: \(word) NAME", at: words,
            repairs: [Repair(written: word.split(separator: " ").map(String.init) + ["NAME"])])
    }

    static func inTheFuture(
        _ spoken: String, _ kind: Kind, at words: Range<Int>?, isEpisode: Bool, instead: [TypedLine]
    ) -> LogSentenceProblem {
        let plan = isEpisode ? "to plan it, write: explore plan NAME WHEN" : "log it when it has happened"
        return LogSentenceProblem(
            "\(spoken) is still to come, and \(kind.anyNoun) is for what has happened", help: plan, at: words,
            instead: instead)
    }
}
