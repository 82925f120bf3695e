import ArgumentParser
import RulesEngine

/// The commands about the people of the log.
struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List the people you know, and write down what you know about them.",
        discussion: """
            Examples:
              explore people --log Examples/sam.yaml
              explore people ana --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore people add 'Ana Ruiz' --level senior --relation stranger
            """,
        subcommands: [PeopleList.self, PeopleShow.self, PeopleAdd.self, PeopleSet.self, PeopleArchive.self],
        defaultSubcommand: PeopleList.self)
}

/// The kinds of record that have commands of their own.
enum RecordNames {
    static let person = "person"
    static let path = "path"
    /// Stands for the person who keeps the log.
    static let me = "me"
}
