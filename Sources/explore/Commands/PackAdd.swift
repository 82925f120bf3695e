import ArgumentParser
import RulesEngine

/// `explore pack add SOURCE`.
struct PackAdd: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Install a pack from a folder, a .tar.gz archive or a git address, or switch one on that ships.",
        discussion: """
            The pack is looked over before anything is kept, and used by every command afterwards. What was in it is
            recorded, so that a file that changes later is noticed. Nothing in a pack can run. The packs that ship with
            the program and are off, as 'explore pack list' shows them, are switched on by their id.

            Examples:
              explore pack add Examples/north-campus --dry-run
              explore pack add 3b7 --dry-run
              explore pack add Examples/north-campus --dry-run --format json
            """)

    @Argument(
        help: """
            A folder, a .tar.gz archive, an address that begins with https:// or file://, or the id of a pack that \
            ships switched off.
            """)
    var source: String
    @Flag(help: "Take a pack that is installed already as it is now, whatever changed in it.")
    var accept = false
    @Flag(help: "Say what would be installed, and install nothing.")
    var dryRun = false
    @OptionGroup var options: LogOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let intake = try PackIntake(today: try Workspace.today(options.time, console), console)
        let offered = Workspace.isPack(source) ? nil : OfferedPacks.pack(source)
        if offered != nil, intake.installed.lock[source] != nil {
            console.line("'\(source)' is on already. Do without it: explore pack remove \(source)")
            return .inOrder
        }
        let candidate = try offered.map(intake.candidate) ?? intake.candidate(from: try PackSource(source))
        let writer = PackSummaryWriter(candidate: candidate, format: format.format)
        if let known = intake.installed.lock[candidate.record.id] {
            let change = PackChange(intake: intake, options: options, format: format.format)
            return try change.run(known, candidate, accept: accept, dryRun: dryRun, console)
        }
        console.write(writer.text(isTrial: dryRun))
        if !dryRun { try intake.install(candidate) }
        return .inOrder
    }
}
