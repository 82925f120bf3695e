/// The schema of what is done, planned and known: activities, plans and records, in real time or in an example's.
struct SchemaOfActivities {
    let vocabulary: Vocabulary
    /// How a time looks here.
    let moment: SchemaNode
    /// The same as the name of a setting.
    private let momentForm: String
    /// What distinguishes its definitions from those of the other kind of time.
    private let prefix: String

    init(vocabulary: Vocabulary, inExamples: Bool) {
        self.vocabulary = vocabulary
        moment = inExamples ? SchemaValues.exampleMoment : SchemaValues.moment
        momentForm = inExamples ? SchemaValues.exampleForm : SchemaValues.momentForm
        prefix = inExamples ? "example-" : ""
    }

    /// What other parts refer to.
    var definitions: [(String, SchemaNode)] {
        [(prefix + "activity", activity), (prefix + "part", part), (prefix + "parts", parts)]
    }

    /// A list of activities; nothing for an empty one.
    var activities: SchemaNode { .listOrNothing(.ref(prefix + "activity")) }

    // MARK: Activities

    /// `- TIME: KIND with NAMES`, with further fields as settings below.
    private var activity: SchemaNode {
        .settings(
            [("id", SchemaValues.text), ("with", SchemaValues.texts)] + fields(activityFields),
            patterns: [("^\(momentForm)$", subject)], more: [("minProperties", .number(1))])
    }

    /// `KIND with NAMES`: a kind by its name, or by a short word in any letter case.
    private var subject: SchemaNode {
        let names = vocabulary.kinds.map { SchemaValues.escaped($0.name) }
        let words = vocabulary.kinds.flatMap(\.words).map(SchemaValues.inAnyCase)
        return .pattern(
            "^\\s*(\((names + words).joined(separator: "|")))(\\s+with\\s.*)?\\s*$", "a kind of activity, and with whom"
        )
    }

    /// A part of a plan: free text, a word of the vocabulary with what belongs to it, or an activity with its time.
    private var part: SchemaNode {
        let taken = Set(activityFields.map { vocabulary[$0].name } + ["id", "with"])
        let names = vocabulary.kinds.map(\.name).filter { !taken.contains($0) }.map(SchemaValues.escaped)
        let words = vocabulary.kinds.flatMap(\.words).filter { !taken.contains($0.lowercased()) }
        let heads = (names + words.map(SchemaValues.inAnyCase)).joined(separator: "|")
        let text = SchemaNode.anyOf([SchemaValues.text, SchemaValues.nothing])
        return .anyOf([
            SchemaValues.text,
            .settings(
                [("id", SchemaValues.text), ("with", SchemaValues.texts)] + fields(activityFields),
                patterns: [("^\(momentForm)$", subject), ("^(\(heads))$", text)], more: [("minProperties", .number(1))]),
        ])
    }

    private var parts: SchemaNode { .listOrNothing(.ref(prefix + "part")) }

    private var activityFields: [FieldID] {
        var seen: Set<FieldID> = []
        return vocabulary.kinds.flatMap(\.fields).filter { seen.insert($0).inserted }
    }

    func fields(_ fields: [FieldID]) -> [(String, SchemaNode)] {
        fields.map { id in
            let field = vocabulary[id]
            let value =
                field.type == .activities ? .ref(prefix + "parts") : SchemaValues.value(of: field.type, moment: moment)
            return (field.name, value.described(field.asks.isEmpty ? field.title : field.asks))
        }
    }

    // MARK: Plans

    /// A plan: one activity that is intended.
    var plan: SchemaNode {
        let episodes = vocabulary.episodes
        let choices = episodes.map { episode -> SchemaNode in
            .object([
                ("if", .object([("properties", .object([("plan", .oneWord(of: names(of: episode)))]))])),
                ("then", plan(of: episode)),
            ])
        }
        return .object([
            ("type", .text("object")),
            ("properties", .object([("plan", .oneWord(of: episodes.flatMap(names)).described("what is planned"))])),
            ("required", .words(["plan"])), ("allOf", .list(choices)),
        ])
    }

    private func names(of episode: Episode) -> [String] { [episode.name, vocabulary[episode.planned].name] }

    private func plan(of episode: Episode) -> SchemaNode {
        let kind = vocabulary[episode.planned]
        return .settings(
            [("plan", .anything), ("id", SchemaValues.text), ("with", SchemaValues.texts)] + fields(kind.fields),
            needed: [vocabulary[episode.starts].name] + (kind.needsPerson ? ["with"] : []))
    }

    // MARK: Records

    /// What a log and an example say beside activities: who one is, whom one knows, what else there is.
    var records: [(String, SchemaNode)] {
        let me = vocabulary[RecordKindID.me]
        let others = vocabulary.recordKinds.filter { $0.id != .me }
        return [
            ("started", moment.described("the day from which on advice is given")),
            ("holidays", SchemaNode.oneOrMore(moment)), ("me", .settings(fields(me.fields))),
        ] + others.map { ($0.plural, .listOrNothing(record($0))) }
    }

    private func record(_ kind: RecordKind) -> SchemaNode {
        let fields = fields(kind.fields)
        let change = SchemaNode.settings([("since", moment)] + fields, needed: ["since"])
        return .settings(
            [("name", SchemaValues.text), ("changes", .listOf(change)), ("archived", moment)]
                + fields.filter { $0.0 != "name" },
            needed: ["name"])
    }
}
