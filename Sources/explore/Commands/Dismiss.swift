import ArgumentParser
import RulesEngine

/// `explore dismiss NUMBER --because REASON`.
struct Dismiss: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a card of today away for good, with a reason.",
        discussion: """
            A warning about something that cannot be mended needs no reason: dismissing it says that you have seen it.

            Examples:
              explore dismiss 1 --because 'thanked in person' --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
              explore dismiss --rule thank-you-within-a-day --person Ana --because 'thanked in person' \
            --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
            """)

    @Argument(help: "The card's number as explore today shows it; leave it out with --rule.")
    var number: Int?
    @Option(help: "Why it is not for you.")
    var because: String?
    @OptionGroup var choice: CardOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let card = try CardPicker(book.workspace, budget: choice.budget, console).card(number, choice)
        let action = try action(for: card, console)
        let decided = Decided(card: card, action: action, workspace: book.workspace, isTrial: book.isTrial)
        try book.record(decided.changes)
        decided.show(isJSON: format.format == .json, console)
        return .inOrder
    }

    private func action(for card: Card, _ console: Console) throws -> Decision.Action {
        if let because, !because.allSatisfy(\.isWhitespace) { return .dismissed(because: because) }
        if card.kind == .notice { return .acknowledged }
        let reasons = card.dismissReasons.map { "'\($0)'" }.joined(separator: ", ")
        let examples = reasons.isEmpty ? "" : " Often: \(reasons)"
        if let typed = Question(console).ask("Why is “\(card.headline)” not for you?\(examples) ") {
            return .dismissed(because: typed)
        }
        throw CommandFailure("dismissing needs a reason", help: "add --because 'REASON'.\(examples)")
    }
}
