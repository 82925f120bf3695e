/// What a verdict is about, in words and as a key that stays the same between runs.
public struct Occasion: Sendable, Hashable {
    /// A text that names the occasion for good: it changes when its time or its person does, and with nothing else, so
    /// that a decision about it holds until then (rules.md §4a.17).
    public let key: String
    /// The occasion for people: `meeting with Ana Ruiz, Tue 24 Nov 2026 10:00`.
    public let text: String
    /// The kind's name; of a verdict on a record the record's kind, such as `person` or `me`.
    public let kind: String
    /// When it was, or starts; nil for a record, and for what is planned without a time.
    public let at: Instant?
    /// The activity's id in the log; nil when it has none.
    public let id: String?
    /// The line it was read from; nil when it is about a record.
    public let line: ActivityLine?
}

extension Evaluated {
    /// The occasion of a verdict; nil when it is about nothing.
    public func occasion(of verdict: Verdict) -> Occasion? {
        guard verdict.occasion != Facts.none else { return recordOccasion(of: verdict) }
        let row = Int(verdict.occasion)
        let line = facts.source(verdict.occasion)
        return Occasion(
            key: key(of: verdict), text: text(of: row), kind: rules.vocabulary[facts.kinds[row]].name,
            at: moment(of: row) == .max ? nil : Instant(seconds: moment(of: row)), id: line.id, line: line)
    }

    /// `Occasion.key` of a verdict; empty when it is about nothing.
    func key(of verdict: Verdict) -> String {
        guard verdict.occasion != Facts.none else { return recordKey(of: verdict) }
        return key(of: Int(verdict.occasion), at: moment(of: Int(verdict.occasion))) + other(verdict)
    }

    /// The keys the same occasion had before it was moved, oldest first.
    func earlierKeys(of verdict: Verdict) -> [String] {
        guard verdict.occasion != Facts.none else { return [] }
        let row = Int(verdict.occasion)
        let episode = facts.episodesOfRows[row]
        guard episode != Facts.none, facts.episodes.plannedRows[Int(episode)] == verdict.occasion else { return [] }
        return (facts.episodes.earlierStarts[episode] ?? []).map { key(of: row, at: $0) + other(verdict) }
    }

    /// What is asked for somebody else than the one the occasion is with is an occasion of its own.
    private func other(_ verdict: Verdict) -> String {
        let own = facts.persons[Int(verdict.occasion)]
        return verdict.person == own || verdict.person == Facts.none ? "" : " for \(narrator.name(verdict.person))"
    }

    /// `Occasion.key` of a row, if it took place at another moment.
    func key(of row: Int, at seconds: Int64) -> String {
        let time = seconds == .max ? "some time" : Moment(at: Instant(seconds: seconds), in: .utc).written(in: .utc)
        let person = facts.persons[row] == Facts.none ? "" : " " + narrator.name(facts.persons[row])
        return "\(rules.vocabulary[facts.kinds[row]].name) \(time)\(person)"
    }

    /// A row for people; something planned is named by what it is to be, and by its latest start.
    func text(of row: Int) -> String {
        guard let stage = rules.vocabulary[facts.kinds[row]].stage, stage.step == .planned,
            facts.episodesOfRows[row] != Facts.none, moment(of: row) != .max
        else { return narrator.activity(Int32(row)) }
        let whom = rules.vocabulary[facts.kinds[row]].whom
        let person = facts.persons[row] == Facts.none ? "" : " \(whom) \(narrator.name(facts.persons[row]))"
        let episode = rules.vocabulary.episodes[stage.episode].name
        return "\(episode)\(person), \(narrator.start(moment(of: row)))"
    }

    /// A planned episode is known by its latest start, anything else by when it was done.
    private func moment(of row: Int) -> Int64 {
        let episode = facts.episodesOfRows[row]
        guard episode != Facts.none, facts.episodes.plannedRows[Int(episode)] == Int32(row) else {
            return facts.begins[row]
        }
        return facts.episodes.starts[Int(episode)]
    }

    /// The verdicts by the time of what they are about; those about no activity come first, as they stand.
    public var verdictsInTime: [Verdict] {
        let time = { (verdict: Verdict) in
            verdict.occasion == Facts.none ? Int64.min : moment(of: Int(verdict.occasion))
        }
        return verdicts.enumerated().sorted { (time($0.element), $0.offset) < (time($1.element), $1.offset) }
            .map(\.element)
    }

    /// Whether a verdict is about the plan that is being checked.
    public func concernsPlan(_ verdict: Verdict) -> Bool { facts.concernsPlan(verdict) }

    /// The line that decided a verdict; nil when nothing was found.
    public func evidence(of verdict: Verdict) -> ActivityLine? {
        verdict.evidence == Facts.none ? nil : facts.source(verdict.evidence)
    }
}

extension Facts {
    /// Whether a verdict has to do with the plan that is carried out.
    func concernsPlan(_ verdict: Verdict) -> Bool {
        [verdict.occasion, verdict.evidence].contains { $0 != Facts.none && has(Int($0), .planned) }
    }
}
