/// Each topic of a list is learned about from n people: coverage.
///
/// A voice is one person, once a topic (rules.md §4a.14). What is missing is due and has no deadline; before
/// `at_least_of` people have been heard it does not apply yet.
struct Cover: Shape {
    static let name = "cover"
    static let signature = ["cover"]
    static let furtherKeys = ["topics", "from", "by_at_least", "at_least_of", "for_each"]
    static let gating = Gating.judgesNothing

    private var clause: ActivityClause
    private let field: FieldID
    private var topics: [String]
    private var values: [Value]
    private var byAtLeast: Int
    private var atLeastOf: Int
    private var each: ForEach

    init?(reading reader: inout RuleReader) {
        let field = Self.readField(&reader)
        byAtLeast =
            reader.node["by_at_least"]?.readWholeNumber("'by_at_least'", in: 1...1_000, &reader.diagnostics) ?? 1
        atLeastOf =
            reader.node["at_least_of"]?.readWholeNumber("'at_least_of'", in: 1...10_000, &reader.diagnostics) ?? 5
        each = reader.forEach()
        guard let field, let clause = Self.readClause(field, &reader), let topics = Self.readTopics(field, &reader)
        else {
            return nil
        }
        self.field = field
        self.clause = clause
        self.topics = topics.map(\.text)
        values = topics.map(\.value)
    }

    var kinds: [KindID] { clause.kinds }
    var occasionKinds: [KindID] { [] }
    var isSteady: Bool { true }
    var asksFor: [KindID] { [] }
    var counting: Counting? { Counting(kind: each.kind, topics: topics) }
    var sight: GateSight { GateSight(hasPerson: each.kind == .person, hasStart: false) }
    var possibleVerdicts: [Verdict.Status] { [.doesNotApply, .ok, .due] }

    // MARK: Reading

    private static func readField(_ reader: inout RuleReader) -> FieldID? {
        guard let value = reader.required("cover"), let name = value.readText("'cover'", &reader.diagnostics) else {
            return nil
        }
        let known = reader.vocabulary.fields.filter { $0.type.isList && isTopic($0.type.element) }
        if let field = known.first(where: { $0.name == name }) { return field.id }
        reader.diagnostics.report(.notATopicList(name, at: value.range, among: known.map(\.name)))
        return nil
    }

    private static func isTopic(_ type: FieldType) -> Bool {
        if case .choice = type { return true }
        return type == .text
    }

    /// `from:` narrows the activities; without it all that may have the field count.
    private static func readClause(_ field: FieldID, _ reader: inout RuleReader) -> ActivityClause? {
        let holders = reader.vocabulary.kinds.filter { $0.fields.contains(field) }.map(\.id)
        guard let value = reader.node["from"] else {
            var clause = ActivityClause(kinds: holders)
            if let written = reader.node["where"] { clause.condition = reader.condition(written, about: holders) }
            return clause
        }
        guard let clause = reader.clause("from", where: "where") else { return nil }
        guard let other = clause.kinds.first(where: { !holders.contains($0) }) else { return clause }
        let names = holders.map { reader.vocabulary[$0].name }
        reader.diagnostics.report(
            .unknownWord(
                reader.vocabulary[other].name, is: "an activity with '\(reader.vocabulary[field].name)'",
                at: value.range, among: names))
        return nil
    }

    private typealias Topic = (text: String, value: Value)

    /// `topics:`, or all choices of the field.
    private static func readTopics(_ field: FieldID, _ reader: inout RuleReader) -> [Topic]? {
        if reader.node["topics"] == nil, case .choice(let words) = reader.vocabulary[field].type.element {
            return words.prefix(64).enumerated().map { ($1, Value(tag: .choice, bits: Int64($0))) }
        }
        guard let list = reader.required("topics"), let nodes = list.readWords("the topics", &reader.diagnostics),
            let path = FieldPath([field], fromMe: false)
        else { return nil }
        if nodes.count > 64 { reader.diagnostics.report(.tooManyTopics(nodes.count, at: list.range)) }
        var topics: [Topic] = []
        var first: [Value: Node] = [:]
        for node in nodes.prefix(64) {
            guard let value = reader.value(node, for: path) else { continue }
            if let earlier = first[value] {
                reader.diagnostics.report(.topicTwice(node, first: earlier))
            } else {
                first[value] = node
                topics.append((node.text, value))
            }
        }
        return topics.isEmpty ? nil : topics
    }

    // MARK: Meaning

    /// What one person said, for one record.
    private struct Voice {
        let record: Int32
        let person: Int32
        /// The topics of the list, a bit each; 0 when they were heard on none of it.
        var topics: UInt64
    }

    func evaluate(_ run: inout Evaluation) {
        let voices = voices(run)
        for record in each.all(run.facts) {
            let first = voices.indices.firstPlace { voices[$0].record >= record }
            run.add(judge(record, voices[first...].prefix { $0.record == record }, run))
        }
    }

    private func judge(_ record: Int32, _ voices: ArraySlice<Voice>, _ run: Evaluation) -> Verdict {
        var verdict = run.verdict(on: record, .ok)
        for place in topics.indices where heard(place, voices) < byAtLeast { verdict.lacking |= bit(place) }
        let covered = topics.count - verdict.lacking.nonzeroBitCount
        verdict.tally = Tally(count: covered, total: topics.count)
        if verdict.lacking == 0 { return verdict }
        guard voices.count >= atLeastOf else {
            verdict.tally = Tally(count: voices.count, total: atLeastOf)
            return verdict.with(.doesNotApply, .tooFewSoFar)
        }
        return verdict.with(.due, .tooFew)
    }

    private func heard(_ topic: Int, _ voices: ArraySlice<Voice>) -> Int {
        voices.count { $0.topics & bit(topic) != 0 }
    }

    private func bit(_ topic: Int) -> UInt64 { 1 << UInt64(topic) }

    /// The voices, by record and person, each once.
    private func voices(_ run: Evaluation) -> [Voice] {
        var said: [Voice] = []
        for act in run.counted(clause, for: each) where act.missing == nil {
            let person = run.facts.persons[Int(act.row)]
            guard person != Facts.none, let learned = run.facts.value(Int(act.row), field) else { continue }
            let topics = run.facts.elements(learned).reduce(0) { $0 | (values.firstIndex(of: $1).map(bit) ?? 0) }
            said.append(Voice(record: act.record, person: person, topics: topics))
        }
        var voices: [Voice] = []
        for voice in said.sorted(by: { ($0.record, $0.person) < ($1.record, $1.person) }) {
            if let last = voices.last, last.record == voice.record, last.person == voice.person {
                voices[voices.count - 1].topics |= voice.topics
            } else {
                voices.append(voice)
            }
        }
        return voices
    }

    // MARK: Words

    func sentence(_ vocabulary: Vocabulary) -> String {
        let list = topics.dropLast().joined(separator: ", ") + (topics.count > 1 ? " and " : "") + (topics.last ?? "")
        let voices = byAtLeast == 1 ? "somebody" : "at least \(byAtLeast) different people"
        return "\(vocabulary[field].title): hear about \(list) from \(voices)".capitalizedFirst
            + each.spoken(vocabulary) + ", once \(atLeastOf) \(atLeastOf == 1 ? "has" : "have") been asked."
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] {
        guard let tally = verdict.tally else { return [] }
        var lines =
            verdict.reason == .tooFewSoFar
            ? ["\(tally.count) of \(tally.total) people so far"] : ["covered: \(tally.count) of \(tally.total)"]
        let voices = voices(narrator.evaluation).filter { $0.record == verdict.record }
        for (place, topic) in topics.enumerated() where verdict.lacking & bit(place) != 0 {
            let heard = voices.filter { $0.topics & bit(place) != 0 }.map { narrator.name($0.person) }
            let names = heard.isEmpty ? "" : " (\(heard.joined(separator: ", ")))"
            lines.append("missing: \(topic), \(heard.count) of \(byAtLeast)\(names)")
        }
        return lines
    }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        var mutants: [Mutant] = []
        for count in [byAtLeast - 1, byAtLeast + 1] where count > 0 {
            let people = count == 1 ? "one person" : "\(count) people"
            mutants.append(mutant("Is a topic covered by \(people)?") { $0.byAtLeast = count })
        }
        for count in [atLeastOf - 1, atLeastOf + 1] where count > 0 {
            mutants.append(mutant("Does it speak once \(count) have been asked?") { $0.atLeastOf = count })
        }
        if each.kind != .me { mutants.append(mutant("Is it counted over all of them together?") { $0.each = .me }) }
        return mutants + listed + self.mutants(of: \.clause, words) { "Does one count \($0)?" }
    }

    /// Each topic left out.
    private var listed: [Mutant] {
        guard topics.count > 1 else { return [] }
        return topics.indices.map { place in
            mutant("Must '\(topics[place])' be covered?") {
                $0.topics.remove(at: place)
                $0.values.remove(at: place)
            }
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
