import ActivityLog
import ArgumentParser
import RulesEngine

/// `explore forget NAME`.
struct Forget: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Delete a person from the log for good.",
        discussion: """
            Their record, what was done with them alone and every mention of the name are deleted. This cannot be undone.

            Examples:
              explore forget 'Tom Baker' --log Examples/sam.yaml --dry-run
              explore forget Ana --log Examples/sam.yaml --dry-run --format json
            """)

    @Argument(help: "Whom to forget.", completion: .custom { Completions.people($0, $1, $2) })
    var name: [String]
    @Flag(help: "Do not ask.")
    var yes = false
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let person = try People(book.workspace.document).find(name.joined(separator: " "))
        let text = ForgetText(person: person, document: book.workspace.document)
        if change.dryRun {
            console.line(format.format == .json ? text.json(nil) : text.preview + "\nNothing was deleted.")
            return .inOrder
        }
        try confirm(text, console)
        let report = try book.database().forget(person: person)
        console.line(format.format == .json ? text.json(report) : text.done(report))
        return .inOrder
    }

    private func confirm(_ text: ForgetText, _ console: Console) throws {
        guard !yes else { return }
        let answer = Question(console).ask(text.preview + "\nThis cannot be undone. Delete it? (yes/no) ")
        guard answer?.lowercased() == "yes" || answer?.lowercased() == "y" else {
            throw CommandFailure(
                "nothing was deleted", help: answer == nil ? "to delete without being asked, add --yes" : "")
        }
    }
}
