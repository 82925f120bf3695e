/// What a person did where libyaml stopped, in plain words and at the exact place.
struct SyntaxMistake {
    /// The mistake as people are shown it.
    let diagnostic: Diagnostic

    init(_ problem: YAMLProblem, in file: SourceFile, _ map: CodePointMap) {
        var map = map
        let at = map.offset(of: problem.mark)
        diagnostic = Diagnostic(
            .unreadableText, "this cannot be read", at: SourceRange(file: file, bytes: at..<at + 1))
    }
}
