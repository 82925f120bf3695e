import Foundation

// Writes a Swift file that holds the text of every YAML file below a folder: `EmbedRulesTool RULES OUTPUT`.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: EmbedRulesTool RULES OUTPUT\n".utf8))
    exit(64)
}
let folder = URL(fileURLWithPath: arguments[1])

/// One entry: the pack's folder, the path inside it, the text as a raw literal that no text of ours can close.
func entry(_ file: URL) throws -> String {
    let path = file.path.dropFirst(folder.path.count + 1)
    let pack = path.prefix { $0 != "/" }
    let text = try String(contentsOf: file, encoding: .utf8)
    let hashes = "######"
    return """
                (
                    pack: "\(pack)", path: "\(path.dropFirst(pack.count + 1))",
                    text: \(hashes)\"\"\"
        \(text)
        \"\"\"\(hashes)
                ),
        """
}

let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
let files = found.filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
let entries = try files.map(entry).joined(separator: "\n")
let source = """
    /// The packs that ship with the program, by pack and path inside it. Made at every build from `Rules/`.
    enum ShippedPacks {
        static let files: [(pack: String, path: String, text: String)] = [
    \(entries)
        ]
    }

    """
// A file that is written anew makes the build compile the program anew, even with the same text.
let output = URL(fileURLWithPath: arguments[2])
if (try? String(contentsOf: output, encoding: .utf8)) != source {
    try source.write(to: output, atomically: true, encoding: .utf8)
}
