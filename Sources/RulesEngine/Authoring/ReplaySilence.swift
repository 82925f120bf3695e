/// What kept a rule from asking for anything in a log: how each of its occasions ended.
struct ReplaySilence: Sendable, Hashable {
    /// Why an occasion led to no finding.
    enum Cause: Sendable, Hashable {
        case followed, whereFails, unless, onlyIf, calledOff, superseded, nobody, history, archived, tooFew, notYet,
            other
        /// A fact is missing, named by its field's title.
        case missing(String)
    }

    /// How one condition of `where` did on the occasions that were kept out.
    struct Condition: Sendable, Hashable {
        /// What it is about, as the rule writes it: `'person.level'`.
        let subject: String
        var failed = 0
        var unknown = 0
        var held = 0
    }

    /// How many occasions ended so.
    private(set) var causes: [Cause: Int] = [:]
    /// The conditions of the rule, in the order written.
    private(set) var conditions: [Condition] = []
    /// What its occasions are called: `meeting`; empty for a rule that is not about activities.
    let nouns: String
    /// Whether it is held against messages instead of logs.
    let isAboutMessages: Bool

    /// How the occasions of a rule ended, by what it said of them last.
    init(of place: Int, _ timelines: [ReplayTimeline], _ last: Evaluated) {
        let rule = last.rules.rules[place]
        let names = rule.shape.occasionKinds.map { last.rules.vocabulary[$0].noun }
        nouns =
            names.count > 3 ? names.prefix(3).joined(separator: ", ") + " or the like" : names.joined(separator: " or ")
        isAboutMessages = rule.shapeName == Wording.name
        for timeline in timelines { causes[Self.cause(timeline.lastSaid, last.rules.vocabulary), default: 0] += 1 }
        if causes[.whereFails] != nil { conditions = Self.conditions(of: place, last) }
    }

    /// Both together.
    mutating func add(_ other: ReplaySilence) {
        causes.merge(other.causes) { $0 + $1 }
        if conditions.isEmpty { return conditions = other.conditions }
        for (place, condition) in zip(conditions.indices, other.conditions) {
            conditions[place].failed += condition.failed
            conditions[place].unknown += condition.unknown
            conditions[place].held += condition.held
        }
    }

    // MARK: Causes

    private static func cause(_ state: ReplayState, _ vocabulary: Vocabulary) -> Cause {
        switch state.closing {
        case .history: return .history
        case .archived: return .archived
        case .open, .excused, .givenUp: break
        }
        switch state.status {
        case .ok, .late: return .followed
        case .cannotTell: return state.missing.map { .missing(vocabulary[$0].title) } ?? .other
        case .due, .overdue: return .notYet
        case .doesNotApply: return cause(state.reason)
        case .broken: return .other
        }
    }

    private static func cause(_ reason: Reason) -> Cause {
        switch reason {
        case .whereFails: .whereFails
        case .unless: .unless
        case .onlyIf: .onlyIf
        case .calledOff: .calledOff
        case .superseded: .superseded
        case .nobody: .nobody
        case .firstPeriod, .tooFewSoFar, .paused: .tooFew
        default: .other
        }
    }

    // MARK: Conditions

    /// Holds each condition of a rule's `where` alone against the occasions that it kept out.
    private static func conditions(of place: Int, _ last: Evaluated) -> [Condition] {
        guard let clause = last.rules.rules[place].shape.occasionClause else { return [] }
        let rows = last.verdicts.filter { Int($0.rule) == place && $0.reason == .whereFails }.map(\.occasion)
        return clause.condition.parts.map { part in
            var condition = Condition(subject: part.subject(in: last.rules.vocabulary))
            for row in rows where row != Facts.none {
                let subject = RulesEngine.Condition.Subject(
                    row: row, record: Facts.none, moment: last.facts.begins[Int(row)])
                switch part.holds(subject, in: last.facts) {
                case .yes: condition.held += 1
                case .no: condition.failed += 1
                case .unknown: condition.unknown += 1
                }
            }
            return condition
        }
    }
}

extension Condition {
    /// The conditions that must all hold, each as one of its own.
    fileprivate var parts: [Condition] {
        var parts: [Condition] = []
        var place = 0
        while place < tests.count {
            let count =
                switch tests[place] {
                case .all(let count), .any(let count), .not(let count): count + 1
                case .compare, .isSet: 1
                }
            parts.append(Condition(tests: Array(tests[place..<min(tests.count, place + count)])))
            place += count
        }
        return parts
    }

    /// What it is about: `'person.level'`; of several things `'format' or 'length'`.
    fileprivate func subject(in vocabulary: Vocabulary) -> String {
        var subjects: [String] = []
        for test in tests {
            switch test {
            case .compare(let path, _, _), .isSet(let path, _):
                let spoken = "'\(path.written(in: vocabulary))'"
                if !subjects.contains(spoken) { subjects.append(spoken) }
            case .all, .any, .not: continue
            }
        }
        return subjects.joined(separator: " or ")
    }
}
