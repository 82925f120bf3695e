import ArgumentParser
import RulesEngine

/// The options that name a card.
struct CardOptions: ParsableArguments {
    @Option(help: "Name the card by a rule instead of its number.")
    var rule: String?
    @Option(help: "With --rule: only the card about this person.")
    var person: String?
    @Option(help: "How many cards a day bears, as given to explore today.")
    var budget = 3
}

/// Finds the card somebody means among those that `today` shows at this moment.
struct CardPicker {
    private let workspace: Workspace
    private let options: CardOptions
    private let cards: [Card]

    init(_ workspace: Workspace, _ options: CardOptions, _ console: Console) throws {
        self.workspace = workspace
        self.options = options
        let evaluated = try workspace.evaluate(console)
        let agenda = AgendaMaker(budget: options.budget).agenda(of: evaluated, decisions: workspace.document.decisions)
        cards = agenda.cards + agenda.heldBack
    }

    /// The card of a number, or, without one, the only card of the rule and person that were named.
    func card(_ number: Int?) throws -> Card {
        if let number { return try card(numbered: number) }
        guard let rule = options.rule else {
            throw CommandFailure(
                "it does not say which card", help: "begin with its number in: explore today", status: .wrongUsage)
        }
        let name = try options.person.map { try People(workspace.document).find($0) }
        let rules = Set(try rule.rules(in: workspace.rules).map(\.id))
        let found = cards.enumerated().filter { card in
            card.element.rules.contains(where: rules.contains) && (name == nil || card.element.person == name)
        }
        if found.count == 1 { return found[0].element }
        throw found.isEmpty ? nothing(rule, name) : several(found)
    }

    private func card(numbered number: Int) throws -> Card {
        if options.rule != nil {
            throw CommandFailure(
                "it names a card twice", help: "give the number or --rule, not both", status: .wrongUsage)
        }
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

extension String {
    /// The rules of this id or last part of one; the nearest is offered when there is none.
    fileprivate func rules(in set: RuleSet) throws -> [Rule] {
        let found = set.rules(named: self)
        if !found.isEmpty { return found }
        let nearest = set.nearestRule(to: self)
        throw CommandFailure("there is no rule called '\(self)'", help: nearest.map { "did you mean '\($0)'?" } ?? "")
    }
}
