import RulesEngine

/// Writes proposed examples into a pack's own files, behind the last example of their rule.
enum ExampleInsertion {
    /// What was done, a line for each file; nothing else in a file is touched.
    static func insert(_ survivors: [MutationRunner.Survivor], pack: String) -> [String] {
        let placed = survivors.compactMap { survivor in survivor.place.map { (place: $0, text: survivor.example) } }
        let byFile = Dictionary(grouping: placed, by: \.place.file)
        return byFile.keys.sorted { $0.name < $1.name }.map { file in
            insert(byFile[file] ?? [], into: file)
        }
    }

    private static func insert(_ placed: [(place: SourceRange, text: String)], into file: SourceFile) -> String {
        var bytes = file.bytes
        for (place, text) in placed.reversed() {
            bytes.insert(contentsOf: Array(("\n" + text.dropLast()).utf8), at: place.bytes.lowerBound)
        }
        let count = "\(placed.count) example\(placed.count == 1 ? "" : "s")"
        switch FileReplacement.replace(file.name, readAs: file.bytes, with: bytes) {
        case .replaced: return "\(file.name): \(count) added; read each and keep what you mean."
        case .changedMeanwhile: return "\(file.name) was changed by somebody else meanwhile, and was left."
        case .notWritten: return "\(file.name) could not be written, and was left."
        }
    }
}
