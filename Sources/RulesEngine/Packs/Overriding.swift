/// Lays overrides over the rules of packs: the person's beat the packs', and a later pack's an earlier one's.
///
/// A rule is read again with the new values in the place of its own, so that a bad value is reported where it stands.
struct Overriding {
    /// The overrides that hold, by rule, the strongest last.
    private let byRule: [String: [Override]]

    /// Takes all overrides, the strongest last. Those that have lapsed are announced and do not hold; so is what cannot
    /// be overridden.
    init(
        _ overrides: [Override], rules: [Rule], packs: [Manifest], today: CalendarDay?, _ diagnostics: inout Diagnostics
    ) {
        var holding: [String: [Override]] = [:]
        let ids = Set(rules.map(\.id))
        for override in overrides {
            if !override.holds(on: today) {
                diagnostics.report(.overrideLapsed(override))
            } else if !ids.contains(override.rule.text) {
                diagnostics.report(.unknownRule(override, among: rules.map(\.id), packs: packs.map(\.id)))
            } else if let problem = Self.problem(override, packs) {
                diagnostics.report(problem)
            } else {
                holding[override.rule.text, default: []].append(override)
            }
        }
        byRule = holding
    }

    /// A pack may change rules of the packs it says it builds on.
    private static func problem(_ override: Override, _ packs: [Manifest]) -> Diagnostic? {
        guard case .pack(let author) = override.author else { return nil }
        let owner = override.rule.text.prefix { $0 != "/" }
        if owner == author { return .overridesItself(override) }
        let needs = packs.first { $0.id == author }?.needs.map(\.text) ?? []
        return needs.contains(String(owner)) ? nil : .overridesUnneeded(override, owner: String(owner), by: author)
    }

    /// The override that switched a rule off; nil when it is on.
    func switchingOff(_ rule: Rule) -> Override? {
        let last = byRule[rule.id]?.last { $0.isOff != nil }
        return last?.isOff == true ? last : nil
    }

    /// The rule with the overrides laid over it; as its pack wrote it when there are none, or when they cannot be read.
    func laid(over rule: Rule, _ reader: inout RuleFileReader, _ diagnostics: inout Diagnostics) -> Rule {
        let values = values(for: rule, &diagnostics)
        guard !values.isEmpty else { return rule }
        var known = Diagnostics()
        _ = reader.readRule(rule.node, &known)
        var found = Diagnostics()
        let others = values.mapValues { (key: $0.value.key, value: $0.value.value) }
        let changed = reader.readRule(rule.node, laying: others, &found)
        for diagnostic in found.all where !known.all.contains(diagnostic) { diagnostics.report(diagnostic) }
        guard var changed, !found.hasErrors else { return rule }
        changed.changes = values.keys.sorted().compactMap { key in
            values[key].map { $0.override.change($0.value, in: rule) }
        }
        return changed
    }

    /// A value and the override it comes from.
    private struct Laid {
        let value: Override.Value
        let override: Override
    }

    private func values(for rule: Rule, _ diagnostics: inout Diagnostics) -> [String: Laid] {
        let shape = type(of: rule.shape)
        var values: [String: Laid] = [:]
        for override in byRule[rule.id] ?? [] {
            for value in override.values {
                let key = value.key.text
                let isCore = Self.coreKeys(of: shape).contains(key)
                if value.isSetting, isCore || !shape.furtherKeys.contains(key) {
                    let isCommon = RuleFileReader.commonKeys.contains(key)
                    diagnostics.report(
                        isCore
                            ? .overridesMeaning(value.key, of: rule)
                            : isCommon
                                ? .notASetting(value.key, of: shape.name, among: shape.furtherKeys)
                                : .unknownSetting(value.key, of: shape.name, among: shape.furtherKeys))
                } else {
                    values[key] = Laid(value: value, override: override)
                }
            }
        }
        return values
    }

    /// The keys that say what a rule of a shape is about: with others it would be another rule.
    private static func coreKeys(of shape: any Shape.Type) -> [String] {
        shape.signature + (shape == PartOf.self ? ["expect", "avoid"] : [])
    }
}

extension Override {
    /// The values it puts in the place of a rule's own, as they are written; what was there before is known where the rule is.
    public func changes(in rule: Rule?) -> [Rule.Change] { values.map { change($0, in: rule) } }

    fileprivate func change(_ value: Value, in rule: Rule?) -> Rule.Change {
        let before = rule?.node.entries.first { $0.key.text == value.key.text }?.value
        return Rule.Change(
            key: value.key.text, before: before.map(Self.text), after: Self.text(value.value), override: self,
            place: value.value.range)
    }

    /// A value as written, on one line.
    private static func text(_ node: Node) -> String {
        node.range.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
