import ArgumentParser
import RulesEngine

/// `explore plan NAME WHEN` and `explore plan FILE.yaml`.
struct Plan: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plan a meeting, or record the plan you have written.",
        discussion: """
            With --to a file is written that you can fill in and check with: explore lint FILE

            Examples:
              explore plan ana tue 10:00 20m format=phone --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
              explore plan Examples/plan-mended.yaml --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
            """)

    @Argument(
        parsing: .allUnrecognized, help: "A name, a day and time, a length, FIELD=VALUE; or a plan file.",
        completion: .custom { Completions.planWords($0, $1, $2) })
    var words: [String]
    @Option(help: "What is planned, when the vocabulary knows several things.")
    var kind: String?
    @Option(help: "Also write a plan file to start from. A file that is there already is left alone.")
    var to: String?
    @Flag(name: .customLong("new"), help: "Add people who are not in the log yet.")
    var addsNew = false
    @Flag(help: "Plan it although something with the same people is planned for that day.")
    var another = false
    @Option(help: "How to write the report: text or json. Any other value is a field of the plan.")
    var format: String?
    @OptionGroup var change: ChangeOptions

    func run(_ console: Console) throws -> ExitStatus {
        let typed = TypedWords(words, format: format)
        let book = try Logbook(change, console)
        let planner = Planner(book: book, console: console)
        let reading = try planner.reading(of: typed.words, kind: kind, addsNew: addsNew, another: another)
        if let to { try NewFile.refuseExisting(to) }
        let recording = try book.record(reading)
        typed.isJSON ? console.line(recording.json) : recording.show("Planned", console)
        if let to, !change.dryRun { try planner.write(recording.line, to: to) }
        return .inOrder
    }
}
