import ArgumentParser
import RulesEngine

/// The commands for those who write packs, and for those who use what others wrote.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Begin, check, test and try packs of advice; add those of others.",
        subcommands: [
            PackNew.self, PackCheckCommand.self, PackTest.self, PackExplain.self, PackShow.self, PackSchema.self,
            PackStats.self, PackTry.self, PackAdd.self, PackUpdate.self, PackList.self, PackRemove.self,
        ])
}

/// A pack a command is about: its own folder, with the packs it builds on.
struct PackUnderWork {
    let rules: RuleSet
    let pack: RuleSet.Pack?
    let diagnostics: Diagnostics

    /// Loads a pack by its folder, or a shipped or installed one by its id, together with those packs and the ones it is
    /// told of.
    ///
    /// The person's own settings play no part: a pack is judged as it is. An override of its own that has lapsed by
    /// `today`, else by the day the clock shows, does not hold, and that is said.
    init(_ argument: PackArgument, _ console: Console, today: CalendarDay? = nil) throws {
        try self.init(argument.pack, beside: argument.rules.packs, console, today: today)
    }

    /// The same for a pack named in another way; `folders` hold further packs.
    init(_ name: String, beside folders: [String], _ console: Console, today: CalendarDay? = nil) throws {
        var diagnostics = Diagnostics()
        let installed = try InstalledPacks.files(console)
        let isKnown = !Workspace.isPack(name) && (Workspace.shipped() + installed).contains { $0.name == name }
        let packs = try Workspace.packs(folders + (isKnown ? [] : [name]), installed: installed)
        let zone = try Workspace.zone(console.systemZone)
        let day = today ?? zone.wallTime(at: console.clock()).day
        rules = PackLoader.load(packs, today: day, &diagnostics)
        pack = rules.packs.first { $0.name == name }
        self.diagnostics = diagnostics
    }

    /// Finds time zones by name.
    static let zones: @Sendable (String) -> Zone? = { SystemTimeZones.zone($0) }
}

/// The argument of every command about one pack.
struct PackArgument: ParsableArguments {
    @Argument(help: "The folder of a pack, or the id of one that ships or is installed.")
    var pack: String

    @OptionGroup var rules: RuleOptions
}
