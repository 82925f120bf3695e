import RulesEngine

/// Reads a small sample of settings, so that the pages about single values have something to read.
///
/// A sample is a rule, or a list of rules, with a few settings of every type.
package enum SampleReading {
    private enum Strength: String, CaseIterable {
        case must, should, consider
    }

    private static let keys = ["id", "title", "strength", "count", "share", "restart", "advice", "words"]

    /// Loads a file and reads it as sample rules; gives everything that was found wrong.
    package static func diagnostics(of file: SourceFile) -> Diagnostics {
        var diagnostics = Diagnostics()
        guard let root = YAMLLoader.load(file, &diagnostics)?.root, root.kind != .scalar else { return diagnostics }
        for node in root.kind == .sequence ? root.items : [root] { read(node, &diagnostics) }
        return diagnostics
    }

    private static func read(_ node: Node, _ diagnostics: inout Diagnostics) {
        guard let rule = KeyedNode(node, of: "a rule", keys: keys, &diagnostics) else { return }
        _ = rule.required("title", &diagnostics)?.readText("the title", &diagnostics)
        _ = rule["id"]?.readText("the id", &diagnostics)
        _ = rule["strength"]?.readChoice("strength", as: Strength.self, &diagnostics)
        _ = rule["count"]?.readWholeNumber("the count", in: 1...100, &diagnostics)
        _ = rule["share"]?.readNumber("the share", in: 0...1, &diagnostics)
        _ = rule["restart"]?.readYesNo("restart", &diagnostics)
        _ = rule["advice"]?.readList("advice", &diagnostics)
        _ = rule["words"]?.readWords("words", &diagnostics)
    }
}
