import ActivityLog
import RulesEngine

/// The packs a person has installed, as commands see them.
struct InstalledPacks {
    let store: PackStore
    let lock: LockFile

    /// The store in the person's data folder and its record, which is empty at first.
    init(_ console: Console) throws {
        guard let folder = LogLocation.dataFolder(console.environment) else {
            throw CommandFailure("there is no place for packs", help: "set HOME")
        }
        store = PackStore(folder: folder + "/explore")
        var diagnostics = Diagnostics()
        lock = try store.lock(&diagnostics)
        try Report(console).stopOnErrors(diagnostics)
    }

    /// The files of every installed pack, each of which is as it was installed; none where there is no data folder.
    static func files(_ console: Console) throws -> [PackFiles] {
        guard let folder = LogLocation.dataFolder(console.environment) else { return [] }
        return try PackStore(folder: folder + "/explore").reading {
            try InstalledPacks(console).files(without: nil)
        }
    }

    /// The files of every installed pack but one.
    func files(without id: String?) throws -> [PackFiles] {
        try lock.packs.filter { $0.id != id }.map { try files(of: $0) }
    }

    /// The files of a pack of the record: as it was installed, or as the program brings it now.
    func files(of pack: LockFile.Pack) throws -> PackFiles {
        guard pack.isOffered else { return try store.files(of: pack) }
        if let offered = OfferedPacks.pack(pack.id) { return offered }
        throw CommandFailure(
            "the pack '\(pack.id)' comes with the program no longer",
            help: "do without it: explore pack remove \(pack.id)")
    }
}

extension InstalledPacks {
    /// An installed pack that builds on another; nil when none does.
    func packNeeding(_ id: String) -> String? {
        let others = lock.packs.filter { $0.id != id }.compactMap { try? files(of: $0) }
        var ignored = Diagnostics()
        let packs = PackLoader.load(others, &ignored).packs
        return packs.first { $0.manifest.needs.contains { $0.text == id } }?.manifest.id
    }

    /// What to say about an id nobody installed.
    static func notInstalled(_ id: String, _ lock: LockFile) -> CommandFailure {
        let ids = lock.packs.map(\.id)
        let help =
            nearestWord(to: id, among: ids).map { "did you mean '\($0)'?" }
            ?? (ids.isEmpty
                ? "install one with: explore pack add SOURCE" : "write one of: " + ids.joined(separator: ", "))
        return CommandFailure("no pack called '\(id)' is installed", help: help)
    }
}
