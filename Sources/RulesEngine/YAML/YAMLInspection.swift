/// What a file says, for looking at it: all of the notation is allowed here, also what rule files refuse.
package enum YAMLInspection {
    /// A file that could not be read, with the reasons.
    package struct Failure: Error {
        /// What is wrong with the file.
        package let diagnostics: Diagnostics
    }

    /// What happens in a file, one event a line, in the notation of yaml-test-suite.
    package static func events(_ file: SourceFile) -> Result<String, Failure> {
        readable(file).map { _ in EventNotation.text(of: file) }
    }

    /// Each document as JSON on a line of its own, with the types of the YAML 1.2 core schema.
    package static func json(_ file: SourceFile) -> Result<[String], Failure> {
        readable(file).flatMap { tree in
            guard let tree else { return .success([]) }
            var writer = NodeJSON(tree)
            let texts = writer.documents()
            return writer.mistakes.hasErrors ? .failure(Failure(diagnostics: writer.mistakes)) : .success(texts)
        }
    }

    /// The nodes of a file, one a line with its line and column, indented by depth.
    package static func tree(_ file: SourceFile) -> Result<String, Failure> {
        readable(file).map { $0.map { NodeOutline.text(of: $0) } ?? "" }
    }

    private static func readable(_ file: SourceFile) -> Result<NodeTree?, Failure> {
        var diagnostics = Diagnostics()
        let tree = YAMLLoader.load(file, .everything, &diagnostics)
        return diagnostics.hasErrors ? .failure(Failure(diagnostics: diagnostics)) : .success(tree)
    }
}
