import Foundation
import TestSupport

/// The Swift files of this repository, with comments taken out where a test asks for code alone.
struct SourceTree {
    /// One file: its path from the root and its text.
    struct File: Sendable, CustomStringConvertible {
        let path: String
        let text: String
        var description: String { path }

        /// The lines without comments, numbered from 1.
        var code: [(number: Int, text: String)] {
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { place, line in
                let trimmed = line.trimmingCharacters(in: .whitespaces)
                guard !trimmed.hasPrefix("//") else { return nil }
                return (place + 1, String(line))
            }
        }

        /// The modules it imports.
        var imports: [String] {
            code.compactMap { line in
                let words = line.text.split(separator: " ")
                let isAttribute = words.first?.hasPrefix("@") == true
                guard let place = words.firstIndex(of: "import"), place == (isAttribute ? 1 : 0) else { return nil }
                return words.count > place + 1 ? String(words[place + 1]) : nil
            }
        }
    }

    /// The Swift files below a folder, in order of path.
    static func files(below folder: String) -> [File] {
        let root = ProjectFiles.root.appendingPathComponent(folder)
        let found =
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        return found.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.compactMap { url in
            let path = url.path.replacingOccurrences(of: ProjectFiles.root.path + "/", with: "")
            return (try? String(contentsOf: url, encoding: .utf8)).map { File(path: path, text: $0) }
        }
    }
}
