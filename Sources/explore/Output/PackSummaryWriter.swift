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
        if !words.isEmpty { lines.append("  adds words: " + words.joined(separator: ", ")) }
        lines += manifest.overrides.map { "  changes \($0.rule.text): \($0.because)" }
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

    /// How its own examples come out.
    private var results: (all: Int, failed: Int) {
        var ignored = Diagnostics()
        let runner = ExampleRunner(rules: candidate.rules, zones: PackUnderWork.zones)
        let results = runner.run(candidate.pack, &ignored)
        return (results.count, results.count { !$0.passed })
    }

    private var examples: String {
        let (all, failed) = results
        let count = "\(all) example\(all == 1 ? "" : "s")"
        return all == 0
            ? "no examples" : failed == 0 ? "\(count), all as expected" : "\(count), \(failed) not as expected"
    }

    /// The kinds of activity it adds.
    private var words: [String] {
        let kinds = candidate.rules.vocabulary.kinds.filter {
            $0.declared.file.name.hasSuffix(candidate.pack.name + "/vocabulary.yaml")
        }
        return kinds.map(\.name)
    }

    private func json(_ isTrial: Bool) -> String {
        let (all, failed) = results
        return JSONLine([
            ("pack", .text(manifest.id)), ("version", .text(manifest.version)), ("title", .text(manifest.title)),
            ("source", .text(candidate.record.source)),
            ("revision", candidate.record.revision.map { .text($0) } ?? .none),
            ("sha256", .text(candidate.record.digest.description)),
            ("rules", .number(Int64(candidate.pack.rules.count))),
            ("examples", .number(Int64(all))), ("examples_failed", .number(Int64(failed))),
            ("words", .list(words.map { .text($0) })),
            ("changes", .list(manifest.overrides.map { .text($0.rule.text) })),
            ("installed", .flag(!isTrial)),
        ]).text
    }
}
