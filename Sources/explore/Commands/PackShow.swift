import ArgumentParser
import RulesEngine

/// `explore pack show [PACK]`.
struct PackShow: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show which rules are in force, what was overridden, and where that came from.",
        discussion: """
            Your own settings count here, as in every command that looks at your log.

            Examples:
              explore pack show
              explore pack show first-conversation --format json
            """)

    @Argument(help: "Only the rules of this pack: its folder, or the id of one in use.")
    var pack: String?
    @OptionGroup var rules: RuleOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let rules = try load(console)
        let chosen = try chosen(rules)
        let writer = RuleSetWriter(rules: rules, packs: chosen)
        if format.format == .json {
            for line in writer.json() { console.line(line) }
        } else {
            console.write(writer.text(settings: SettingsLocation.path(console.environment)))
        }
        return .inOrder
    }

    /// The packs in use; a folder that was named is one of them.
    private func load(_ console: Console) throws -> RuleSet {
        var options = rules
        if let pack, try isFolder(pack) { options.packs.append(pack) }
        return try Workspace.rules(options, time, console)
    }

    private func isFolder(_ pack: String) throws -> Bool {
        let isShipped = Workspace.shipped().contains { $0.name == pack }
        return !isShipped && !rules.packs.contains(pack) && (try? Workspace.files(of: pack)) != nil
    }

    private func chosen(_ rules: RuleSet) throws -> [RuleSet.Pack] {
        guard let pack else { return rules.packs }
        let found = rules.packs.filter { $0.name == pack || $0.manifest.id == pack }
        guard found.isEmpty else { return found }
        let nearest = nearestWord(to: pack, among: rules.packs.map(\.manifest.id))
        throw CommandFailure(
            "no pack called '\(pack)' is in use",
            help: nearest.map { "did you mean '\($0)'?" } ?? "name its folder, or write one of: "
                + rules.packs.map(\.manifest.id).joined(separator: ", "))
    }
}
