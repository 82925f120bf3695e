import ArgumentParser
import RulesEngine

/// `explore people add NAME`.
struct PeopleAdd: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add somebody to the log.",
        discussion: """
            Examples:
              explore people add 'Ana Ruiz' --level senior --organization 'Delta Logistics'
              explore people add Zoe Park relation=alum
            """)

    @Argument(parsing: .allUnrecognized, help: "The name, and FIELD=VALUE or --FIELD VALUE for what you know.")
    var words: [String]
    @Flag(name: .customLong("new"), help: "Also add others who are named and not in the log yet.")
    var addsNew = false
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let changed = try RecordEditor(book, kind: RecordNames.person).add(words, addsNew: addsNew)
        try changed.record(in: book, isJSON: format.format == .json, console)
        return .inOrder
    }
}
