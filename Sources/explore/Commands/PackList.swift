import ArgumentParser
import RulesEngine

/// `explore pack list`.
struct PackList: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the packs: those that ship, on or off, and those you installed.",
        discussion: """
            Examples:
              explore pack list
              explore pack list --format json
            """)

    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let installed = try InstalledPacks(console)
        var status = ExitStatus.inOrder
        for pack in Workspace.shipped() where format.format == .text {
            console.line("\(pack.name), ships with the program")
        }
        for pack in OfferedPacks.all {
            console.write(format.format == .json ? json(pack, installed.lock) : text(pack, installed.lock))
        }
        for pack in installed.lock.packs where OfferedPacks.pack(pack.id) == nil {
            let problem = problem(pack, installed)
            if problem != nil { status = .findings }
            console.write(format.format == .json ? json(pack, problem) : text(pack, problem))
        }
        return status
    }

    /// What is wrong with an installed pack; nil when it is as it was installed.
    private func problem(_ pack: LockFile.Pack, _ installed: InstalledPacks) -> PackStoreError? {
        guard !pack.isOffered else { return nil }
        do {
            _ = try installed.store.files(of: pack)
            return nil
        } catch {
            return error
        }
    }

    // MARK: Packs that ship and can be switched on

    private func text(_ pack: PackFiles, _ lock: LockFile) -> String {
        let state = lock[pack.name].map { "on since \($0.added): explore pack remove" } ?? "off: explore pack add"
        return "\(pack.name), ships with the program, \(state) \(pack.name)\n"
    }

    private func json(_ pack: PackFiles, _ lock: LockFile) -> String {
        let record = lock[pack.name]
        return JSONLine([
            ("pack", .text(pack.name)), ("source", .text(LockFile.Pack.offeredSource)), ("on", .flag(record != nil)),
            ("since", record.map { .text($0.added.description) } ?? .none),
        ]).text + "\n"
    }

    // MARK: Packs that were installed

    private func text(_ pack: LockFile.Pack, _ problem: PackStoreError?) -> String {
        let revision = pack.revision.map { " (\($0.prefix(12)))" } ?? ""
        let head = "\(pack.id) \(pack.version), installed \(pack.added)\n  from \(pack.shownSource)\(revision)\n"
        let help = { (text: String) in text.replacing("\n", with: "\n        ") }
        return head + (problem.map { "  \($0.message)\n  help: \(help($0.help))\n" } ?? "")
    }

    private func json(_ pack: LockFile.Pack, _ problem: PackStoreError?) -> String {
        JSONLine([
            ("pack", .text(pack.id)), ("version", .text(pack.version)), ("source", .text(pack.shownSource)),
            ("revision", pack.revision.map { .text($0) } ?? .none), ("installed", .text(pack.added.description)),
            ("sha256", .text(pack.digest.description)), ("files", .number(Int64(pack.files.count))),
            ("problem", problem.map { .text($0.message) } ?? .none),
        ]).text + "\n"
    }
}
