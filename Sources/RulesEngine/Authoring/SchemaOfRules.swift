/// The schema of a file of rules: every shape with its keys, and the words of the vocabulary in force.
///
/// What a key looks like stands in one table, by the key's name; a shape needs an entry only for a key that no other
/// shape has.
struct SchemaOfRules {
    let vocabulary: Vocabulary

    /// What a rule may have beside the keys of its shape; `form` of each is in the table.
    static let commonKeys = RuleFileReader.commonKeys

    /// The whole file.
    var file: SchemaNode { .settings([("rules", .listOf(.ref("rule")))], needed: ["rules"]) }

    var definitions: [(String, SchemaNode)] {
        [
            ("rule", rule), ("example", example), ("activity-clause", clause), ("condition", condition),
            ("excuse", excuse),
        ]
            + Shapes.all.map { ("shape-" + $0.name, schema(of: $0)) } + comparisons
            + SchemaOfActivities(vocabulary: vocabulary, inExamples: true).definitions
    }

    // MARK: Rules and shapes

    /// A rule is held against the shape whose signature it has; without any, the signatures are what is missing.
    private var rule: SchemaNode {
        let branches = Shapes.all.map { shape -> SchemaNode in
            .object([
                ("if", .object([("required", .words(shape.signature))])), ("then", .ref("shape-" + shape.name)),
            ])
        }
        return .object([
            ("type", .text("object")), ("required", .words(["id", "title", "strength"])), ("allOf", .list(branches)),
            ("anyOf", .list(Shapes.all.map { .object([("required", .words($0.signature))]) })),
            ("dependentRequired", .object([("dispute", .words(["position"]))])),
        ])
    }

    private func schema(of shape: any Shape.Type) -> SchemaNode {
        let own = shape.signature + shape.furtherKeys
        let keys = own + Self.commonKeys.filter { !own.contains($0) }
        return .settings(keys.map { ($0, form(of: $0, in: shape.name)) }, more: needs(of: shape))
    }

    /// What the keys of a signature alone do not say.
    private func needs(of shape: any Shape.Type) -> [(String, SchemaNode)] {
        let choices: [String] =
            switch shape.name {
            case PartOf.name: ["expect", "avoid"]
            case Limit.name: shape.furtherKeys
            case Rhythm.name, Share.name: ["at_least", "at_most"]
            case Preference.name: ["when", "ideally"]
            default: []
            }
        let needed = choices.map { SchemaNode.object([("required", .words([$0]))]) }
        return needed.isEmpty ? [] : [(shape.name == PartOf.name ? "oneOf" : "anyOf", .list(needed))]
    }

    /// What may stand behind a key of a rule; a description is what an editor shows beside it.
    func form(of key: String, in shape: String) -> SchemaNode {
        entry(key, shape).map { $0.form.described($0.meaning) } ?? .anything
    }

    /// Whether the table knows a key.
    func knows(_ key: String, in shape: String) -> Bool { entry(key, shape) != nil }

    // MARK: The table of keys

    private typealias Entry = (form: SchemaNode, meaning: String)

    private func entry(_ key: String, _ shape: String) -> Entry? {
        ownForm(key, shape) ?? activityForm(key) ?? timeForm(key) ?? valueForm(key) ?? commonForm(key)
    }

    /// Keys that mean another thing in one shape than in the rest.
    private func ownForm(_ key: String, _ shape: String) -> Entry? {
        switch (shape, key) {
        case (Limit.name, "for_each"): (.ref("activity-clause"), "what is checked")
        case (PartOf.name, "count"): (countOrLimits, "how many")
        case (Share.name, "of"):
            (
                .anyOf([.oneWord(of: recordWords + lists.map { $0 + " parts" }), .ref("activity-clause")]),
                "what it is a share of"
            )
        case (Share.name, "are"): (.anyOf([.ref("condition"), .ref("activity-clause")]), "which of them are such")
        case (Share.name, "for_each"):
            (.anyOf([.oneWord(of: recordNames), .ref("activity-clause")]), "whose share it is")
        case (PartOf.name, "in_order"): (SchemaValues.yesNo, "whether each must be there, in the order of the list")
        case (Rhythm.name, "at_least"), (Rhythm.name, "at_most"): (wholeNumber, "how often")
        case (Share.name, "at_least"), (Share.name, "at_most"): (percent, "a share such as 40 percent")
        case (Wording.name, "avoid"): (phrases, "what it does not say")
        case (HoldOff.name, "until"): (.ref("activity-clause"), "what ends it")
        default: nil
        }
    }

    private func activityForm(_ key: String) -> Entry? {
        switch key {
        case "after": (.ref("activity-clause"), "what has to happen before the rule speaks")
        case "before": (.ref("activity-clause"), "what is planned")
        case "expect": (.ref("activity-clause"), "what should be done")
        case "avoid": (.ref("activity-clause"), "what should be left")
        case "never": (.ref("activity-clause"), "what should not be done")
        case "unless_first": (.ref("activity-clause"), "what makes it right when it came first")
        case "in_each": (.ref("activity-clause"), "what contains something")
        case "keep": (.ref("activity-clause"), "what is to be kept up, or within limits")
        case "since": (.ref("activity-clause"), "what begins the count anew")
        case "from": (.ref("activity-clause"), "the activities one learns from")
        case "in": (.ref("activity-clause"), "the message")
        case "where": (.ref("condition"), "what must hold of the occasion")
        case "expect_where", "avoid_where", "keep_where": (.ref("condition"), "what must hold of what is done")
        case "when": (.ref("condition"), "who is preferred")
        case "ideally": (.ref("condition"), "who is preferred even more")
        case "unless": (.ref("excuse"), "what settles the matter without it")
        case "only_if": (.ref("excuse"), "what must be so for the rule to apply")
        case "to", "by": (.oneWord(of: people), "whom it must concern")
        case "about":
            (.oneWord(of: vocabulary.fields.flatMap { ["same " + $0.name, $0.name] }), "what both must share")
        default: nil
        }
    }

    private func timeForm(_ key: String) -> Entry? {
        switch key {
        case "within": (SchemaValues.span, "by when, counted from the end of the occasion")
        case "not_before": (SchemaValues.span, "how long to wait")
        case "ahead": (SchemaValues.span, "how long before the start at the latest")
        case "for": (SchemaValues.span, "how long")
        case "no_older_than": (SchemaValues.span, "how old it may be at most")
        case "give_up": (SchemaValues.span, "when to stop asking")
        case "cooldown": (SchemaValues.span, "how long a card stays away after it was shown")
        case "counting_from": (SchemaValues.spanBefore, "how long before the occasion it may have been done")
        case "per":
            (.anyOf([.oneWord(of: ["day", "week", "month"]), SchemaValues.span]), "the time in which it is counted")
        case "which": (.pattern("^(each|first|latest|every [0-9]+.*)$", ""), "which occasions with a person count")
        case "each": (.oneWord(of: ["its own"]), "every occasion wants an answer of its own")
        case "during":
            (.oneWord(of: vocabulary.episodes.flatMap { ["same " + $0.name, $0.name] }), "while what goes on")
        case "restart": (SchemaValues.yesNo, "whether a newer occasion takes the place of an unanswered one")
        default: nil
        }
    }

    private func valueForm(_ key: String) -> Entry? {
        switch key {
        case "as":
            (.pattern("^((the )?first|(the )?last|in first [0-9]+|right before .+)$", ""), "where it must stand")
        case "under": (.oneWord(of: lists), "the list it must stand in")
        case "check", "weigh_by": (.ref("path"), "a field")
        case "at_least": (SchemaValues.text, "the smallest value that is right")
        case "at_most": (SchemaValues.text, "the largest value that is right")
        case "between": (.pattern("^.+ and .+$", ""), "two values such as 15 and 20 minutes")
        case "one_of": (SchemaValues.texts, "the values that are right")
        case "not_one_of": (SchemaValues.texts, "the values that are wrong")
        case "is_set": (SchemaValues.yesNo, "whether it has to be known")
        case "different": (.oneWord(of: ["person"]), "whether people or times are counted")
        case "count": (.oneWord(of: ["people", "activities"]), "what is counted")
        case "for_each": (.oneWord(of: recordNames), "whose count it is")
        case "at_least_of", "by_at_least": (wholeNumber, "how many")
        case "cover": (.oneWord(of: vocabulary.fields.filter(\.type.isList).map(\.name)), "the field that lists topics")
        case "topics": (SchemaValues.texts, "the topics to cover")
        case "prefer": (.oneWord(of: recordWords), "who is ranked")
        case "words": (.settings([("at_least", wholeNumber), ("at_most", wholeNumber)]), "how many words")
        case "mention", "in_order": (phrases, "what it says")
        case "in_first": (.pattern("^[0-9]+ [a-z]+$", ""), "where it must be said, such as 2 sentences")
        case "unless_after": (SchemaValues.texts, "words such as 'not' after which it may be said")
        case "attachments": (SchemaValues.yesNo, "whether files may go with it")
        case "placeholders": (SchemaValues.yesNo, "whether anything may still be to fill in")
        default: nil
        }
    }

    private func commonForm(_ key: String) -> Entry? {
        switch key {
        case "id": (SchemaValues.text, "the rule's name in this pack")
        case "title": (SchemaValues.text, "the advice in one line")
        case "strength": (.oneWord(of: Rule.Strength.allCases.map(\.rawValue)), "how much it matters")
        case "say": (.settings(Verdict.Status.allCases.map { ($0.word, SchemaValues.text) }), "what people read")
        case "do": (SchemaValues.text, "the action a card offers")
        case "effort": (SchemaValues.length, "how long the action takes")
        case "because": (SchemaValues.text, "the reason you would give")
        case "advice": (SchemaValues.texts, "the pieces of advice it encodes")
        case "source":
            (.settings([("work", SchemaValues.text), ("at", SchemaValues.text)], needed: ["work"]), "who says so")
        case "dispute": (SchemaValues.text, "the question guides answer differently")
        case "position": (SchemaValues.text, "the answer this rule gives")
        case "dismiss_reasons": (SchemaValues.texts, "reasons for which one may rightly say no")
        case "customary_in": (SchemaValues.texts, "where it is customary, such as a country")
        case "examples": (.listOf(.ref("example")), "made-up logs that show what the rule does")
        default: nil
        }
    }

    // MARK: What keys are made of

    private var clause: SchemaNode {
        let name = SchemaNode.oneWord(of: vocabulary.kinds.map(\.name) + vocabulary.groups.map(\.name))
        return .anyOf([
            name, .listOf(name),
            .settings(
                [("happened", .ref("activity-clause")), ("where", .ref("condition"))] + numbers, needed: ["happened"]),
        ])
    }

    private var excuse: SchemaNode {
        let occasion = SchemaNode.oneWord(of: ["occasion"])
        let keys =
            [
                ("happened", .ref("activity-clause")), ("where", .ref("condition")), ("to", .oneWord(of: people)),
                ("before", occasion), ("since", occasion),
            ] + numbers
        let opening = [("open", SchemaNode.oneWord(of: vocabulary.spans.map(\.name))), ("to", .oneWord(of: people))]
        return .anyOf([.settings(keys, needed: ["happened"]), .settings(opening, needed: ["open"])])
    }

    /// How many activities it takes.
    private var numbers: [(String, SchemaNode)] { [("count", wholeNumber), ("different", .oneWord(of: ["person"]))] }

    private var people: [String] {
        let lists = vocabulary.fields.filter { $0.type == .list(.record(.person)) }.map(\.name)
        return ["same person", "the same person", "anyone"] + vocabulary.roles.map(\.phrase)
            + lists.flatMap { ["each of " + $0, "any of " + $0] }
    }

    private var lists: [String] { vocabulary.fields.filter { $0.type == .activities }.map(\.name) }

    /// The kinds of record that rules rank and count, by name and by heading.
    private var recordWords: [String] {
        vocabulary.recordKinds.filter { $0.id != .me }.flatMap { [$0.name, $0.plural] }
    }

    private var recordNames: [String] { vocabulary.recordKinds.filter { $0.id != .me }.map(\.name) }

    private var wholeNumber: SchemaNode { .object([("type", .text("integer")), ("minimum", .number(0))]) }

    private var countOrLimits: SchemaNode {
        .anyOf([wholeNumber, .settings([("at_least", wholeNumber), ("at_most", wholeNumber)])])
    }

    private var percent: SchemaNode { .pattern("^[0-9]+(\\.[0-9]+)? *(percent|%)$", "") }

    /// A phrase, a kind, or several of them under `any:`.
    private var phrases: SchemaNode {
        let item = SchemaNode.anyOf([
            SchemaValues.texts, .settings([("any", SchemaValues.texts)], needed: ["any"]),
        ])
        return .anyOf([SchemaValues.text, .listOf(item)])
    }

    // MARK: Conditions

    /// Every path with what it may be compared with, and the words that combine.
    private var condition: SchemaNode {
        let several = SchemaNode.listOf(.ref("condition"))
        let combined = [("all", several), ("any", several), ("not", SchemaNode.ref("condition"))]
        return .settings(combined + paths.map { ($0.name, .ref("is-" + Self.name(of: vocabulary[$0.field]))) })
    }

    /// What fields may be compared with: one definition for each type, and for each list of choices.
    private var comparisons: [(String, SchemaNode)] {
        var seen: Set<String> = []
        let types = vocabulary.fields.filter { seen.insert(Self.name(of: $0)).inserted }
        return types.flatMap(comparison) + [
            ("path", .oneWord(of: paths.map(\.name))),
            ("other-field", .settings([("field", .ref("path"))], needed: ["field"])),
        ]
    }

    private func comparison(_ field: Field) -> [(String, SchemaNode)] {
        let name = Self.name(of: field)
        let literal = SchemaValues.literal(of: field.type).map { [SchemaNode.oneOrMore($0)] } ?? []
        let words = Condition.Comparison.allCases.map { ($0.rawValue, SchemaNode.ref("to-" + name)) }
        let more = [("is_set", SchemaValues.yesNo), ("field", SchemaNode.ref("path"))]
        return [
            ("to-" + name, .anyOf(literal + [.ref("other-field")])),
            ("is-" + name, .anyOf(literal + [.settings(words + more)])),
        ]
    }

    private static func name(of field: Field) -> String {
        switch field.type.element {
        case .text, .activities, .episode, .list: "text"
        case .number: "number"
        case .duration: "length"
        case .date, .instant: "time"
        case .yesNo: "yes-no"
        case .record: "record"
        case .choice: "choice-" + field.name
        }
    }

    /// A way to a fact as rules write it: `length`, `person.level`, `me.state`, at most three steps.
    private struct Path {
        let name: String
        let field: FieldID
    }

    /// From an activity, from oneself, and from a record for the shapes that count records.
    private var paths: [Path] {
        let activities = [FieldID.person] + vocabulary.kinds.flatMap { $0.fields + $0.computed }
        let records = vocabulary.recordKinds.flatMap { $0.fields + $0.computed }
        let direct = activities + records
        let me = vocabulary[RecordKindID.me]
        let mine = (me.fields + me.computed).map { Path(name: "me." + vocabulary[$0].name, field: $0) }
        var seen: Set<String> = []
        return (direct.map { Path(name: vocabulary[$0].name, field: $0) } + mine)
            .flatMap { longer($0, steps: 2) }.filter { seen.insert($0.name).inserted }
    }

    /// A path with all that go on from it.
    private func longer(_ path: Path, steps: Int) -> [Path] {
        guard steps > 0, case .record(let kind) = vocabulary[path.field].type.element else { return [path] }
        return [path]
            + (vocabulary[kind].fields + vocabulary[kind].computed).flatMap {
                longer(Path(name: path.name + "." + vocabulary[$0].name, field: $0), steps: steps - 1)
            }
    }

    // MARK: Examples

    /// What a message may be called.
    private var messageWords: [String] { vocabulary.messageKinds.flatMap { [$0.name] + $0.messages } }

    private var example: SchemaNode {
        let activities = SchemaOfActivities(vocabulary: vocabulary, inExamples: true)
        let verdict = SchemaNode.oneWord(of: Verdict.Status.allCases.map(\.word))
        return .settings(
            [
                ("name", SchemaValues.text), ("time_zone", SchemaValues.text), ("log", activities.activities),
                ("plan", activities.plan), ("now", activities.moment), ("verdict", verdict),
                ("verdicts", .oneOrMore(verdict)), ("for", SchemaValues.text), ("says", SchemaValues.text),
                ("order", .oneOrMore(SchemaValues.text)), ("message", SchemaValues.text),
                ("in", .oneWord(of: messageWords)), ("to", .oneOrMore(SchemaValues.text)),
            ] + activities.records, needed: ["name"],
            more: [
                ("anyOf", .list(["verdict", "verdicts", "order"].map { .object([("required", .words([$0]))]) })),
                (
                    "allOf",
                    .list([
                        .object([
                            ("anyOf", .list(["now", "order", "message"].map { .object([("required", .words([$0]))]) }))
                        ])
                    ])
                ),
            ])
    }
}
