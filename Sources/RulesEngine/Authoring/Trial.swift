/// One rule on trial: which wrong rules do its examples notice, and what example would tell the others apart?
struct Trial {
    private let rules: RuleSet
    private let rule: Rule
    private let examples: [Example]
    private let judge: TrialJudge

    init(_ rule: Rule, _ examples: [Example], _ rules: RuleSet) {
        self.rules = rules
        self.rule = rule
        self.examples = examples
        judge = TrialJudge(rule: rule, runner: ExampleRunner(rules: rules, zones: { _ in nil }))
    }

    /// The mutants no example notices; each is held against the examples until the first that does.
    func unnoticed(_ mutants: [Mutant]) -> [Mutant] {
        let scenes = examples.map { judge.scene($0) }
        return mutants.filter { mutant in
            let wrong = rule.with(mutant)
            return !scenes.contains { judge.notices(wrong, $0) }
        }
    }

    /// Examples that tell mutants from the rule, the plainest first, and one of each verdict that none shows yet, as far as
    /// they are found.
    ///
    /// What is proposed is tried in its turn as an example to begin from, until nothing more is found: with all of it
    /// added there is nothing left to ask.
    func proposals(_ mutants: [Mutant]) -> [Proposal] {
        var all: [Proposal] = []
        var open = Array(mutants.indices)
        // What was tried for all that is open is not tried again in the next round.
        var looked: Set<Int> = []
        var lookedForVerdicts: Set<Int> = []
        while true {
            let seeds = examples + all.map(\.example)
            var found = proposals(open.map { mutants[$0] }, from: seeds, &looked)
            for place in found.indices { found[place].settled = found[place].settled.map { open[$0] } }
            let settled = Set(found.flatMap(\.settled))
            open.removeAll { settled.contains($0) }
            let shown = Set((seeds + found.map(\.example)).flatMap(\.expected))
            found += proposals(
                showing: rule.possibleVerdicts.filter { !shown.contains($0) }, from: seeds, &lookedForVerdicts)
            all += found
            if found.isEmpty { return all }
        }
    }

    private func proposals(_ mutants: [Mutant], from seeds: [Example], _ seen: inout Set<Int>) -> [Proposal] {
        guard !mutants.isEmpty else { return [] }
        var search = TrialSearch(judge: judge, mutants: mutants)
        let variations = variations(of: seeds)
        for stage in variations.stages {
            for example in variations.seeds.lazy.flatMap(stage.make) where seen.insert(example.fingerprint).inserted {
                search.look(at: example) { variations.clocks(of: example, $0, isFull: stage.isAboutTime) }
                if search.isDone { return search.proposals }
            }
        }
        search.settleForLess()
        return search.proposals
    }
}

extension Trial {
    /// Examples near some, and near one in which the rule has something to say when it is silent in all of them.
    private func variations(of examples: [Example]) -> ExampleVariations {
        var variations = ExampleVariations(examples, of: rule, rules)
        if variations.seeds.contains(where: { says($0, variations) }) { return variations }
        variations.seeds += ExampleVariations([], of: rule, rules).seeds
        if variations.seeds.contains(where: { says($0, variations) }) { return variations }
        let speaking = variations.seeds.lazy.flatMap(variations.withEveryValue).first { says($0, variations) }
        if let speaking { variations.seeds.append(speaking) }
        return variations
    }

    /// Whether the rule applies in an example, now or later.
    private func says(_ example: Example, _ variations: ExampleVariations) -> Bool {
        let scene = judge.scene(example)
        return variations.clocks(of: example, scene.facts, isFull: false).contains { now in
            guard case .verdicts(let verdicts) = judge.answer(rule, judge.scene(scene, at: now)) else { return true }
            return verdicts.contains { $0 != .doesNotApply && $0 != .cannotTell }
        }
    }

    /// Examples that come out with verdicts none shows yet, the plainest first; of some none may be found.
    private func proposals(
        showing statuses: [Verdict.Status], from seeds: [Example], _ seen: inout Set<Int>
    ) -> [Proposal] {
        guard !statuses.isEmpty else { return [] }
        var missing = statuses
        var found: [Proposal] = []
        let variations = variations(of: seeds)
        for stage in variations.stages {
            for example in variations.seeds.lazy.flatMap(stage.make) where seen.insert(example.fingerprint).inserted {
                let scene = judge.scene(example)
                let begun = scene.facts.rows.last?.begins ?? .min
                for now in variations.clocks(of: example, scene.facts, isFull: stage.isAboutTime)
                where now.seconds >= begun {
                    guard let proposal = proposal(judge.scene(scene, at: now), missing) else { continue }
                    found.append(proposal)
                    missing.removeAll { proposal.example.expected == [$0] }
                    if missing.isEmpty { return found }
                }
            }
        }
        return found
    }

    private func proposal(_ scene: TrialJudge.Scene, _ missing: [Verdict.Status]) -> Proposal? {
        guard case .verdicts(let verdicts) = judge.answer(rule, scene), verdicts.count == 1,
            missing.contains(verdicts[0])
        else { return nil }
        var example = scene.example
        example.name = "it comes out as '\(verdicts[0].word)'"
        example.expected = verdicts
        return Proposal(example: example, mistaken: [])
    }
}

/// An example that tells some wrong rules from the right one.
struct Proposal {
    /// The example, with the verdicts of the rule as it is written.
    let example: Example
    /// The places of the mutants it tells apart.
    var settled: [Int] = []
    /// The verdicts the first of the wrong rules would give.
    let mistaken: [Verdict.Status]

    /// Whether there is one verdict, and it can be told.
    var isPlain: Bool { example.expected.count == 1 && example.expected != [.cannotTell] && mistaken.count == 1 }
}

/// Holds a rule and its mutants against examples whose facts are made once.
struct TrialJudge {
    let rule: Rule
    let runner: ExampleRunner

    /// An example with its facts, ready for every rule that is held against it one after the other: its facts are made
    /// once, and nothing is copied for a rule.
    final class Scene {
        private(set) var example: Example
        fileprivate var run: Evaluation

        fileprivate init(_ example: Example, _ run: Evaluation) {
            self.example = example
            self.run = run
        }

        /// What happens in it.
        var facts: Facts { run.facts }

        fileprivate func move(to now: Instant) {
            example.now = now
            run.move(to: now)
        }
    }

    /// What a rule says of an example.
    enum Answer: Equatable {
        case verdicts([Verdict.Status])
        /// The points of those it ranks, by name.
        case points([String: Int])
    }

    func scene(_ example: Example) -> Scene {
        var ignored = Diagnostics()
        let facts = runner.facts(of: example, &ignored)
        let run = Evaluation(
            facts: facts, vocabulary: runner.rules.vocabulary, frame: example.frame, now: example.now)
        return Scene(example, run)
    }

    /// The scene itself moved to another moment; a plan is arranged at that moment, so that its scene is made anew.
    func scene(_ scene: Scene, at now: Instant) -> Scene {
        guard now != scene.example.now else { return scene }
        guard scene.example.plan == nil else {
            var example = scene.example
            example.now = now
            example.plan?.at = scene.example.moment(now.seconds)
            return self.scene(example)
        }
        scene.move(to: now)
        return scene
    }

    /// Whether an example comes out wrong with another rule.
    func notices(_ wrong: Rule, _ scene: Scene) -> Bool {
        let example = scene.example
        if let outcome = runner.outcome(of: example, wrong, scene.facts) { return example.expected != [outcome.status] }
        guard example.isMet(by: statuses(wrong, scene)) else { return true }
        guard let says = example.says else { return false }
        let evaluated = runner.evaluate(scene.facts, example, wrong)
        return runner.chosen(evaluated, example).first.map { evaluated.headline(of: $0) } != says
    }

    func answer(_ rule: Rule, _ scene: Scene) -> Answer {
        if rule.shape is Preference {
            let ranked = runner.ranking(scene.facts, scene.example, rule)
            return .points(Dictionary(ranked.map { ($0.name, $0.points) }, uniquingKeysWith: { first, _ in first }))
        }
        if scene.example.message != nil, let outcome = runner.outcome(of: scene.example, rule, scene.facts) {
            return .verdicts([outcome.status])
        }
        return .verdicts(statuses(rule, scene))
    }

    /// What an example lists, without anything that is needed only to put it into words.
    private func statuses(_ rule: Rule, _ scene: Scene) -> [Verdict.Status] {
        scene.run.gates = rule.gates
        scene.run.verdicts.removeAll(keepingCapacity: true)
        rule.shape.evaluate(&scene.run)
        guard scene.example.plan == nil, scene.example.person == nil, scene.run.verdicts.count < 2 else {
            let verdicts = runner.chosen(scene.run.verdicts, scene.run.facts, scene.example)
            return ExampleRunner.statuses(of: verdicts)
        }
        return ExampleRunner.statuses(of: scene.run.verdicts)
    }
}

/// The search for examples that tell mutants apart.
struct TrialSearch {
    private let judge: TrialJudge
    private var open: [Suspect]
    /// For each mutant the first example that is not plain.
    private var several: [Int: Proposal] = [:]
    private(set) var proposals: [Proposal] = []

    /// A mutant that nothing has told apart yet.
    private struct Suspect {
        let place: Int
        let question: String
        let rule: Rule
    }

    init(judge: TrialJudge, mutants: [Mutant]) {
        self.judge = judge
        open = mutants.enumerated().map { place, mutant in
            Suspect(place: place, question: mutant.question, rule: judge.rule.with(mutant))
        }
    }

    /// Whether every mutant was told apart.
    var isDone: Bool { open.isEmpty }

    /// Tries an example at some moments.
    mutating func look(at example: Example, clocks: (Facts) -> [Instant]) {
        let scene = judge.scene(example)
        for now in clocks(scene.facts) {
            look(at: judge.scene(scene, at: now))
            if isDone { return }
        }
    }

    private mutating func look(at scene: TrialJudge.Scene) {
        let right = judge.answer(judge.rule, scene)
        var place = 0
        while place < open.count {
            guard let proposal = proposal(scene, right, open[place]) else {
                place += 1
                continue
            }
            if proposal.isPlain {
                accept(proposal, of: open[place])
            } else {
                several[open[place].place] = several[open[place].place] ?? proposal
                place += 1
            }
        }
    }

    private func proposal(
        _ scene: TrialJudge.Scene, _ right: TrialJudge.Answer, _ wrong: Suspect
    ) -> Proposal? {
        switch (right, judge.answer(wrong.rule, scene)) {
        case (.verdicts(let right), .verdicts(let mistaken)):
            guard !Example.isMet(right, by: mistaken) else { return nil }
            var example = scene.example
            example.name = wrong.question
            example.expected = right
            return Proposal(example: example, mistaken: mistaken)
        case (.points(let right), .points(let mistaken)):
            guard let order = Self.order(right, mistaken, among: scene.example.document.records) else { return nil }
            var example = scene.example
            example.name = wrong.question
            example.keepOnly(order)
            return Proposal(example: example, mistaken: [.overdue])
        default: return nil
        }
    }

    /// Two who come in this order by the rule, and do not by the wrong one; those of whom less is known first.
    private static func order(
        _ right: [String: Int], _ mistaken: [String: Int], among records: [RecordLine]
    ) -> [String]? {
        let names = records.map(\.name.text).filter { right[$0] != nil }
        for first in names {
            let second = names.first { second in
                (right[first] ?? 0) > (right[second] ?? 0) && (mistaken[first] ?? 0) <= (mistaken[second] ?? 0)
            }
            if let second { return [first, second] }
        }
        return nil
    }

    /// Takes an example, with every mutant it notices.
    private mutating func accept(_ proposal: Proposal, of suspect: Suspect) {
        var proposal = proposal
        let scene = judge.scene(proposal.example)
        let noticed = open.map { judge.notices($0.rule, scene) }
        let isSure =
            !judge.notices(judge.rule, scene) && zip(open, noticed).contains { $0.place == suspect.place && $1 }
        // What depends on more than an example says cannot be shown by one.
        guard isSure else { return open.removeAll { $0.place == suspect.place } }
        proposal.settled = zip(open, noticed).filter(\.1).map(\.0.place)
        open = zip(open, noticed).filter { !$0.1 }.map(\.0)
        proposals.append(proposal)
    }

    /// Takes examples that are less plain for what is still open.
    mutating func settleForLess() {
        for suspect in open {
            guard let proposal = several[suspect.place], open.contains(where: { $0.place == suspect.place }) else {
                continue
            }
            accept(proposal, of: suspect)
        }
    }
}

extension Example {
    /// The example of an order of two people, without everybody else.
    fileprivate mutating func keepOnly(_ names: [String]) {
        let others = ["Ana", "Ben"]
        order = others.map { WrittenText($0) }
        expected = [.ok]
        document.records = zip(names, others).compactMap { name, other in
            var record = document.records.first { $0.name.text == name }
            record?.name = WrittenText(other)
            return record
        }
        document.activities = []
    }
}

extension Rule {
    /// The same rule with another meaning.
    func with(_ mutant: Mutant) -> Rule {
        var rule = self
        rule.shape = mutant.shape
        if let gates = mutant.gates { rule.gates = gates }
        return rule
    }

    /// Rules near this one that mean something else.
    func mutants(_ words: RuleWords) -> [Mutant] {
        let changed = gates.indices.flatMap { place in
            gates[place].near(words).map { near in
                var others = gates
                if let gate = near.gate { others[place] = gate } else { others.remove(at: place) }
                let isSame = near.gate.map { shape.sight.isSame(gates[place], $0) } ?? false
                return Mutant(shape: shape, gates: others, question: near.question, isSame: isSame)
            }
        }
        return shape.mutants(words) + changed
    }
}
