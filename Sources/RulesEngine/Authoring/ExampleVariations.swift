/// Examples near those an author wrote: a clock or an activity moved to an edge, another person, something left out.
///
/// They come in a fixed order, the smallest changes first, so that the same pack always gets the same proposals.
struct ExampleVariations {
    let rule: Rule
    let vocabulary: Vocabulary
    let edges: RuleEdges
    /// The examples variations begin from: the author's, or one that is made when there is none of use.
    var seeds: [Example]

    /// One way to change an example.
    struct Stage {
        /// Whether the clock is tried at every edge, and not only now and much later.
        var isAboutTime = false
        let make: (Example) -> [Example]
    }

    init(_ examples: [Example], of rule: Rule, _ rules: RuleSet) {
        self.rule = rule
        vocabulary = rules.vocabulary
        edges = RuleEdges(rule, rules.vocabulary)
        let own = examples.map { example in
            example.withoutPlaces.changing { own in
                own.name = ""
                own.otherClocks = []
            }
        }
        let stories = rule.shape is Preference ? own : Example.merged(own)
        seeds = ExampleSeeds(rule, rules.vocabulary).seeds(from: stories)
    }

    /// The stages in order; each is applied to every seed before the next.
    var stages: [Stage] {
        if rule.shape is Preference { return [Stage(make: ranked)] }
        if let wording = rule.shape as? Wording { return messages(wording) }
        let parts = rule.shape.isAboutParts ? [Stage(isAboutTime: true, make: withParts)] : []
        let weekends =
            countsBusinessDays ? [Stage(isAboutTime: true, make: onOtherDays), Stage(make: movedOnOtherDays)] : []
        let small = [
            Stage(isAboutTime: true) { [$0] }, Stage(make: moved), Stage(make: withOthers), Stage(make: withValues),
            Stage(make: withLess),
        ]
        let large = [
            Stage(make: withEnough), Stage(make: withMentioned), Stage(make: withMore), Stage(make: withCrowds),
        ]
        // Where all that happens counts together, two changes are a crowd of their own.
        return small + parts + weekends + large + (rule.shape.occasionKinds.isEmpty ? [] : [Stage(make: twice)])
    }

    /// Messages of the kind an example has, then of each other kind the rule is about and of one it is not about.
    private func messages(_ wording: Wording) -> [Stage] {
        let all = MessageVariations(wording).all
        let own = vocabulary.messageKinds.filter { wording.occasionKinds.contains($0.id) }
        let other = vocabulary.messageKinds.filter { !wording.occasionKinds.contains($0.id) }.prefix(1)
        let elsewhere = Stage { example in
            (own + other).flatMap { kind in
                all(example).compactMap(\.message?.text).map { text in
                    example.changing { $0.message = Message(kind: WrittenText(kind.name), text: text) }
                }
            }
        }
        return [Stage(make: all), elsewhere]
    }

    /// Two changes at once, of the kinds that go together.
    private func twice(_ example: Example) -> [Example] {
        let others = withMore(example).prefix(12) + withOthers(example).prefix(12) + withValues(example).prefix(24)
        return others.flatMap { withMentioned($0).prefix(60) + withMore($0).prefix(20) }
    }

    // MARK: Clocks

    /// The moments an example is held against: its own first.
    func clocks(of example: Example, _ facts: Facts, isFull: Bool) -> [Instant] {
        guard example.message == nil, !(rule.shape is Preference) else { return [example.now] }
        let own = ([example.now] + example.otherClocks).map(\.seconds)
        let last = max(own.max() ?? 0, facts.rows.last?.ends ?? 0)
        let longest = edges.spans.map { example.frame.end(of: $0, after: Instant(seconds: last)).seconds }.max() ?? last
        var seconds = own + [last + 60, longest + 86_400]
        if isFull {
            seconds += facts.rows.prefix(12).flatMap { row in
                unique([row.begins, row.ends]).flatMap { moments(around: $0, example.frame) }
            }
        }
        return unique(seconds).map { Instant(seconds: $0) }
    }

    /// Moments that cross the edges rules have: a minute, an hour, a day, and the spans of the rule.
    func moments(around anchor: Int64, _ frame: TimeFrame, of spans: [Span]? = nil) -> [Int64] {
        let steps: [Int64] = [3600, -3600, 60, -60, 86_400, -86_400, 0]
        let near = steps.map { anchor + $0 }
        return unique(near + (spans ?? edges.spans).flatMap { Self.edges(of: $0, around: anchor, frame) })
    }

    /// The last and the first minute on both sides of a span, after and before a moment.
    static func edges(of span: Span, around anchor: Int64, _ frame: TimeFrame) -> [Int64] {
        if let seconds = span.seconds { return [seconds, seconds + 60, -seconds, -seconds - 60].map { anchor + $0 } }
        let moment = Instant(seconds: anchor)
        let end = frame.end(of: span, after: moment).seconds
        let latest = frame.latest(span, ahead: moment).seconds
        let earliest = frame.earliest(span, before: moment).seconds
        return [end - 59, end + 1, latest - 59, latest + 1, earliest, earliest - 60]
    }

    // MARK: Names

    private static let names = ["Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana", "Ivo", "Kim", "Lee", "Mia", "Noor"]

    /// A name nobody has in an example.
    func fresh(_ example: Example) -> String { fresh(example, count: 1)[0] }

    /// So many names nobody has in an example.
    func fresh(_ example: Example, count: Int) -> [String] {
        let taken = Set(people(of: example))
        let further = (1...(count + taken.count)).map { "Person \($0)" }
        return Array((Self.names + further).lazy.filter { !taken.contains($0) }.prefix(count))
    }

    /// Everybody an example names, in order.
    func people(of example: Example) -> [String] {
        let persons = example.document.records.filter { $0.kind == vocabulary[RecordKindID.person].name }
        return unique(persons.map(\.name.text) + example.lines.flatMap { example[$0].with.map(\.text) })
    }
}
