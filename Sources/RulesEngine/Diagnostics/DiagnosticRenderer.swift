/// Lays diagnostics out for people: headline, source line, caret, repair.
public struct DiagnosticRenderer: Sendable {
    /// Whether to use terminal colours.
    public var colour: Bool
    /// The most diagnostics shown; the rest are counted.
    public var limit: Int

    /// Makes a renderer; without arguments it writes plain text and shows twenty diagnostics.
    public init(colour: Bool = false, limit: Int = 20) {
        self.colour = colour
        self.limit = limit
    }

    /// All diagnostics in the order of the text, with a line that counts those not shown.
    public func render(all diagnostics: [Diagnostic]) -> String {
        var sorted = Diagnostics()
        for diagnostic in diagnostics { sorted.report(diagnostic) }
        var parts = sorted.sorted().prefix(limit).map(render)
        let hidden = diagnostics.count - parts.count
        if hidden > 0 { parts.append("… and \(hidden) more") }
        return parts.joined(separator: "\n\n")
    }

    /// One diagnostic, without a line break at its end.
    public func render(_ diagnostic: Diagnostic) -> String {
        var lines = [headline(diagnostic)]
        if let range = diagnostic.range, !isWholeFile(range) {
            lines += SourceExcerpt(of: diagnostic, at: range).lines.map { style($0.text, $0.role, diagnostic.severity) }
        }
        lines += help(diagnostic)
        return lines.joined(separator: "\n")
    }

    /// Whether a range is about a file as a whole, so that no line of it says anything.
    private func isWholeFile(_ range: SourceRange) -> Bool {
        range.bytes.isEmpty && range.bytes.lowerBound == 0
    }

    private func headline(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.range.map { range in
            let start = range.start
            return "\(SafeText.shown(range.file.name)):\(start.line):\(start.column): "
        }
        let severity = paint(diagnostic.severity.rawValue, Self.colour(of: diagnostic.severity))
        return "\(place ?? "")\(severity): \(SafeText.shown(diagnostic.message)) [\(diagnostic.name)]"
    }

    private func help(_ diagnostic: Diagnostic) -> [String] {
        guard let help = diagnostic.help ?? diagnostic.fix?.title else { return [] }
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.shown(String($0)) }
        return lines.enumerated().map {
            $0.offset == 0 ? " \(paint("help", "36")): \($0.element)" : "       \($0.element)"
        }
    }

    private func style(_ line: String, _ role: SourceExcerpt.Role, _ severity: Diagnostic.Severity) -> String {
        switch role {
        case .source: line
        case .primary: paint(line, Self.colour(of: severity))
        case .secondary: paint(line, "34")
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private static func colour(of severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "1;33"
        case .suggestion: "1;36"
        case .note: "1;34"
        }
    }
}
