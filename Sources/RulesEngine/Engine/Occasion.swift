/// What a verdict is about, in words and as a key that stays the same between runs.
public struct Occasion: Sendable, Hashable {
    /// A text that names the occasion for good: it changes when its time or its person does, and with nothing else, so
    /// that a decision about it holds until then (rules.md §4a.17).
    public let key: String
    /// The occasion for people: `meeting with Ana Ruiz, Tue 24 Nov 2026 10:00`.
    public let text: String
    /// The kind's name.
    public let kind: String
    /// The activity's id in the log; nil when it has none.
    public let id: String?
    /// The line it was read from.
    public let line: ActivityLine
}

extension Evaluated {
    /// The occasion of a verdict; nil when it is about a record or nothing.
    public func occasion(of verdict: Verdict) -> Occasion? {
        guard verdict.occasion != Facts.none else { return nil }
        let row = Int(verdict.occasion)
        let kind = rules.vocabulary[facts.kinds[row]]
        let person = facts.persons[row]
        let line = facts.sources[Int(facts.lines[row])]
        let words = [kind.name, Moment(at: Instant(seconds: moment(of: row)), in: .utc).written(in: .utc)]
        let key = (words + (person == Facts.none ? [] : [narrator.name(person)])).joined(separator: " ")
        return Occasion(key: key, text: text(of: row), kind: kind.name, id: line.id, line: line)
    }

    private func text(of row: Int) -> String {
        guard let stage = rules.vocabulary[facts.kinds[row]].stage, stage.step == .planned,
            facts.episodesOfRows[row] != Facts.none, moment(of: row) != .max
        else { return narrator.activity(Int32(row)) }
        let person = facts.persons[row] == Facts.none ? "" : " with \(narrator.name(facts.persons[row]))"
        let episode = rules.vocabulary.episodes[stage.episode].name
        return "\(episode)\(person), \(narrator.time(moment(of: row)))"
    }

    /// A planned episode is known by its latest start, anything else by when it was done.
    private func moment(of row: Int) -> Int64 {
        let episode = facts.episodesOfRows[row]
        guard episode != Facts.none, facts.episodes.plannedRows[Int(episode)] == row else { return facts.begins[row] }
        return facts.episodes.starts[Int(episode)]
    }

    /// Whether a verdict is about the plan that is being checked.
    public func concernsPlan(_ verdict: Verdict) -> Bool {
        let rows = [verdict.occasion, verdict.evidence].filter { $0 != Facts.none }
        return rows.contains { facts.has(Int($0), .planned) }
    }

    /// The line that decided a verdict; nil when nothing was found.
    public func evidence(of verdict: Verdict) -> ActivityLine? {
        verdict.evidence == Facts.none ? nil : facts.sources[Int(facts.lines[Int(verdict.evidence)])]
    }
}
