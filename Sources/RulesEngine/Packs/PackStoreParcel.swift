/// The files of one pack that somebody else made, looked over: plain text files under harmless names, within limits.
///
/// It holds the pack's YAML files and nothing else. What surrounds a pack in an archive is left out, as are files that
/// begin with a dot; a name that could lead out of the folder is refused wherever it stands.
public struct PackStoreParcel: Sendable, Hashable {
    /// The files by their path in the pack.
    public let files: [String: [UInt8]]

    /// Makes a parcel of plain files that were found together.
    init(_ entries: [PackStoreEntry], limits: PackStoreLimits = .standard) throws(PackStoreError) {
        guard entries.count <= limits.entries else { throw .tooMany(limits.entries) }
        var paths: [[String]] = []
        for entry in entries { paths.append(try PackStorePath.parts(of: entry.path, depth: limits.depth + 4)) }
        let root = try Self.root(of: paths)
        var files: [String: [UInt8]] = [:]
        var spellings: [String: String] = [:]
        for (entry, parts) in zip(entries, paths) where parts.starts(with: root) {
            let inside = Array(parts.dropFirst(root.count))
            guard PackStorePath.isKept(inside) else { continue }
            let path = try PackStorePath.checked(inside, depth: limits.depth)
            if let other = spellings.updateValue(path, forKey: path.lowercased()) { throw .twice(path, other) }
            guard entry.bytes.count <= limits.fileBytes else { throw .tooLarge(quoted(path), limits.fileBytes) }
            files[path] = entry.bytes
        }
        guard files.count <= limits.files else { throw .tooMany(limits.files) }
        let size = files.values.reduce(0) { $0 + $1.count }
        guard size <= limits.packBytes else { throw .tooLarge("the pack", limits.packBytes) }
        self.files = files
    }

    /// A parcel of files in memory, such as those built into the program.
    public init(_ pack: PackFiles) throws(PackStoreError) {
        try self.init(pack.files.sorted { $0.key < $1.key }.map { PackStoreEntry(path: $0.key, bytes: $0.value.bytes) })
    }

    /// The folder that holds the one `pack.yaml`; of several inside one another the outermost.
    private static func root(of paths: [[String]]) throws(PackStoreError) -> [String] {
        let found = paths.filter { $0.last == "pack.yaml" && PackStorePath.isKept($0) }.map { Array($0.dropLast()) }
        guard let least = found.map(\.count).min() else { throw .noPack }
        let outermost = Set(found.filter { $0.count == least })
        guard let root = outermost.first, outermost.count == 1 else {
            throw .severalPacks(outermost.map { $0.joined(separator: "/") }.sorted())
        }
        return root
    }

    /// The digest of each file.
    public var digests: [String: LockFileDigest] { files.mapValues { LockFileDigest(of: $0) } }
    /// The digest of the whole.
    public var digest: LockFileDigest { LockFileDigest(of: digests) }

    /// The files for the loader, under a name that is shown to people.
    public func packFiles(named name: String) -> PackFiles {
        let files = files.map { ($0.key, SourceFile(name: name + "/" + $0.key, bytes: $0.value)) }
        return PackFiles(name: name, files: Dictionary(files) { first, _ in first })
    }
}
