/// What a person means to do, by kind and person. A plan is never taken as done, but a card says when it is planned for
/// (rules.md §4a.11).
struct Intentions {
    private var next: [Key: Int64] = [:]

    private struct Key: Hashable {
        let kind: KindID
        let person: Int32
    }

    /// What open plans say is to happen from now on: the episodes themselves and what they list.
    init(of evaluated: Evaluated) {
        let (facts, vocabulary, now) = (evaluated.facts, evaluated.rules.vocabulary, evaluated.now.seconds)
        for number in 0..<facts.episodes.count where facts.episodes.outcomes[number] == .open {
            let plan = facts.episodes.plannedRows[number]
            guard plan != Facts.none, facts.episodes.starts[number] != .max else { continue }
            let episode = vocabulary.episodes[Int(facts.episodes.kinds[number])]
            note(episode.held, facts.persons[Int(plan)], facts.episodes.starts[number], now)
            for part in facts.ofWhole[Int(plan)] {
                let time = Self.time(of: Int(part), episode, number, facts)
                note(facts.kinds[Int(part)], facts.persons[Int(part)], time, now)
            }
        }
    }

    /// When what a verdict asks for is planned next; nil when no plan says so.
    func next(of verdict: Verdict, _ evaluated: Evaluated) -> Instant? {
        let times = evaluated.rule(of: verdict).shape.asksFor.compactMap { next[Key(kind: $0, person: verdict.person)] }
        return times.min().map { Instant(seconds: $0) }
    }

    private mutating func note(_ kind: KindID, _ person: Int32, _ time: Int64, _ now: Int64) {
        guard time >= now else { return }
        let key = Key(kind: kind, person: person)
        next[key] = min(next[key] ?? .max, time)
    }

    /// A part without a time of its own goes where its plan goes.
    private static func time(of part: Int, _ episode: Episode, _ number: Int, _ facts: Facts) -> Int64 {
        if facts.sources[Int(facts.lines[part])].at != nil { return facts.begins[part] }
        let field = facts.partFields[part]
        return field == episode.agenda || field == episode.before
            ? facts.episodes.starts[number] : facts.episodes.ends[number]
    }
}
