import ArgumentParser
import RulesEngine

/// How findings are written.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, sarif, github
}

/// Writes findings for other programs.
enum FindingsWriter {
    /// All findings in one of the machine formats; `text` is the renderer's business and gives nothing here.
    static func text(_ findings: [Diagnostic], as format: FindingsFormat, _ rules: RuleSet) -> String {
        let findings = Diagnostics(findings).sorted()
        return switch format {
        case .text: ""
        case .json: findings.map { DiagnosticJSON.text(of: $0) + "\n" }.joined()
        case .sarif: sarif(findings, rules) + "\n"
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
            "::\(level)\(place)\(place.isEmpty ? " " : ",")title=\(property(finding.name))::\(message(words(finding)))"
    }

    /// What is wrong, and what to do about it.
    private static func words(_ finding: Diagnostic) -> String {
        finding.help.map { finding.message + "\n" + $0 } ?? finding.message
    }

    private static func message(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    // MARK: SARIF 2.1.0

    private static func sarif(_ findings: [Diagnostic], _ rules: RuleSet) -> String {
        let named = Set(findings.map(\.name)).sorted()
        let driver: JSONLine.Value = .object([
            ("name", .text("explore")), ("version", .text(Explore.configuration.version)),
            ("rules", .list(named.map { descriptor($0, rules) })),
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

    /// What SARIF calls a reporting descriptor: the rule's title, its reason and where the advice comes from.
    private static func descriptor(_ id: String, _ rules: RuleSet) -> JSONLine.Value {
        guard let rule = rules.rules.first(where: { $0.id == id }) else { return .object([("id", .text(id))]) }
        let reasons = [rule.because, rule.source.map { "Source: " + $0.text } ?? ""].filter { !$0.isEmpty }
        return .object([
            ("id", .text(id)), ("shortDescription", .object([("text", .text(rule.title))])),
            ("fullDescription", .object([("text", .text(rule.sentence(in: rules.vocabulary)))])),
            ("help", .object([("text", .text(reasons.joined(separator: "\n")))])),
        ])
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
            ("message", .object([("text", .text(words(finding)))])),
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
