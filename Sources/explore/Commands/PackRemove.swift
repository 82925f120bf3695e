import ArgumentParser
import RulesEngine

/// `explore pack remove ID`.
struct PackRemove: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Do without an installed pack.",
        discussion: """
            Nothing in your log is lost: what you logged in the pack's words stays, and is understood again when the pack
            is.

            Examples:
              explore pack remove north-campus
              explore pack remove north-campus --format json
            """)

    @Argument(help: "The pack's id, as 'explore pack list' shows it.")
    var id: String
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let installed = try InstalledPacks(console)
        if installed.lock[id] == nil, let near = nearestWord(to: id, among: installed.lock.packs.map(\.id)) {
            throw CommandFailure("no pack called '\(id)' is installed", help: "did you mean '\(near)'?")
        }
        if installed.lock[id] == nil, Workspace.shipped().contains(where: { $0.name == id }) {
            throw CommandFailure(
                "the pack '\(id)' ships with explore, and stays",
                help: "what you do not want of it can be switched off: in settings.yaml, under 'overrides:', name the"
                    + " rule with 'off: yes' and a 'because:'; 'explore pack show \(id)' lists its rules")
        }
        if let other = installed.packNeeding(id) {
            throw CommandFailure("the pack '\(other)' needs '\(id)'", help: "remove '\(other)' first")
        }
        let isGone = try installed.store.remove(id, from: installed.lock)
        if format.format == .json {
            console.line(JSONLine([("pack", .text(id)), ("removed", .flag(isGone))]).text)
        } else {
            console.line(isGone ? "'\(id)' was removed." : "No pack called '\(id)' is installed; nothing was removed.")
        }
        return .inOrder
    }
}
