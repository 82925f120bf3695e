#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The packs a person has installed: one folder each, and the record of what was in them.
///
/// A pack is put in place by renaming a finished folder; the record is written last. What was interrupted between the
/// two is noticed like any other change. Of two programs that change something at once the second waits for the first,
/// and neither loses what the other did.
public struct PackStore: Sendable {
    /// The folder that holds everything: `explore` in the person's data folder.
    public let folder: String

    /// The store in a folder, which need not be there yet.
    public init(folder: String) { self.folder = folder }

    /// Where the record lies.
    public var lockPath: String { folder + "/explore.lock" }
    /// Where a pack lies.
    public func path(of id: String) -> String { folder + "/packs/" + id }

    // MARK: Reading

    /// The record; empty when nothing was ever installed. Mistakes in it are reported with their places.
    public func lock(_ diagnostics: inout Diagnostics) throws(PackStoreError) -> LockFile {
        guard FileManager.default.fileExists(atPath: lockPath) else { return LockFile() }
        guard let bytes = FileManager.default.contents(atPath: lockPath) else { throw .cannotRead(lockPath) }
        return LockFileReader.read(SourceFile(name: lockPath, bytes: [UInt8](bytes)), &diagnostics)
    }

    /// The files of an installed pack, each of which is as it was installed; an error names the first that is not.
    public func files(of pack: LockFile.Pack) throws(PackStoreError) -> PackFiles {
        let parcel: PackStoreParcel
        do {
            parcel = try PackStoreParcel(folder: path(of: pack.id))
        } catch {
            throw .notTheSame(pack.id, because: error)
        }
        let found = parcel.digests
        for (path, digest) in pack.files.sorted(by: { $0.key < $1.key }) where found[path] != digest {
            throw .tampered(path, of: pack.id, found[path] == nil ? "was lost" : "was changed")
        }
        for path in found.keys.sorted() where pack.files[path] == nil {
            throw .tampered(path, of: pack.id, "was added")
        }
        let files = parcel.packFiles(named: self.path(of: pack.id)).files
        return PackFiles(name: pack.id, files: files)
    }

    /// Does something while no other program changes what is installed; readers do not keep one another waiting.
    public func reading<Result>(_ work: () throws -> Result) throws -> Result {
        guard FileManager.default.isReadableFile(atPath: folder + "/.lock") else { return try work() }
        let guardian = try PackStoreLock(folder, for: .reading)
        let result = try work()
        _ = consume guardian
        return result
    }

    // MARK: Changing

    /// Puts a pack in its place, in the place of an older one if there is one, and records it.
    ///
    /// `seen` is the record as the person was told of it: an error says when another program has changed this very pack
    /// since.
    public func install(
        _ parcel: PackStoreParcel, as pack: LockFile.Pack, in seen: LockFile
    ) throws(PackStoreError) {
        guard PackStorePath.isID(pack.id) else { throw .badID(pack.id) }
        try makeFolder()
        let guardian = try PackStoreLock(folder, for: .changing)
        try put(parcel, as: pack, in: try record(like: seen, for: pack.id))
        _ = consume guardian
    }

    /// The record as it is now, which says of a pack what it said before.
    private func record(like seen: LockFile, for id: String) throws(PackStoreError) -> LockFile {
        var diagnostics = Diagnostics()
        let now = try lock(&diagnostics)
        guard !diagnostics.hasErrors, now[id] == seen[id] else { throw .changedMeanwhile(id) }
        return now
    }

    private func makeFolder() throws(PackStoreError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(folder)
        }
    }

    private func put(
        _ parcel: PackStoreParcel, as pack: LockFile.Pack, in lock: LockFile
    ) throws(PackStoreError) {
        let place = path(of: pack.id)
        let (fresh, old) = (folder + "/packs/.new-" + pack.id, folder + "/packs/.old-" + pack.id)
        try remove(fresh)
        try remove(old)
        try write(parcel, to: fresh)
        if FileManager.default.fileExists(atPath: place) { try move(place, to: old) }
        try move(fresh, to: place)
        try write(lock.adding(pack))
        try remove(old)
    }

    /// Records a pack whose files are kept elsewhere.
    public func record(_ pack: LockFile.Pack, in lock: LockFile) throws(PackStoreError) {
        guard PackStorePath.isID(pack.id) else { throw .badID(pack.id) }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(folder)
        }
        try write(lock.adding(pack))
    }

    /// Takes a pack out of the record and removes its folder; whether there was anything to remove.
    @discardableResult
    public func remove(_ id: String, from seen: LockFile) throws(PackStoreError) -> Bool {
        guard PackStorePath.isID(id), FileManager.default.fileExists(atPath: folder) else { return false }
        let guardian = try PackStoreLock(folder, for: .changing)
        let isGone = try takeOut(id, from: try record(like: seen, for: id))
        _ = consume guardian
        return isGone
    }

    private func takeOut(_ id: String, from lock: LockFile) throws(PackStoreError) -> Bool {
        let isThere = lock[id] != nil || FileManager.default.fileExists(atPath: path(of: id))
        if lock[id] != nil { try write(lock.removing(id)) }
        try remove(path(of: id))
        return isThere
    }

    private func write(_ parcel: PackStoreParcel, to place: String) throws(PackStoreError) {
        for (path, bytes) in parcel.files {
            let full = place + "/" + path
            let parent = full.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            do {
                try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
                try Data(bytes).write(to: URL(fileURLWithPath: full), options: .withoutOverwriting)
            } catch {
                throw .cannotWrite(full)
            }
        }
    }

    private func write(_ lock: LockFile) throws(PackStoreError) {
        do {
            try Data(lock.text.utf8).write(to: URL(fileURLWithPath: lockPath), options: .atomic)
        } catch {
            throw .cannotWrite(lockPath)
        }
    }

    private func move(_ path: String, to other: String) throws(PackStoreError) {
        do {
            try FileManager.default.moveItem(atPath: path, toPath: other)
        } catch {
            throw .cannotWrite(other)
        }
    }

    /// Removes a folder and all below it, itself if it is a link; nothing when it is not there.
    private func remove(_ path: String) throws(PackStoreError) {
        guard (try? FileManager.default.attributesOfItem(atPath: path)) != nil else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw .cannotWrite(path)
        }
    }
}
