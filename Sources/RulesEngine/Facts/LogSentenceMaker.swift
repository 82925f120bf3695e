/// Makes an activity of what the pieces of a line say, and asks when something is missing or doubtful.
struct LogSentenceMaker {
    private let reader: LogSentenceReader
    private let sentence: LogSentence
    private let kind: Kind
    private var values: LogSentenceValues
    private var fields: [FieldLine] = []
    private var people: [String]

    init(_ reader: LogSentenceReader, _ kind: Kind) {
        self.reader = reader
        self.kind = kind
        sentence = reader.sentence
        values = LogSentenceValues(reader.sentence)
        people = reader.people
    }

    private var vocabulary: Vocabulary { sentence.vocabulary }
    private var episode: Episode? { vocabulary.episode(of: kind.id) }

    /// The activity and what is new with it.
    func reading() throws(LogSentenceProblem) -> LogSentence.Reading {
        var maker = self
        try maker.checkNames()
        try maker.addOtherNames()
        for assignment in reader.assignments { try maker.add(assignment) }
        for way in reader.ways { try maker.add(way, nil) }
        try maker.addLength()
        try maker.addStart()
        try maker.addText()
        return try maker.finished()
    }

    private func finished() throws(LogSentenceProblem) -> LogSentence.Reading {
        if kind.needsPerson, people.isEmpty { throw .noPerson(kind, at: Array(reader.tokens[reader.kindTokens]).words) }
        let moment = try moment()
        let order = kind.fields.map { vocabulary[$0].name }
        let sorted = fields.sorted {
            (order.firstIndex(of: $0.name.text) ?? .max) < (order.firstIndex(of: $1.name.text) ?? .max)
        }
        let line = ActivityLine(
            at: moment, kind: WrittenText(kind.name), with: people.map { WrittenText($0) }, fields: sorted)
        let earlier = try LogSentenceRepeats(sentence, kind).earlier(than: line, isTimed: reader.at != nil)
        if earlier == nil { try LogSentencePlans(sentence, kind).check(line) }
        let person = vocabulary[RecordKindID.person].name
        let new = reader.newPeople.map { RecordLine(kind: person, name: WrittenText($0)) } + values.newRecords
        var reading = LogSentence.Reading(line: line, newRecords: new.unique)
        reading.earlier = earlier
        return reading
    }

    // MARK: Time

    private func moment() throws(LogSentenceProblem) -> Moment {
        guard let at = reader.at else { return Moment(at: sentence.now, in: sentence.zone) }
        guard at.moment.start > sentence.now else { return at.moment }
        throw .inTheFuture(
            spoken(at.moment), kind, at: at.words, isEpisode: episode != nil,
            instead: at.moment.precision == .day || episode == nil ? [] : [line(with: "", command: "plan")])
    }

    private mutating func addStart() throws(LogSentenceProblem) {
        guard let episode, let step = kind.stage?.step, step == .planned || step == .moved else { return }
        let field = vocabulary[episode.starts]
        guard let starts = reader.starts else {
            if fields.contains(where: { $0.name.text == field.name }) { return }
            throw missingStart(step)
        }
        guard starts.moment.precision != .day else {
            throw LogSentenceProblem(
                "it does not say at what time of day", help: "add a time such as 10:00 after the day", at: starts.words)
        }
        if step == .planned, starts.moment.start < sentence.now { throw passed(starts.moment, starts.words) }
        try add(
            FieldLine(WrittenText(field.name), [WrittenText(starts.moment.written(in: sentence.zone))]), starts.words)
    }

    private func missingStart(_ step: Kind.Step) -> LogSentenceProblem {
        let word = kind.words.first ?? kind.name
        return LogSentenceProblem(
            step == .moved ? "it does not say to when" : "it does not say when it starts",
            help: step == .moved ? "write: \(word) NAME to tue 14:00" : "write a day and a time, such as: tue 14:00")
    }

    private func passed(_ moment: Moment, _ words: Range<Int>?) -> LogSentenceProblem {
        let held = episode.map { vocabulary[$0.held] }
        let help = held.map { "if it took place, write: explore log \($0.words.first ?? $0.name) NAME WHEN" }
        let lines = held.map { [line(with: $0.words.first ?? $0.name, command: "log")] } ?? []
        return LogSentenceProblem("\(spoken(moment)) has passed", help: help, at: words, instead: lines)
    }

    /// The typed line with another word for what happened.
    private func line(with word: String, command: String) -> TypedLine {
        let own = Array(reader.tokens[reader.kindTokens]).words ?? 0..<0
        let rest = reader.typed.indices.filter { !own.contains($0) }.map { reader.typed[$0] }
        return TypedLine(word.split(separator: " ").map(String.init) + rest, command: command)
    }

    private func spoken(_ moment: Moment) -> String { moment.spoken(in: sentence.zone) }

    // MARK: Names

    /// A name before the kind and one after it: who did what is not clear.
    private func checkNames() throws(LogSentenceProblem) {
        let before = reader.tokens[..<reader.kindTokens.lowerBound].contains { sentence.names.isWordOfName($0.text) }
        guard before, let first = text.first, !LogSentenceWords.abouts.contains(first.lowered),
            let name = text.first(where: { !$0.isQuoted && sentence.names.isWordOfName($0.text) })
        else { return }
        throw LogSentenceProblem(
            "there is a name before '\(LogSentenceTokens.text(of: Array(reader.tokens[reader.kindTokens])))' and one after it",
            help: "write whom it is with behind it, and others as a field" + otherPeople, at: name.word..<name.word + 1)
    }

    /// What is left over, without the signs around it.
    private var text: [LogSentenceToken] {
        var text = reader.text[...]
        while let first = text.first, first.isSign, first.text != "(" { text.removeFirst() }
        while let last = text.last, last.isSign, text.count == 1 || ",;:-–—".contains(last.text) { text.removeLast() }
        return text.contains { !$0.isSign } ? Array(text) : []
    }

    private var otherPeople: String {
        let names = kind.fields.filter { vocabulary[$0].type.element == .record(.person) }.map {
            vocabulary[$0].name + "=NAME"
        }
        return names.isEmpty ? "" : ", such as " + names.joined(separator: ", ")
    }

    // MARK: Fields

    private mutating func add(_ assignment: LogSentenceAssignment) throws(LogSentenceProblem) {
        if assignment.name == "with" { return try addPeople(assignment) }
        let known = kind.fields.map { vocabulary[$0].name } + ["with"]
        guard let id = vocabulary.field(named: assignment.name), kind.fields.contains(id) else {
            throw .unknownField(assignment.name, of: kind.name, among: known, at: assignment.words)
        }
        try add(try values.read(assignment.value, for: vocabulary[id], at: assignment.words), assignment.words)
    }

    /// The names a line gives beside those it is with.
    private mutating func addOtherNames() throws(LogSentenceProblem) {
        guard let other = kind.otherName else { return }
        guard let name = reader.others.first else { return try askOther(other) }
        guard reader.others.count == 1 else {
            throw LogSentenceProblem(
                "it names more than one \(vocabulary[other.field].title): " + reader.others.joined(separator: ", "),
                help: "log a line for each of them")
        }
        try add(FieldLine(WrittenText(vocabulary[other.field].name), [WrittenText(name)]), nil)
    }

    /// The name behind `to` is what such a line is for, and nothing can be done without it.
    private func askOther(_ other: Kind.OtherName) throws(LogSentenceProblem) {
        let field = vocabulary[other.field]
        guard !other.isBefore, !reader.assignments.contains(where: { $0.name == field.name }) else { return }
        let words = Array(reader.tokens[reader.kindTokens]).words
        throw LogSentenceProblem(
            field.asks.isEmpty ? "it does not say the \(field.title)" : String(field.asks.prefix { $0 != "?" }) + "?",
            help: "write: to NAME", at: words,
            repairs: [
                .init(addsNew: true, more: ["to", "NAME"]),
                .init(more: ["\(field.name)=don't know"], meaning: "you do not know it"),
            ])
    }

    private mutating func addPeople(_ assignment: LogSentenceAssignment) throws(LogSentenceProblem) {
        let list = Field(
            id: .person, name: "with", title: "with", type: .list(.record(.person)), asks: "", isInText: false,
            declared: nil)
        let names = try values.read(assignment.value, for: list, at: assignment.words).values.map(\.text)
        people += names.filter { !people.contains($0) }
    }

    private mutating func add(_ line: FieldLine, _ words: Range<Int>?) throws(LogSentenceProblem) {
        if fields.contains(where: { $0.name == line.name }) { throw .givenTwice(line.name.text, at: words) }
        fields.append(line)
    }

    /// A length fills the field that says how long an episode takes, else the only field that holds a length.
    private mutating func addLength() throws(LogSentenceProblem) {
        guard let length = reader.length else { return }
        let lengths = kind.fields.filter { vocabulary[$0].type == .duration }
        let own = lengths.first { $0 == episode?.length } ?? (lengths.count == 1 ? lengths.first : nil)
        guard let own else {
            let names = lengths.map { "\(vocabulary[$0].name)='\(length.text)'" }
            throw LogSentenceProblem(
                "'\(length.text)' is a length, and \(kind.noun) has \(names.isEmpty ? "none" : "several")",
                help: names.isEmpty
                    ? "leave it out, or put text that mentions it in quotes"
                    : "write one of: " + names.joined(separator: ", "),
                at: length.words)
        }
        try add(FieldLine(WrittenText(vocabulary[own].name), [WrittenText(length.text)]), length.words)
    }

    // MARK: Text

    /// What is left over fills the kind's main field, else its note; what looks like a slip is a question.
    private mutating func addText() throws(LogSentenceProblem) {
        let left = text
        guard !left.isEmpty else { return }
        try LogSentenceSlips(reader, left, kind).check()
        let note = vocabulary.field(named: LogSentence.note).flatMap { kind.fields.contains($0) ? $0 : nil }
        let free = [kind.mainField, note].compactMap { $0 }.first { id in
            !fields.contains { $0.name.text == vocabulary[id].name }
        }
        let text = LogSentenceTokens.text(of: left)
        guard let free else {
            throw LogSentenceProblem(
                "there is no place left for \(quoted(text))", help: "leave it out, or write it as a field: field=\"…\"",
                at: left.words)
        }
        try add(FieldLine(WrittenText(vocabulary[free].name), [WrittenText(text)]), left.words)
    }
}

extension [RecordLine] {
    /// Each of them once.
    fileprivate var unique: [RecordLine] {
        var seen: Set<String> = []
        return filter { seen.insert($0.kind + "/" + $0.name.text.lowercased()).inserted }
    }
}
