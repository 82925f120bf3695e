import ArgumentParser
import RulesEngine

/// `explore people set NAME FIELD=VALUE…`.
struct PeopleSet: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Correct or change what is known about somebody.",
        discussion: """
            With --since DATE the new value holds from that day on and the old one before it; without, it takes the old
            one's place. FIELD= without a value says that it is not known. The name me means yourself.

            Examples:
              explore people set Ana level=executive --since 2026-11-15 --log Examples/sam.yaml --dry-run
              explore people set me state=Texas --log Examples/sam.yaml --dry-run
            """)

    @Argument(parsing: .allUnrecognized, help: "The name, and FIELD=VALUE or --FIELD VALUE for what is to be changed.")
    var words: [String]
    @Option(help: "The day from which on it holds.")
    var since: String?
    @Flag(name: .customLong("new"), help: "Also add others who are named and not in the log yet.")
    var addsNew = false
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let moment = try since.map { try TypedTime(book.workspace).past([$0]) }
        let changed = try RecordEditor(book, kind: RecordNames.person).set(words, since: moment, addsNew: addsNew)
        try changed.record(in: book, isJSON: format.format == .json, console)
        return .inOrder
    }
}
