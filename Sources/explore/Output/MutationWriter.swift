import RulesEngine

/// Writes what the examples of a pack leave open.
struct MutationWriter {
    let pack: String
    let format: ReportFormat
    /// Whether the examples are written into the pack, so that the screen need not show them.
    let isAdding: Bool

    /// A question for each wrong rule that no example noticed, and a line of counts.
    func show(_ scores: [MutationRunner.Score], _ console: Console) {
        if format == .json {
            for score in scores { console.line(json(score)) }
            return
        }
        for score in scores { show(score, console) }
        let killed = scores.reduce(0) { $0 + $1.killed }
        let unnoticed = scores.reduce(0) { $0 + $1.unnoticed }
        let equivalent = scores.reduce(0) { $0 + $1.equivalents.count }
        let percent = MutationRunner.Score.percent(of: killed, beside: unnoticed)
        console.line(
            "\(pack): \(percent) % of \(killed + unnoticed) wrong rules are noticed; \(equivalent) more mean the same.")
    }

    private func show(_ score: MutationRunner.Score, _ console: Console) {
        showOpen(score, console)
        for (place, survivor) in score.survivors.enumerated() {
            for question in survivor.questions { console.line("\(score.rule): \(question)") }
            let verdicts = [survivor.verdicts, survivor.mistaken].map { $0.map(\.word).joined(separator: ", ") }
            show(survivor, verdicts, of: score.rule, console)
            guard !isAdding else { continue }
            console.line()
            console.write((place == 0 ? survivor.heading : "") + survivor.example)
            console.line()
        }
    }

    /// What nothing that was tried could settle.
    private func showOpen(_ score: MutationRunner.Score, _ console: Console) {
        if let number = score.tooMany {
            console.line(
                "\(score.rule): The rule counts up to \(number), and examples are made for numbers up to"
                    + " \(MutationRunner.Score.most): nobody would read a longer one. To have the rest of the rule tried,"
                    + " give it a lower number for a while.")
        }
        if !score.unseen.isEmpty {
            let words = score.unseen.map { "'\($0.word)'" }.joined(separator: " or ")
            let open = score.undecided.isEmpty ? "." : "; till then these questions are open:"
            console.line(
                "\(score.rule): No example comes out as \(words), and none was found. Write one by hand\(open)")
        } else if !score.undecided.isEmpty {
            console.line(
                "\(score.rule): These questions are open: no example was found in which the answer matters. Write one by"
                    + " hand, if there is one:")
        }
        for question in score.undecided { console.line("  \(question)") }
    }

    private func show(
        _ survivor: MutationRunner.Survivor, _ verdicts: [String], of rule: String, _ console: Console
    ) {
        let colon = isAdding ? "." : ":"
        if survivor.questions.isEmpty {
            let what =
                isAdding
                ? "No example came out as '\(verdicts[0])'; one was added."
                : "No example comes out as '\(verdicts[0])'. This one does:"
            return console.line("\(rule): \(what)")
        }
        let start = isAdding ? "  Added: the" : "  No example says. The"
        console.line("\(start) rule as written gives '\(verdicts[0])' here, not '\(verdicts[1])'\(colon)")
    }

    private func json(_ score: MutationRunner.Score) -> String {
        let survivors = score.survivors.map { survivor -> JSONLine.Value in
            .object([
                ("questions", .list(survivor.questions.map { .text($0) })), ("example", .text(survivor.example)),
                ("verdicts", .list(survivor.verdicts.map { .text($0.word) })),
                ("mistaken", .list(survivor.mistaken.map { .text($0.word) })),
            ])
        }
        return JSONLine([
            ("rule", .text(score.rule)), ("killed", .number(Int64(score.killed))),
            ("unnoticed", .number(Int64(score.unnoticed))),
            ("unseen", .list(score.unseen.map { .text($0.word) })),
            ("undecided", .list(score.undecided.map { .text($0) })),
            ("equivalent", .list(score.equivalents.map { .text($0) })), ("percent", .number(Int64(score.percent))),
            ("survivors", .list(survivors)),
        ]).text
    }
}
