import ArgumentParser
import RulesEngine

/// How findings are written.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, sarif, github
}

/// Writes findings for other programs.
enum FindingsWriter {
    /// All findings in one of the machine formats; `text` is the renderer's business and gives nothing here.
    static func text(_ findings: [Diagnostic], as format: FindingsFormat) -> String {
        switch format {
        case .text: ""
        case .json: findings.map { DiagnosticJSON.text(of: $0) + "\n" }.joined()
        case .sarif: sarif(findings) + "\n"
        case .github: findings.map { github($0) + "\n" }.joined()
        }
    }

    /// A workflow command of GitHub Actions: `::warning file=…,line=…,col=…,title=…::message`.
    private static func github(_ finding: Diagnostic) -> String {
        let level =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .suggestion, .note: "notice"
            }
        var place = ""
        if let range = finding.range {
            place = " file=\(property(range.file.name)),line=\(range.start.line),col=\(range.start.column)"
        }
        return
            "::\(level)\(place)\(place.isEmpty ? " " : ",")title=\(property(finding.name))::\(message(finding.message))"
    }

    private static func message(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    // MARK: SARIF 2.1.0

    private static func sarif(_ findings: [Diagnostic]) -> String {
        let rules = Set(findings.map(\.name)).sorted()
        let driver: JSONLine.Value = .object([
            ("name", .text("explore")), ("version", .text(Explore.configuration.version)),
            ("rules", .list(rules.map { .object([("id", .text($0))]) })),
        ])
        let run: JSONLine.Value = .object([
            ("tool", .object([("driver", driver)])), ("columnKind", .text("unicodeCodePoints")),
            ("results", .list(findings.map(result))),
        ])
        return JSONLine([
            ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .text("2.1.0")),
            ("runs", .list([run])),
        ]).text
    }

    private static func result(_ finding: Diagnostic) -> JSONLine.Value {
        let level =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .suggestion, .note: "note"
            }
        return .object([
            ("ruleId", .text(finding.name)), ("level", .text(level)),
            ("message", .object([("text", .text(finding.message))])),
            ("locations", .list(finding.range.map { [location($0)] } ?? [])),
        ])
    }

    private static func location(_ range: SourceRange) -> JSONLine.Value {
        let region: JSONLine.Value = .object([
            ("startLine", .number(Int64(range.start.line))), ("startColumn", .number(Int64(range.start.column))),
            ("endLine", .number(Int64(range.end.line))), ("endColumn", .number(Int64(range.end.column))),
        ])
        let file: JSONLine.Value = .object([("uri", .text(range.file.name))])
        return .object([("physicalLocation", .object([("artifactLocation", file), ("region", region)]))])
    }
}
