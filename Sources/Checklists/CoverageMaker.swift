import RulesEngine

/// Makes the map of what was learned from a log.
public struct CoverageMaker: Sendable {
    private let kit: AdviceKit
    private let engine: Engine

    /// A maker with the topics of a kit, for who lives in this time frame.
    public init(kit: AdviceKit, frame: TimeFrame) {
        self.kit = kit
        engine = Engine(rules: kit.rules, frame: frame)
    }

    /// The map of a log at a moment: of all its paths, or of one.
    public func coverage(
        of document: LogDocument, at now: Instant, only subject: String? = nil, _ diagnostics: inout Diagnostics
    ) -> Coverage {
        let evaluated = engine.evaluate(engine.facts(of: document, &diagnostics), at: now, only: [])
        let learning = LearningReader(kit.topics, kit.rules.vocabulary, document).learning(by: now)
        let subjects = learning.subjects.filter { subject == nil || $0 == subject }
        let own = Dictionary(
            subjects.compactMap { subject in
                kit.ownQuestion(about: subject, in: document).map { (subject, $0) }
            }, uniquingKeysWith: { first, _ in first })
        let asker = Asker(kit: kit, learning: learning, people: askable(evaluated, document), own: own)
        let open = subjects.filter { learning.ending(of: $0) == nil }
        return Coverage(
            topics: kit.topics.topics, subjects: subjects, learning: learning,
            asks: asker.inOrder(open.filter(kit.subjectsToAskAbout(in: document)).flatMap { asker.asks(about: $0) }),
            isOver: open.isEmpty,
            isAnybodyThere: asker.people.contains { person in
                person.subject.map { own in open.contains { $0.lowercased() == own.lowercased() } } ?? true
            },
            ownQuestions: open.compactMap { subject in own[subject].map { .init(subject: subject, wording: $0) } })
    }

    // MARK: Who can be asked

    /// Those one is about to meet, by their times, then those one knows well.
    private func askable(_ evaluated: Evaluated, _ document: LogDocument) -> [Asker.Person] {
        let subjects = SubjectFinder(kit.topics.subject, kit.rules.vocabulary, document)
        let finder = OccasionFinder(evaluated, named: kit.talks)
        let planned = finder.ahead.compactMap { episode in
            episode.person.map { person in
                Asker.Person(
                    name: person, occasion: episode.text, subject: subjects.named(episode.line, with: person),
                    planned: kit.topics(askedIn: episode.line))
            }
        }
        let known = kit.topics.askAlso.map(evaluated.people) ?? []
        let others = known.filter { name in !planned.contains { $0.name == name } }.map { name in
            Asker.Person(name: name, occasion: nil, subject: subjects.named(nil, with: name), planned: [])
        }
        return planned + others
    }
}

extension AdviceKit {
    /// The episodes in which something can be heard, by name.
    package var talks: Set<String> {
        let vocabulary = rules.vocabulary
        return Set(
            vocabulary.episodes.filter { episode in
                topics.heard.map { vocabulary[episode.held].fields.contains($0) } ?? false
            }.map(\.name))
    }
}

/// Says what to ask whom beside what plans ask already: one's own question, then topics nobody spoke of, each of one person
/// alone.
struct Asker {
    /// Somebody who can be asked.
    struct Person {
        let name: String
        let occasion: String?
        /// The path they can be asked about; nil for any.
        let subject: String?
        /// The topics their plan asks about already.
        let planned: Set<String>
    }

    let kit: AdviceKit
    let learning: Learning
    let people: [Person]
    /// The questions of one's own, by path.
    let own: [String: String]

    private static let mostTopics = 3
    private static let mostPeople = 5

    /// What to ask about one path.
    func asks(about subject: String) -> [Coverage.Ask] {
        let fitting = people.filter { $0.subject == nil || $0.subject?.lowercased() == subject.lowercased() }
        var taken = fitting.reduce(into: Set<String>()) { $0.formUnion($1.planned) }
        return fitting.prefix(Self.mostPeople).compactMap { person in
            let open = topics(for: person.name, subject).filter { !taken.contains($0.topic) }.prefix(Self.mostTopics)
            guard !open.isEmpty else { return nil }
            taken.formUnion(open.map(\.topic))
            return Coverage.Ask(person: person.name, subject: subject, occasion: person.occasion, topics: Array(open))
        }
    }

    /// What to ask, by who comes first.
    func inOrder(_ asks: [Coverage.Ask]) -> [Coverage.Ask] {
        people.map(\.name).flatMap { name in asks.filter { $0.person == name } }
    }

    /// What a person has not spoken of: what others contradict each other on, what nobody has, what only came up,
    /// then what only one has.
    private func topics(for person: String, _ subject: String) -> [Coverage.Open] {
        let asked = Set(kit.questions.filter { !$0.isClosing }.map(\.topic))
        let open = kit.topics.topics.filter { asked.contains($0.name) }.compactMap { topic in
            standing(learning.cell(topic, of: subject), person).map { (topic.name, $0) }
        }
        let ranked = open.enumerated().sorted { ($0.element.1.rank, $0.offset) < ($1.element.1.rank, $1.offset) }
            .map { Coverage.Open(topic: $0.element.0, because: $0.element.1.because) }
        guard let mine = ownQuestion(for: person, subject) else { return ranked }
        return [mine] + ranked.filter { $0.topic != mine.topic }
    }

    /// The question of one's own, where its topic is known and not yet settled.
    private func ownQuestion(for person: String, _ subject: String) -> Coverage.Open? {
        guard let wording = own[subject], let topic = kit.topics.topic(named: kit.topicName(of: wording)) else {
            return nil
        }
        let cell = learning.cell(topic, of: subject)
        guard cell.isOpen(for: person) else { return nil }
        return Coverage.Open(topic: topic.name, because: "your own question" + (because(cell).map { ", " + $0 } ?? ""))
    }

    /// How much a topic is worth asking a person, best first, and why; nil when it is not.
    private func standing(_ cell: Learning.Cell, _ person: String) -> (rank: Int, because: String)? {
        guard !cell.isVoiced(by: person), let because = because(cell) else { return nil }
        guard let tie = learning.tie(of: person, to: cell) else { return (cell.standing.rawValue, because) }
        return (Learning.Cell.Standing.pattern.rawValue, "\(because); not independent: \(tie)")
    }

    private func because(_ cell: Learning.Cell) -> String? {
        switch cell.standing {
        case .unknown: "nobody yet"
        case .contradicted:
            cell.openContradiction.map { "\($0.person) contradicts \($0.against ?? "others")" }
        case .untold:
            cell.signs.first.map { "so far: \($0.text)" }
                ?? (cell.answers.isEmpty ? "only read so far" : nil)
        case .anecdote:
            cell.ties.first.map { "one source so far: \($0.text)" } ?? "one voice so far: \(cell.voices[0].person)"
        case .pattern: nil
        }
    }
}

extension AdviceKit {
    /// Whether a path is one that is being explored; without any path everything is.
    fileprivate func subjectsToAskAbout(in document: LogDocument) -> (String) -> Bool {
        let open = subjects(of: document)
        return { open.isEmpty || open.contains($0) }
    }

    /// The question a person wants answered themselves about a path; nil when they wrote none.
    func ownQuestion(about subject: String, in document: LogDocument) -> String? {
        guard let field = topics.ownQuestion.map({ rules.vocabulary[$0].name }) else { return nil }
        return SubjectFinder(topics.subject, rules.vocabulary, document).text(field, of: subject)
    }

    /// The paths of a log, in the order written.
    public func subjects(of document: LogDocument) -> [String] {
        SubjectFinder(topics.subject, rules.vocabulary, document).all
    }
}
