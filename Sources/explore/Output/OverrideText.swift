import RulesEngine

/// Says what a pack changes in the rule of another.
struct OverrideText {
    private let override: Override
    private let changes: [Rule.Change]

    init(_ override: Override, in rules: RuleSet) {
        self.override = override
        let rule = rules.packs.lazy.flatMap(\.rules).first { $0.id == override.rule.text }
        changes = override.changes(in: rule)
    }

    /// What it does: `changes first-conversation/x: within 2 days instead of 24 hours`.
    var deed: String {
        let rule = override.rule.text
        switch override.isOff {
        case true?: return "switches off \(rule)"
        case false? where changes.isEmpty: return "switches on again \(rule)"
        case false?: return "switches on again \(rule): " + values
        case nil: return "changes \(rule): " + values
        }
    }

    /// What it does, how long, and why: on one line.
    var sentence: String {
        deed + (override.until.map { ", until \($0)" } ?? "") + "; because: " + override.because
    }

    /// Why, and how long.
    var remarks: [(heading: String, text: String)] {
        [("Because", override.because)] + (override.until.map { [("Until", "\($0)")] } ?? [])
    }

    private var values: String {
        changes.map { "\($0.key) \($0.after)" + ($0.before.map { " instead of \($0)" } ?? ", not in the pack itself") }
            .joined(separator: "; ")
    }
}
