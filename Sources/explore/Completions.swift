import RulesEngine

/// What a shell offers to complete: words of the vocabulary and names of the log.
enum Completions {
    /// Words, fields and names for `explore log`.
    static func logWords(
        _ words: [String], _ index: Int, _ start: String, _ console: Console = .system()
    ) -> [String] {
        guard let vocabulary = vocabulary(words, console) else { return [] }
        let own =
            vocabulary.kinds.flatMap(\.words) + vocabulary.fields.filter { $0.computed == nil }.map { $0.name + "=" }
        return begun(own, start) + people(words, index, start, console)
    }

    /// Names and fields for `explore plan`.
    static func planWords(
        _ words: [String], _ index: Int, _ start: String, _ console: Console = .system()
    ) -> [String] {
        let fields = vocabulary(words, console).map { vocabulary in
            vocabulary.episodes.flatMap { vocabulary[$0.planned].fields }.map { vocabulary[$0].name + "=" }
        }
        return begun(fields ?? [], start) + people(words, index, start, console)
    }

    /// The names of the log that the environment names; none when it cannot be read.
    static func people(
        _ words: [String], _ index: Int, _ start: String, _ console: Console = .system()
    ) -> [String] {
        guard let source = try? LogSource(nil, console), let rules = try? rules(words, console),
            let document = try? source.document(rules: rules, zone: .utc, console)
        else { return [] }
        return begun(document.records.filter { $0.kind == RecordNames.person }.map(\.name.text), start)
    }

    /// The rules in force by their short names.
    static func rules(_ words: [String], _ index: Int, _ start: String) -> [String] {
        guard let rules = try? rules(words, .system()).rules else { return [] }
        return begun(Set(rules.map(\.id.withoutPack)).sorted(), start)
    }

    /// Those that begin with what is typed, in any letter case.
    private static func begun(_ words: [String], _ start: String) -> [String] {
        words.filter { $0.lowercased().hasPrefix(start.lowercased()) }
    }

    private static func vocabulary(_ words: [String], _ console: Console) -> Vocabulary? {
        try? rules(words, console).vocabulary
    }

    /// The rules in force, with the packs that the line typed so far names.
    private static func rules(_ words: [String], _ console: Console) throws -> RuleSet {
        let named = zip(words, words.dropFirst()).filter { $0.0 == "--pack" }.map(\.1)
        var diagnostics = Diagnostics()
        let packs = try Workspace.packs(
            named, installed: try InstalledPacks.files(console), shipped: Workspace.shipped(withExamples: false))
        return PackLoader.load(packs, &diagnostics)
    }
}
