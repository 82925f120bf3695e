import Checklists
import RulesEngine

/// Takes in a pack that somebody else made: looked over, read together with all others, and only then kept.
struct PackIntake {
    let installed: InstalledPacks
    private let console: Console
    private let today: CalendarDay

    /// The intake of one command, on a day.
    init(today: CalendarDay, _ console: Console) throws {
        installed = try InstalledPacks(console)
        self.console = console
        self.today = today
    }

    /// A pack that could be installed.
    struct Candidate {
        /// Its files.
        let parcel: PackStoreParcel
        /// The pack, read together with all others.
        let pack: RuleSet.Pack
        /// All rules with it.
        let rules: RuleSet
        /// What it would be recorded as.
        let record: LockFile.Pack
        /// How its own examples come out.
        let results: [ExampleRunner.Result]
    }

    /// The pack a source delivers; its mistakes are printed with their places and end the command.
    func candidate(from source: PackSource) throws -> Candidate {
        let delivery = try source.fetch(console)
        let files = delivery.parcel.packFiles(named: source.text)
        let id = Self.id(of: files)
        if let id { try checkID(id) }
        let rules = try load(files, without: id)
        guard let pack = rules.packs.last(where: { $0.name == files.name }) else {
            throw CommandFailure("'\(source.text)' is not a pack", help: "name the folder that holds pack.yaml")
        }
        let record = LockFile.Pack(
            id: pack.manifest.id, version: pack.manifest.version, source: source.text, revision: delivery.revision,
            added: today, files: delivery.parcel.digests)
        return try candidate(delivery.parcel, pack, rules, record)
    }

    /// A pack of the program's own that could be switched on.
    func candidate(offered files: PackFiles) throws -> Candidate {
        let rules = try load(files, without: files.name)
        guard let pack = rules.packs.last else { throw CommandFailure("'\(files.name)' is not a pack") }
        let parcel = try PackStoreParcel(files)
        let record = LockFile.Pack(
            id: pack.manifest.id, version: pack.manifest.version, source: LockFile.Pack.offeredSource, revision: nil,
            added: today, files: parcel.digests)
        return try candidate(parcel, pack, rules, record)
    }

    /// Reads the examples and what a pack brings beside its rules, too; a mistake in them ends the command.
    private func candidate(
        _ parcel: PackStoreParcel, _ pack: RuleSet.Pack, _ rules: RuleSet, _ record: LockFile.Pack
    ) throws -> Candidate {
        var diagnostics = Diagnostics()
        let results = ExampleRunner(rules: rules, zones: PackUnderWork.zones).run(pack, &diagnostics)
        _ = AdviceKit.load(rules, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        return Candidate(parcel: parcel, pack: pack, rules: rules, record: record, results: results)
    }

    /// Puts a candidate in its place and records it; of a pack of the program's own there is nothing to keep.
    func install(_ candidate: Candidate) throws {
        guard !candidate.record.isOffered else {
            return try installed.store.record(candidate.record, in: installed.lock)
        }
        try installed.store.install(candidate.parcel, as: candidate.record, in: installed.lock)
    }

    /// Everything as it is now, with what the person's own settings change; nil when what is installed cannot be used
    /// any more, which a new version may be there to mend.
    func presentRules() throws -> RuleSet? {
        guard let files = try? installed.files(without: nil) else { return nil }
        var diagnostics = Diagnostics()
        let rules = try load(try Workspace.packs([], installed: files), &diagnostics)
        return diagnostics.hasErrors ? nil : rules
    }

    // MARK: Reading

    private func load(_ files: PackFiles, without id: String?) throws -> RuleSet {
        let others = try Workspace.packs([], installed: try installed.files(without: id))
        var diagnostics = Diagnostics()
        PackStoreScan.check(files, &diagnostics)
        let rules = try load(others + [files], &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        return rules
    }

    private func load(_ packs: [PackFiles], _ diagnostics: inout Diagnostics) throws -> RuleSet {
        let settings = try SettingsLocation.file(console.environment)
        return PackLoader.load(packs, settings: settings, today: today, &diagnostics)
    }

    /// The id a pack gives itself; nil when its page cannot be read.
    private static func id(of files: PackFiles) -> String? {
        var ignored = Diagnostics()
        return PackLoader.load([files], &ignored).packs.first?.manifest.id
    }

    private func checkID(_ id: String) throws {
        guard !Workspace.everyShipped().contains(where: { $0.name == id }) else {
            throw CommandFailure(
                "'\(id)' is the id of a pack that comes with the program",
                help: "ask whoever made the pack to give it another id, or use it for one command with --pack FOLDER")
        }
    }
}
