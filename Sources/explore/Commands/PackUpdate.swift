import ArgumentParser
import RulesEngine

/// `explore pack update [ID]`.
struct PackUpdate: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Look for new versions of installed packs, and say how they behave otherwise.",
        discussion: """
            A pack that changed is only taken with --accept. Until then the old one stays: first see which of its examples
            come out differently and what would have changed in your own log.

            Examples:
              explore pack update
              explore pack update --accept
            """)

    @Argument(help: "Only this pack.")
    var id: String?
    @Flag(help: "Take what changed.")
    var accept = false
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let today = try Workspace.today(options.time, console)
        let packs = try chosen(InstalledPacks(console).lock)
        if packs.isEmpty, format.format == .text { console.line("No pack is installed.") }
        var status = ExitStatus.inOrder
        for pack in packs {
            let intake = try PackIntake(today: today, console)
            let candidate = try Self.named(pack) { try intake.candidate(from: try PackSource(pack.source)) }
            guard candidate.record.id == pack.id else { throw Self.otherPack(pack, candidate.record.id) }
            let change = PackChange(intake: intake, options: options, format: format.format)
            let outcome = try change.run(pack, candidate, accept: accept, dryRun: false, console)
            if outcome == .findings { status = .findings }
        }
        return status
    }

    private func chosen(_ lock: LockFile) throws -> [LockFile.Pack] {
        guard let id else { return lock.packs.filter { !$0.isOffered } }
        if let pack = lock[id] {
            guard !pack.isOffered else {
                throw CommandFailure("'\(id)' comes with the program and is always as new as the program")
            }
            return [pack]
        }
        throw InstalledPacks.notInstalled(id, lock)
    }

    /// Does something for a pack; what goes wrong names the pack.
    private static func named<Result>(_ pack: LockFile.Pack, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let failure as CommandFailure where !failure.message.isEmpty {
            throw CommandFailure(
                "the pack '\(pack.id)' was left as it is: " + failure.message, help: failure.help,
                status: failure.status)
        } catch let error as PackStoreError {
            throw CommandFailure("the pack '\(pack.id)' was left as it is: " + error.message, help: error.help)
        }
    }

    private static func otherPack(_ pack: LockFile.Pack, _ id: String) -> CommandFailure {
        CommandFailure(
            "at '\(pack.source)' there is now another pack, '\(id)'",
            help: "if you want that one instead: explore pack remove \(pack.id), then explore pack add \(pack.source)")
    }
}
