/// One record in the order of the preferences, with the points that put it there.
public struct Ranked: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The terms, in the order of the rules; what is not known stands there with no points.
    public let terms: [Term]

    /// The sum of its points.
    public var points: Int { terms.reduce(0) { $0 + $1.points } }

    /// One term of the sum.
    public struct Term: Sendable, Hashable {
        /// The rule.
        public let rule: String
        /// What it is for: `level is mid or senior`.
        public let label: String
        /// How much it adds; 0 for what does not hold or is not known.
        public let points: Int
        /// What is not known, in words; nil when it is.
        public let missing: String?
    }
}

extension Engine {
    /// Those of a kind of record who are in use, most preferred first, those with equal points in the order of the log;
    /// all with no points when no rule prefers anybody. `kind` is a record's name such as `person`.
    public func ranking(of kind: String, in facts: Facts, at now: Instant) -> [Ranked] {
        guard let kind = rules.vocabulary.recordKind(named: kind) else { return [] }
        let run = Evaluation(facts: facts, vocabulary: rules.vocabulary, frame: frame, now: now)
        let narrator = Narrator(facts: facts, vocabulary: rules.vocabulary, frame: frame, now: now.seconds)
        let records = (0..<Int32(facts.records.count)).filter { record in
            facts.records.kinds[Int(record)] == kind && facts.records.archived[Int(record)] > now.seconds
        }
        let ranked = records.map { Ranked(name: narrator.name($0), terms: terms(of: $0, run, narrator)) }
        return ranked.enumerated().sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
            .map(\.element)
    }

    private func terms(of record: Int32, _ run: Evaluation, _ narrator: Narrator) -> [Ranked.Term] {
        rules.rules.flatMap { rule -> [Ranked.Term] in
            guard let preference = rule.shape as? Preference else { return [] }
            return preference.grades(of: record, run).map { grade in
                Ranked.Term(
                    rule: rule.id, label: grade.spoken,
                    points: grade.truth == .yes ? grade.points * weight(rule.strength) : 0,
                    missing: missing(grade.truth, narrator))
            }
        }
    }

    private func weight(_ strength: Rule.Strength) -> Int {
        switch strength {
        case .must: 3
        case .should: 2
        case .consider: 1
        }
    }

    private func missing(_ truth: Truth, _ narrator: Narrator) -> String? {
        guard case .unknown(let fact) = truth else { return nil }
        let owner = fact.record == Facts.none ? "" : fact.record == 0 ? "your " : "\(narrator.name(fact.record))'s "
        return "\(owner)\(rules.vocabulary[fact.field].title) is not known"
    }
}
