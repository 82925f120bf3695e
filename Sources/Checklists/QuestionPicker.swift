import RulesEngine

/// Chooses questions for one talk: about one for every four minutes, and the closing asks.
public struct QuestionPicker: Sendable {
    private let kit: AdviceKit
    private let engine: Engine

    /// A picker from the bank of a kit, for who lives in this time frame.
    public init(kit: AdviceKit, frame: TimeFrame) {
        self.kit = kit
        engine = Engine(rules: kit.rules, frame: frame)
    }

    /// The talk questions are wanted for.
    public struct Talk: Sendable {
        /// With whom.
        public let person: String
        /// How long it is to be, in minutes.
        public let minutes: Int
        /// The path it is about; nil when the log is to say.
        public let subject: String?
        /// Its plan, when there is one.
        public let plan: ActivityLine?

        /// A talk with a person.
        public init(person: String, minutes: Int, subject: String? = nil, plan: ActivityLine? = nil) {
            self.person = person
            self.minutes = minutes
            self.subject = subject
            self.plan = plan
        }
    }

    /// What was chosen for a talk, and why.
    public struct Choice: Sendable {
        /// The path it is about; empty for none.
        public let subject: String
        /// The questions to ask, in the order of the bank; the closing asks stand last.
        public let chosen: [Pick]
        /// The next best, for when there is time.
        public let reserve: [Pick]
        /// What was left out.
        public let skipped: [Pick]
    }

    /// A question, with why it was chosen or left out.
    public struct Pick: Sendable, Hashable {
        /// The question.
        public let question: BankQuestion
        /// Why.
        public let because: String
    }

    /// How many questions a talk bears beside the closing asks, which take about two minutes each.
    static func room(minutes: Int, closing: Int) -> Int { max(1, (minutes - 2 * closing) / 4) }

    /// The questions for a talk, as of a moment.
    public func choice(for talk: Talk, in document: LogDocument, at now: Instant) -> Choice {
        let finder = SubjectFinder(kit.topics.subject, kit.rules.vocabulary, document)
        let subject = talk.subject ?? finder.subject(of: talk.plan, with: talk.person)
        let sorter = QuestionSorter(
            topics: kit.topics, subject: subject, person: talk.person,
            learning: LearningReader(kit.topics, kit.rules.vocabulary, document).learning(by: now),
            asked: AskedLines(kit.rules.vocabulary, document, by: now).lines(with: talk.person), zone: engine.frame.zone
        )
        let closing = kit.questions.filter(\.isClosing)
        let (wanted, skipped) = sorter.sorted(kit.questions.filter { !$0.isClosing })
        let chosen = Set(wanted.prefix(Self.room(minutes: talk.minutes, closing: closing.count)).map(\.question.id))
        let inOrder = kit.questions.compactMap { question in
            wanted.first { $0.question.id == question.id && chosen.contains(question.id) }
        }
        let always = closing.map { Pick(question: $0, because: "asked at the end of every talk") }
        return Choice(
            subject: subject, chosen: inOrder + always, reserve: wanted.filter { !chosen.contains($0.question.id) },
            skipped: skipped)
    }
}

/// Puts the questions of a bank in the order in which one person should be asked them.
struct QuestionSorter {
    let topics: TopicList
    let subject: String
    let person: String
    let learning: Learning
    /// What this person was asked before.
    let asked: [String]
    let zone: Zone

    /// Those worth asking, best first, and those to leave out.
    func sorted(_ questions: [BankQuestion]) -> (wanted: [QuestionPicker.Pick], skipped: [QuestionPicker.Pick]) {
        var ranked: [(rank: [Int], pick: QuestionPicker.Pick)] = []
        var skipped: [QuestionPicker.Pick] = []
        var used: [String: Int] = [:]
        for (place, question) in questions.enumerated() {
            if let reason = reasonToSkip(question) {
                skipped.append(QuestionPicker.Pick(question: question, because: reason))
                continue
            }
            let turn = used[question.topic, default: 0]
            used[question.topic] = turn + 1
            let (rank, reason) = standing(question.topic)
            ranked.append(([turn, rank, weight(question.topic), place], .init(question: question, because: reason)))
        }
        return (ranked.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.pick), skipped)
    }

    private func cell(_ topic: String) -> Learning.Cell {
        topics.topic(named: topic).map { learning.cell($0, of: subject) } ?? Learning.Cell()
    }

    private func weight(_ topic: String) -> Int { topics.topics.firstIndex { $0.name == topic } ?? .max }

    private func reasonToSkip(_ question: BankQuestion) -> String? {
        if asked.contains(where: question.isAsked) { return "\(person) was asked it before" }
        guard question.skipping == .researched, let read = cell(question.topic).readings.last else { return nil }
        let day = zone.wallTime(at: read.start).spokenDay
        return "you read about '\(question.topic)' on \(day)"
    }

    /// What nobody spoke of comes first, what this person spoke of last.
    private func standing(_ topic: String) -> (rank: Int, because: String) {
        let voices = cell(topic).voices
        if cell(topic).isVoiced(by: person) { return (3, "\(person) has spoken of '\(topic)' already; ask for more") }
        switch voices.count {
        case 0: return (0, "nobody has told you about '\(topic)' yet")
        case 1: return (1, "one voice on '\(topic)' so far: \(voices[0].person)")
        default: return (2, "\(voices.count) voices on '\(topic)' so far")
        }
    }
}

/// Finds what somebody was asked before.
struct AskedLines {
    private let vocabulary: Vocabulary
    private let lines: [ActivityLine]

    init(_ vocabulary: Vocabulary, _ document: LogDocument, by now: Instant) {
        self.vocabulary = vocabulary
        lines = document.activities.filter { line in line.at.map { $0.start <= now } ?? false }
    }

    /// The words of everything that took place with a person; what was only planned does not count.
    func lines(with person: String) -> [String] {
        lines.filter { line in
            let step = vocabulary.kind(named: line.kind.text).flatMap { vocabulary[$0].stage?.step }
            return step != .planned && line.with.contains { $0.text.lowercased() == person.lowercased() }
        }.flatMap { line in [line] + line.parts.flatMap(\.lines) }.flatMap(words)
    }

    private func words(of line: ActivityLine) -> [String] {
        guard let kind = vocabulary.kind(named: line.kind.text), let main = vocabulary[kind].mainField else {
            return []
        }
        return line.fields.filter { $0.name.text == vocabulary[main].name }.flatMap { $0.values.map(\.text) }
    }
}
