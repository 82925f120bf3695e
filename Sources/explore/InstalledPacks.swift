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
        guard LogLocation.dataFolder(console.environment) != nil else { return [] }
        let installed = try InstalledPacks(console)
        return try installed.files(without: nil)
    }

    /// The files of every installed pack but one.
    func files(without id: String?) throws -> [PackFiles] {
        try lock.packs.filter { $0.id != id }.map { try store.files(of: $0) }
    }
}
