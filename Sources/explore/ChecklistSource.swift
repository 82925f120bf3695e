import Checklists
import RulesEngine

/// Finds what a checklist is wanted for and makes it.
struct ChecklistSource {
    private let workspace: Workspace
    private let console: Console
    private let kit: AdviceKit
    private let maker: ChecklistMaker

    init(_ workspace: Workspace, _ console: Console) throws {
        self.workspace = workspace
        self.console = console
        kit = try workspace.kit(console)
        maker = ChecklistMaker(kit: kit, frame: workspace.frame)
    }

    /// The checklist of a plan file, of a list by its name, or of a meeting with somebody; without a word of the next
    /// meeting, else of the last, else the lists that stand open at any time.
    func checklists(_ words: [String]) throws -> [Checklist] {
        let written = words.joined(separator: " ")
        if written.namesAFile { return [try planned(in: written)] }
        if let list = kit.checklists.first(where: { $0.name == written && $0.episode == nil }) {
            return [try standing(list)]
        }
        let evaluated = try workspace.evaluated(kit, console)
        let finder = OccasionFinder(evaluated, named: Set(kit.checklists.compactMap(\.episode)))
        guard !words.isEmpty else { return try unnamed(finder, evaluated) }
        let person = try person(written)
        guard let episode = finder.next(with: person) ?? finder.latest(with: person) else {
            throw CommandFailure(
                "nothing is planned with \(person)\(last(with: person))",
                help: "plan it, such as: explore plan '\(person)' tue 10:00 20m")
        }
        return [try make { maker.checklist(of: episode, in: workspace.document, at: workspace.now, &$0) }]
    }

    /// The person somebody means; whom nobody knows may have been meant as a checklist.
    private func person(_ written: String) throws -> String {
        do {
            return try People(workspace.document).find(written)
        } catch let failure as CommandFailure {
            let lists = kit.checklists.filter { $0.episode == nil }.map(\.name)
            guard !lists.isEmpty else { throw failure }
            let listed = "checklists of their own: " + lists.joined(separator: ", ")
            throw CommandFailure(
                failure.message, help: failure.help.isEmpty ? listed : failure.help + "\n" + listed,
                status: failure.status)
        }
    }

    /// What was logged last with somebody: perhaps they said no, or have not answered.
    private func last(with person: String) -> String {
        let past = workspace.document.activities.filter { line in
            line.at.map { $0.start <= workspace.now } ?? false && line.with.contains { $0.text == person }
        }
        let text = ActivityText(vocabulary: workspace.rules.vocabulary, zone: workspace.zone)
        return past.last.map { "; the last there is: " + text.text($0) } ?? ""
    }

    /// For how many days after that of a meeting its checklist is still shown to who names nobody, and for how many when
    /// something on it has a deadline.
    private static let recent = (always: 7, withDeadline: 30)

    private func unnamed(_ finder: OccasionFinder, _ evaluated: Evaluated) throws -> [Checklist] {
        if let next = finder.next() {
            return [try make { maker.checklist(of: next, in: workspace.document, at: workspace.now, &$0) }]
        }
        if let last = try recent(finder) { return [last] }
        let offered = kit.checklists.filter { $0.episode == nil && $0.isOffered(evaluated) }
        guard !offered.isEmpty else {
            throw CommandFailure(
                "nothing is planned",
                help: "see what is still to do with: explore today"
                    + "\nof a talk that took place, with: explore checklist NAME")
        }
        return try offered.map(standing)
    }

    /// The checklist of the latest meeting, while it is recent; nil when there is none.
    private func recent(_ finder: OccasionFinder) throws -> Checklist? {
        guard let last = finder.latest(), let ends = last.ends else { return nil }
        let day = { (moment: Instant) in workspace.zone.wallTime(at: moment).day }
        let isWithin = { (days: Int) in day(workspace.now) <= day(ends).adding(days: days) }
        guard isWithin(Self.recent.withDeadline) else { return nil }
        let checklist = try make { maker.checklist(of: last, in: workspace.document, at: workspace.now, &$0) }
        return isWithin(Self.recent.always) || checklist.items.contains { $0.time != nil } ? checklist : nil
    }

    private func standing(_ list: WrittenChecklist) throws -> Checklist {
        try make { maker.checklist(standing: list, in: workspace.document, at: workspace.now, &$0) }
    }

    private func planned(in path: String) throws -> Checklist {
        var diagnostics = Diagnostics()
        let plan = try PlanFile.read(path, workspace, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        guard let plan else { throw CommandFailure("'\(path)' could not be read as a plan") }
        return try make { maker.checklist(of: plan, in: workspace.document, at: workspace.now, &$0) }
    }

    private func make(_ make: (inout Diagnostics) -> Checklist) throws -> Checklist {
        var diagnostics = Diagnostics()
        let checklist = make(&diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        return checklist
    }
}
