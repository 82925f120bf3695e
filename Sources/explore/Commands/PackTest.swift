import ArgumentParser
import RulesEngine

/// `explore pack test PACK`.
struct PackTest: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the examples of a pack with their fake clocks.",
        discussion: """
            Examples:
              explore pack test first-conversation
              explore pack test Examples/north-campus --all
            """)

    @OptionGroup var argument: PackArgument
    @Flag(help: "Name the examples that pass, too.")
    var all = false
    @Flag(help: "Also ask what no example says yet: hold the examples against rules that are subtly wrong.")
    var mutation = false
    @Flag(help: "Write the examples that --mutation proposes into the pack's files; read them afterwards.")
    var add = false
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let work = try PackUnderWork(argument, console)
        var diagnostics = work.diagnostics
        let runner = ExampleRunner(rules: work.rules, zones: PackUnderWork.zones)
        let results = work.pack.map { runner.run($0, &diagnostics) } ?? []
        try Report(console).stopOnErrors(diagnostics)
        if format.format == .json {
            for result in results { console.line(json(result)) }
        } else {
            show(results, console)
        }
        guard results.allSatisfy(\.passed) else { return .findings }
        return mutation || add ? mutate(work, console) : .inOrder
    }

    private func mutate(_ work: PackUnderWork, _ console: Console) -> ExitStatus {
        var diagnostics = Diagnostics()
        let runner = MutationRunner(rules: work.rules, zones: PackUnderWork.zones)
        let scores = work.pack.map { runner.run($0, &diagnostics) } ?? []
        MutationWriter(pack: argument.pack, format: format.format, isAdding: add).show(scores, console)
        if add {
            for line in ExampleInsertion.insert(scores.flatMap(\.survivors), pack: argument.pack) { console.line(line) }
        }
        return scores.allSatisfy { $0.survivors.isEmpty && $0.undecided.isEmpty } ? .inOrder : .findings
    }

    private func show(_ results: [ExampleRunner.Result], _ console: Console) {
        let renderer = DiagnosticRenderer(colour: console.usesColour)
        for result in results {
            if all, result.passed { console.line("ok    \(result.rule): \(result.example)") }
            if let problem = result.problem { console.write(renderer.render(problem) + "\n") }
        }
        let failed = results.count { !$0.passed }
        let rules = Set(results.map(\.rule)).count
        let passed = "\(results.count - failed) passed, \(failed) failed"
        console.line("\(argument.pack): \(passed), \(counted(rules, "rule")) with examples.")
    }

    private func json(_ result: ExampleRunner.Result) -> String {
        JSONLine([
            ("rule", .text(result.rule)), ("example", .text(result.example)), ("passed", .flag(result.passed)),
            ("expected", .list(result.expected.map { .text($0.word) })),
            ("actual", .list(result.actual.map { .text($0.word) })),
        ]).text
    }
}
