import ArgumentParser
import RulesEngine

/// `explore dismiss NUMBER because REASON`.
struct Dismiss: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a card of today away for good, with a reason.",
        discussion: """
            A warning about something that cannot be mended needs no reason: dismissing it says that you have seen it.

            Examples:
              explore dismiss 1 because they knew nobody --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
              explore dismiss --rule thank-you-within-a-day --person Ana --because 'thanked in person' \
            --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
            """)

    @Argument(help: "The card's number as explore today shows it, unless --rule names it; then why not.")
    var words: [String] = []
    @Option(help: "Why it is not for you, where --rule names the card or the reason looks like an option.")
    var because: String?
    @OptionGroup var choice: CardOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let number = words.first.flatMap(Int.init)
        let card = try CardPicker(book.workspace, budget: choice.budget, console).card(number, choice)
        let action = try action(for: card, reason(Array(words.dropFirst(number == nil ? 0 : 1))), console)
        let decided = Decided(card: card, action: action, workspace: book.workspace, isTrial: book.isTrial)
        try book.record(decided.changes)
        decided.show(isJSON: format.format == .json, console)
        return .inOrder
    }

    /// The reason that was given, with or without `because` before it; nil when there is none.
    private func reason(_ typed: [String]) throws -> String? {
        let words = typed.first?.lowercased() == "because" ? Array(typed.dropFirst()) : typed
        let reasons = [words.joined(separator: " "), because ?? ""].filter { !$0.allSatisfy(\.isWhitespace) }
        guard reasons.count < 2 else { throw CommandFailure("it gives two reasons", help: "write one of them") }
        return reasons.first
    }

    private func action(for card: Card, _ reason: String?, _ console: Console) throws -> Decision.Action {
        if let reason { return .dismissed(because: reason) }
        if card.kind == .notice { return .acknowledged }
        let reasons = card.dismissReasons.map { "'\($0)'" }.joined(separator: ", ")
        let examples = reasons.isEmpty ? "" : " Often: \(reasons)"
        if let typed = Question(console).ask("Why is “\(card.headline)” not for you?\(examples) ") {
            return .dismissed(because: typed)
        }
        throw CommandFailure(
            "dismissing needs a reason", help: "write it behind the number: because REASON.\(examples)")
    }
}
