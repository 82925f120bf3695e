/// Turns the files of packs into the rules in force: text → nodes → vocabulary → rules.
public enum PackLoader {
    /// The rules of these packs. Every mistake in every file is reported with its place; what could be read is given,
    /// so that a caller who wants to use the rules must look for errors first.
    public static func load(_ packs: [PackFiles], _ diagnostics: inout Diagnostics) -> RuleSet {
        let opened = packs.compactMap { open($0, &diagnostics) }
        checkTogether(opened, &diagnostics)
        let vocabulary = readVocabulary(opened, &diagnostics)
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
        let sorted = sorted(read)
        return RuleSet(
            vocabulary: vocabulary, packs: read, rules: sorted.inForce, restingRules: sorted.resting,
            literals: literals)
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
            diagnostics.report(.notAPack(files.name))
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
            path == "topics.yaml" || path.hasPrefix("checklists/") || path.hasPrefix("questions/")
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
        for file in manifest.files where files.files[file.text] == nil { diagnostics.report(.fileMissing(file)) }
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

    /// One position is active per dispute: what a pack chose, else the default (rules.md §7).
    private static func sorted(_ packs: [RuleSet.Pack]) -> (inForce: [Rule], resting: [Rule]) {
        var active: [String: String] = [:]
        for dispute in packs.flatMap(\.manifest.disputes) { active[dispute.id] = active[dispute.id] ?? dispute.preferred }
        for pack in packs { active.merge(pack.manifest.positions) { _, chosen in chosen } }
        let rules = packs.flatMap(\.rules)
        let isResting = { (rule: Rule) in rule.dispute.map { (active[$0.dispute] ?? $0.position) != $0.position } ?? false }
        return (rules.filter { !isResting($0) }, rules.filter(isResting))
    }
}
