import RulesEngine

/// Writes proposed examples into a pack's own files, behind the last example of their rule.
enum ExampleInsertion {
    /// What was done, a line for each file; nothing else in a file is touched.
    static func insert(_ survivors: [MutationRunner.Survivor], pack: String) -> [String] {
        let byFile = Dictionary(grouping: survivors, by: \.place.file)
        return byFile.keys.sorted { $0.name < $1.name }.map { file in
            insert(byFile[file] ?? [], into: file)
        }
    }

    /// How the first line of a file ends: as on Windows, or as elsewhere.
    private static func lineEnd(of bytes: [UInt8]) -> String {
        guard let end = bytes.firstIndex(of: 0x0A), end > 0 else { return "\n" }
        return bytes[end - 1] == 0x0D ? "\r\n" : "\n"
    }

    /// From the end to the start, so that no place moves before its turn.
    private static func insert(_ survivors: [MutationRunner.Survivor], into file: SourceFile) -> String {
        var bytes = file.bytes
        let lineEnd = lineEnd(of: bytes)
        let byPlace = Dictionary(grouping: survivors, by: \.place.bytes.lowerBound)
        for (place, survivors) in byPlace.sorted(by: { $0.key > $1.key }) {
            let text = (survivors.first?.heading ?? "") + survivors.map(\.example).joined()
            let lines = ("\n" + text.dropLast()).replacing("\n", with: lineEnd)
            bytes.insert(contentsOf: Array(lines.utf8), at: place)
        }
        let count = "\(survivors.count) example\(survivors.count == 1 ? "" : "s")"
        switch FileReplacement.replace(file.name, readAs: file.bytes, with: bytes) {
        case .replaced: return "\(file.name): \(count) added; read each and keep what you mean."
        case .changedMeanwhile: return "\(file.name) was changed by somebody else meanwhile, and was left."
        case .notWritten: return "\(file.name) could not be written, and was left."
        }
    }
}
