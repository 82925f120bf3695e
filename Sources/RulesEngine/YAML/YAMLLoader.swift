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
        let reading = Reading(check.bytes, of: file, check.survey, profile)
        if profile == .ruleFiles, !check.survey.isASCII, let mistake = pastedSpaces(in: reading, of: file) {
            diagnostics.report(mistake)
            return nil
        }
        if reading.scene == nil { diagnostics.append(contentsOf: reading.mistakes) }
        if let scene = reading.scene {
            let mistake = SyntaxMistake(scene).diagnostic
            let others = reading.mistakes.all.filter { !$0.overlaps(mistake) }
            others.forEach { diagnostics.report($0) }
            // What cannot be explained is most probably a consequence of another mistake on its line.
            let isExplained = mistake.code != .unreadableText || !others.contains { isOnLine($0, of: mistake, scene) }
            if isExplained { diagnostics.report(mistake) }
            if profile == .ruleFiles { lookFurther(after: mistake, scene.table, check, &diagnostics) }
        } else if profile == .ruleFiles, !reading.isOverLimit {
            diagnostics.append(contentsOf: rootMistakes(of: reading.tree))
        }
        return reading.isOverLimit || reading.tree.records.isEmpty ? nil : reading.tree
    }

    /// Special spaces before the content of lines, where they spoil the reading; they are the author's own elsewhere.
    private static func pastedSpaces(in reading: Reading, of file: SourceFile) -> Diagnostic? {
        guard reading.scene != nil || reading.mistakes.all.contains(where: { $0.code == .noBreakSpace }) else {
            return nil
        }
        return PastedSpaces(LineTable(file)).mistake
    }

    private static func isOnLine(_ other: Diagnostic, of mistake: Diagnostic, _ scene: SyntaxScene) -> Bool {
        guard let mine = mistake.range, let others = other.range else { return false }
        return scene.table.line(at: mine.bytes.lowerBound) == scene.table.line(at: others.bytes.lowerBound)
    }

    private static func lookFurther(
        after mistake: Diagnostic, _ table: LineTable, _ check: FileCheck, _ diagnostics: inout Diagnostics
    ) {
        var recovery = SyntaxRecovery(table, check.bytes)
        recovery.run(after: mistake) { bytes in
            let file = SourceFile(name: table.file.name, bytes: bytes)
            let reading = Reading(bytes, of: file, check.survey, .ruleFiles)
            return (reading.scene.map { SyntaxMistake($0).diagnostic }, reading.mistakes)
        }
        diagnostics.append(contentsOf: recovery.found)
    }

    private static func rootMistakes(of tree: NodeTree) -> Diagnostics {
        var mistakes = YAMLMistakes(file: tree.file)
        if let root = tree.root {
            if root.kind == .scalar, root.isEmpty {
                mistakes.emptyFile()
            } else if root.kind == .scalar {
                mistakes.wrongRoot(root.range.bytes)
            }
        } else {
            mistakes.emptyFile()
        }
        return mistakes.found
    }
}
