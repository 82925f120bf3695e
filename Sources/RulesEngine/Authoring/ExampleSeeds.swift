/// The examples from which variations begin, with one that is made where the author wrote none of use.
struct ExampleSeeds {
    let rule: Rule
    let vocabulary: Vocabulary

    init(_ rule: Rule, _ vocabulary: Vocabulary) {
        self.rule = rule
        self.vocabulary = vocabulary
    }

    /// The examples, and a made one where they are needed.
    func seeds(from examples: [Example]) -> [Example] {
        if rule.shape is Wording {
            let messages = examples.filter { $0.message != nil }
            return messages + [blank.changing { $0.message = Message(kind: WrittenText(firstKind), text: "") }]
        }
        if rule.shape is Preference { return [examples.first { !$0.order.isEmpty } ?? examples.first ?? blank] }
        return (examples.isEmpty ? made : examples) + plans(beside: examples) + crowds
    }

    /// A plan of what the rule speaks about when no example has one: what belongs into a whole is wanted in plans, too.
    private func plans(beside examples: [Example]) -> [Example] {
        guard rule.shape.isAboutParts, !examples.contains(where: { $0.plan != nil }),
            let kind = rule.shape.occasionKinds.lazy.compactMap({ vocabulary.episode(of: $0)?.planned }).first
        else { return [] }
        return [blank.changing { $0.plan = line(of: kind, at: $0.now.seconds) }]
    }

    private var firstKind: String { rule.shape.occasionKinds.first.map { vocabulary[$0].name } ?? "" }

    /// Nothing was done, on the first Monday at noon.
    var blank: Example {
        let monday = Zone.utc.startOfDay(ExampleTime.firstDay)
        return Example(
            name: "", document: LogDocument(), now: Instant(seconds: monday.seconds + 43_200),
            frame: TimeFrame(zone: .utc), expected: [.doesNotApply], person: nil)
    }

    /// What the rule speaks about, once for each kind; first alone, then with each other thing it mentions.
    private var made: [Example] {
        let occasions = rule.shape.occasionKinds.prefix(3)
        guard !occasions.isEmpty else { return [blank] }
        return occasions.flatMap { kind in
            let alone = line(of: kind, at: blank.now.seconds - 7200)
            // What may be done with somebody is tried both ways: many rules look at the person.
            var together = alone
            together.with = [WrittenText("Ana")]
            return (alone == together ? [alone] : [together, alone]).map { line in
                blank.changing { example in
                    example.document.activities = [line]
                    for person in line.with { belong(person.text, by: kind, in: &example) }
                }
            }
        }
    }

    /// A plain line of a kind, with what a line of that kind cannot do without.
    func line(of kind: KindID, at seconds: Int64, with person: String? = "Ana") -> ActivityLine {
        let moment = Moment(at: Instant(seconds: seconds), in: .utc)
        var line = ActivityLine(at: moment, kind: WrittenText(vocabulary[kind].name))
        if let person, vocabulary[kind].needsPerson { line.with = [WrittenText(person)] }
        for field in vocabulary[kind].fields where vocabulary[field].type == .record(.person) {
            line.set(vocabulary[field].name, to: ["Tom"], isList: false)
        }
        if let episode = vocabulary.episode(of: kind), episode.planned == kind {
            let starts = Moment(at: Instant(seconds: seconds + 2 * 86_400), in: .utc).written(in: .utc)
            line.set(vocabulary[episode.starts].name, to: [starts], isList: false)
        }
        if let field = belonging(in: vocabulary[kind].fields) {
            line.set(field.name, to: [Self.record], isList: field.type.isList)
        }
        return line
    }

    // MARK: For each record

    /// The record that what is made belongs to, in a rule that counts for each of a kind.
    private static let record = "one"

    /// The field that says for which record something counts; nil where everything counts together, or for people.
    private func belonging(in fields: [FieldID]) -> Field? {
        guard let kind = rule.shape.counting?.kind, kind != .me, kind != .person else { return nil }
        return fields.lazy.map { vocabulary[$0] }.first { $0.type.element == .record(kind) }
    }

    /// Says for which record a person counts, unless the lines of a kind say it themselves.
    func belong(_ person: String, by kind: KindID?, in example: inout Example) {
        let people = vocabulary[RecordKindID.person]
        let isSaid = kind.map { belonging(in: vocabulary[$0].fields) != nil } ?? false
        guard !isSaid, let field = belonging(in: people.fields) else { return }
        example.setRecord(people.name, person, field, to: [Self.record])
    }
}
