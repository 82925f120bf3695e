/// Reads what was written for a field as the value its type asks for.
struct ValueReader {
    let vocabulary: Vocabulary
    let frame: TimeFrame

    /// The value of one text; `facts` gives texts and names their numbers.
    func read(_ text: String, as type: FieldType, _ facts: inout Facts) -> Result<Value, ValueProblem> {
        if let answer = Self.answer(text, type) { return .success(answer) }
        switch type {
        case .text, .activities: return .success(Value(tag: .text, bits: Int64(facts.texts.number(of: text))))
        case .number: return readNumber(text)
        case .duration: return timed(Length.read(text)) { Value(tag: .duration, bits: $0.seconds) }
        case .date: return readDate(text)
        case .instant: return timed(Moment.read(text, in: frame.zone)) { Value(tag: .instant, bits: $0.start.seconds) }
        case .yesNo: return readYesNo(text)
        case .choice(let words): return Self.readChoice(text, words)
        case .record(let kind): return .success(Value(tag: .record, bits: Int64(facts.records.add(kind, name: text))))
        case .episode: return .failure(ValueProblem("'\(text)' is not the id of anything in this log"))
        case .list(let element): return read(text, as: element, &facts)
        }
    }

    /// The place of a word among the choices, or the nearest right word.
    static func readChoice(_ text: String, _ words: [String]) -> Result<Value, ValueProblem> {
        if let place = words.firstIndex(of: text) { return .success(Value(tag: .choice, bits: Int64(place))) }
        let nearest = nearestWord(to: text, among: words)
        return .failure(
            ValueProblem(
                "'\(text)' is not one of the words it may be",
                help: (nearest.map { "did you mean '\($0)'?\n" } ?? "")
                    + "use one of: " + words.joined(separator: ", "),
                replacement: nearest.flatMap { isSurelySlip(text, of: $0) ? $0 : nil }))
    }

    /// What `don't know` and `none` mean: both are answers, and they differ (rules.md §4a.9). A choice may have a word
    /// `none` of its own.
    static func answer(_ text: String, _ type: FieldType) -> Value? {
        if text == "don't know" { return .dontKnow }
        guard text == "none" else { return nil }
        if case .choice(let words) = type.element, words.contains(text) { return nil }
        return .nothing
    }

    /// The moment written for a field of a line; nil when nothing is written there that can be read.
    func moment(of field: FieldID, in line: ActivityLine) -> Moment? {
        text(of: field, in: line).flatMap { try? Moment.read($0, in: frame.zone).get() }
    }

    /// The length in seconds written for a field of a line; nil when nothing is written there that can be read.
    func length(of field: FieldID, in line: ActivityLine) -> Int64? {
        text(of: field, in: line).flatMap { try? Length.read($0).get() }?.seconds
    }

    private func text(of field: FieldID, in line: ActivityLine) -> String? {
        let name = vocabulary[field].name
        return line.fields.first { $0.name.text == name }?.values.first?.text
    }

    private func timed<Time>(
        _ result: Result<Time, WrittenTimeError>, _ value: (Time) -> Value
    ) -> Result<Value, ValueProblem> {
        result.map(value).mapError { ValueProblem($0) }
    }

    private func readDate(_ text: String) -> Result<Value, ValueProblem> {
        switch Moment.read(text, in: frame.zone) {
        case .failure(let problem): .failure(ValueProblem(problem))
        case .success(let moment) where moment.precision != .day:
            .failure(ValueProblem("'\(text)' has a time of day, but only a day belongs here", help: "write 2026-11-24"))
        case .success(let moment):
            .success(Value(tag: .date, bits: Int64(frame.zone.wallTime(at: moment.start).day.number)))
        }
    }

    private func readYesNo(_ text: String) -> Result<Value, ValueProblem> {
        switch text {
        case "yes", "true": .success(.yesNo(true))
        case "no", "false": .success(.yesNo(false))
        default: .failure(ValueProblem("'\(text)' is neither yes nor no", help: "write yes or no"))
        }
    }

    private func readNumber(_ text: String) -> Result<Value, ValueProblem> {
        switch NumberReader.read(text) {
        case .success(let number): .success(.number(number))
        case .failure(let problem): .failure(problem)
        }
    }
}
