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
        let unnoticed = scores.reduce(0) { $0 + $1.unnoticed }
        let equivalent = scores.reduce(0) { $0 + $1.equivalents.count }
        let percent = MutationRunner.Score.percent(of: killed, beside: unnoticed)
        console.line(
            "\(pack): \(percent) % of \(killed + unnoticed) wrong rules are noticed; \(equivalent) more mean the same.")
    }

    private func show(_ score: MutationRunner.Score, _ console: Console) {
        for (place, survivor) in score.survivors.enumerated() {
            for question in survivor.questions { console.line("\(score.rule): \(question)") }
            let verdicts = [survivor.verdicts, survivor.mistaken].map { $0.map(\.word).joined(separator: ", ") }
            console.line(
                survivor.questions.isEmpty
                    ? "\(score.rule): No example comes out as '\(verdicts[0])'. This one does:"
                    : "  No example says. The rule as written gives '\(verdicts[0])' here, not '\(verdicts[1])':")
            console.line()
            console.write((place == 0 ? survivor.heading : "") + survivor.example)
            console.line()
        }
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
            ("equivalent", .list(score.equivalents.map { .text($0) })), ("percent", .number(Int64(score.percent))),
            ("survivors", .list(survivors)),
        ]).text
    }
}
