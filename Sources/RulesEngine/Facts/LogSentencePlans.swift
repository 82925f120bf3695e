/// Asks which plan is meant when a line about an episode could belong to several that are open (rules.md §4a.3).
struct LogSentencePlans {
    private let sentence: LogSentence
    private let kind: Kind

    init(_ sentence: LogSentence, _ kind: Kind) {
        self.sentence = sentence
        self.kind = kind
    }

    private var vocabulary: Vocabulary { sentence.vocabulary }

    /// Throws a question when it is not clear which plan the line is about, or when there is none and it needs one.
    func check(_ line: ActivityLine) throws(LogSentenceProblem) {
        guard let stage = kind.stage, let at = line.at, stage.step != .planned else { return }
        let episode = vocabulary.episodes[stage.episode]
        guard !line.fields.contains(where: { $0.name.text == vocabulary[episode.link].name }) else { return }
        let facts = facts()
        for person in line.with {
            let plans = open(episode, person.text, stage.step, at, facts)
            if plans.count > 1 { throw several(plans, episode, person.text) }
            if plans.isEmpty, stage.step == .moved { throw none(episode, person.text) }
        }
    }

    /// A plan that nothing has ended yet.
    private struct Plan {
        let id: String?
        let starts: Int64
    }

    private func facts() -> Facts {
        var ignored = Diagnostics()
        let frame = TimeFrame(zone: sentence.zone)
        return FactsBuilder(vocabulary: vocabulary, frame: frame).facts(of: sentence.document, &ignored)
    }

    /// What took place belongs to a plan of its day; what was confirmed, moved or called off to one that lies ahead.
    private func open(
        _ episode: Episode, _ name: String, _ step: Kind.Step, _ at: Moment, _ facts: Facts
    ) -> [Plan] {
        guard let person = facts.records.record(.person, named: name) else { return [] }
        let day = sentence.zone.wallTime(at: at.start).day
        let isSameDay = step == .held || step == .missed
        return (0..<facts.episodes.count).compactMap { number in
            let (starts, row) = (facts.episodes.starts[number], facts.episodes.plannedRows[number])
            guard facts.episodes.persons[number] == person, facts.episodes.outcomes[number] == .open, row != Facts.none,
                vocabulary.episodes[Int(facts.episodes.kinds[number])].name == episode.name, starts != .max
            else { return nil }
            let thatDay = sentence.zone.wallTime(at: Instant(seconds: starts)).day
            guard isSameDay ? thatDay == day : starts >= at.start.seconds else { return nil }
            return Plan(id: facts.sources[Int(facts.lines[Int(row)])].id, starts: starts)
        }
    }

    private func several(_ plans: [Plan], _ episode: Episode, _ name: String) -> LogSentenceProblem {
        let link = vocabulary[episode.link].name
        let answers = plans.map { plan in
            let time = sentence.zone.wallTime(at: Instant(seconds: plan.starts)).spoken
            return plan.id.map { "\(link)=\($0) (\(time))" } ?? "(\(time), which has no id)"
        }
        return LogSentenceProblem(
            "\(name) has \(plans.count) open plans that this could be",
            help: "add one of: " + answers.joined(separator: ", "),
            choices: plans.compactMap(\.id))
    }

    private func none(_ episode: Episode, _ name: String) -> LogSentenceProblem {
        LogSentenceProblem(
            "no \(episode.name) with \(name) is planned", help: "plan it with: explore plan '\(name)' WHEN")
    }
}
