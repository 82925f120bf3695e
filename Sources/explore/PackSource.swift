import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a pack comes from: a folder, a `.tar.gz` archive, or the address of a git repository.
struct PackSource {
    /// What was fetched: the pack's files, and the commit they are from where there is one.
    struct Delivery {
        let parcel: PackStoreParcel
        let revision: String?
    }

    /// The source as it is recorded: an address, or the whole path of a folder or an archive.
    let text: String
    private let kind: Kind

    private enum Kind {
        case folder, archive, repository
    }

    /// A source a person named; an error says what can be named.
    init(_ written: String) throws {
        if let scheme = Self.scheme(of: written) {
            guard scheme == "https" || scheme == "file" else { throw Self.unsafeScheme(scheme) }
            guard !Self.namesAPerson(written) else { throw Self.namedPerson }
            text = written
            kind = .repository
            return
        }
        guard let type = try? FileManager.default.attributesOfItem(atPath: written)[.type] as? FileAttributeType else {
            throw Self.notThere(written)
        }
        text = Self.wholePath(written)
        if type == .typeSymbolicLink { throw Self.link(written) }
        if type == .typeDirectory {
            kind = .folder
        } else if written.hasSuffix(".tar.gz") || written.hasSuffix(".tgz") {
            kind = .archive
        } else {
            throw CommandFailure(
                "'\(written)' is neither a folder nor a .tar.gz archive",
                help: "unpack it, and name the folder of the pack")
        }
    }

    /// The pack as it is there now.
    func fetch(_ console: Console) throws -> Delivery {
        switch kind {
        case .folder: Delivery(parcel: try PackStoreParcel(folder: text), revision: nil)
        case .archive: Delivery(parcel: try PackArchive.parcel(try archive()), revision: nil)
        case .repository: try GitRepository(text, console).fetch()
        }
    }

    private func archive() throws -> [UInt8] {
        let size = try? FileManager.default.attributesOfItem(atPath: text)[.size] as? UInt64
        guard let size, size <= UInt64(PackStoreLimits.standard.archiveBytes) else {
            throw CommandFailure(
                "the archive is larger than a pack may be", help: "a pack holds only text; is it the right file?")
        }
        return try TextFile.read(text).bytes
    }

    // MARK: What was written

    /// `https` of `https://example.org`; nil when it is no address. Git's own short form `host:path` counts as `ssh`.
    private static func scheme(of text: String) -> String? {
        if let end = text.range(of: "://") {
            let scheme = text[..<end.lowerBound].lowercased()
            return scheme.contains("/") ? nil : scheme
        }
        let isShort = text.firstMatch(of: /^[\w.-]+@[\w.-]+:/) != nil
        return isShort ? "ssh" : text.hasPrefix("ext::") ? "ext" : nil
    }

    private static func unsafeScheme(_ scheme: String) -> CommandFailure {
        let why =
            scheme == "http" ? "anybody on the way could change what comes from http" : "'\(scheme)' is not supported"
        return CommandFailure(
            why, help: "name an address that begins with https://, or fetch the pack yourself and name its folder")
    }

    /// Whether somebody's name, password or token stands in an address before the host: `https://ana:secret@example.org`.
    private static func namesAPerson(_ address: String) -> Bool { withoutPerson(address) != address }

    /// An address as it may be shown: without what stands in it before the host.
    static func withoutPerson(_ address: String) -> String {
        guard let start = address.range(of: "://")?.upperBound else { return address }
        let host = address[start...].prefix { !"/?#".contains($0) }
        guard let sign = host.lastIndex(of: "@") else { return address }
        return address[..<start] + String(address[sign...].dropFirst())
    }

    /// The address itself is not said again, for it may hold a password.
    private static let namedPerson = CommandFailure(
        "a name or a password stands in this address before the '@': it would be kept in the record of installed packs",
        help: "leave it out; or fetch the pack yourself with git, whose credential store keeps passwords, and name its"
            + " folder")

    private static func link(_ written: String) -> CommandFailure {
        let end = try? FileManager.default.destinationOfSymbolicLink(atPath: written)
        return CommandFailure(
            "'\(written)' is a link, which could lead elsewhere tomorrow",
            help: "name what it leads to" + (end.map { ": \($0)" } ?? ""))
    }

    private static func notThere(_ written: String) -> CommandFailure {
        CommandFailure(
            "there is no folder or archive '\(written)'",
            help: "name a folder, a .tar.gz archive, or an address that begins with https://")
    }

    private static func wholePath(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        return FileManager.default.currentDirectoryPath + "/" + plain
    }
}

extension LockFile.Pack {
    /// Where it comes from, as it may be shown: a record made by hand, or long ago, may hold a password.
    var shownSource: String { PackSource.withoutPerson(source) }
}
