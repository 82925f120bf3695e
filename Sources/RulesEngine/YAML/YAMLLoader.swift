/// Reads a file's bytes into a tree of nodes that know where they stand.
public enum YAMLLoader {
    /// Reads a rule file; nil when nothing of it could be read.
    ///
    /// Every mistake that can be found is reported at once. After a mistake in the way the file is written the tree
    /// holds what stands before it, and `isComplete` is false. Whoever uses the tree asks `diagnostics` first.
    public static func load(_ file: SourceFile, _ diagnostics: inout Diagnostics) -> NodeTree? {
        load(file, .ruleFiles, &diagnostics)
    }

    /// Reads a file with a choice of how much of the notation it may use.
    static func load(_ file: SourceFile, _ profile: YAMLProfile, _ diagnostics: inout Diagnostics) -> NodeTree? {
        var check = FileCheck(file)
        let isReadable = check.run(profile)
        diagnostics.append(contentsOf: check.found)
        guard isReadable else { return nil }
        return check.bytes.withUnsafeBufferPointer { bytes in
            read(file, bytes, check.isASCII, profile, &diagnostics)
        }
    }

    private static func read(
        _ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ isASCII: Bool, _ profile: YAMLProfile,
        _ diagnostics: inout Diagnostics
    ) -> NodeTree? {
        let map = CodePointMap(bytes, from: file.byteOrderMarkLength, isASCII: isASCII)
        var builder = NodeBuilder(file, bytes, map, profile)
        var reader = YAMLEventReader(bytes)
        while let event = reader.next(), builder.take(event) {}
        let last = builder.last
        let tree = builder.finish(isComplete: reader.problem == nil)
        diagnostics.append(contentsOf: builder.mistakes.found)
        if let problem = reader.problem {
            let scene = SyntaxScene(problem, LineTable(file), map, last: last)
            diagnostics.report(SyntaxMistake(scene).diagnostic)
        } else if profile == .ruleFiles, !builder.isOverLimit {
            diagnostics.append(contentsOf: rootMistakes(of: tree))
        }
        return builder.isOverLimit || tree.records.isEmpty ? nil : tree
    }

    private static func rootMistakes(of tree: NodeTree) -> Diagnostics {
        var mistakes = YAMLMistakes(file: tree.file)
        if let root = tree.root {
            if root.kind == .scalar, root.isEmpty { mistakes.emptyFile() } else if root.kind == .scalar {
                mistakes.wrongRoot(root.range.bytes)
            }
        } else {
            mistakes.emptyFile()
        }
        return mistakes.found
    }
}
