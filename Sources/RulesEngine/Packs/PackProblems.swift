/// What can be wrong with a pack: the wording of every message of this phase.
extension Diagnostic {
    static func badID(_ id: String, of thing: String = "a pack", at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .badID, "\(quoted(id)) cannot be the id of \(thing)", at: range,
            help: "use small letters, digits and hyphens, such as: \(PlainName.id(from: id) ?? "north-campus")")
    }

    static func unknownPlaceholder(_ name: String, at range: SourceRange, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: name, among: known)
        return Diagnostic(
            .unknownPlaceholder, "'<\(name)>' cannot be filled in here", at: range,
            help: nearest.map { "did you mean '<\($0)>'?" }
                ?? "use one of: " + known.map { "<\($0)>" }.joined(separator: ", "),
            fix: .word(nearest.map { "<\($0)>" }, at: range))
    }

    /// A placeholder in brackets that are printed as they stand.
    static func otherBrackets(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unknownPlaceholder, .warning, "\(quoted(range.text)) is not filled in: it is said as it stands", at: range,
            help: "write <\(name)>", fix: Fix(range: range, replacement: "<\(name)>", title: "write '<\(name)>'"))
    }

    static func noShape(
        _ node: Node, misspelt: Node?, among keys: [String], missing: [String], further: [String],
        every: [String]
    ) -> Diagnostic {
        if let misspelt, let nearest = nearestWord(to: misspelt.text, among: keys) {
            return Diagnostic(
                .unknownKey, "a rule has no key \(quoted(misspelt.text))", at: misspelt.range,
                help: "did you mean '\(nearest)'?",
                fix: .word(nearest, at: misspelt.range))
        }
        let half = missing.isEmpty ? nil : node.entries.first { keys.contains($0.key.text) }?.key
        if let half {
            let needed = missing.map { "'\($0)'" }.joined(separator: " and ")
            return Diagnostic(
                .noShape, "this rule is only half said: '\(half.text)' needs \(needed)", at: half.range,
                help: "add a line that begins with \(missing[0]):"
                    + (further.isEmpty ? "" : "\nit also needs \(KeyedNode.listed(further))"))
        }
        return Diagnostic(
            .noShape, "this rule does not say what to do, and when", at: node.entries.first?.key.range ?? node.range,
            help: "add the lines of one of these: " + every.joined(separator: " · "))
    }

    static func unknownWork(_ work: String, at range: SourceRange, among works: [String]) -> Diagnostic {
        let nearest = nearestWord(to: work, among: works)
        return Diagnostic(
            .unknownWork, "pack.yaml lists no source called \(quoted(work))", at: range,
            help: nearest.map { "did you mean '\($0)'?" } ?? "add it under 'sources:' in pack.yaml, with its title",
            fix: .word(nearest, at: range))
    }

    static func fileNotListed(_ path: String, at range: SourceRange?) -> Diagnostic {
        Diagnostic(
            .fileNotListed, "the file '\(path)' is in the folder, but pack.yaml does not list it", at: range,
            label: range.map { _ in "the list begins here" },
            help: "add it under 'files:' in pack.yaml, or take it out of the folder")
    }

    static func fileMissing(_ file: WrittenText, misnamed: String?, isLink: Bool) -> Diagnostic {
        Diagnostic(
            .fileMissing,
            isLink
                ? "'\(file.text)' is a link, which a pack cannot have"
                : "there is no file '\(file.text)' in the folder",
            at: file.range,
            help: isLink
                ? "put a copy of the file in its place, or remove it from the list"
                : misnamed.map { renaming($0, to: file.text) }
                    ?? "put the file there, correct its name, or remove it from the list")
    }

    private static func renaming(_ misnamed: String, to path: String) -> String {
        "there is '\(misnamed)': rename it to '\(path)' (some editors add an ending of their own)"
    }

    static func notAPack(_ name: String, misnamed: String?) -> Diagnostic {
        Diagnostic(
            .notAPack, "'\(name)' is not a pack: it has no file called pack.yaml", at: nil,
            help: misnamed.map { renaming($0, to: "pack.yaml") }
                ?? "name the folder that holds pack.yaml; the file must be called exactly so")
    }

    static func missingPack(_ needed: WrittenText, by id: String) -> Diagnostic {
        Diagnostic(
            .missingPack, "the pack '\(id)' needs the pack '\(needed.text)', which is not here", at: needed.range,
            help: "correct the name, or name its folder with --pack")
    }

    static func sameRule(_ id: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .sameRule, "there is a rule called '\(id)' already", at: range, label: "second time",
            notes: [Note(range: first, label: "first time")], help: "give one of the two another id")
    }

    static func samePack(_ id: String, at names: [String]) -> Diagnostic {
        Diagnostic(
            .samePack, "two packs are called '\(id)': " + names.joined(separator: " and "), at: nil,
            help: "give one of them another id in its pack.yaml, or leave one out")
    }
}

/// What can be wrong with overrides and positions.
extension Diagnostic {
    static func unknownRule(_ override: Override, among rules: [String], packs: [String]) -> Diagnostic {
        let written = override.rule.text
        let pack = String(written.prefix { $0 != "/" })
        let nearest = nearestWord(to: written, among: rules) ?? namesake(of: written, among: rules)
        let isAbsent = written.contains("/") && !packs.contains(pack) && nearest == nil
        return Diagnostic(
            .unknownRule, isAbsent ? .note : .warning,
            isAbsent
                ? "this override does not hold here: the pack '\(pack)' is not in use"
                : "there is no rule \(quoted(written)), so nothing is overridden",
            at: override.rule.range,
            help: nearest.map { "did you mean '\($0)'?" }
                ?? (isAbsent
                    ? "name its folder with --pack, or remove the override" : "'explore pack show' lists all rules"),
            fix: .word(nearest, at: override.rule.range))
    }

    /// A rule written without its pack.
    private static func namesake(of written: String, among rules: [String]) -> String? {
        let same = rules.filter { $0.hasSuffix("/" + written) }
        if same.count == 1 { return same[0] }
        let short = rules.map { String($0.drop { $0 != "/" }.dropFirst()) }
        guard let near = nearestWord(to: String(written.split(separator: "/").last ?? ""), among: short) else {
            return nil
        }
        return rules.first { $0.hasSuffix("/" + near) }
    }

    static func overrideLapsed(_ override: Override) -> Diagnostic {
        let day = override.until.map { "\($0)" } ?? ""
        return Diagnostic(
            .overrideLapsed, .note, "the override of '\(override.rule.text)' ended on \(day) and holds no longer",
            at: override.rule.range,
            help: "remove it, or give 'until' a later day; the reason given was: \(override.because)")
    }

    static func overrideWithoutReason(_ rule: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .noReason, "the override of '\(rule)' gives no reason", at: range,
            help: "write one sentence that you would say to a person who asks why")
    }

    static func overridesNothing(_ rule: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .missingKey, "an override needs 'off', 'strength' or 'set'", at: range,
            help: "write what is to be different, such as: off: yes")
    }

    static func sameOverride(
        of rule: String, _ key: String, at range: SourceRange, first: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            .sameOverride, "'\(key)' of '\(rule)' is overridden twice in this file", at: range, label: "second time",
            notes: [Note(range: first, label: "first time")], help: "keep the one that is meant")
    }

    static func overridesItself(_ override: Override) -> Diagnostic {
        Diagnostic(
            .notOverridable, "'\(override.rule.text)' is a rule of this pack itself", at: override.rule.range,
            help: "change the rule where it is written")
    }

    static func overridesUnneeded(_ override: Override, owner: String, by author: String) -> Diagnostic {
        Diagnostic(
            .notOverridable, "the pack '\(author)' does not say that it builds on '\(owner)'", at: override.rule.range,
            help: "add \(owner) to 'needs'")
    }

    static func overridesMeaning(_ key: Node, of rule: Rule) -> Diagnostic {
        Diagnostic(
            .notOverridable, "'\(key.text)' makes the rule what it is and cannot be overridden", at: key.range,
            help: "switch '\(rule.id)' off with 'off: yes', and write a rule of your own")
    }

    /// Every rule has such a key, but what it says is the pack's own.
    static func notASetting(_ key: Node, of shape: String, among keys: [String]) -> Diagnostic {
        Diagnostic(
            .notOverridable, "'\(key.text)' cannot be overridden under 'set'", at: key.range,
            help: key.text == "strength"
                ? "write 'strength' beside 'set', not under it"
                : "under 'set' a rule of the shape \(shape) may have: " + keys.joined(separator: ", "))
    }

    static func unknownSetting(_ key: Node, of shape: String, among keys: [String]) -> Diagnostic {
        let near = nearestWord(to: key.text, among: keys)
        let list = "a rule of the shape \(shape) may have: " + keys.joined(separator: ", ")
        return Diagnostic(
            .unknownKey, "a rule of the shape \(shape) has no key \(quoted(key.text))", at: key.range,
            help: near.map { "did you mean '\($0)'?\n\(list)" } ?? list,
            fix: .word(near, at: key.range))
    }

    static func unknownDispute(_ choice: PositionChoice, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: choice.dispute.text, among: known)
        return Diagnostic(
            .unknownPosition, nearest == nil ? .note : .warning,
            "no pack in use knows a dispute called \(quoted(choice.dispute.text))", at: choice.dispute.range,
            help: nearest.map { "did you mean '\($0)'?" } ?? "name its pack with --pack, or remove the line",
            fix: .word(nearest, at: choice.dispute.range))
    }

    static func misspeltPosition(_ side: Rule.Side, _ near: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unknownPosition, .warning,
            "nobody else names the position \(quoted(side.position)) in '\(side.dispute)', so this rule would rest",
            at: range, help: "did you mean '\(near)'?", fix: .word(near, at: range))
    }

    static func unknownPosition(_ choice: PositionChoice, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: choice.position.text, among: known)
        return Diagnostic(
            .unknownPosition, .warning,
            "no rule takes the position \(quoted(choice.position.text)) in '\(choice.dispute.text)'",
            at: choice.position.range,
            help: nearest.map { "did you mean '\($0)'?" } ?? "use one of: " + known.joined(separator: ", "),
            fix: .word(nearest, at: choice.position.range))
    }
}
