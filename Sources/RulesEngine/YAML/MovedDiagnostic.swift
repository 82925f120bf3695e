extension Diagnostic {
    /// The same diagnostic about another file whose bytes stand in the same places.
    func moved(to file: SourceFile) -> Diagnostic {
        func moved(_ range: SourceRange) -> SourceRange { SourceRange(file: file, bytes: range.bytes) }
        return Diagnostic(
            code, severity, message, at: range.map(moved), label: label,
            notes: notes.map { Note(range: moved($0.range), label: $0.label) }, help: help,
            fix: fix.map { Fix(range: moved($0.range), replacement: $0.replacement, title: $0.title) }, rule: rule)
    }
}

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
