/// Writes JSON Schemas (2020-12) of the files people write, for editors that complete and check while one types.
///
/// They are made from the shapes and the vocabulary in force, so that a pack's own words are known, too. What a file
/// holds that the program takes fits its schema; a schema cannot find everything `pack check` finds.
public enum FileSchema: String, Sendable, CaseIterable {
    case pack, rules, messages, vocabulary, log, plan, settings

    /// The schema's text.
    public func json(for rules: RuleSet) -> String {
        let head: [(String, SchemaNode)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)),
        ]
        let body = body(rules.vocabulary)
        let definitions = Self.needed(definitions(rules.vocabulary), by: .object(body))
        let tail: [(String, SchemaNode)] = definitions.isEmpty ? [] : [("$defs", .object(definitions))]
        return SchemaNode.object(head + body + tail).json
    }

    /// The definitions that something refers to, in their order.
    private static func needed(_ all: [(String, SchemaNode)], by root: SchemaNode) -> [(String, SchemaNode)] {
        let byName = Dictionary(all, uniquingKeysWith: { first, _ in first })
        var found: Set<String> = []
        var open = root.references
        while let name = open.popFirst() {
            guard found.insert(name).inserted else { continue }
            open.formUnion(byName[name]?.references ?? [])
        }
        return all.filter { found.contains($0.0) }
    }

    private var title: String {
        switch self {
        case .pack: "The page of a pack of advice"
        case .rules: "A file of rules"
        case .messages: "A file of message patterns"
        case .vocabulary: "A vocabulary: what rules and logs may speak about"
        case .log: "A log of what was done"
        case .plan: "A plan of something intended"
        case .settings: "A person's own settings"
        }
    }

    private func body(_ vocabulary: Vocabulary) -> [(String, SchemaNode)] {
        let root =
            switch self {
            case .pack: SchemaOfPacks.page
            case .rules: SchemaOfRules(vocabulary: vocabulary).file
            case .messages: SchemaOfMessages(vocabulary: vocabulary).file
            case .vocabulary: SchemaOfPacks.vocabulary
            case .log: Self.log(vocabulary)
            case .plan: SchemaOfActivities(vocabulary: vocabulary, inExamples: false).plan
            case .settings: SchemaOfPacks.settings
            }
        guard case .object(let members) = root else { preconditionFailure("every file holds settings") }
        return members
    }

    private func definitions(_ vocabulary: Vocabulary) -> [(String, SchemaNode)] {
        let rules = SchemaOfRules(vocabulary: vocabulary)
        switch self {
        case .rules, .messages: return rules.definitions
        case .pack, .settings:
            return SchemaOfPacks.definitions + [("shape-settings", SchemaOfPacks.shapeSettings(rules))]
                + rules.definitions
        case .log, .plan: return SchemaOfActivities(vocabulary: vocabulary, inExamples: false).definitions
        case .vocabulary: return []
        }
    }

    private static func log(_ vocabulary: Vocabulary) -> SchemaNode {
        let activities = SchemaOfActivities(vocabulary: vocabulary, inExamples: false)
        let decision = SchemaNode.settings(
            [
                ("rule", SchemaValues.text), ("occasion", SchemaValues.text), ("at", activities.moment),
                ("snoozed_until", activities.moment), ("dismissed_because", SchemaValues.text),
                ("acknowledged", .anything), ("shown", .anything),
            ], needed: ["rule", "occasion", "at"])
        return .settings(
            [
                ("log", .oneWord(of: ["1"])), ("time_zone", SchemaValues.text.described("such as Europe/Berlin")),
                ("activities", activities.activities),
                ("decisions", .listOrNothing(decision)),
            ] + activities.records, needed: ["log"])
    }
}
