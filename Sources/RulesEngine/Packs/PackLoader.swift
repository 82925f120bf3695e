/// Turns the files of packs into the rules in force: text → nodes → vocabulary → rules.
public enum PackLoader {
    /// The rules of these packs. Every mistake in every file is reported with its place; what could be read is given,
    /// so that a caller who wants to use the rules must look for errors first.
    ///
    /// `settings` is the person's own file of overrides and positions. An override that has lapsed by `today` does not
    /// hold and is announced; without a day none has lapsed.
    public static func load(
        _ packs: [PackFiles], settings: SourceFile? = nil, today: CalendarDay? = nil, _ diagnostics: inout Diagnostics
    ) -> RuleSet {
        let opened = packs.compactMap { open($0, &diagnostics) }
        checkTogether(opened, &diagnostics)
        let vocabulary = readVocabulary(opened, &diagnostics)
        let person = settings.map { PersonSettings.read($0, &diagnostics) } ?? .none
        var literals = Literals()
        var read: [RuleSet.Pack] = []
        for pack in opened {
            var reader = RuleFileReader(vocabulary: vocabulary, manifest: pack.manifest, literals: literals)
            let rules = pack.ruleTrees.flatMap { reader.read($0, &diagnostics) }
            literals = reader.literals
            read.append(
                RuleSet.Pack(manifest: pack.manifest, name: pack.name, rules: rules, otherTrees: pack.otherTrees))
        }
        checkIDs(read, &diagnostics)
        let overriding = Overriding(
            read.flatMap(\.manifest.overrides) + person.overrides, rules: read.flatMap(\.rules),
            packs: read.map(\.manifest), today: today, &diagnostics)
        let positions = ActivePosition.all(in: read, chosenBy: person.positions, &diagnostics)
        let laid = laidRules(of: read, overriding, vocabulary, &literals, &diagnostics)
        let inForce = RulesInForce(laid, positions: positions, overriding: overriding)
        return RuleSet(
            vocabulary: vocabulary, packs: read, rules: inForce.rules, resting: inForce.resting, positions: positions,
            literals: literals)
    }

    /// The rules of all packs with the overrides laid over them.
    private static func laidRules(
        of packs: [RuleSet.Pack], _ overriding: Overriding, _ vocabulary: Vocabulary, _ literals: inout Literals,
        _ diagnostics: inout Diagnostics
    ) -> [Rule] {
        var laid: [Rule] = []
        for pack in packs {
            var reader = RuleFileReader(vocabulary: vocabulary, manifest: pack.manifest, literals: literals)
            for rule in pack.rules { laid.append(overriding.laid(over: rule, &reader, &diagnostics)) }
            literals = reader.literals
        }
        return laid
    }

    /// A pack whose own page was read and whose files were loaded.
    private struct OpenPack {
        let name: String
        let manifest: Manifest
        let vocabularyTrees: [NodeTree]
        let ruleTrees: [NodeTree]
        let otherTrees: [String: NodeTree]
    }

    private static func open(_ files: PackFiles, _ diagnostics: inout Diagnostics) -> OpenPack? {
        guard let page = files.files["pack.yaml"] else {
            diagnostics.report(.notAPack(files.name, misnamed: files.misnamed(for: "pack.yaml")))
            return nil
        }
        guard let tree = YAMLLoader.load(page, &diagnostics),
            let manifest = ManifestReader.read(tree, &diagnostics)
        else { return nil }
        checkList(manifest, files, &diagnostics)
        let listed = manifest.files.map(\.text)
        let vocabulary = listed.filter { $0 == "vocabulary.yaml" }
        let rules = listed.filter { $0.hasPrefix("rules/") }
        return OpenPack(
            name: files.name, manifest: manifest,
            vocabularyTrees: trees(vocabulary, files, &diagnostics), ruleTrees: trees(rules, files, &diagnostics),
            otherTrees: otherTrees(listed, files, &diagnostics))
    }

    /// What is read by those who build on the rules (rules.md §8); only a file that is listed belongs to the pack.
    private static func otherTrees(
        _ listed: [String], _ files: PackFiles, _ diagnostics: inout Diagnostics
    ) -> [String: NodeTree] {
        let paths = listed.filter { path in
            ["topics.yaml", "exceptions.yaml"].contains(path)
                || ["checklists/", "questions/", "advice/", "messages/"].contains { path.hasPrefix($0) }
        }
        let trees = paths.compactMap { path in
            files.files[path].flatMap { YAMLLoader.load($0, &diagnostics) }.map { (path, $0) }
        }
        return Dictionary(trees, uniquingKeysWith: { first, _ in first })
    }

    private static func trees(
        _ paths: [String], _ files: PackFiles, _ diagnostics: inout Diagnostics
    ) -> [NodeTree] {
        paths.compactMap { path in
            files.files[path].flatMap { YAMLLoader.load($0, &diagnostics) }
        }
    }

    /// The list in `pack.yaml` is complete, or a truncated pack would go unnoticed (rules.md §8).
    private static func checkList(_ manifest: Manifest, _ files: PackFiles, _ diagnostics: inout Diagnostics) {
        let listed = Set(manifest.files.map(\.text))
        for file in manifest.files where files.files[file.text] == nil {
            diagnostics.report(
                .fileMissing(
                    file, misnamed: files.misnamed(for: file.text),
                    isLink: files.links.contains(file.text)))
        }
        let list = manifest.files.first?.range
        for path in files.files.keys.sorted() where path != "pack.yaml" && !listed.contains(path) {
            diagnostics.report(.fileNotListed(path, at: list))
        }
    }

    private static func readVocabulary(_ packs: [OpenPack], _ diagnostics: inout Diagnostics) -> Vocabulary {
        var builder = VocabularyBuilder()
        for tree in packs.flatMap(\.vocabularyTrees) { builder.add(tree, &diagnostics) }
        return builder.build(&diagnostics)
    }

    private static func checkTogether(_ packs: [OpenPack], _ diagnostics: inout Diagnostics) {
        let byID = Dictionary(grouping: packs, by: \.manifest.id)
        for (id, same) in byID.sorted(by: { $0.key < $1.key }) where same.count > 1 {
            diagnostics.report(.samePack(id, at: same.map(\.name)))
        }
        for pack in packs {
            for needed in pack.manifest.needs where byID[needed.text] == nil {
                diagnostics.report(.missingPack(needed, by: pack.manifest.id))
            }
        }
    }

    private static func checkIDs(_ packs: [RuleSet.Pack], _ diagnostics: inout Diagnostics) {
        var first: [String: SourceRange] = [:]
        for rule in packs.flatMap(\.rules) {
            if let place = first[rule.id] {
                diagnostics.report(.sameRule(rule.id, at: rule.idRange, first: place))
            } else {
                first[rule.id] = rule.idRange
            }
        }
    }
}
