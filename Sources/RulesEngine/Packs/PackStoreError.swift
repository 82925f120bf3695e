/// Why a pack cannot be taken in, kept or given out: what to tell a person, and what they can do.
public struct PackStoreError: Error, Sendable, Hashable {
    /// What is wrong, without a full stop.
    public let message: String
    /// What to do about it; empty when nothing can be said.
    public let help: String

    init(_ message: String, help: String) {
        self.message = message
        self.help = help
    }
}

// The wording of every message about packs that somebody else made.
extension PackStoreError {
    // MARK: Archives

    static let notGzip = PackStoreError(
        "this is not a .tar.gz archive", help: "check that the file was downloaded whole, or name the unpacked folder")
    static let damaged = PackStoreError(
        "the archive is damaged or was cut off", help: "download it again, or ask whoever made it for a new one")

    // MARK: Names

    static func badPath(_ path: String, _ why: String) -> PackStoreError {
        PackStoreError(
            "\(quoted(shown(path))) cannot be the name of a file in a pack: \(why)",
            help: "names in a pack have letters without accents, digits, '-', '_' and '.', such as rules/after.yaml")
    }

    static func twice(_ path: String, _ other: String) -> PackStoreError {
        path == other
            ? PackStoreError(
                "the file \(quoted(shown(path))) is there twice",
                help: "ask whoever made the pack to leave one of them out")
            : PackStoreError(
                "the names \(quoted(shown(other))) and \(quoted(shown(path))) differ only in capital letters",
                help: "on many computers the two are one file; ask whoever made the pack to rename one of them")
    }

    /// `kind` is what it is instead of a plain file or folder: `a link`.
    static func notPlain(_ path: String, _ kind: String) -> PackStoreError {
        PackStoreError(
            "\(quoted(shown(path))) is \(kind), which a pack cannot have",
            help: "a pack has only plain files and folders; put a copy of the file in its place, or leave it out")
    }

    // MARK: Limits

    static func tooLarge(_ what: String, _ limit: Int) -> PackStoreError {
        PackStoreError(
            "\(what) is larger than a pack may be (\(limit >> 20) MB)",
            help: "a pack holds only text; is it the right one?")
    }

    static func tooMany(_ limit: Int) -> PackStoreError {
        PackStoreError("there are more than \(limit) files in it", help: "name the pack alone, not a folder around it")
    }

    // MARK: Packs

    static let noPack = PackStoreError(
        "there is no pack in it: no file is called pack.yaml", help: "name the folder or archive that holds pack.yaml")

    static func severalPacks(_ paths: [String]) -> PackStoreError {
        PackStoreError(
            "there are several packs in it: " + paths.prefix(5).map { quoted(shown($0)) }.joined(separator: ", "),
            help: "unpack it, and name the folder of the pack you want")
    }

    static func badID(_ id: String) -> PackStoreError {
        PackStoreError(
            "\(quoted(shown(id))) cannot be the id of a pack",
            help: "an id has small letters, digits and hyphens: north-campus")
    }

    // MARK: The store

    static func cannotRead(_ path: String) -> PackStoreError {
        PackStoreError(
            "cannot read '\(shown(path))': it is not there, or may not be read",
            help: "check its name and who may read it")
    }

    static func cannotWrite(_ path: String) -> PackStoreError {
        PackStoreError(
            "cannot write to '\(shown(path))'", help: "check who may write there, and that the disk has room")
    }

    /// Another program holds the lock.
    static let busy = PackStoreError(
        "another program is changing the installed packs", help: "wait until it is done, and try again")

    static func changedMeanwhile(_ id: String) -> PackStoreError {
        PackStoreError(
            "another program has changed the pack \(quoted(id)) meanwhile", help: "run the command once more")
    }

    /// `what` became of the file since the pack was installed: `was changed`.
    static func tampered(_ path: String, of id: String, _ what: String) -> PackStoreError {
        PackStoreError(
            "the file '\(shown(path))' of the installed pack '\(id)' \(what) since it was installed",
            help:
                "get it back as it was: explore pack update \(id) --accept\nor do without it: explore pack remove \(id)"
        )
    }

    static func notTheSame(_ id: String, because reason: PackStoreError) -> PackStoreError {
        PackStoreError(
            "the installed pack '\(id)' is not as it was installed: " + reason.message,
            help:
                "get it back as it was: explore pack update \(id) --accept\nor do without it: explore pack remove \(id)"
        )
    }

    /// A name as it may be shown: nothing in it can move the cursor or hide.
    private static func shown(_ path: String) -> String { SafeText.shown(path) }
}
