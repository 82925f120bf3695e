import RulesEngine

/// Chooses questions for one talk: about one for every four minutes, the closing asks included.
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
        /// The talk that took place with them, in words, when no other is planned: the questions are for the next one.
        public let before: String?

        /// A talk with a person.
        public init(
            person: String, minutes: Int, subject: String? = nil, plan: ActivityLine? = nil, before: String? = nil
        ) {
            self.before = before
            self.person = person
            self.minutes = minutes
            self.subject = subject
            self.plan = plan
        }
    }

    /// What was chosen for a talk, and why.
    public struct Choice: Sendable {
        /// About how many questions the talk bears.
        public let room: Int
        /// The path it is about; empty for none.
        public let subject: String
        /// Whether there are several paths and none is known to be meant.
        public let isWithoutPath: Bool
        /// Whether that path was given up.
        public let isGivenUp: Bool
        /// The questions to ask, in the order of the bank; the closing asks stand last.
        public let chosen: [Pick]
        /// The next best, for when there is time.
        public let reserve: [Pick]
        /// What was left out.
        public let skipped: [Pick]
        /// The questions the plan has already, in its words; they take up room.
        public let planned: [String]
    }

    /// A question, with why it was chosen or left out.
    public struct Pick: Sendable, Hashable {
        /// The question.
        public let question: BankQuestion
        /// Why.
        public let because: String
    }

    /// How many questions a talk bears, and how many of them belong to its end: at most half.
    static func room(minutes: Int, closing: Int) -> (all: Int, closing: Int) {
        let all = max(1, (minutes + 2) / 4)
        return (all, min(closing, all / 2))
    }

    /// The questions for a talk, as of a moment.
    public func choice(for talk: Talk, in document: LogDocument, at now: Instant) -> Choice {
        let finder = SubjectFinder(kit.topics.subject, kit.rules.vocabulary, document)
        let subject = talk.subject ?? finder.subject(of: talk.plan, with: talk.person)
        let sorter = QuestionSorter(
            topics: kit.topics, subject: subject, person: talk.person,
            learning: LearningReader(kit.topics, kit.rules.vocabulary, document).learning(by: now),
            asked: AskedLines(kit.rules.vocabulary, document, by: now).lines(with: talk.person), zone: engine.frame.zone
        )
        let mine = kit.ownQuestion(about: subject, in: document).map { [own($0)] } ?? []
        let planned = talk.plan.map(kit.linesAsked) ?? []
        let isPlanned = { (question: BankQuestion) in planned.contains(where: question.isNearlyAsked) }
        let isOwn = { (question: BankQuestion) in mine.contains { question.isNearlyAsked(by: $0.wording) } }
        let bank = mine + kit.questions.filter { !isOwn($0) }
        let (wanted, skipped) = sorter.sorted(
            bank.filter { !$0.isClosing && !isPlanned($0) }, after: Set(bank.filter(isPlanned).map(\.topic)))
        let closing = sorter.ranked(closing: bank.filter { $0.isClosing && !isPlanned($0) })
        let room = Self.room(minutes: talk.minutes, closing: kit.questions.count(where: \.isClosing))
        let ending = planned.count { line in kit.questions.contains { $0.isClosing && $0.isNearlyAsked(by: line) } }
        let left = max(0, room.all - planned.count)
        let roomAtTheEnd = min(closing.count, max(0, room.closing - ending), left)
        let picks = Array(wanted.prefix(left - roomAtTheEnd))
        return Choice(
            room: room.all, subject: subject, isWithoutPath: subject.isEmpty && finder.all.count > 1,
            isGivenUp: sorter.learning.ending(of: subject) == .dropped,
            chosen: inOrder(picks) + inOrder(Array(closing.prefix(roomAtTheEnd))),
            reserve: Array(wanted.dropFirst(picks.count) + closing.dropFirst(roomAtTheEnd)),
            skipped: bank.filter(isPlanned).map { Pick(question: $0, because: "your plan has it, or one much like it") }
                + skipped,
            planned: planned)
    }

    /// A question of one's own, about the topic its words name or a question of the bank that asks nearly the same.
    private func own(_ wording: String) -> BankQuestion {
        .own(wording, about: kit.topicName(of: wording), kind: kit.questions.first?.usualKind)
    }

    /// Questions in the order of the bank; one's own comes first.
    private func inOrder(_ picks: [Pick]) -> [Pick] {
        let places = Dictionary(kit.questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return picks.sorted { (places[$0.question.id] ?? -1) < (places[$1.question.id] ?? -1) }
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
    /// Topics the plan asks about already come after those it does not.
    func sorted(
        _ questions: [BankQuestion], after planned: Set<String>
    ) -> (wanted: [QuestionPicker.Pick], skipped: [QuestionPicker.Pick]) {
        var ranked: [(rank: [Int], pick: QuestionPicker.Pick)] = []
        var skipped: [QuestionPicker.Pick] = []
        var used = Dictionary(uniqueKeysWithValues: planned.map { ($0, 1) })
        for (place, question) in questions.enumerated() {
            if let reason = reasonToSkip(question) {
                skipped.append(QuestionPicker.Pick(question: question, because: reason))
                continue
            }
            if question.isOwn, let because = stillOwn(question) {
                used[question.topic, default: 0] += 1
                ranked.append(([-1, place], .init(question: question, because: because)))
                continue
            }
            let turn = used[question.topic, default: 0]
            used[question.topic] = turn + 1
            let (rank, reason) = standing(question.topic)
            ranked.append(([turn, rank, weight(question.topic), place], .init(question: question, because: reason)))
        }
        return (ranked.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.pick), skipped)
    }

    /// The closing asks, the last to leave out first: one for each topic, by weight; of one topic the one that stands last.
    func ranked(closing: [BankQuestion]) -> [QuestionPicker.Pick] {
        var used: [String: Int] = [:]
        let ranked = closing.enumerated().reversed().map { place, question in
            let turn = used[question.topic, default: 0]
            used[question.topic] = turn + 1
            return (rank: [turn, weight(question.topic), -place], question: question)
        }
        return ranked.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
            .map { QuestionPicker.Pick(question: $0.question, because: "asked at the end of a talk") }
    }

    private func cell(_ topic: String) -> Learning.Cell {
        topics.topic(named: topic).map { learning.cell($0, of: subject) } ?? Learning.Cell()
    }

    private func weight(_ topic: String) -> Int { topics.topics.firstIndex { $0.name == topic } ?? .max }

    private func reasonToSkip(_ question: BankQuestion) -> String? {
        if asked.contains(where: question.isAsked) { return "\(person) was asked it before" }
        guard question.skipping == .researched, let read = cell(question.topic).answers.last else { return nil }
        let day = zone.wallTime(at: read.start).spokenDay
        return "you read about '\(question.topic)' on \(day)"
    }

    /// Why a question of one's own comes first: until a pattern of voices has answered it, or this person has.
    private func stillOwn(_ question: BankQuestion) -> String? {
        guard !question.topic.isEmpty else { return "your own question" }
        guard cell(question.topic).isOpen(for: person) else { return nil }
        return "your own question; " + self.standing(question.topic).because
    }

    /// What nobody spoke of comes first, then what others contradict each other on; what this person spoke of comes last.
    private func standing(_ topic: String) -> (rank: Int, because: String) {
        let cell = cell(topic)
        if cell.isVoiced(by: person) {
            return (
                Learning.Cell.Standing.pattern.rawValue + 1, "\(person) has spoken of '\(topic)' already; ask for more"
            )
        }
        guard let tie = learning.tie(of: person, to: cell) else {
            return (cell.standing.rawValue, because(cell, topic))
        }
        return (
            Learning.Cell.Standing.pattern.rawValue,
            "\(because(cell, topic)); not independent: \(tie)"
        )
    }

    private func because(_ cell: Learning.Cell, _ topic: String) -> String {
        switch cell.standing {
        case .unknown: return "nobody has told you about '\(topic)' yet"
        case .contradicted:
            let sides = cell.openContradiction.flatMap { found in found.against.map { ": \(found.person) and \($0)" } }
            return "two voices contradict each other on '\(topic)'" + (sides ?? "")
        case .untold:
            let known = cell.signs.first.map { "there is only: \($0.text), on" } ?? "you only read of"
            return "\(known) '\(topic)' so far"
        case .anecdote:
            guard let tie = cell.ties.first else { return "one voice on '\(topic)' so far: \(cell.voices[0].person)" }
            return "\(cell.voices.count) voices on '\(topic)' so far, from one source: \(tie.text)"
        case .pattern:
            let differ = cell.contradictions.isEmpty ? "" : ", of which two contradict each other"
            return "\(cell.voices.count) voices on '\(topic)' so far\(differ)"
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
        }.flatMap { line in [line] + line.parts.flatMap(\.lines) }.flatMap { Self.words(of: $0, vocabulary) }
    }

    /// What the main field of a line says.
    static func words(of line: ActivityLine, _ vocabulary: Vocabulary) -> [String] {
        guard let kind = vocabulary.kind(named: line.kind.text), let main = vocabulary[kind].mainField else {
            return []
        }
        return line.fields.filter { $0.name.text == vocabulary[main].name }.flatMap { $0.values.map(\.text) }
    }
}

extension AdviceKit {
    /// The words of the questions a plan has.
    func linesAsked(in plan: ActivityLine) -> [String] {
        let kinds = Set(questions.flatMap { [$0.usualKind, $0.kind].compactMap(\.self) })
        let lines = plan.parts.flatMap(\.lines).filter { kinds.contains($0.kind.text) }
        return lines.flatMap { AskedLines.words(of: $0, rules.vocabulary) }
    }

    /// The topics a plan asks about.
    func topics(askedIn plan: ActivityLine) -> Set<String> {
        let lines = linesAsked(in: plan)
        return Set(questions.filter { !$0.isClosing && lines.contains(where: $0.isNearlyAsked) }.map(\.topic))
            .union(lines.map(topicName))
    }

    /// The topic that the words of a question name, or a question of the bank that asks nearly the same; empty for none.
    func topicName(of wording: String) -> String {
        topics.topics(saidBy: wording).first?.name ?? questions.first { $0.isNearlyAsked(by: wording) }?.topic ?? ""
    }
}
