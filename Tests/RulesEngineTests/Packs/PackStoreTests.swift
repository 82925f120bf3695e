import Foundation
import Testing

@testable import RulesEngine

/// Installed packs on disk: kept whole, given out only as they were installed, never outside their folder.
final class PackStoreTests {
    let folder = NSTemporaryDirectory() + "explore-store-" + UUID().uuidString
    var store: PackStore { PackStore(folder: folder + "/explore") }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ path: String, _ text: String) throws {
        let url = URL(fileURLWithPath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func parcel(_ text: String = "id: p\n") throws -> PackStoreParcel {
        try PackStoreParcel([
            PackStoreEntry(path: "pack.yaml", bytes: Array(text.utf8)),
            PackStoreEntry(path: "rules/a.yaml", bytes: Array("rules: []\n".utf8)),
        ])
    }

    private func record(_ parcel: PackStoreParcel) -> LockFile.Pack {
        LockFile.Pack(
            id: "p", version: "1.0.0", source: "/x", revision: nil, added: CalendarDay(number: 20_000),
            files: parcel.digests)
    }

    @discardableResult
    private func install(_ text: String = "id: p\n") throws -> LockFile.Pack {
        let parcel = try parcel(text)
        try store.install(parcel, as: record(parcel), in: lock())
        return record(parcel)
    }

    private func lock() throws -> LockFile {
        var diagnostics = Diagnostics()
        let lock = try store.lock(&diagnostics)
        #expect(diagnostics.all.isEmpty)
        return lock
    }

    private func message(_ work: () throws -> Void) -> String {
        do {
            try work()
            return "done"
        } catch {
            return (error as? PackStoreError)?.message ?? "\(error)"
        }
    }

    // MARK: Installing

    @Test func nothingIsInstalledAtFirst() throws {
        #expect(try lock() == LockFile())
        #expect(!FileManager.default.fileExists(atPath: store.folder))
    }

    @Test func whatIsInstalledIsGivenOut() throws {
        let pack = try install()
        #expect(try lock().packs == [pack])
        let files = try store.files(of: pack)
        #expect(files.name == "p")
        #expect(files.files.keys.sorted() == ["pack.yaml", "rules/a.yaml"])
        #expect(files.files["pack.yaml"]?.name == store.path(of: "p") + "/pack.yaml")
    }

    @Test func aNewVersionTakesThePlaceOfTheOld() throws {
        try install()
        let pack = try install("id: p\nversion: 2\n")
        #expect(try lock().packs == [pack])
        #expect(try store.files(of: pack).files["pack.yaml"]?.bytes.count == 17)
        let left = try FileManager.default.contentsOfDirectory(atPath: store.folder + "/packs")
        #expect(left == ["p"])
    }

    @Test func whatIsRemovedIsGone() throws {
        try install()
        #expect(try store.remove("p", from: lock()))
        #expect(try lock() == LockFile())
        #expect(!FileManager.default.fileExists(atPath: store.path(of: "p")))
        #expect(try !store.remove("p", from: lock()))
    }

    @Test(arguments: ["..", "../x", ".", "", "a/b", "P"])
    func anIDNeverLeadsOutOfTheFolder(_ id: String) throws {
        try write("keep.yaml", "x")
        let parcel = try parcel()
        let pack = LockFile.Pack(
            id: id, version: "1", source: "/x", revision: nil, added: CalendarDay(number: 1), files: parcel.digests)
        #expect(throws: PackStoreError.self) { try store.install(parcel, as: pack, in: LockFile()) }
        #expect(try !store.remove(id, from: LockFile([pack])))
        #expect(FileManager.default.fileExists(atPath: folder + "/keep.yaml"))
    }

    @Test func removingALinkLeavesWhatItLeadsTo() throws {
        try write("precious/keep.yaml", "x")
        try FileManager.default.createDirectory(atPath: store.folder + "/packs", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: store.path(of: "p"), withDestinationPath: folder + "/precious")
        #expect(try store.remove("p", from: lock()))
        #expect(FileManager.default.fileExists(atPath: folder + "/precious/keep.yaml"))
    }

    // MARK: Tampering

    @Test func aChangedFileIsRefused() throws {
        let pack = try install()
        try write("explore/packs/p/rules/a.yaml", "rules: [] # mine\n")
        #expect(
            message { _ = try store.files(of: pack) }
                == "the file 'rules/a.yaml' of the installed pack 'p' was changed since it was installed")
    }

    @Test func aLostFileIsRefused() throws {
        let pack = try install()
        try FileManager.default.removeItem(atPath: store.path(of: "p") + "/rules/a.yaml")
        #expect(
            message { _ = try store.files(of: pack) }
                == "the file 'rules/a.yaml' of the installed pack 'p' was lost since it was installed")
    }

    @Test func anAddedFileIsRefused() throws {
        let pack = try install()
        try write("explore/packs/p/rules/b.yaml", "rules: []\n")
        #expect(
            message { _ = try store.files(of: pack) }
                == "the file 'rules/b.yaml' of the installed pack 'p' was added since it was installed")
    }

    @Test func aLinkInItsPlaceIsRefused() throws {
        let pack = try install()
        let path = store.path(of: "p") + "/rules/a.yaml"
        try write("same.yaml", "rules: []\n")
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder + "/same.yaml")
        #expect(
            message { _ = try store.files(of: pack) }
                == "the installed pack 'p' is not as it was installed: 'rules/a.yaml' is a link, which a pack cannot have"
        )
    }

    @Test func aLostFolderIsRefused() throws {
        let pack = try install()
        try FileManager.default.removeItem(atPath: store.path(of: "p"))
        #expect(
            message { _ = try store.files(of: pack) }.hasPrefix(
                "the installed pack 'p' is not as it was installed: cannot read"))
    }

    // MARK: Folders

    @Test func aFolderIsReadWithoutWhatItHides() throws {
        try write("in/pack.yaml", "id: p\n")
        try write("in/rules/a.yaml", "rules: []\n")
        try write("in/.git/config.yaml", "x")
        try write("in/notes.txt", "x")
        #expect(try PackStoreParcel(folder: folder + "/in").files.keys.sorted() == ["pack.yaml", "rules/a.yaml"])
    }

    @Test func aLinkInAFolderIsRefused() throws {
        try write("in/pack.yaml", "id: p\n")
        try FileManager.default.createSymbolicLink(atPath: folder + "/in/rules", withDestinationPath: "/etc")
        #expect(
            message { _ = try PackStoreParcel(folder: folder + "/in") } == "'rules' is a link, which a pack cannot have"
        )
    }

    @Test func aHugeFileIsNotRead() throws {
        try write("in/pack.yaml", "id: p\n")
        try write("in/big.yaml", "")
        let handle = try #require(FileHandle(forWritingAtPath: folder + "/in/big.yaml"))
        try handle.truncate(atOffset: 1 << 34)
        try handle.close()
        #expect(
            message { _ = try PackStoreParcel(folder: folder + "/in") }
                == "'big.yaml' is larger than a pack may be (1 MB)")
    }

    @Test func aFolderThatIsNotThereSaysSo() {
        #expect(message { _ = try PackStoreParcel(folder: folder + "/nowhere") }.hasPrefix("cannot read"))
    }

    @Test func aFileInTheWayIsReported() throws {
        try write("explore", "a file where the folder should be")
        #expect(message { try install() }.hasPrefix("cannot write to"))
    }

    // MARK: Several programs at once

    /// As many programs as there are packs, each of which had seen an empty record: nothing any of them did is lost.
    @Test func programsAtOnceLoseNothing() async throws {
        let store = self.store
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in 0..<12 {
                let parcel = try parcel("id: p\(place)\n")
                group.addTask {
                    let pack = LockFile.Pack(
                        id: "p\(place)", version: "1.0.0", source: "/x", revision: nil,
                        added: CalendarDay(number: 20_000), files: parcel.digests)
                    try store.install(parcel, as: pack, in: LockFile())
                }
            }
            try await group.waitForAll()
        }
        let lock = try lock()
        #expect(lock.packs.count == 12)
        for pack in lock.packs { #expect(try store.files(of: pack).files.count == 2) }
    }

    @Test func whatAnotherProgramChangedMeanwhileIsNotOverwritten() throws {
        try install()
        let parcel = try parcel("id: p\nversion: 2\n")
        #expect(
            message { try store.install(parcel, as: record(parcel), in: LockFile()) }
                == "another program has changed the pack 'p' meanwhile")
        #expect(
            message { _ = try store.remove("p", from: LockFile()) }
                == "another program has changed the pack 'p' meanwhile")
        #expect(try lock().packs.count == 1)
    }

    @Test func aProgramThatHoldsTheLockIsWaitedForAWhile() throws {
        try install()
        let held = try PackStoreLock(store.folder, for: .changing)
        #expect(
            message { _ = try PackStoreLock(store.folder, for: .changing, tries: 6) }
                == "another program is changing the installed packs")
        #expect(
            message { _ = try PackStoreLock(store.folder, for: .reading, tries: 1) }
                == "another program is changing the installed packs")
        _ = consume held
        #expect(message { _ = try PackStoreLock(store.folder, for: .changing, tries: 1) } == "done")
    }

    @Test func readersDoNotWaitForOneAnother() throws {
        try install()
        let reader = try PackStoreLock(store.folder, for: .reading)
        #expect(message { _ = try PackStoreLock(store.folder, for: .reading, tries: 1) } == "done")
        #expect(try store.reading { 7 } == 7)
        _ = consume reader
    }

    @Test func aLinkInTheLocksPlaceIsNotFollowed() throws {
        try write("explore/x", "")
        try FileManager.default.createSymbolicLink(
            atPath: store.folder + "/.lock", withDestinationPath: folder + "/elsewhere")
        #expect(message { try install() }.hasPrefix("cannot write to"))
        #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere"))
    }
}
