/// The packs a person has installed, as `explore.lock` records them: what each was, where it came from, and the digest
/// of every file.
public struct LockFile: Sendable, Hashable {
    /// One installed pack.
    public struct Pack: Sendable, Hashable {
        /// Its id, which is the name of its folder.
        public let id: String
        /// Its version as its page writes it.
        public let version: String
        /// Where it came from: a folder, an archive or an address.
        public let source: String
        /// The state of the source it was taken from, such as a commit; nil when there is no name for it.
        public let revision: String?
        /// The day it was installed.
        public let added: CalendarDay
        /// The digest of each of its files.
        public let files: [String: LockFileDigest]

        /// The digest of the whole.
        public var digest: LockFileDigest { LockFileDigest(of: files) }

        /// A pack as it is installed.
        public init(
            id: String, version: String, source: String, revision: String?, added: CalendarDay,
            files: [String: LockFileDigest]
        ) {
            self.id = id
            self.version = version
            self.source = source
            self.revision = revision
            self.added = added
            self.files = files
        }
    }

    /// The packs by their ids, in alphabetical order.
    public private(set) var packs: [Pack]

    /// A record of these packs; of two with one id the later holds.
    public init(_ packs: [Pack] = []) {
        let byID = Dictionary(packs.map { ($0.id, $0) }) { _, later in later }
        self.packs = byID.values.sorted { $0.id < $1.id }
    }

    /// The pack of an id; nil when it is not installed.
    public subscript(id: String) -> Pack? { packs.first { $0.id == id } }

    /// The record with a pack added or put in the place of an older one.
    public func adding(_ pack: Pack) -> LockFile { LockFile(packs + [pack]) }

    /// The record without a pack.
    public func removing(_ id: String) -> LockFile { LockFile(packs.filter { $0.id != id }) }
}

extension LockFile {
    /// The record as a file, the same for the same packs.
    public var text: String {
        let head = """
            # The packs that are installed, and what was in them. Written by 'explore pack'; please do not edit.
            lock: 1

            """
        return head + (packs.isEmpty ? "packs: []\n" : "packs:\n" + packs.map(Self.text).joined())
    }

    private static func text(_ pack: Pack) -> String {
        var lines = [
            "  - id: " + pack.id, "    version: " + LogWriterScalar.text(pack.version),
            "    source: " + LogWriterScalar.text(pack.source),
        ]
        if let revision = pack.revision { lines.append("    revision: " + LogWriterScalar.text(revision)) }
        lines += ["    added: \(pack.added)", "    sha256: \(pack.digest)", "    files:"]
        for (path, digest) in pack.files.sorted(by: { $0.key < $1.key }) {
            lines += ["      - file: " + path, "        sha256: \(digest)"]
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
