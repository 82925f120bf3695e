/// Makes cards of open verdicts: those that ask for the same thing of the same person become one (rules.md §4a.17).
struct CardMaker {
    let evaluated: Evaluated
    private let groups: CardGroups
    private let intentions: Intentions

    init(evaluated: Evaluated) {
        self.evaluated = evaluated
        groups = CardGroups(evaluated: evaluated)
        intentions = Intentions(of: evaluated)
    }

    /// The cards of these verdicts, in no particular order.
    func cards(of verdicts: [Verdict]) -> [Card] { groups.groups(of: verdicts).compactMap(card) }

    private func card(_ verdicts: [Verdict]) -> Card? {
        let ordered = verdicts.sorted { weight($0) < weight($1) }
        guard let first = ordered.first else { return nil }
        let rules = ordered.map { evaluated.rule(of: $0) }
        let deadline = ordered.map(\.deadline).min() ?? .max
        let status = ordered.contains { $0.status == .overdue } ? .overdue : first.status
        let notBefore = ordered.map(\.notBefore).max() ?? .min
        let strength = rules.map(\.strength).max() ?? .consider
        let effort = rules.compactMap(\.effort).first
        let spoken = spoken(ordered, status, deadline) ?? first
        return Card(
            kind: kind(first), headline: headline(spoken), detail: detail(spoken, deadline, notBefore),
            because: rules[0].because, rules: unique(rules.map(\.id)),
            sources: unique(rules.compactMap { $0.source?.text }), strength: strength, status: status,
            deadline: deadline == .max ? nil : Instant(seconds: deadline),
            notBefore: notBefore <= evaluated.now.seconds ? nil : Instant(seconds: notBefore), effort: effort,
            person: first.person == Facts.none ? nil : evaluated.narrator.name(first.person),
            logWord: logWord(first), belongsInPlan: belongsInPlan(first),
            plannedFor: intentions.next(of: first, evaluated),
            occasions: ordered.map { key($0) }, dismissReasons: unique(rules.flatMap(\.dismissReasons)),
            terms: CardScore(now: evaluated.now).terms(
                status: status, strength: strength, deadline: deadline, effort: effort))
    }

    /// The verdict whose rule speaks for all of them: the strictest, with the earliest deadline.
    private func spoken(_ ordered: [Verdict], _ status: Verdict.Status, _ deadline: Int64) -> Verdict? {
        var verdict = ordered.first { !groups.condition(of: $0).isEmpty } ?? ordered.first
        if verdict?.status == .due || verdict?.status == .overdue { verdict?.status = status }
        verdict?.deadline = deadline
        return verdict
    }

    /// The highest strength first, then the earliest deadline, then the order of rules and occasions.
    private func weight(_ verdict: Verdict) -> (Int, Int64, Int32, Int32) {
        let strength = Rule.Strength.allCases.firstIndex(of: evaluated.rule(of: verdict).strength) ?? 0
        return (-strength, verdict.deadline, verdict.rule, verdict.occasion)
    }

    private func key(_ verdict: Verdict) -> Card.Key {
        Card.Key(rule: evaluated.rule(of: verdict).id, occasion: evaluated.key(of: verdict))
    }

    private func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private func kind(_ verdict: Verdict) -> Card.Kind {
        switch verdict.status {
        case .cannotTell: .question
        case .broken: .notice
        default: .action
        }
    }

    private func headline(_ verdict: Verdict) -> String {
        let said = evaluated.headline(of: verdict)
        guard kind(verdict) == .action else { return shortened(said) }
        return shortened(evaluated.rule(of: verdict).action?.filled(verdict, evaluated.narrator) ?? said)
    }

    /// What the rule says, and from when on it may be done while there is time for it then (rules.md §4a.16).
    private func detail(_ verdict: Verdict, _ deadline: Int64, _ notBefore: Int64) -> String {
        let said = evaluated.headline(of: verdict)
        guard notBefore > evaluated.now.seconds, notBefore <= deadline, notBefore != .max else { return said }
        let stop = said.last.map { ".?!".contains($0) } == true ? "" : "."
        return "\(said)\(stop) Not before \(evaluated.narrator.start(notBefore))."
    }

    private func shortened(_ text: String) -> String { text.count < 120 ? text : String(text.prefix(118)) + "…" }

    private func logWord(_ verdict: Verdict) -> String? {
        guard kind(verdict) == .action, !belongsInPlan(verdict),
            let kind = evaluated.rule(of: verdict).shape.asksFor.first
        else { return nil }
        return evaluated.rules.vocabulary[kind].words.first ?? evaluated.rules.vocabulary[kind].name
    }

    /// A part that is missing from a plan is written into the plan; logging it would settle nothing.
    private func belongsInPlan(_ verdict: Verdict) -> Bool {
        guard verdict.occasion != Facts.none, kind(verdict) == .action else { return false }
        let stage = evaluated.rules.vocabulary[evaluated.facts.kinds[Int(verdict.occasion)]].stage
        return evaluated.rule(of: verdict).timing == .during && stage?.step == .planned
    }
}
