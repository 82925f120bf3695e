import ArgumentParser
import Checklists
import RulesEngine

/// `explore pack stats`.
struct PackStats: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what the packs in use hold.",
        discussion: """
            With --mutation, the examples of every pack are also held against rules that are subtly wrong; that takes some
            seconds.

            Examples:
              explore pack stats
              explore pack stats --pack Examples/north-campus --format json
            """)

    @Flag(help: "Also count how many rules that are subtly wrong the examples notice.")
    var mutation = false
    @OptionGroup var rules: RuleOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let rules = try Workspace.rules(rules, time, console, withExamples: true)
        let counts = PackStatistics(rules)
        var diagnostics = Diagnostics()
        let advice = AdviceKit.load(rules, &diagnostics).advice
        let scores = mutation ? MutationRunner(rules: rules, zones: PackUnderWork.zones).sums() : []
        if format.format == .json {
            console.line(json(counts, advice, scores))
        } else {
            show(counts, advice, console)
            show(scores, console)
        }
        return .inOrder
    }

    private func show(_ scores: [MutationRunner.Sum], _ console: Console) {
        guard !scores.isEmpty else { return }
        let killed = scores.reduce(0) { $0 + $1.killed }
        let survivors = scores.reduce(0) { $0 + $1.survivors }
        console.line("Wrong rules: \(killed + survivors), of which \(survivors) are not noticed")
        for score in scores {
            console.line(
                "  \(score.pack): \(score.killed) of \(score.killed + score.survivors) noticed (\(score.percent) %), "
                    + "\(score.equivalents) more mean the same")
        }
    }

    private func show(_ counts: PackStatistics, _ advice: AdviceList, _ console: Console) {
        let rules = counts.packs.reduce(0) { $0 + $1.rules }
        let examples = counts.packs.reduce(0) { $0 + $1.examples }
        console.line("Packs: \(counts.packs.count)")
        for pack in counts.packs {
            console.line("  \(pack.id): \(counted(pack.rules, "rule")), \(counted(pack.examples, "example"))")
        }
        console.line(
            "Rules: \(rules), of which \(counts.inForce) in force, \(counts.resting) resting, \(counts.changed) changed"
        )
        console.line("  " + counts.strengths.map { "\($0.word): \($0.rules)" }.joined(separator: ", "))
        console.line("  without a source, a reason or an example: \(counts.unfinished)")
        console.line("Examples: \(examples)")
        console.line("Shapes: \(counts.shapes.count)")
        for shape in counts.shapes {
            let packs = shape.packs.map { "\($0.id) \($0.rules)" }.joined(separator: ", ")
            console.line("  \(shape.name): \(counted(shape.rules, "rule"))" + (packs.isEmpty ? "" : " (\(packs))"))
        }
        console.line("Advice cited: \(counts.adviceCited) pieces, from \(counts.worksCited) works")
        console.line(
            "Advice listed: \(advice.pieces.count) pieces, \(advice.exceptions.count) of which nothing encodes")
        console.line("Disputes: \(counts.disputes)")
        console.line("Vocabulary: \(counts.kinds) kinds of activity, \(counts.fields) fields")
        console.line("Mistakes that are explained: \(counts.diagnostics) kinds, each with a page")
    }

    private func json(_ counts: PackStatistics, _ advice: AdviceList, _ scores: [MutationRunner.Sum]) -> String {
        let sums = scores.map { score -> JSONLine.Value in
            .object([
                ("id", .text(score.pack)), ("killed", number(score.killed)), ("survivors", number(score.survivors)),
                ("equivalent", number(score.equivalents)),
            ])
        }
        return JSONLine([
            (
                "packs",
                .list(
                    counts.packs.map {
                        .object([("id", .text($0.id)), ("rules", number($0.rules)), ("examples", number($0.examples))])
                    })
            ),
            (
                "shapes",
                .list(
                    counts.shapes.map { shape in
                        .object([
                            ("name", .text(shape.name)), ("rules", number(shape.rules)),
                            ("packs", .object(shape.packs.map { ($0.id, number($0.rules)) })),
                        ])
                    })
            ),
            ("strengths", .object(counts.strengths.map { ($0.word, number($0.rules)) })),
            ("in_force", number(counts.inForce)), ("resting", number(counts.resting)),
            ("changed", number(counts.changed)), ("unfinished", number(counts.unfinished)),
            ("advice_cited", number(counts.adviceCited)), ("works_cited", number(counts.worksCited)),
            ("advice_listed", number(advice.pieces.count)), ("advice_excepted", number(advice.exceptions.count)),
            ("disputes", number(counts.disputes)), ("kinds", number(counts.kinds)), ("fields", number(counts.fields)),
            ("diagnostics", number(counts.diagnostics)), ("mutation", .list(sums)),
        ]).text
    }

    private func number(_ count: Int) -> JSONLine.Value { .number(Int64(count)) }
}
