#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writing a file that was not there before; what is there is never written over.
enum NewFile {
    /// Ends the command when there is something of that name.
    static func refuseExisting(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        throw CommandFailure(
            "'\(path)' is there already and was left alone", help: "give another name, or remove the file first")
    }

    /// Writes a text as a new file for its owner only.
    static func write(_ text: String, to path: String) throws {
        try refuseExisting(path)
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard isMade, FileManager.default.contents(atPath: path)?.count == text.utf8.count else {
            throw CommandFailure(
                "'\(path)' cannot be written", help: "check that its folder exists, may be written and has room")
        }
    }
}
