import ArgumentParser
import RulesEngine

/// `explore snooze NUMBER WHEN`.
struct Snooze: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a card of today away until later.",
        discussion: """
            Examples:
              explore snooze 1 tomorrow 9:00 --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
              explore snooze --rule thank-you-within-a-day --person Ana in 2 days --log Examples/sam.yaml \
            --now '2026-11-20 18:00' --dry-run
            """)

    @Argument(help: "The card's number as explore today shows it, unless --rule names it; then until when.")
    var words: [String]
    @OptionGroup var choice: CardOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let number = choice.rule == nil ? words.first.flatMap(Int.init) : nil
        let card = try CardPicker(book.workspace, budget: choice.budget, console).card(number, choice)
        let until = try TypedTime(book.workspace).future(Array(words.dropFirst(number == nil ? 0 : 1)))
        let decided = Decided(
            card: card, action: .snoozed(until: until), workspace: book.workspace, isTrial: book.isTrial)
        try book.record(decided.changes)
        decided.show(isJSON: format.format == .json, console)
        return .inOrder
    }
}
