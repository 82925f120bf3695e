/// The schemas of a pack's own page, of a person's settings and of a vocabulary.
enum SchemaOfPacks {
    // MARK: pack.yaml

    static let page = SchemaNode.settings(
        [
            ("id", id.described("small letters, digits and hyphens")), ("version", text("such as 1.0.0")),
            ("title", text("the pack's name for people")), ("publisher", text("who publishes it")),
            ("language", text("such as en")), ("licence", text("such as CC-BY-4.0")), ("engine", one),
            ("needs", SchemaValues.texts.described("ids of the packs it builds on")),
            ("off_by_default", SchemaValues.yesNo.described("whether it rests until somebody switches it on")),
            ("review_by", SchemaValues.day.described("by when somebody should read the advice again")),
            ("files", SchemaValues.texts.described("every other file of the pack")),
            ("sources", .listOf(.ref("work"))), ("disputes", .listOf(.ref("dispute"))), ("positions", positions),
            ("overrides", overrides), ("vocabulary", .anything),
        ], needed: ["id", "version", "title", "engine", "files"])

    static var definitions: [(String, SchemaNode)] {
        [
            (
                "work",
                .settings(
                    [
                        ("work", text("the short name rules use")), ("title", text("")), ("author", text("")),
                        ("url", text("")),
                    ], needed: ["work", "title"])
            ),
            (
                "dispute",
                .settings(
                    [
                        ("dispute", text("its short name")), ("question", text("what guides answer differently")),
                        ("positions", disputePositions),
                        ("default", text("the position when nobody chose")), ("because", text("why that one")),
                    ], needed: ["dispute", "default"])
            ),
            ("override", override),
        ]
    }

    /// The answers, also those no rule speaks for: as plain words, or with who gives them.
    private static let disputePositions = SchemaNode.anyOf([
        SchemaValues.texts, .listOf(.anyOf([SchemaValues.text, position])),
    ])
    private static let position = SchemaNode.settings(
        [
            ("position", text("the answer, as one chooses it")),
            ("advice", SchemaValues.texts.described("the pieces of advice that give it")),
            ("source", .settings([("work", text("")), ("at", text(""))], needed: ["work"])),
        ], needed: ["position"])

    private static let id = SchemaNode.object([
        ("type", .words(["string", "number"])), ("pattern", .text("^[a-z0-9-]+$")),
    ])
    private static let one = SchemaNode.oneWord(of: ["1"])

    private static func text(_ meaning: String) -> SchemaNode { SchemaValues.text.described(meaning) }

    private static let positions = SchemaNode.anyOf([
        .object([("type", .text("object")), ("additionalProperties", SchemaValues.text)]), SchemaValues.nothing,
    ])
    private static let overrides = SchemaNode.listOrNothing(.ref("override"))

    private static var override: SchemaNode {
        let needed = ["off", "strength", "set"].map { SchemaNode.object([("required", .words([$0]))]) }
        return .settings(
            [
                ("rule", text("the rule by its full id")), ("off", SchemaValues.yesNo),
                ("strength", .oneWord(of: Rule.Strength.allCases.map(\.rawValue))), ("set", .ref("shape-settings")),
                ("because", text("what you would say to a person who asks why")),
                ("until", SchemaValues.day.described("the last day on which it holds")),
            ], needed: ["rule", "because"], more: [("anyOf", .list(needed))])
    }

    /// Every key an override can change, with what may stand behind it.
    static func shapeSettings(_ rules: SchemaOfRules) -> SchemaNode {
        var seen: Set<String> = []
        let keys = Shapes.all.flatMap { shape in shape.furtherKeys.map { (key: $0, shape: shape.name) } }
        return .settings(
            keys.filter { seen.insert($0.key).inserted }.map { ($0.key, rules.form(of: $0.key, in: $0.shape)) })
    }

    // MARK: settings.yaml

    static let settings = SchemaNode.settings(
        [("settings", one), ("overrides", overrides), ("positions", positions)], needed: ["settings"])

    // MARK: vocabulary.yaml

    static let vocabulary = SchemaNode.settings(
        [
            ("vocabulary", text("the vocabulary's name")), ("records", .listOf(record)), ("fields", .listOf(field)),
            ("every_kind", SchemaValues.texts.described("fields that every kind may have")), ("kinds", .listOf(kind)),
            ("episodes", .listOf(episode)), ("roles", .listOf(role)), ("groups", .listOf(group)),
            ("spans", .listOf(openSpan)), ("recalls", .listOf(recall)),
            ("sayings", .listOf(saying)), ("phrasings", .listOf(phrasing)),
        ], needed: ["vocabulary"])

    private static let openSpan = SchemaNode.settings(
        [
            ("span", text("what rules write after 'open:'")), ("reads", text("how it reads: a request is open")),
            ("opened_by", SchemaValues.texts), ("closed_by", SchemaValues.texts), ("lapses_after", SchemaValues.span),
            ("until", text("the field of what opens it that says until when")), ("pauses", SchemaValues.yesNo),
        ], needed: ["span", "opened_by"])

    private static let phrasing = SchemaNode.settings(
        [
            ("phrasing", SchemaValues.texts.described("what people type: had a call with")),
            ("means", text("the line that is meant: met … by phone")),
            ("says", text("what is said when it is not sure what is meant")),
            ("write", SchemaValues.texts.described("the lines that may be meant")),
        ], needed: ["phrasing"])

    private static let saying = SchemaNode.settings(
        [
            ("saying", text("what rules write, such as greeting.offered")),
            ("any", text("how it reads in a sentence: a greeting")), ("phrases", SchemaValues.texts),
        ], needed: ["saying", "phrases"])

    private static let recall = SchemaNode.settings(
        [
            ("recall", text("what messages write between < and >")), ("title", text("how a blank for it reads")),
            ("from", .listOf(source)),
        ], needed: ["recall", "from"])

    private static let source = SchemaNode.anyOf([
        .settings([("field", text("such as person.introduced_by"))], needed: ["field"]),
        .settings(
            [
                ("last", SchemaValues.texts), ("naming", text("the field that names the person")),
                ("gives", text("the field that is recalled, or day")),
            ], needed: ["last"]),
    ])

    private static let record = SchemaNode.settings(
        [("record", text("")), ("plural", text("")), ("fields", SchemaValues.texts)], needed: ["record"])

    /// The type may be the name of a record that this very file declares.
    private static let field = SchemaNode.settings(
        [
            ("field", text("")),
            (
                "type",
                .pattern("^(list of )?[^ ].*$", "text, number, duration, date, instant, yes/no, choice, person …")
            ),
            ("choices", SchemaValues.texts),
            ("synonyms", .anything), ("title", text("how it reads in a sentence")),
            ("asks", text("the question that asks for it")),
            ("in_text", SchemaValues.yesNo.described("whether it is read from a message's words")),
            (
                "computed",
                SchemaNode.oneWord(of: ComputedField.Way.allCases.map(\.rawValue))
                    .described("how it is worked out from other fields, or from what was done")
            ), ("of", SchemaValues.texts),
        ], needed: ["field"],
        more: [
            ("oneOf", .list(["type", "computed"].map { .object([("required", .words([$0]))]) })),
            (
                "if",
                .object([
                    ("required", .words(["type"])),
                    ("properties", .object([("type", .object([("pattern", .text("^(list of )?choice$"))]))])),
                ])
            ),
            ("then", .object([("required", .words(["choices"]))])),
        ])

    private static let kind = SchemaNode.settings(
        [
            ("kind", text("such as talk.held")),
            ("phase", text("the heading it begins in explore words")), ("noun", text("how it is named in a sentence")),
            ("any", text("")),
            ("happens", text("as a clause: you talk to someone")), ("do", text("as an instruction: talk to them")),
            ("words", SchemaValues.texts.described("short words for logging")),
            ("phrases", SchemaValues.texts.described("pieces of free text that mean it in a plan")),
            ("messages", SchemaValues.texts.described("what a message that becomes one is called")),
            ("fields", SchemaValues.texts), ("main", text("the field that text right after the word fills")),
            ("name_before", text("the field that the first of two names fills: maya introduced ana")),
            ("name_after", text("the field that the second of two names fills: maya referred me to ana")),
            ("person", .oneWord(of: ["needed", "possible"])),
            ("closer", SchemaValues.texts.described("kinds it is read as when a line has one of their phrases")),
            ("whom", .oneWord(of: KindReader.Whom.allCases.map(\.rawValue))),
        ], needed: ["kind", "noun", "happens", "do"])

    private static let episode = SchemaNode.settings(
        [
            ("episode", text("")), ("starts", text("")), ("length", text("")), ("before", text("")),
            ("agenda", text("")),
            ("ready", text("")),
            ("asks", text("")),
            ("steps", .settings(Kind.Step.allCases.map { ($0.rawValue, text("")) }, needed: ["planned", "held"])),
        ], needed: ["episode", "starts", "length", "steps"])

    private static let role = SchemaNode.settings(
        [("role", text("")), ("is", text("")), ("shares", text(""))], needed: ["role"],
        more: [
            (
                "anyOf",
                .list([.object([("required", .words(["is"]))]), .object([("required", .words(["shares"]))])])
            )
        ])

    private static let group = SchemaNode.settings(
        [
            ("group", text("")), ("noun", text("")), ("happens", text("")), ("do", text("")),
            ("kinds", SchemaValues.texts),
        ], needed: ["group", "kinds"])
}
