import Foundation

// Writes a Swift file that holds the text of every YAML file below a folder: `EmbedRulesTool RULES OUTPUT`.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: EmbedRulesTool RULES OUTPUT\n".utf8))
    exit(64)
}
let folder = URL(fileURLWithPath: arguments[1])

/// The text with the lines of every rule's examples left empty: what is read at each start, with every line in its place.
/// Of a rule, whose keys are indented by four, an `examples:` goes on as long as lines are indented more.
func withoutExamples(_ text: String) -> String {
    var isExample = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
        let indentation = line.prefix { $0 == " " }.count
        if line.dropFirst(indentation).isEmpty { return line }
        isExample = indentation > 4 && isExample || line == "    examples:"
        return isExample ? "" : line
    }
    return lines.joined(separator: "\n")
}

/// A raw literal that no text of ours can close.
func literal(_ text: String) -> String {
    let hashes = "######"
    return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
}

/// One entry: the pack's folder, the path inside it, the text, and for rules the text without their examples.
func entry(_ file: URL) throws -> String {
    let path = file.path.dropFirst(folder.path.count + 1)
    let pack = path.prefix { $0 != "/" }
    let inside = path.dropFirst(pack.count + 1)
    let text = try String(contentsOf: file, encoding: .utf8)
    let brief = inside.hasPrefix("rules/") ? literal(withoutExamples(text)) : "nil"
    return "        (pack: \"\(pack)\", path: \"\(inside)\", text: \(literal(text)), brief: \(brief)),"
}

let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
let files = found.filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
let entries = try files.map(entry).joined(separator: "\n")
let source = """
    /// The packs that ship with the program, by pack and path inside it. Made at every build from `Rules/`; `brief` is the
    /// text of a file of rules without their examples.
    enum ShippedPacks {
        static let files: [(pack: String, path: String, text: String, brief: String?)] = [
    \(entries)
        ]
    }

    """
// A file that is written anew makes the build compile the program anew, even with the same text.
let output = URL(fileURLWithPath: arguments[2])
if (try? String(contentsOf: output, encoding: .utf8)) != source {
    try source.write(to: output, atomically: true, encoding: .utf8)
}
