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
        let spoken = spoken(ordered, status, deadline) ?? first
        return Card(
            kind: kind(first), headline: planned(ordered) ?? headline(spoken),
            detail: detail(ordered, spoken, deadline, notBefore),
            because: because(first, rules[0]), rules: unique(rules.map(\.id)),
            sources: unique(rules.compactMap { $0.source?.text }), strength: strength, status: status,
            deadline: deadline == .max ? nil : Instant(seconds: deadline),
            notBefore: notBefore <= evaluated.now.seconds ? nil : Instant(seconds: notBefore),
            effort: effort(ordered), person: person(first), entry: entry(first),
            answer: evaluated.answer(to: first), belongsInPlan: evaluated.belongsInPlan(first),
            plannedFor: intentions.next(of: first, evaluated),
            occasions: ordered.map { key($0) }, dismissReasons: unique(rules.flatMap(\.dismissReasons)),
            terms: CardScore(now: evaluated.now).terms(
                status: status, strength: strength, deadline: deadline, effort: effort(ordered)))
    }

    /// Whom an action concerns; what may be done with anyone concerns nobody.
    private func person(_ verdict: Verdict) -> String? {
        let isOpen = kind(verdict) == .action && evaluated.rule(of: verdict).shape.asking?.isOfAnyone == true
        return isOpen || verdict.person == Facts.none ? nil : evaluated.narrator.name(verdict.person)
    }

    /// How long it takes: what is missing from a plan is written one after the other; of rules that ask for the same the
    /// first one knows. What cannot be mended takes no time.
    private func effort(_ verdicts: [Verdict]) -> Length? {
        guard let first = verdicts.first, kind(first) == .action else { return nil }
        let efforts = verdicts.compactMap { evaluated.rule(of: $0).effort }
        guard evaluated.belongsInPlan(first), !efforts.isEmpty else { return efforts.first }
        return Length(seconds: efforts.reduce(0) { $0 + $1.seconds })
    }

    /// The headline of several things that are missing from one plan; nil for anything else.
    private func planned(_ verdicts: [Verdict]) -> String? {
        guard verdicts.count > 1, let first = verdicts.first, evaluated.belongsInPlan(first) else { return nil }
        return evaluated.occasion(of: first).map { shortened("Fill in the plan: \($0.text)") }
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

    /// A question is asked because some advice depends on it: how something planned went decides what comes next, and
    /// with it more than the one rule that asks.
    private func because(_ verdict: Verdict, _ rule: Rule) -> String {
        guard kind(verdict) == .question else { return rule.because }
        return verdict.reason == .outcomeUnknown
            ? "What comes next depends on how it went." : "The answer decides whether this is for you: \(rule.title)."
    }

    /// What the rule says, and from when on it may be done while there is time for it then (rules.md §4a.16).
    private func detail(_ all: [Verdict], _ verdict: Verdict, _ deadline: Int64, _ notBefore: Int64) -> String {
        if kind(verdict) == .question { return evaluated.whatIsAskedAbout(verdict) }
        let isPlan = planned(all) != nil
        let said = isPlan ? unique(all.map(evaluated.headline)).joined(separator: " ") : evaluated.headline(of: verdict)
        guard notBefore > evaluated.now.seconds, notBefore <= deadline, notBefore != .max else { return said }
        let stop = said.last.map { ".?!".contains($0) } == true ? "" : "."
        return "\(said)\(stop) Not before \(evaluated.narrator.start(notBefore))."
    }

    private func shortened(_ text: String) -> String { text.count < 120 ? text : String(text.prefix(118)) + "…" }

    /// How an action is logged: with its person, with anyone, or with nobody, and about what it must be.
    private func entry(_ verdict: Verdict) -> Card.Entry? {
        let shape = evaluated.rule(of: verdict).shape
        guard kind(verdict) == .action, !evaluated.belongsInPlan(verdict), let id = shape.asksFor.first else {
            return nil
        }
        let logged = evaluated.rules.vocabulary[id]
        let person = person(verdict)
        return Card.Entry(
            isPlan: logged.stage?.step == .planned, word: evaluated.rules.vocabulary.loggingWord(id), person: person,
            needsName: person == nil && logged.needsPerson, needsOtherName: needsOtherName(id),
            otherWord: otherWord(shape.asksFor), about: about(verdict, shape.asking?.about))
    }

    /// Whether a line of a kind says nothing without a second name behind it.
    private func needsOtherName(_ kind: KindID) -> Bool {
        evaluated.rules.vocabulary[kind].otherName.map { !$0.isBefore } ?? false
    }

    /// Where the first thing asked for is what somebody else does, and names another, the next one may be what oneself does.
    private func otherWord(_ kinds: [KindID]) -> String? {
        guard let first = kinds.first, needsOtherName(first) else { return nil }
        return kinds.dropFirst().first { !needsOtherName($0) }.map { evaluated.rules.vocabulary.loggingWord($0) }
    }

    private func about(_ verdict: Verdict, _ link: AboutLink?) -> Card.Entry.About? {
        guard let link, !link.isEpisode, verdict.occasion != Facts.none,
            let value = evaluated.facts.value(Int(verdict.occasion), link.field)
        else { return nil }
        return Card.Entry.About(
            field: evaluated.rules.vocabulary[link.field].name,
            value: evaluated.narrator.value(value, of: link.field))
    }
}
