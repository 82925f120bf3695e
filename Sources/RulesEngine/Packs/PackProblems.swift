/// What can be wrong with a pack: the wording of every message of this phase.
extension Diagnostic {
    static func badID(_ id: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .badID, "\(quoted(id)) cannot be the id of a pack", at: range,
            help: "use small letters, digits and hyphens, such as: north-campus")
    }

    static func unknownPlaceholder(_ name: String, at range: SourceRange, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: name, among: known)
        return Diagnostic(
            .unknownPlaceholder, "'<\(name)>' cannot be filled in here", at: range,
            help: nearest.map { "did you mean '<\($0)>'?" }
                ?? "use one of: " + known.map { "<\($0)>" }.joined(separator: ", "),
            fix: nearest.map { Fix(range: range, replacement: "<\($0)>", title: "write '<\($0)>'") })
    }

    static func noShape(
        _ node: Node, misspelt: Node?, among keys: [String], missing: [String], every: [String]
    ) -> Diagnostic {
        if let misspelt, let nearest = nearestWord(to: misspelt.text, among: keys) {
            return Diagnostic(
                .unknownKey, "a rule has no key \(quoted(misspelt.text))", at: misspelt.range,
                help: "did you mean '\(nearest)'?",
                fix: Fix(range: misspelt.range, replacement: nearest, title: "write '\(nearest)'"))
        }
        let half = missing.isEmpty ? nil : node.entries.first { keys.contains($0.key.text) }?.key
        if let half {
            let needed = missing.map { "'\($0)'" }.joined(separator: " and ")
            return Diagnostic(
                .noShape, "this rule is only half said: '\(half.text)' needs \(needed)", at: half.range,
                help: "add a line that begins with \(missing[0]):")
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
            fix: nearest.map { Fix(range: range, replacement: $0, title: "write '\($0)'") })
    }

    static func fileNotListed(_ path: String, at range: SourceRange?) -> Diagnostic {
        Diagnostic(
            .fileNotListed, "the file '\(path)' is in the folder, but pack.yaml does not list it", at: range,
            label: range.map { _ in "the list begins here" },
            help: "add it under 'files:' in pack.yaml, or take it out of the folder")
    }

    static func fileMissing(_ file: WrittenText) -> Diagnostic {
        Diagnostic(
            .fileMissing, "there is no file '\(file.text)' in the folder", at: file.range,
            help: "put the file there, correct its name, or remove it from the list")
    }

    static func notAPack(_ name: String) -> Diagnostic {
        Diagnostic(
            .notAPack, "'\(name)' is not a pack: it has no file called pack.yaml", at: nil,
            help: "name the folder that holds pack.yaml; the file must be called exactly so")
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
