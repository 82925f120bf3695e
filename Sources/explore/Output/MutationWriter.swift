import RulesEngine

/// Writes what the examples of a pack leave open.
struct MutationWriter {
    let pack: String
    let format: ReportFormat

    /// A question for each wrong rule that no example noticed, and a line of counts.
    func show(_ scores: [MutationRunner.Score], _ console: Console) {
        if format == .json {
            for score in scores { console.line(json(score)) }
            return
        }
        for score in scores { show(score, console) }
        let killed = scores.reduce(0) { $0 + $1.killed }
        let survivors = scores.reduce(0) { $0 + $1.survivors.count }
        let equivalent = scores.reduce(0) { $0 + $1.equivalent }
        let percent = killed + survivors == 0 ? 100 : killed * 100 / (killed + survivors)
        console.line(
            "\(pack): \(percent) % of \(killed + survivors) wrong rules are noticed; \(equivalent) more mean the same.")
    }

    private func show(_ score: MutationRunner.Score, _ console: Console) {
        for survivor in score.survivors {
            console.line("\(score.rule): \(survivor.question)")
            console.line(
                "  No example says. The rule as written gives '\(survivor.verdict.word)' here, not '\(survivor.mistaken.word)':"
            )
            console.line()
            console.write(survivor.example)
            console.line()
        }
    }

    private func json(_ score: MutationRunner.Score) -> String {
        let survivors = score.survivors.map { survivor -> JSONLine.Value in
            .object([
                ("question", .text(survivor.question)), ("example", .text(survivor.example)),
                ("verdict", .text(survivor.verdict.word)), ("mistaken", .text(survivor.mistaken.word)),
            ])
        }
        return JSONLine([
            ("rule", .text(score.rule)), ("killed", .number(Int64(score.killed))),
            ("equivalent", .number(Int64(score.equivalent))), ("percent", .number(Int64(score.percent))),
            ("survivors", .list(survivors)),
        ]).text
    }
}
