/// What a rule said about one occasion, from the day it first spoke of it to the last.
public struct ReplayTimeline: Sendable, Hashable {
    /// One change of what it said.
    public struct Step: Sendable, Hashable {
        /// The day, counted from the log's first.
        public let day: Int
        /// What it said from that day on.
        public let state: ReplayState
    }

    /// A stretch of days on which it asked for something or warned.
    public struct Finding: Sendable, Hashable {
        /// The days, counted from the log's first.
        public let days: Range<Int>
        /// Whether it still did on the last day.
        public let isOpen: Bool
        /// What it said, in order, each answer once.
        public let statuses: [Verdict.Status]
    }

    /// What it is about: the same in every replay of the log, whatever the rules are.
    let key: ReplayOccasion
    /// The occasion for people: `meeting with Ana Ruiz, Fri 20 Nov 2026 10:00`.
    public let occasion: String
    /// The person it is about; nil for nobody.
    public let person: String?
    /// What it said, a step for each change, in order of days.
    public internal(set) var steps: [Step]

    /// What it said last.
    public var last: ReplayState { steps.last?.state ?? .gone }
    /// What it said last before it fell silent, if it did: a week that is over is spoken of no more.
    var lastSaid: ReplayState { steps.last { $0.state != .gone }?.state ?? .gone }

    /// Its findings among so many days, in order.
    public func findings(days: Int) -> [Finding] {
        var findings: [Finding] = []
        var start: Int?
        var statuses: [Verdict.Status] = []
        for step in steps + [Step(day: days, state: .gone)] {
            if step.state.speaks {
                start = start ?? step.day
                if !statuses.contains(step.state.status) { statuses.append(step.state.status) }
            } else if let from = start {
                findings.append(Finding(days: from..<step.day, isOpen: step.day == days, statuses: statuses))
                (start, statuses) = (nil, [])
            }
        }
        return findings
    }
}

/// What a verdict is about, named by words and times alone, so that two sets of rules agree on it.
///
/// Unlike `Occasion.key` it keeps its name when a plan is moved.
struct ReplayOccasion: Sendable, Hashable {
    /// The kind of activity, or of record.
    let kind: String
    /// When it was logged, or when its stretch of time began.
    let moment: Int64
    /// The person or record; empty for nobody.
    let name: String
    /// Tells apart what has all that in common.
    var number = 0
}

extension ReplayOccasion {
    init(_ verdict: Verdict, _ evaluated: Evaluated) {
        let facts = evaluated.facts
        if verdict.occasion == Facts.none {
            kind = verdict.period?.unit.word ?? ""
            moment = verdict.period?.start ?? .min
            name = verdict.record == Facts.none ? "" : facts.records.names[Int(verdict.record)]
        } else {
            let row = Int(verdict.occasion)
            kind = evaluated.rules.vocabulary[facts.kinds[row]].name
            moment = facts.begins[row]
            let person = verdict.person == Facts.none ? facts.persons[row] : verdict.person
            name = person == Facts.none ? "" : facts.records.names[Int(person)]
        }
    }
}
