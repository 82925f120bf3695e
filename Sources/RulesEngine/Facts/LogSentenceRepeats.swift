/// Asks when a line says what the log says already: the same activity, or a second end of one episode.
struct LogSentenceRepeats {
    private let sentence: LogSentence
    private let kind: Kind

    init(_ sentence: LogSentence, _ kind: Kind) {
        self.sentence = sentence
        self.kind = kind
    }

    private var vocabulary: Vocabulary { sentence.vocabulary }

    /// Throws a question unless the line is new or says that it is to be logged again.
    func check(_ line: ActivityLine) throws(LogSentenceProblem) {
        guard !sentence.isAgain, let at = line.at else { return }
        if let same = sentence.document.activities.last(where: { isSame($0, line, at) }) { throw repeated(same) }
        if let stage = kind.stage, let same = sameStep(line, at, stage.step) { throw repeated(same) }
    }

    /// The same kind with the same people at the same time; unless it is the end of an episode, it also says nothing new.
    private func isSame(_ other: ActivityLine, _ line: ActivityLine, _ at: Moment) -> Bool {
        guard other.kind.text == line.kind.text, other.at == at, people(other) == people(line) else { return false }
        switch kind.stage?.step {
        case .held, .cancelled, .missed: return true
        case .planned, .confirmed, .moved, nil: return line.fields.allSatisfy { has(other, $0) }
        }
    }

    private func has(_ line: ActivityLine, _ field: FieldLine) -> Bool {
        line.fields.contains { $0.name.text == field.name.text && $0.values.map(\.text) == field.values.map(\.text) }
    }

    private func people(_ line: ActivityLine) -> Set<String> { Set(line.with.map { $0.text.lowercased() }) }

    /// A line that says the same of the same episode, though perhaps at another minute.
    private func sameStep(_ line: ActivityLine, _ at: Moment, _ step: Kind.Step) -> ActivityLine? {
        guard let episode = vocabulary.episode(of: kind.id), !line.with.isEmpty,
            !line.fields.contains(where: { $0.name.text == vocabulary[episode.link].name })
        else { return nil }
        let own = sentence.document.activities.filter { people($0) == people(line) }
        guard let last = own.last(where: { $0.kind.text == kind.name }), let then = last.at else { return nil }
        let planned = vocabulary[episode.planned].name
        let isArrangedSince = own.contains { $0.kind.text == planned && ($0.at ?? then).start > then.start }
        switch step {
        case .held, .missed: return day(then) == day(at) && then.precision != at.precision ? last : nil
        case .cancelled: return isArrangedSince ? nil : last
        case .moved: return line.fields.allSatisfy { has(last, $0) } ? last : nil
        case .planned, .confirmed: return nil
        }
    }

    private func day(_ moment: Moment) -> CalendarDay { sentence.zone.wallTime(at: moment.start).day }

    private func repeated(_ line: ActivityLine) -> LogSentenceProblem {
        let spoken = line.at?.spoken(in: sentence.zone)
        return LogSentenceProblem(
            "this is logged already: \(kind.noun), \(spoken ?? "")",
            help: "to log it once more, say the same with --again", repairs: [.init(more: ["--again"])])
    }
}
