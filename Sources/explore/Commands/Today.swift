import ArgumentParser
import RulesEngine

/// `explore today`.
struct Today: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what to do next, and why.",
        discussion: """
            At most three cards a day, and one for a person: what is more urgent comes first, and --all shows the rest.

            Examples:
              explore today --log Examples/sam.yaml --now '2026-11-20 18:00'
              explore today --log Examples/sam.yaml --now '2026-11-20 18:00' --all --points
            """)

    @OptionGroup var options: LogOptions
    @Flag(help: "Show the cards over the daily budget, too.")
    var all = false
    @Flag(help: "Show the points each card was ranked by.")
    var points = false
    @Option(help: "How many cards a day bears, 1 to 5.")
    var budget = AgendaMaker.usualBudget
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard (1...5).contains(budget) else { throw ValidationError("--budget is a number from 1 to 5") }
    }

    func run(_ console: Console) throws -> ExitStatus {
        let workspace = try Workspace(options, console)
        let evaluated = try workspace.evaluate(console)
        let agenda = AgendaMaker(budget: budget).agenda(of: evaluated, decisions: workspace.document.decisions)
        let cards = all ? agenda.cards + agenda.heldBack : agenda.cards
        let writer = CardWriter(zone: workspace.zone, now: workspace.now, showsPoints: points)
        if format.format == .json {
            for card in cards { console.line(writer.json(card)) }
        } else {
            show(cards, agenda, workspace, writer, console)
            let showings = AgendaMaker().showings(
                of: cards, in: evaluated, decisions: workspace.document.decisions)
            try LogSource(options.log, console).remember(showings, at: workspace.now, console)
        }
        return .inOrder
    }

    private func show(
        _ cards: [Card], _ agenda: Agenda, _ workspace: Workspace, _ writer: CardWriter, _ console: Console
    ) {
        console.line(workspace.zone.wallTime(at: workspace.now).spoken)
        console.line()
        for (place, card) in cards.enumerated() { console.line(writer.text(card, number: place + 1)) }
        console.line(closing(cards, agenda, workspace))
    }

    private func closing(_ cards: [Card], _ agenda: Agenda, _ workspace: Workspace) -> String {
        if let until = agenda.pausedUntil, !all { return paused(until, agenda.heldBack.count, workspace) }
        if workspace.document.activities.isEmpty { return "Nothing is logged yet. \(beginning(workspace))" }
        var rest: [String] = []
        if !all, !agenda.heldBack.isEmpty { rest.append("\(agenda.heldBack.count) held back: explore today --all") }
        if agenda.snoozed > 0 { rest.append("\(agenda.snoozed) snoozed") }
        if agenda.dismissed > 0 { rest.append("\(agenda.dismissed) put away") }
        if agenda.resting > 0 { rest.append("\(agenda.resting) shown lately") }
        if agenda.notYet > 0 { rest.append("\(agenda.notYet) not possible yet") }
        let first = cards.isEmpty ? "Nothing is due." : rest.isEmpty ? "Nothing else is due." : "That is it for today."
        let said = rest.isEmpty ? first : first + " (" + rest.joined(separator: " · ") + ")"
        return agenda.pausedUntil.map { "\(said)\n\(paused($0, 0, workspace))" } ?? said
    }

    /// What to type first: which path one wonders about, since everything else is asked about a path.
    private func beginning(_ workspace: Workspace) -> String {
        let path = workspace.document.records.first { $0.kind == RecordNames.path && $0.archived == nil }?.name.text
        return "Begin with: explore log exploring path="
            + (path.map { "'\($0)'" } ?? "'THE WORK YOU WONDER ABOUT' --new")
    }

    private func paused(_ until: Instant, _ waiting: Int, _ workspace: Workspace) -> String {
        let cards = waiting == 0 ? "" : " (\(waiting) \(waiting == 1 ? "waits" : "wait"): explore today --all)"
        return "\(workspace.spokenBreak(until: until)).\(cards) To go on: explore resume"
    }
}
