import RulesEngine

/// Reads from a log what was learned.
struct LearningReader {
    let topics: TopicList
    let vocabulary: Vocabulary
    let document: LogDocument
    private let subjects: SubjectFinder

    init(_ topics: TopicList, _ vocabulary: Vocabulary, _ document: LogDocument) {
        self.topics = topics
        self.vocabulary = vocabulary
        self.document = document
        subjects = SubjectFinder(topics.subject, vocabulary, document)
    }

    /// What was learned by a moment.
    func learning(by now: Instant) -> Learning {
        var learning = Learning()
        learning.subjects = subjects.all
        let past = document.activities.filter { line in line.at.map { $0.start <= now } ?? false }
        for line in past.sorted(by: { ($0.at?.start ?? now) < ($1.at?.start ?? now) }) {
            add(line, by: now, to: &learning)
        }
        if learning.subjects.isEmpty { learning.subjects = [""] }
        let finder = TieFinder(topics.tiedBy, vocabulary, document, by: now)
        learning.ties = finder
        for (place, cell) in learning.cells where cell.voices.count > 1 {
            learning.cells[place]?.ties = finder.ties(of: cell.voices)
        }
        return learning
    }

    private func add(_ line: ActivityLine, by now: Instant, to learning: inout Learning) {
        guard let at = line.at else { return }
        addHeard(line, at, to: &learning)
        addShown(line, at, by: now, to: &learning)
        if isOne(line, of: topics.read) {
            for note in mainValues(of: line) { addRead(note, line, at, to: &learning) }
        }
        if isOne(line, of: topics.contradicts) {
            for note in mainValues(of: line) { addContradiction(note, line, at, to: &learning) }
        }
        noteEnd(line, of: &learning)
    }

    /// A path is given up, or settled on, until something is done about it again.
    private func noteEnd(_ line: ActivityLine, of learning: inout Learning) {
        guard let subject = subjects.written(in: line)?.lowercased() else { return }
        if isOne(line, of: topics.droppedBy) {
            learning.endings[subject] = .dropped
        } else if isOne(line, of: topics.decidedBy) {
            learning.endings[subject] = .decided
        } else if isOne(line, of: topics.takenUpBy) {
            learning.endings[subject] = nil
        }
    }

    // MARK: Heard

    private func addHeard(_ line: ActivityLine, _ at: Moment, to learning: inout Learning) {
        guard let heard = topics.heard else { return }
        for note in vocabulary.values(of: heard, in: line) {
            let meant = topics.topics(saidBy: note)
            if meant.isEmpty {
                let person = line.with.first?.text
                learning.strays.append(
                    Learning.Stray(
                        note: note, person: person, subject: subjects.subject(of: line, with: person), at: at)
                )
            }
            for topic in meant { addVoices(topic, line, at, to: &learning) }
        }
    }

    /// Some kinds of activity tell of a topic or show by themselves that it was reached, also what one noted alone.
    private func addShown(_ line: ActivityLine, _ at: Moment, by now: Instant, to learning: inout Learning) {
        for topic in topics.topics where topic.toldBy.contains(line.kind.text) {
            addVoices(topic, line, at, to: &learning)
        }
        let shown = topics.topics.filter { topic in
            topic.shownBy.contains(line.kind.text) || line.with.isEmpty && topic.toldBy.contains(line.kind.text)
        }
        for topic in shown {
            for name in line.with.isEmpty ? [""] : line.with.map(\.text) {
                let sign = Learning.Sign(person: name, what: what(line), at: at)
                learning.change(topic, of: subject(of: line, with: name, by: now)) { cell in
                    let isKnown = cell.signs.contains { $0.text.lowercased() == sign.text.lowercased() }
                    if !isKnown { cell.signs.append(sign) }
                }
            }
        }
    }

    /// The path of somebody a line leads to, as soon as they are asked about one; else that of the line.
    private func subject(of line: ActivityLine, with name: String, by now: Instant) -> String {
        let led = topics.tiedBy.filter { vocabulary[$0].type == .record(.person) }
            .flatMap { vocabulary.values(of: $0, in: line) }
        let theirs = subjects.written(in: line) == nil ? led.lazy.compactMap { subjects.asked($0, by: now) }.first : nil
        return theirs ?? subjects.subject(of: line, with: name)
    }

    private func what(_ line: ActivityLine) -> String {
        guard let kind = vocabulary.kind(named: line.kind.text).map({ vocabulary[$0] }) else { return line.kind.text }
        return line.with.isEmpty ? "your own \(kind.noun)" : "\(kind.noun) \(kind.whom)"
    }

    private func addVoices(_ topic: Topic, _ line: ActivityLine, _ at: Moment, to learning: inout Learning) {
        for name in line.with.map(\.text) {
            learning.change(topic, of: subjects.subject(of: line, with: name)) { cell in
                if !cell.isVoiced(by: name) { cell.voices.append(Learning.Voice(person: name, at: at)) }
            }
        }
    }

    // MARK: Read and contradicted

    private func addRead(_ note: String, _ line: ActivityLine, _ at: Moment, to learning: inout Learning) {
        let meant = topics.topics(saidBy: note)
        let subject = subjects.subject(of: line, with: line.with.first?.text)
        if meant.isEmpty { learning.strays.append(Learning.Stray(note: note, person: nil, subject: subject, at: at)) }
        let answered = topics.isAbout(meant, note)
        for topic in meant {
            learning.change(topic, of: subject) { cell in
                cell.readings.append(at)
                if answered { cell.answers.append(at) }
            }
        }
    }

    private func addContradiction(_ note: String, _ line: ActivityLine, _ at: Moment, to learning: inout Learning) {
        let against = line.fields.first { field in
            vocabulary.field(named: field.name.text).map { vocabulary[$0].type == .record(.person) } ?? false
        }
        for topic in topics.topics(saidBy: note) {
            for name in line.with.map(\.text) {
                let found = Learning.Contradiction(person: name, against: against?.values.first?.text, at: at)
                learning.change(topic, of: subjects.subject(of: line, with: name)) { $0.contradictions.append(found) }
            }
        }
    }

    // MARK: Values

    private func isOne(_ line: ActivityLine, of kinds: [KindID]) -> Bool {
        vocabulary.kind(named: line.kind.text).map(kinds.contains) ?? false
    }

    private func mainValues(of line: ActivityLine) -> [String] {
        guard let kind = vocabulary.kind(named: line.kind.text), let main = vocabulary[kind].mainField else {
            return []
        }
        return vocabulary.values(of: main, in: line)
    }
}

extension Learning {
    /// Changes what is known about a topic of a path; a path that is new gets a map of its own.
    fileprivate mutating func change(_ topic: Topic, of subject: String, by change: (inout Cell) -> Void) {
        if !subjects.contains(where: { $0.lowercased() == subject.lowercased() }) { subjects.append(subject) }
        change(&cells[Place(subject: subject.lowercased(), topic: topic.name), default: Cell()])
    }
}
