import ArgumentParser
import RulesEngine

/// The options that name a card.
struct CardOptions: ParsableArguments {
    @Option(
        help: "Name the card by a rule instead of its number.", completion: .custom { Completions.rules($0, $1, $2) })
    var rule: String?
    @Option(help: "With --rule: only the card about this person.")
    var person: String?
    @Option(help: "How many cards a day bears, as given to explore today.")
    var budget = AgendaMaker.usualBudget
}

/// Finds the card somebody means among those that `today` shows at this moment.
struct CardPicker {
    private let workspace: Workspace
    private let cards: [Card]

    init(_ workspace: Workspace, budget: Int, _ console: Console) throws {
        self.workspace = workspace
        let evaluated = try workspace.evaluate(console)
        let agenda = AgendaMaker(budget: budget).agenda(of: evaluated, decisions: workspace.document.decisions)
        cards = agenda.cards + agenda.heldBack
    }

    /// The card of a number, or, without one, the only card of the rule and person that were named.
    func card(_ number: Int?, _ options: CardOptions) throws -> Card {
        if let number, options.rule != nil {
            throw CommandFailure(
                "card \(number) is named twice", help: "give the number or --rule, not both", status: .wrongUsage)
        }
        if let number { return try card(numbered: number) }
        guard let rule = options.rule else {
            throw CommandFailure(
                "it does not say which card", help: "begin with its number in: explore today", status: .wrongUsage)
        }
        let name = try options.person.map { try People(workspace.document).find($0) }
        let rules = Set(try workspace.rules.rulesCalled(rule).map(\.id))
        let found = cards.enumerated().filter { card in
            card.element.rules.contains(where: rules.contains) && (name == nil || card.element.person == name)
        }
        if found.count == 1 { return found[0].element }
        throw found.isEmpty ? nothing(rule, name) : several(found)
    }

    /// The card that `today --all` shows under a number.
    func card(numbered number: Int) throws -> Card {
        guard cards.indices.contains(number - 1) else {
            throw CommandFailure(
                cards.isEmpty ? "there is no card today" : "there is no card \(number): today has \(cards.count)",
                help: "see them with: explore today --all")
        }
        return cards[number - 1]
    }

    private func nothing(_ rule: String, _ name: String?) -> CommandFailure {
        CommandFailure(
            "today has no card of '\(rule)'" + (name.map { " about \($0)" } ?? ""),
            help: "see them with: explore today --all")
    }

    private func several(_ found: [(offset: Int, element: Card)]) -> CommandFailure {
        let lines = found.map { "\($0.offset + 1)  \($0.element.headline)" }.joined(separator: "\n")
        return CommandFailure("several cards could be meant", help: "give a number:\n" + lines)
    }
}
