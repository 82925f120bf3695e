import ArgumentParser
import RulesEngine

/// The commands for those who write packs.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Begin, check, test and explain packs of advice.",
        subcommands: [
            PackNew.self, PackCheckCommand.self, PackTest.self, PackExplain.self, PackShow.self, PackSchema.self,
        ])
}

/// A pack a command is about: its own folder, with the shipped packs it builds on.
struct PackUnderWork {
    let rules: RuleSet
    let pack: RuleSet.Pack?
    let diagnostics: Diagnostics

    /// Loads a pack by its folder, or a shipped one by its id, together with the shipped packs and those it is told of.
    ///
    /// The person's own settings play no part: a pack is judged as it is. An override of its own that has lapsed by
    /// `today` does not hold.
    init(_ argument: PackArgument, today: CalendarDay? = nil) throws {
        var diagnostics = Diagnostics()
        let isShipped = Workspace.shipped().contains { $0.name == argument.pack }
        let folders = argument.rules.packs + (isShipped ? [] : [argument.pack])
        rules = PackLoader.load(try Workspace.packs(folders), today: today, &diagnostics)
        pack = rules.packs.first { $0.name == argument.pack }
        self.diagnostics = diagnostics
    }

    /// Finds time zones by name.
    static let zones: @Sendable (String) -> Zone? = { SystemTimeZones.zone($0) }
}

/// The argument of every command about one pack.
struct PackArgument: ParsableArguments {
    @Argument(help: "The folder of a pack, or the id of a shipped one.")
    var pack: String

    @OptionGroup var rules: RuleOptions
}
