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
        let finder = OccasionFinder(
            try workspace.evaluated(kit, console), named: Set(kit.checklists.compactMap(\.episode)))
        guard !words.isEmpty else { return try unnamed(finder) }
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

    /// For how many days after that of a meeting its checklist is still shown to who names nobody.
    private static let recent = 7

    private func unnamed(_ finder: OccasionFinder) throws -> [Checklist] {
        if let next = finder.next() {
            return [try make { maker.checklist(of: next, in: workspace.document, at: workspace.now, &$0) }]
        }
        let day = { (moment: Instant) in workspace.zone.wallTime(at: moment).day }
        if let last = finder.latest(), let ends = last.ends, day(workspace.now) <= day(ends).adding(days: Self.recent) {
            return [try make { maker.checklist(of: last, in: workspace.document, at: workspace.now, &$0) }]
        }
        let lists = kit.checklists.filter { $0.episode == nil }
        let offered = lists.filter { maker.isOffered($0, in: workspace.document, at: workspace.now) }
        guard !offered.isEmpty else {
            let named = lists.map { "explore checklist " + $0.name }
            throw CommandFailure(
                "nothing is planned",
                help: (["plan something, such as: explore plan NAME tue 10:00 20m"] + named).joined(separator: "\n"))
        }
        return try offered.map(standing)
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
