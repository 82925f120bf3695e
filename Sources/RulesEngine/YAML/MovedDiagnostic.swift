extension Diagnostic {
    /// The same diagnostic about another place, as a whole: its notes and its repair are left out.
    func moved(to range: SourceRange) -> Diagnostic {
        Diagnostic(code, severity, message, at: range, label: label, help: help, rule: rule)
    }
}

extension Diagnostic {
    /// Whether two diagnostics are about some of the same bytes.
    func overlaps(_ other: Diagnostic) -> Bool {
        guard let mine = range?.bytes, let others = other.range?.bytes else { return false }
        return mine.overlaps(others)
    }
}
