import RulesEngine

/// Says what a pack is and brings, before it is installed.
struct PackSummaryWriter {
    let candidate: PackIntake.Candidate
    let format: ReportFormat

    private var manifest: Manifest { candidate.pack.manifest }

    /// The summary and what was done, or would be.
    func text(isTrial: Bool) -> String {
        if format == .json { return json(isTrial) + "\n" }
        let result = candidate.record.isOffered ? "It is on." : "Installed."
        let done =
            isTrial ? "Nothing was installed." : "\(result) Read it aloud with: explore pack explain \(manifest.id)"
        return (lines + [done]).map { $0 + "\n" }.joined()
    }

    private var lines: [String] {
        var lines = ["\(manifest.id) \(manifest.version): \(manifest.title)"]
        let about = [
            manifest.publisher.isEmpty ? nil : "by \(manifest.publisher)",
            manifest.licence.isEmpty ? nil : "licence \(manifest.licence)",
            manifest.reviewBy.map { "to be read again by \($0)" },
        ].compactMap { $0 }
        if !about.isEmpty { lines.append("  " + about.joined(separator: ", ")) }
        lines.append("  \(rules); \(examples)")
        lines += failed.map { "    not as expected: \($0.rule), '\($0.example)'" }
        if !words.isEmpty { lines.append("  adds words: " + words.joined(separator: ", ")) }
        lines += manifest.overrides.map { "  " + OverrideText($0, in: candidate.rules).sentence }
        lines += manifest.positions.map { "  takes a side in \($0.dispute.text): \($0.position.text)" }
        return lines
    }

    private var rules: String {
        let count = candidate.pack.rules.count
        let strengths = Rule.Strength.allCases.reversed().compactMap { strength -> String? in
            let number = candidate.pack.rules.count { $0.strength == strength }
            return number == 0 ? nil : "\(number) \(strength.rawValue)"
        }
        let detail = strengths.isEmpty ? "" : " (\(strengths.joined(separator: ", ")))"
        return "\(count) rule\(count == 1 ? "" : "s")\(detail)"
    }

    /// The examples that come out otherwise than they say.
    private var failed: [ExampleRunner.Result] { candidate.results.filter { !$0.passed } }

    private var examples: String {
        let count = counted(candidate.results.count, "example")
        guard !candidate.results.isEmpty else { return "no examples" }
        return count + (failed.isEmpty ? ", all as expected" : ", \(failed.count) not as expected")
    }

    /// The kinds of activity it adds.
    private var words: [String] {
        let kinds = candidate.rules.vocabulary.kinds.filter {
            $0.declared.file.name.hasSuffix(candidate.pack.name + "/vocabulary.yaml")
        }
        return kinds.map(\.name)
    }

    private func json(_ isTrial: Bool) -> String {
        JSONLine([
            ("pack", .text(manifest.id)), ("version", .text(manifest.version)), ("title", .text(manifest.title)),
            ("source", .text(candidate.record.source)),
            ("revision", candidate.record.revision.map { .text($0) } ?? .none),
            ("sha256", .text(candidate.record.digest.description)),
            ("rules", .number(Int64(candidate.pack.rules.count))),
            ("examples", .number(Int64(candidate.results.count))), ("examples_failed", .number(Int64(failed.count))),
            ("failed", .list(failed.map { .object([("rule", .text($0.rule)), ("example", .text($0.example))]) })),
            ("words", .list(words.map { .text($0) })),
            ("changes", .list(manifest.overrides.map { .text($0.rule.text) })),
            ("installed", .flag(!isTrial)),
        ]).text
    }
}
