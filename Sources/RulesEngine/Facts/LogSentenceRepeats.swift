/// Compares a line with what the log says already: it asks when that is the same, or a second end of one episode, and
/// finds the line of which it says more.
struct LogSentenceRepeats {
    private let sentence: LogSentence
    private let kind: Kind

    init(_ sentence: LogSentence, _ kind: Kind) {
        self.sentence = sentence
        self.kind = kind
    }

    private var vocabulary: Vocabulary { sentence.vocabulary }

    /// The line of the log of which this one says more: the same kind with the same people at the same time. It may say
    /// something else of an episode's end, of which there is one. Nil when the line is new, as is one that does not say
    /// when (`isTimed`), or is to be logged again. Throws a question when it says nothing new.
    func earlier(than line: ActivityLine, isTimed: Bool) throws(LogSentenceProblem) -> ActivityLine? {
        guard !sentence.isAgain, let at = line.at else { return nil }
        let twins = sentence.document.activities.filter { isTwin($0, line, at) }
        if let same = twins.last(where: { twin in line.fields.allSatisfy { has(twin, $0) } }) { throw repeated(same) }
        if isTimed || isEnd, let earlier = twins.last(where: { isEnd || goesTogether($0, line) }) { return earlier }
        if let stage = kind.stage, let same = sameStep(line, at, stage.step) { throw repeated(same) }
        return nil
    }

    private func isTwin(_ other: ActivityLine, _ line: ActivityLine, _ at: Moment) -> Bool {
        other.id != nil && other.kind.text == line.kind.text && other.at == at && people(other) == people(line)
    }

    /// Whether it says how an episode ended, of which there is one end.
    private var isEnd: Bool {
        switch kind.stage?.step {
        case .held, .cancelled, .missed: true
        case .planned, .confirmed, .moved, nil: false
        }
    }

    /// Whether no field of a line says something else than another line does; lists grow.
    private func goesTogether(_ earlier: ActivityLine, _ line: ActivityLine) -> Bool {
        line.fields.allSatisfy { field in
            guard let own = earlier.fields.first(where: { $0.name.text == field.name.text }) else { return true }
            return own.isOpen || has(earlier, field) || vocabulary.isList(field)
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

extension ActivityLine {
    /// The line with more fields: one that it has already takes the new value, and a list takes up those that are new.
    public func adding(_ more: [FieldLine], _ vocabulary: Vocabulary) -> ActivityLine {
        var line = self
        for field in more {
            guard let place = line.fields.firstIndex(where: { $0.name.text == field.name.text }) else {
                line.fields.append(field)
                continue
            }
            let own = line.fields[place]
            let isGrowing = vocabulary.isList(field) && !own.isOpen && !field.isOpen
            line.fields[place].values =
                (isGrowing ? own.values : [])
                + field.values.filter { value in !isGrowing || !own.values.contains { $0.text == value.text } }
        }
        return line
    }
}

extension FieldLine {
    /// Whether it says "none" or "don't know".
    fileprivate var isOpen: Bool { [["none"], ["don't know"]].contains(values.map(\.text)) }
}

extension Vocabulary {
    fileprivate func isList(_ line: FieldLine) -> Bool {
        guard let id = field(named: line.name.text), case .list = self[id].type else { return false }
        return true
    }
}
