import RulesEngine

/// Says how an installed pack changes, before it does.
struct RevisionWriter {
    let known: LockFile.Pack
    let candidate: PackIntake.Candidate
    let format: ReportFormat

    /// Whether the pack is now taken from another place.
    var isFromElsewhere: Bool { known.source != candidate.record.source }

    /// What to say when nothing changed, but perhaps the place it comes from.
    func unchanged(isTrial: Bool) -> String {
        if format == .json {
            return JSONLine([
                ("pack", .text(known.id)), ("version", .text(known.version)), ("changed", .flag(false)),
                ("source", .text(isTrial ? known.shownSource : candidate.record.source)),
            ]).text + "\n"
        }
        guard isFromElsewhere else { return "\(known.id) \(known.version): nothing has changed.\n" }
        return "\(known.id) \(known.version): nothing has changed but the place it comes from.\n" + source
            + (isTrial ? "Nothing was changed.\n" : "It is looked for there from now on.\n")
    }

    private var source: String {
        isFromElsewhere ? "  from \(candidate.record.source)\n  before: \(known.shownSource)\n" : ""
    }

    /// What changes, and whether it was done.
    func text(_ revision: PackRevision?, isWhole: Bool, isTaken: Bool, isTrial: Bool) -> String {
        if format == .json { return json(revision, isTaken) + "\n" }
        var parts = [head, source]
        if !isWhole { parts.append("  Its installed files were changed since they were installed.\n") }
        if known.files != candidate.record.files { parts.append(behaviour(revision)) }
        parts.append(closing(isTaken: isTaken, isTrial: isTrial))
        return parts.joined()
    }

    private var head: String {
        let version = candidate.record.version
        return known.version == version
            ? "\(known.id) \(version)\n" : "\(known.id) \(known.version) → \(version)\n"
    }

    private func closing(isTaken: Bool, isTrial: Bool) -> String {
        if isTaken { return "It was installed.\n" }
        if isTrial { return "Nothing was installed.\n" }
        return "Nothing was changed. To take it: explore pack update \(known.id) --accept\n"
    }

    // MARK: Behaviour

    private func behaviour(_ revision: PackRevision?) -> String {
        guard let revision else {
            return (["  How it behaves otherwise cannot be said.\n"] + list("Changed beside rules", files)).joined()
        }
        let diff = revision.diff
        var parts: [String] = []
        if let remark = diff.versionRemark { parts.append("  Note: \(remark).\n") }
        parts += list("Added", diff.added) + list("Left out", diff.removed)
        parts += list("Switched off", diff.rested) + list("Switched on", diff.woken)
        parts += list("New words", diff.newWords) + list("Words that are gone", diff.lostWords)
        parts += list("Changed beside rules", files)
        parts += diff.sentences.map {
            "  \($0.rule) reads differently\n    before: \($0.before)\n    now:    \($0.after)\n"
        }
        parts += diff.examples.map(example)
        if let comparison = diff.replay, !comparison.isEmpty {
            parts.append("  In your log, \(revision.days ?? 0) days:\n")
            parts.append(ComparisonWriter(comparison).lines.indented)
        }
        if !diff.changesVerdicts, diff.sentences.isEmpty {
            parts.append("  No verdict changes" + (revision.days == nil ? ".\n" : ", in your log neither.\n"))
        }
        return parts.joined()
    }

    private func list(_ title: String, _ things: [String]) -> [String] {
        things.isEmpty ? [] : ["  \(title): \(things.joined(separator: ", "))\n"]
    }

    /// The files that changed and hold no rules; the pack's own page changes with every version and counts without one.
    private var files: [String] {
        let (before, after) = (known.files, candidate.record.files)
        let paths = Set(before.keys).union(after.keys).filter { path in
            let isExpected = path == "pack.yaml" && known.version != candidate.record.version
            return before[path] != after[path] && !path.hasPrefix("rules/") && !isExpected
        }
        return paths.sorted().map { $0 + (before[$0] == nil ? " (new)" : after[$0] == nil ? " (gone)" : "") }
    }

    private func example(_ change: BehaviourDiff.ExampleChange) -> String {
        let words = { (statuses: [Verdict.Status]?) in
            statuses.map { "'" + $0.map(\.word).joined(separator: ", ") + "'" } ?? "no longer readable"
        }
        let which = change.isNew ? "the new example" : "the example"
        return
            "  \(change.rule): \(which) '\(change.example)' comes out as \(words(change.after)), not \(words(change.before))\n"
    }

    // MARK: JSON

    private func json(_ revision: PackRevision?, _ isTaken: Bool) -> String {
        let diff = revision?.diff
        let texts = { (texts: [String]?) in JSONLine.Value.list((texts ?? []).map { .text($0) }) }
        return JSONLine([
            ("pack", .text(known.id)), ("version", .text(candidate.record.version)), ("before", .text(known.version)),
            ("changed", .flag(true)), ("verdicts_change", diff.map { .flag($0.changesVerdicts) } ?? .none),
            ("note", diff?.versionRemark.map { .text($0) } ?? .none), ("added", texts(diff?.added)),
            ("left_out", texts(diff?.removed)), ("switched", texts(diff?.switched)),
            ("switched_off", texts(diff?.rested)), ("switched_on", texts(diff?.woken)),
            ("source", .text(candidate.record.source)),
            ("new_words", texts(diff?.newWords)), ("lost_words", texts(diff?.lostWords)), ("files", texts(files)),
            ("sentences", .list((diff?.sentences ?? []).map(value))),
            ("examples", .list((diff?.examples ?? []).map(value))),
            ("own_log", .list((diff?.replay).map { ComparisonWriter($0).values } ?? [])), ("installed", .flag(isTaken)),
        ]).text
    }

    private func value(_ change: BehaviourDiff.SentenceChange) -> JSONLine.Value {
        .object([("rule", .text(change.rule)), ("before", .text(change.before)), ("after", .text(change.after))])
    }

    private func value(_ change: BehaviourDiff.ExampleChange) -> JSONLine.Value {
        let words = { (statuses: [Verdict.Status]?) in
            statuses.map { JSONLine.Value.list($0.map { .text($0.word) }) } ?? .none
        }
        return .object([
            ("rule", .text(change.rule)), ("example", .text(change.example)), ("new", .flag(change.isNew)),
            ("before", words(change.before)), ("after", words(change.after)),
        ])
    }
}

extension String {
    /// Every line two blanks further in.
    fileprivate var indented: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }.joined(
            separator: "\n")
    }
}
