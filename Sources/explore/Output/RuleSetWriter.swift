import RulesEngine

/// Writes which rules are in force, what was changed in them, what rests, and who says so.
struct RuleSetWriter {
    let rules: RuleSet
    /// The packs whose rules are shown.
    let packs: [RuleSet.Pack]

    private var inForce: [Rule] { rules.rules.filter(isShown) }
    private var resting: [RestingRule] { rules.resting.filter { isShown($0.rule) } }

    private func isShown(_ rule: Rule) -> Bool {
        packs.contains { rule.id.hasPrefix($0.manifest.id + "/") }
    }

    /// The disputes the shown packs speak of.
    private var positions: [ActivePosition] {
        let disputes = Set(
            packs.flatMap { $0.manifest.disputes.map(\.id) + $0.rules.compactMap { $0.dispute?.dispute } })
        return rules.positions.filter { disputes.contains($0.dispute) }
    }

    // MARK: For people

    /// Everything, a section for each of packs, rules, resting rules and positions.
    func text(settings: String?) -> String {
        var lines = ["Packs"] + rules.packs.map(packLine)
        if let settings { lines += ["", "Your own settings: \(settings)"] }
        let changed = inForce.count { !$0.changes.isEmpty }
        lines += ["", "In force: \(inForce.count) rules" + (changed == 0 ? "" : ", \(changed) of them changed")]
        lines += inForce.flatMap(ruleLines)
        if !resting.isEmpty { lines += ["", "Resting: \(resting.count)"] + resting.flatMap(Self.restingLines) }
        if !positions.isEmpty { lines += ["", "Where guides differ"] + positions.flatMap(positionLines) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func packLine(_ pack: RuleSet.Pack) -> String {
        let place = pack.name == pack.manifest.id ? "" : " (\(pack.name))"
        return "  \(pack.manifest.id) \(pack.manifest.version)\(place): \(pack.manifest.title)"
    }

    private func ruleLines(_ rule: Rule) -> [String] {
        ["  \(rule.id) (\(rule.strength.rawValue), \(rule.shapeName))"] + Self.changeLines(rule).map { "    " + $0 }
    }

    /// What others changed in a rule, who says so, and why: two lines for each value.
    static func changeLines(_ rule: Rule) -> [String] {
        rule.changes.flatMap { change in
            [
                "\(change.key): \(change.after)"
                    + (change.before.map { ", in the pack: \($0)" } ?? ", not in the pack"),
                "  " + source(change.override, at: change.place),
            ]
        }
    }

    /// Why a rule is not in force, and who says so.
    static func restingLines(_ resting: RestingRule) -> [String] {
        switch resting.reason {
        case .switchedOff(let override):
            return [
                "  \(resting.rule.id): switched off",
                "      " + source(override, at: override.rule.range ?? override.range),
            ]
        case .otherPosition(let active):
            let own = resting.rule.dispute?.position ?? ""
            return [
                "  \(resting.rule.id): it says '\(own)', and '\(active.position)' is in force in '\(active.dispute)'"
            ]
        }
    }

    private func positionLines(_ active: ActivePosition) -> [String] {
        let dispute = rules.dispute(active.dispute)
        var lines = ["  \(active.dispute): \(active.position)"]
        if let question = dispute?.question, !question.isEmpty { lines.append("      " + question) }
        if let choice = active.choice {
            let place = choice.position.range.map { ", " + Self.place($0) } ?? ""
            lines.append("      chosen by \(Self.name(choice.author))\(place)")
        } else {
            lines.append("      the default" + (dispute.map { $0.because.isEmpty ? "" : ": \($0.because)" } ?? ""))
        }
        return lines
    }

    private static func source(_ override: Override, at place: SourceRange) -> String {
        let until = override.until.map { ", until \($0)" } ?? ""
        return "by \(name(override.author)), \(Self.place(place))\(until): \(override.because)"
    }

    private static func name(_ author: Override.Author) -> String {
        switch author {
        case .pack(let id): id
        case .person: "you"
        }
    }

    private static func place(_ range: SourceRange) -> String { "\(range.file.name):\(range.start.line)" }

    // MARK: For programs

    /// One object for each rule, in force or not, and one for each dispute.
    func json() -> [String] {
        inForce.map { json($0, rests: .none) }
            + resting.map { json($0.rule, rests: rests($0.reason)) }
            + positions.map(json)
    }

    private func json(_ rule: Rule, rests: JSONLine.Value) -> String {
        var isInForce = true
        if case .object = rests { isInForce = false }
        return JSONLine([
            ("rule", .text(rule.id)), ("title", .text(rule.title)), ("in_force", .flag(isInForce)),
            ("strength", .text(rule.strength.rawValue)), ("shape", .text(rule.shapeName)),
            ("sentence", .text(rule.sentence(in: rules.vocabulary))), ("changes", .list(rule.changes.map(json))),
            ("rests", rests),
        ]).text
    }

    private func json(_ change: Rule.Change) -> JSONLine.Value {
        .object(
            [
                ("key", .text(change.key)), ("before", change.before.map { .text($0) } ?? .none),
                ("after", .text(change.after)),
            ] + members(change.override, at: change.place))
    }

    private func rests(_ reason: RestingRule.Reason) -> JSONLine.Value {
        switch reason {
        case .switchedOff(let override):
            .object([("reason", .text("switched off"))] + members(override, at: override.rule.range ?? override.range))
        case .otherPosition(let active):
            .object([
                ("reason", .text("another position")), ("dispute", .text(active.dispute)),
                ("in_force", .text(active.position)),
            ])
        }
    }

    private func members(_ override: Override, at place: SourceRange) -> [(String, JSONLine.Value)] {
        [
            ("by", .text(Self.name(override.author))), ("because", .text(override.because)),
            ("until", override.until.map { .text("\($0)") } ?? .none), ("file", .text(place.file.name)),
            ("line", .number(Int64(place.start.line))),
        ]
    }

    private func json(_ active: ActivePosition) -> String {
        let place = active.choice?.position.range
        return JSONLine([
            ("dispute", .text(active.dispute)), ("position", .text(active.position)),
            ("by", active.choice.map { .text(Self.name($0.author)) } ?? .text("default")),
            ("file", place.map { .text($0.file.name) } ?? .none),
            ("line", place.map { .number(Int64($0.start.line)) } ?? .none),
        ]).text
    }
}
