extension RuleReader {
    /// A path written as a value, such as `check: length`.
    mutating func path(_ value: Node, about kinds: [KindID]) -> FieldPath? {
        var reader = ConditionReader(vocabulary: vocabulary, kinds: kinds, literals: literals, diagnostics: diagnostics)
        let path = reader.path(value.text, at: value)
        diagnostics = reader.diagnostics
        return path
    }

    /// A value compared with a field.
    mutating func value(_ node: Node, for path: FieldPath) -> Value? { value(node.text, at: node, for: path) }

    /// A text compared with a field, as its type reads it.
    mutating func value(_ text: String, at node: Node, for path: FieldPath) -> Value? {
        switch LiteralReader.read(text, as: vocabulary[path.field].type.element, &literals) {
        case .success(let value): return value
        case .failure(let problem):
            diagnostics.report(.valueProblem(problem, with: text, for: vocabulary[path.field], at: node.range))
            return nil
        }
    }
}
