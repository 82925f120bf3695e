/// One pass of libyaml over a file's bytes: the tree, what was found wrong, and where reading stopped.
struct Reading {
    /// What was read.
    let tree: NodeTree
    /// What the builder found wrong.
    let mistakes: Diagnostics
    /// Whether a limit was met, so that the tree is not to be used.
    let isOverLimit: Bool
    /// Where libyaml stopped; nil when it read to the end.
    let scene: SyntaxScene?

    /// The mistake in the way the file is written that comes first, and everything else that was found.
    ///
    /// Where libyaml stopped is one; a dash that is missing so that names are set twice is another.
    var told: (mistake: Diagnostic?, others: Diagnostics) {
        let mistakes = explained
        guard let scene else {
            let dash = mistakes.all.first { $0.code == .missingDash }
            return (dash, Diagnostics(mistakes.all.filter { $0.code != .missingDash }))
        }
        let mistake = SyntaxMistake(scene).diagnostic
        return (mistake, Diagnostics(mistakes.all.filter { !$0.overlaps(mistake) }))
    }

    private var explained: Diagnostics {
        guard mistakes.all.contains(where: { $0.code == .duplicateKey }) else { return mistakes }
        return MisplacedLine(LineTable(tree.file)).explaining(mistakes)
    }

    /// Reads `bytes`, which are those of `file` as far as offsets go; `survey` knows what they consist of.
    init(_ bytes: [UInt8], of file: SourceFile, _ survey: ByteSurvey, _ profile: YAMLProfile) {
        self = bytes.withUnsafeBufferPointer { Reading($0, file, survey, profile) }
    }

    private init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ file: SourceFile, _ survey: ByteSurvey, _ profile: YAMLProfile
    ) {
        let map = CodePointMap(bytes, from: file.byteOrderMarkLength, isASCII: survey.isASCII)
        let checks = SourceChecks(file, bytes, hasTabs: survey.hasTabs)
        var builder = NodeBuilder(file, bytes, map, checks, profile)
        var reader = YAMLEventReader(bytes)
        while let event = reader.next(), builder.take(event) {}
        scene = reader.problem.map { SyntaxScene($0, LineTable(file), map, last: builder.last) }
        tree = builder.finish(isComplete: scene == nil)
        mistakes = builder.mistakes
        isOverLimit = builder.isOverLimit
    }
}
